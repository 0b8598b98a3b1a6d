// Plain JavaScript: next.config.js and the cache handler load it unbundled.

const SHARED = [
	"default-src 'self'",
	"font-src 'self'",
	"worker-src 'self'",
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
		? ["style-src 'self' 'unsafe-inline'"]
		: ["style-src 'self'", "style-src-attr 'unsafe-inline'"];
	const map = mapSource();
	const fetched = [
		`img-src 'self' data: blob:${map}`,
		`connect-src 'self'${isDevelopment ? " ws: wss:" : ""}${map}`,
	];
	return [...SHARED, script.join(" "), ...style, ...fetched].join("; ");
}

/** The origin of the operator's map style (MAP_STYLE_URL), which has all that it draws with; nothing else is let in. */
function mapSource() {
	const style = process.env.MAP_STYLE_URL;
	return style ? ` ${new URL(style).origin}` : "";
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
