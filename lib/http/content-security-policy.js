// Plain JavaScript: next.config.js and the cache handler load it unbundled.

const SHARED = [
	"default-src 'self'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"worker-src 'self' blob:",
	"object-src 'none'",
	"base-uri 'self'",
	"form-action 'self'",
	"frame-ancestors 'none'",
];

/**
 * Builds one policy from the sources that may run scripts.
 * @param {string[]} scriptSources
 * @param {boolean} isDevelopment the development server injects styles, evaluates code and opens a socket
 */
function policy(scriptSources, isDevelopment) {
	const script = ["script-src", ...scriptSources];
	if (isDevelopment) script.push("'unsafe-eval'");
	const style = isDevelopment
		? ["style-src 'self' 'unsafe-inline'", "connect-src 'self' ws: wss:"]
		: ["style-src 'self'", "style-src-attr 'unsafe-inline'", "connect-src 'self'"];
	return [...SHARED, script.join(" "), ...style].join("; ");
}

/**
 * Policy of every answer. Next adds that of a cached page beside it and a browser obeys both, so this one
 * says nothing of scripts.
 */
export const BASELINE_POLICY =
	"object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

/** Policy of what is no page: data, feeds, uploaded pictures. */
export const DATA_POLICY =
	"default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * Policy of a page rendered per request: only scripts that carry the nonce run.
 * @param {string} nonce base64, fresh for each request
 * @param {{ isDevelopment?: boolean }} [options]
 * @returns {string}
 */
export function noncePolicy(nonce, { isDevelopment = false } = {}) {
	return policy(["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"], isDevelopment);
}

/**
 * Policy of a cached page: only the inline scripts with these digests run.
 * @param {Iterable<string>} sha256Digests base64
 * @returns {string}
 */
export function hashPolicy(sha256Digests) {
	const hashes = [...new Set(sha256Digests)].map((digest) => `'sha256-${digest}'`);
	return policy(["'self'", ...hashes], false);
}
