// Plain JavaScript: scripts/web-server.js, which runs without a compiler, imports it.
import { LRUCache } from "lru-cache";

const KEPT_MS = 1_000;
const MEBIBYTE = 1024 * 1024;
const LARGEST_BYTES = 2 * MEBIBYTE;
const ALL_BYTES = 64 * MEBIBYTE;
const HEADER_BYTES = 4096;

/** A request with one of these wants something else than the page that strangers get. */
const OTHER_WISHES = [
	"authorization",
	"next-action",
	"next-router-prefetch",
	"next-router-segment-prefetch",
	"next-router-state-tree",
	"next-url",
	"range",
	"rsc",
];
/** Of the connection, not of the page. */
const HOP_HEADERS = ["connection", "date", "keep-alive", "transfer-encoding"];
const VARY = /^(?:rsc|next-[a-z-]+|accept-encoding)$/i;
/** What is answered anew for each asker, though all get the same: the open API and the feeds. */
const OPEN_ANSWERS = /^\/(?:api\/v1|feeds)\//;
const GZIP = /(?:^|,)\s*gzip\s*(?:,|$)/i;

/**
 * Answers what Next has just answered from its cache, or what the open API and the feeds have, with the same bytes for
 * a second: Next hashes and packs a page anew for each visitor. Only answers are kept that say they are public, to
 * requests without a cookie. Of a long answer only its tag is kept, for those who have it already.
 * @param {import("node:http").RequestListener} handle answers everything else
 * @param {() => number} changes grows with each change of what is public: nothing is kept across one
 * @returns {import("node:http").RequestListener}
 */
export function keepPages(handle, changes) {
	const pages = new LRUCache({
		maxSize: ALL_BYTES,
		maxEntrySize: LARGEST_BYTES,
		sizeCalculation: ({ body }, key) => (body?.length ?? 0) + key.length + HEADER_BYTES,
	});
	let known = changes();
	return (request, response) => {
		if (changes() !== known) {
			pages.clear();
			known = changes();
		}
		const key = keyOf(request);
		if (key === null) return handle(request, response);
		const page = pages.get(key);
		if (page && mayStillServe(page) && isEnoughFor(request, page))
			return send(request, response, page);
		if (page) page.isBeingRenewed = true;
		if (request.method === "GET" && request.headers.cookie === undefined) {
			// A visitor who has the page already would get a bare 304, and nothing to keep.
			if (page?.body) delete request.headers["if-none-match"];
			const asked = known;
			record(request, response, (answer) => {
				if (changes() === asked) pages.set(key, { ...answer, since: Date.now() });
			});
		}
		return handle(request, response);
	};
}

/** While one visitor waits for the next version the others get the last one, for another second at most. */
function mayStillServe({ since, isBeingRenewed }) {
	const age = Date.now() - since;
	return age < KEPT_MS || (isBeingRenewed === true && age < 2 * KEPT_MS);
}

/** Whether the whole page is there, or the visitor has it. */
function isEnoughFor({ headers }, page) {
	return page.body !== null || isKnown(headers["if-none-match"], page.headers.etag);
}

/** @returns {string | null} null for requests that are not for a page as strangers get it */
function keyOf({ method, url, headers }) {
	if (method !== "GET" && method !== "HEAD") return null;
	if (OTHER_WISHES.some((name) => headers[name] !== undefined)) return null;
	const accepted = headers["accept-encoding"] ?? "identity";
	if (GZIP.test(accepted)) return `gzip ${headers.host} ${url}`;
	return accepted === "identity" ? `identity ${headers.host} ${url}` : null;
}

function send(request, response, { headers, body }) {
	const { "content-length": length, ...others } = headers;
	if (isKnown(request.headers["if-none-match"], headers.etag)) {
		response.writeHead(304, others).end();
		return;
	}
	response.writeHead(200, { ...others, "content-length": length });
	response.end(request.method === "HEAD" ? undefined : body);
}

function isKnown(candidates, etag) {
	if (!candidates || !etag) return false;
	const plain = (tag) => tag.trim().replace(/^W\//, "");
	if (candidates.trim() === "*") return true;
	return candidates.split(",").some((tag) => plain(tag) === plain(etag));
}

/**
 * Hands over an answer that may be kept, whole or, where it is long or says 304, without its body; while it is sent it
 * is neither held up nor changed.
 */
function record({ url }, response, keep) {
	const { write, end } = response;
	let mayKeep = true;
	let chunks = [];
	let bytes = 0;
	const note = (chunk, encoding) => {
		mayKeep &&= isKeepable(url, response);
		if (!mayKeep || !chunks || chunk === undefined || chunk === null) return;
		if (typeof chunk === "function") return;
		const noted = Buffer.from(chunk, typeof encoding === "string" ? encoding : undefined);
		bytes += noted.length;
		if (bytes > LARGEST_BYTES) chunks = null;
		else chunks.push(noted);
	};
	response.write = (...words) => {
		note(words[0], words[1]);
		return write.apply(response, words);
	};
	response.end = (...words) => {
		note(words[0], words[1]);
		const ended = end.apply(response, words);
		const isWhole = chunks !== null && response.statusCode === 200;
		if (mayKeep) keep(answerOf(response, isWhole ? Buffer.concat(chunks) : null));
		return ended;
	};
}

/** Whether it is what anybody may have, and Next answered it from its own cache or it is an open answer. */
function isKeepable(url, response) {
	const of = (name) => String(response.getHeader(name) ?? "");
	const isOpen = OPEN_ANSWERS.test(url);
	return (
		(response.statusCode === 200 || (response.statusCode === 304 && isOpen)) &&
		(of("x-nextjs-cache") === "HIT" || isOpen) &&
		/\bpublic\b.*\bs-maxage=[1-9]/.test(of("cache-control")) &&
		!response.hasHeader("set-cookie") &&
		of("vary")
			.split(",")
			.every((name) => name.trim() === "" || VARY.test(name.trim()))
	);
}

function answerOf(response, body) {
	const headers = Object.fromEntries(
		Object.entries(response.getHeaders()).filter(([name]) => !HOP_HEADERS.includes(name)),
	);
	return { headers: { ...headers, "content-length": body?.length }, body };
}
