const ALLOWED = {
	"Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
	"Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
	"Access-Control-Max-Age": "86400",
	Allow: "GET, HEAD, OPTIONS",
	"Cache-Control": "public, max-age=86400",
};

/** Answers a browser that asks whether a page of another site may read (a conditional request is asked for first). */
export function preflight(): Response {
	return new Response(null, { status: 204, headers: ALLOWED });
}
