import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, expect, it } from "vitest";
import { withPlainNotFound } from "./plain-not-found.js";

const EMPTY =
	'<!DOCTYPE html><html id="__next_error__"><head><title>26</title></head><body></body></html>';
const WAY = '<head><noscript><meta http-equiv="refresh" content="0; url=/az/not-found"></noscript>';

let server: Server | undefined;
afterEach(() => void server?.close());

type Said = {
	status?: number;
	type?: string;
	packed?: boolean;
	/** The head is written before the body comes. */
	early?: boolean;
	body?: string;
};

function answering({
	status = 404,
	type = "text/html",
	packed,
	early,
	body = EMPTY,
}: Said): RequestListener {
	return (_, response) => {
		response.statusCode = status;
		response.setHeader("content-type", type);
		const bytes = packed ? gzipSync(body) : Buffer.from(body);
		if (packed) response.setHeader("content-encoding", "gzip");
		else response.setHeader("content-length", bytes.length);
		if (early) response.writeHead(status);
		response.write(bytes.subarray(0, 20));
		response.end(bytes.subarray(20));
	};
}

async function get(path: string, said: Said): Promise<string> {
	server = createServer(withPlainNotFound(answering(said)));
	await new Promise<void>((done) => server?.listen(0, done));
	const { port } = server.address() as AddressInfo;
	const answer = await fetch(`http://localhost:${port}${path}`, {
		headers: { connection: "close" },
	});
	expect(answer.status).toBe(said.status ?? 404);
	return answer.text();
}

it.each([
	{ packed: true },
	{ packed: false },
	{ packed: true, early: true },
	{ packed: false, early: true },
])("leads on from a document that only a script fills: $packed, $early", async (said) => {
	expect(await get("/az/countries/ZZ", said)).toBe(EMPTY.replace("<head>", WAY));
});

it.each<[string, string, Said]>([
	["is whole", "/az/nothing", { body: "<html><head></head><body>404</body></html>" }],
	["is there", "/az/countries/DE", { status: 200 }],
	["is data", "/az/countries/ZZ", { type: "text/x-component" }],
	["has no language", "/countries/ZZ", {}],
])("leaves an answer alone that %s", async (_, path, said) => {
	expect(await get(path, said)).toBe(said.body ?? EMPTY);
});
