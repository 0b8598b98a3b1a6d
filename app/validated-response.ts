import { createHash } from "node:crypto";

type Version = { count: number; lastModified: Date | null };

/** Grows when the program writes the same events differently. */
const FORMAT = 4;

/** Shared caches keep an answer for half a minute, and may stand in for us while we fail. */
const CACHE_CONTROL = "public, max-age=0, s-maxage=30, stale-if-error=86400";

/**
 * A weak entity tag (RFC 9110, section 8.8.3) of what a request asks for, from a version of the
 * events under its filters that was read before the events were.
 */
export function entityTagOf(request: Request, { count, lastModified }: Version, more = ""): string {
	const { pathname, searchParams } = new URL(request.url);
	searchParams.sort();
	const parts = [
		FORMAT,
		pathname,
		searchParams.toString(),
		count,
		lastModified?.getTime() ?? 0,
		more,
	];
	return `W/"${createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 22)}"`;
}

/** The headers by which stores keep and check an answer. */
export function validators(etag: string, { lastModified }: Version): Record<string, string> {
	return {
		ETag: etag,
		"Cache-Control": CACHE_CONTROL,
		...(lastModified ? { "Last-Modified": lastModified.toUTCString() } : {}),
		"Access-Control-Expose-Headers": "ETag, Last-Modified, Link",
	};
}

/**
 * The answer 304 when the asker has this version already, else null. If-None-Match wins over
 * If-Modified-Since (RFC 9110, section 13.2.2); the latter alone is not trusted: what a filter
 * no longer gives leaves no later date behind.
 */
export function notModified(request: Request, etag: string, version: Version): Response | null {
	const known = request.headers.get("if-none-match");
	if (known === null || !matches(known, etag)) return null;
	return new Response(null, { status: 304, headers: validators(etag, version) });
}

function matches(known: string, etag: string): boolean {
	if (known.trim() === "*") return true;
	const opaque = etag.replace(/^W\//, "");
	return known.split(",").some((tag) => tag.trim().replace(/^W\//, "") === opaque);
}
