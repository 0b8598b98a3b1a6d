import {
	createServer,
	request as httpRequest,
	type IncomingMessage,
	type RequestListener,
	type Server,
} from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepPages } from "./kept-pages.js";

const PUBLIC = {
	"cache-control": "public, max-age=0, s-maxage=1, stale-while-revalidate=1",
	"x-nextjs-cache": "HIT",
	vary: "rsc, next-router-state-tree, Accept-Encoding",
	etag: '"one"',
};

let server: Server;
let asked = 0;
let changes = 0;
let headers: Record<string, string | string[]> = {};
let now = 0;
let handle: RequestListener;

beforeEach(async () => {
	asked = 0;
	changes = 0;
	headers = PUBLIC;
	now = 1_800_000_000_000;
	vi.spyOn(Date, "now").mockImplementation(() => now);
	handle = (request, response) => {
		asked += 1;
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		const body = `page ${asked} of ${request.url}`;
		if (!request.headers["accept-encoding"]) return void response.end(body);
		response.setHeader("content-encoding", "gzip");
		const packed = gzipSync(body);
		response.write(packed.subarray(0, 5));
		response.end(packed.subarray(5));
	};
	server = createServer(
		keepPages(
			(request, response) => handle(request, response),
			() => changes,
		),
	);
	await new Promise<void>((done) => server.listen(0, done));
});

afterEach(() => {
	vi.restoreAllMocks();
	server.closeAllConnections();
	server.close();
});

/** Says 304 where it may, as Next does. */
function conditional(whole: RequestListener): RequestListener {
	return (request, response) => {
		if (!request.headers["if-none-match"]) return whole(request, response);
		asked += 1;
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		response.writeHead(304).end();
	};
}

type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

function get(path: string, sent: Record<string, string> = {}, method = "GET"): Promise<Answer> {
	const { port } = server.address() as AddressInfo;
	return new Promise((resolve, reject) => {
		const request = httpRequest({ port, path, method, headers: sent }, (response) => {
			const chunks: Buffer[] = [];
			response.on("data", (chunk: Buffer) => chunks.push(chunk));
			response.on("end", () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body: Buffer.concat(chunks),
				}),
			);
		});
		request.on("error", reject);
		request.end();
	});
}

describe("keepPages", () => {
	it("answers a page again with the same bytes and headers", async () => {
		const first = await get("/en");
		const second = await get("/en");
		expect(asked).toBe(1);
		expect(second.body).toEqual(first.body);
		expect(second.headers).toMatchObject(PUBLIC);
		expect(second.headers["content-length"]).toBe(String(first.body.length));
	});

	it("keeps packed and plain bytes apart", async () => {
		const packed = await get("/en", { "accept-encoding": "gzip, deflate, br" });
		expect((await get("/en")).headers["content-encoding"]).toBeUndefined();
		const again = await get("/en", { "accept-encoding": "gzip" });
		expect(asked).toBe(2);
		expect(again.headers["content-encoding"]).toBe("gzip");
		expect(again.body).toEqual(packed.body);
	});

	it("says 304 to whoever has the page, and sends no body to HEAD", async () => {
		await get("/en");
		const known = await get("/en", { "if-none-match": 'W/"other", W/"one"' });
		expect(known).toMatchObject({ status: 304, body: Buffer.alloc(0) });
		expect((await get("/en", { "if-none-match": '"other"' })).status).toBe(200);
		const head = await get("/en", {}, "HEAD");
		expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) });
		expect(asked).toBe(1);
	});

	it("asks for the whole page when the one who renews it has it already", async () => {
		await get("/en");
		now += 1_001;
		handle = conditional(handle);
		expect((await get("/en", { "if-none-match": '"one"' })).status).toBe(200);
		expect((await get("/en")).body.toString()).toBe("page 2 of /en");
	});

	it("keeps public answers of the open API and the feeds, which Next does not, unless they are long", async () => {
		headers = { "cache-control": PUBLIC["cache-control"], etag: '"one"' };
		for (const path of ["/api/v1/map?zoom=1", "/feeds/calendar.ics?country=DE"]) {
			const first = await get(path);
			expect((await get(path)).body).toEqual(first.body);
		}
		expect(asked).toBe(2);
		await get("/en/events");
		await get("/en/events");
		expect(asked).toBe(4);
		handle = (request, response) => {
			asked += 1;
			for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
			for (let part = 0; part < 3; part += 1) response.write("x".repeat(1024 * 1024));
			response.end(request.url);
		};
		await get("/feeds/calendar.ics");
		await get("/feeds/calendar.ics");
		expect(asked).toBe(6);
	});

	it("keeps of a long answer, and of a 304, the tag for those who have it", async () => {
		headers = { "cache-control": PUBLIC["cache-control"], etag: '"one"' };
		const known = { "if-none-match": '"one"' };
		const whole: RequestListener = (_, response) => {
			asked += 1;
			for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
			response.end("x".repeat(3 * 1024 * 1024));
		};
		handle = whole;
		await get("/feeds/calendar.ics");
		expect(await get("/feeds/calendar.ics", known)).toMatchObject({
			status: 304,
			headers: { etag: '"one"' },
			body: Buffer.alloc(0),
		});
		expect(asked).toBe(1);
		expect((await get("/feeds/calendar.ics", { "if-none-match": '"other"' })).status).toBe(200);
		expect(asked).toBe(2);
		now += 2_001;
		handle = conditional((request, response) => whole(request, response));
		for (const _ of [1, 2]) expect((await get("/feeds/calendar.ics", known)).status).toBe(304);
		expect(asked).toBe(3);
		expect((await get("/feeds/calendar.ics")).body.length).toBe(3 * 1024 * 1024);
		expect(asked).toBe(4);
	});

	it("asks anew after a second", async () => {
		await get("/en");
		now += 1_001;
		expect((await get("/en")).body.toString()).toBe("page 2 of /en");
	});

	it("lets one visitor wait for the next version and gives the others the last one", async () => {
		await get("/en");
		now += 1_001;
		let release = () => {};
		const waiting = new Promise<void>((done) => {
			release = done;
		});
		const quick = handle;
		handle = async (request, response) => {
			await waiting;
			quick(request, response);
		};
		const patient = get("/en");
		await vi.waitFor(
			async () => expect((await get("/en")).body.toString()).toBe("page 1 of /en"),
			20_000,
		);
		release();
		expect((await patient).body.toString()).toBe("page 2 of /en");
		expect((await get("/en")).body.toString()).toBe("page 2 of /en");
	});

	it("does not go on for ever with an old page when the next version does not come", async () => {
		await get("/en");
		now += 1_001;
		headers = { ...PUBLIC, "x-nextjs-cache": "MISS" };
		await get("/en");
		now += 1_000;
		expect((await get("/en")).body.toString()).toBe("page 3 of /en");
	});

	it("forgets all pages when something public changes", async () => {
		await get("/en");
		changes += 1;
		expect((await get("/en")).body.toString()).toBe("page 2 of /en");
	});

	it("does not keep what was asked for before a change and answered after it", async () => {
		const quick = handle;
		handle = (request, response) => {
			changes += 1;
			quick(request, response);
		};
		await get("/en");
		handle = quick;
		await get("/en");
		expect(asked).toBe(2);
	});

	it.each<[string, Record<string, string | string[]>]>([
		["says private", { ...PUBLIC, "cache-control": "private, no-store" }],
		["names no shared cache", { ...PUBLIC, "cache-control": "public, max-age=60" }],
		["sets a cookie", { ...PUBLIC, "set-cookie": ["a=1"] }],
		["varies with the cookie", { ...PUBLIC, vary: "Accept-Encoding, Cookie" }],
		["was rendered for this request", { ...PUBLIC, "x-nextjs-cache": "MISS" }],
		["comes from no cache", { "cache-control": PUBLIC["cache-control"] }],
	])("does not keep an answer that %s", async (_, said) => {
		headers = said;
		await get("/en");
		await get("/en");
		expect(asked).toBe(2);
	});

	it("does not keep a page that is not there", async () => {
		const found = handle;
		handle = (request, response) => {
			response.statusCode = 404;
			found(request, response);
		};
		await get("/en/none");
		await get("/en/none");
		expect(asked).toBe(2);
	});

	it("keeps nothing that was asked for with a cookie, and answers such requests from what strangers got", async () => {
		const cookie = { cookie: "session=1" };
		await get("/en", cookie);
		expect((await get("/en")).body.toString()).toBe("page 2 of /en");
		expect((await get("/en", cookie)).body.toString()).toBe("page 2 of /en");
	});

	it.each<Record<string, string>>([
		{ rsc: "1" },
		{ "next-router-prefetch": "1" },
		{ authorization: "Bearer x" },
		{ range: "bytes=0-10" },
		{ "accept-encoding": "br" },
	])("neither answers nor keeps a request with %o", async (sent) => {
		await get("/en");
		await get("/en", sent);
		await get("/en", sent);
		expect(asked).toBe(3);
	});

	it("does not answer a form", async () => {
		await get("/en");
		await get("/en", {}, "POST");
		expect(asked).toBe(2);
	});

	it("tells addresses and hosts apart", async () => {
		await get("/en?q=a");
		expect((await get("/en?q=b")).body.toString()).toBe("page 2 of /en?q=b");
		await get("/en?q=b", { host: "elsewhere.example.org" });
		expect(asked).toBe(3);
	});
});
