// Plain JavaScript: scripts/web-server.js, which runs without a compiler, imports it.
import { gunzipSync, gzipSync } from "node:zlib";

/** The document of Next whose body the browser's script fills. */
const EMPTY_DOCUMENT = '<html id="__next_error__"';
const HEAD = "<head>";
const LANGUAGE = /^\/([a-z]{2})(?=[/?]|$)/;

/**
 * Lets a visitor without script see that there is nothing. Next leaves the document of an address at which a page found
 * nothing to the browser's script (vercel/next.js#62228); the document of an address that no page answers is whole, so
 * whoever has no script is led to such a one, in the same language.
 * @param {import("node:http").RequestListener} handle answers
 * @returns {import("node:http").RequestListener}
 */
export function withPlainNotFound(handle) {
	return (request, response) => {
		const [, language] = LANGUAGE.exec(request.url ?? "") ?? [];
		if (language && request.method === "GET") replaceEmptyDocument(response, language);
		return handle(request, response);
	};
}

function replaceEmptyDocument(response, language) {
	const { writeHead, write, end } = response;
	const chunks = [];
	let heading = null;
	let isOver = false;
	const isHeld = () =>
		!isOver &&
		response.statusCode === 404 &&
		!response.headersSent &&
		String(response.getHeader("content-type")).startsWith("text/html");
	const hold = (chunk, encoding) => {
		if (chunk === undefined || chunk === null || typeof chunk === "function") return;
		chunks.push(Buffer.from(chunk, typeof encoding === "string" ? encoding : undefined));
	};
	// What packs answers has the head written before the body comes.
	response.writeHead = (status, ...words) => {
		response.statusCode = status;
		if (!isHeld()) return writeHead.call(response, status, ...words);
		heading = words;
		return response;
	};
	response.write = (...words) => {
		if (!isHeld()) return write.apply(response, words);
		hold(words[0], words[1]);
		words.find((word) => typeof word === "function")?.();
		return true;
	};
	response.end = (...words) => {
		if (!isHeld()) return end.apply(response, words);
		hold(words[0], words[1]);
		const body = withWay(Buffer.concat(chunks), response.getHeader("content-encoding"), language);
		if (response.hasHeader("content-length")) response.setHeader("content-length", body.length);
		isOver = true;
		if (heading) writeHead.call(response, response.statusCode, ...heading);
		return end.call(response, body, ...words.filter((word) => typeof word === "function"));
	};
}

function withWay(body, encoding, language) {
	if (encoding !== undefined && encoding !== "gzip") return body;
	const text = String(encoding === "gzip" ? gunzipSync(body) : body);
	if (!text.includes(EMPTY_DOCUMENT)) return body;
	const way = `<noscript><meta http-equiv="refresh" content="0; url=/${language}/not-found"></noscript>`;
	const whole = text.replace(HEAD, HEAD + way);
	return encoding === "gzip" ? gzipSync(whole) : Buffer.from(whole);
}
