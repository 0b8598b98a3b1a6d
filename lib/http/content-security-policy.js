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
 * Policy of an answer that nothing else signed: it fails closed, since no inline script may run.
 * In development cached pages are never stored, so their inline scripts must be allowed here.
 * @param {{ isDevelopment?: boolean }} [options]
 * @returns {string}
 */
export function baselinePolicy({ isDevelopment = false } = {}) {
	return policy(isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"], isDevelopment);
}

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
