import { readdirSync } from "node:fs";
import { createServer, request as httpRequest, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { destroyEmbedded } from "@/lib/db/embedded";
import { throwawayHome } from "@/lib/db/throwaway";
import { freePort } from "@/scripts/free-port";
import { deployedConfiguration, hasNginx, type Nginx, startNginx } from "@/scripts/nginx";

const CACHED = "public, max-age=0, s-maxage=60";

type Seen = { method: string; url: string; headers: IncomingMessage["headers"] };
type Answer = { status: number; headers: IncomingMessage["headers"]; body: string };

/** Stands for the app: says what it was told to, and remembers what it was asked. */
let app: Server;
let seen: Seen[] = [];
let answer: { status?: number; headers?: Record<string, string> } = {};
let nginx: Nginx;
let home = "";
let port = 0;
let fresh = 0;

describe.skipIf(!hasNginx())("deploy/nginx.conf", () => {
	beforeAll(async () => {
		app = createServer((request, response) => {
			seen.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers });
			response.writeHead(answer.status ?? 200, { "Content-Type": "text/html", ...answer.headers });
			response.end(`answer ${seen.length}`);
		});
		const appPort = await listening(app);
		port = await freePort();
		home = await throwawayHome();
		const configuration = deployedConfiguration({ port, appPort, home });
		nginx = await startNginx(configuration, { home, port });
	});

	afterAll(async () => {
		await nginx?.stop();
		app.close();
		await destroyEmbedded(home);
	});

	beforeEach(() => {
		seen = [];
		answer = { headers: { "Cache-Control": CACHED } };
	});

	it.each([
		"/en",
		"/az/events",
		"/ru/events/2027/a-title",
		"/ar/events/2027/a-title.ics",
		"/feeds/calendar.ics",
		"/api/v1/events",
		"/sitemap/1.xml",
		"/og/event/1",
		"/_next/static/chunk.js",
	])("keeps %s, and asks for it without anything of the visitor's", async (path) => {
		const url = unused(path);
		const visitor = {
			Cookie: "session=secret",
			Authorization: "Bearer secret",
			"User-Agent": "secret",
			"X-Forwarded-For": "203.0.113.9",
			"X-Secret": "secret",
		};
		const first = await ask(url, { headers: visitor });
		const second = await ask(url);
		expect(second).toMatchObject({ status: 200, body: first.body });
		expect(second.headers["x-cache"]).toBe("HIT");
		expect(seen).toHaveLength(1);
		expect(JSON.stringify(seen)).not.toContain("secret");
		expect(JSON.stringify(seen)).not.toContain("203.0.113.9");
	});

	it.each([
		"/",
		"/en/my",
		"/en/review/1",
		"/en/sign-in",
		"/api/auth/session",
		"/api/ready",
		"/fr/my/events",
	])("never keeps %s, whatever the app says of it", async (path) => {
		const first = await ask(path, { headers: { Cookie: "session=secret" } });
		const second = await ask(path);
		expect(seen).toHaveLength(2);
		expect(seen[0]?.headers.cookie).toBe("session=secret");
		expect(second.body).not.toBe(first.body);
		expect(second.headers["x-cache"]).toBeUndefined();
	});

	it.each([
		["private", { "Cache-Control": "private, no-store" }],
		["nothing", {}],
		["a cookie", { "Cache-Control": CACHED, "Set-Cookie": "a=b" }],
		["that it depends on the visitor", { "Cache-Control": CACHED, Vary: "rsc, Cookie" }],
		["that it depends on the language", { "Cache-Control": CACHED, Vary: "Accept-Language" }],
	])("does not keep a public page of which the app says %s", async (_, headers) => {
		answer = { headers };
		const url = unused("/en/events");
		expect((await ask(url)).body).not.toBe((await ask(url)).body);
	});

	it.each([301, 302, 307, 403, 500, 503])("does not keep a %i", async (status) => {
		answer = { status, headers: { "Cache-Control": CACHED } };
		const url = unused("/en/events");
		expect((await ask(url)).status).toBe(status);
		answer = { headers: { "Cache-Control": CACHED } };
		expect((await ask(url)).status).toBe(200);
	});

	it("keeps a picture for strangers only, and brings a signed-in person's own from the app", async () => {
		const url = unused("/media/1/480");
		const own = await ask(url, { headers: { Cookie: "session=secret" } });
		expect(seen[0]?.headers.cookie).toBe("session=secret");
		const stranger = await ask(url);
		expect(stranger.body).not.toBe(own.body);
		expect((await ask(url)).body).toBe(stranger.body);
		await ask(url, { headers: { Cookie: "session=secret" } });
		expect(seen).toHaveLength(3);
	});

	it("keeps one copy of a page in spite of Next's Vary, and another one of its data", async () => {
		const Vary = "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch";
		answer = { headers: { "Cache-Control": CACHED, Vary } };
		const url = unused("/en/events");
		const page = await ask(url);
		const data = await ask(`${url}&_rsc=abc`, {
			headers: { RSC: "1", "Next-Router-State-Tree": "a" },
		});
		expect(data.body).not.toBe(page.body);
		const again = await ask(`${url}&_rsc=xyz`, {
			headers: { RSC: "1", "Next-Router-State-Tree": "b" },
		});
		expect(again.body).toBe(data.body);
		const other = await ask(url, { headers: { "Accept-Language": "ru", "User-Agent": "x" } });
		expect(other).toMatchObject({ body: page.body, headers: { vary: Vary } });
		expect(seen).toHaveLength(2);
	});

	it.each<Record<string, string>>([
		{ RSC: "0" },
		{ RSC: "1", "Next-Router-Prefetch": "1" },
		{ RSC: "1", "Next-Router-Segment-Prefetch": "/_tree" },
		{ "Next-Action": "1" },
	])("lets %j pass by the store", async (headers) => {
		const url = unused("/en/events");
		await ask(url, { headers });
		expect((await ask(url)).headers["x-cache"]).toBe("MISS");
	});

	it("tells encoded paths apart, which the app may", async () => {
		const name = `x${fresh++}`;
		await ask(`/en/events%2F${name}`);
		expect((await ask(`/en/events/${name}`)).headers["x-cache"]).toBe("MISS");
	});

	it("keeps a copy for those who take gzip and one for those who do not", async () => {
		const url = unused("/en/events");
		const kinds = ["gzip, deflate, br", "gzip", "br", "gzip;q=0", "identity"];
		for (const kind of kinds) await ask(url, { headers: { "Accept-Encoding": kind } });
		expect(seen.map(({ headers }) => headers["accept-encoding"])).toEqual(["gzip", "identity"]);
	});

	it("shows the old page while the app fails, and nothing private", async () => {
		answer = { headers: { "Cache-Control": "public, max-age=0, s-maxage=1" } };
		const url = unused("/en/events");
		const before = await ask(url);
		answer = { status: 503, headers: { "Cache-Control": "no-store" } };
		await expect
			.poll(async () => (await ask(url)).headers["x-cache"], { timeout: 5_000 })
			.toBe("STALE");
		expect(await ask(url)).toMatchObject({ status: 200, body: before.body });
		expect((await ask("/en/my")).status).toBe(503);
	});

	it("says who asked, and throws away what the visitor claims", async () => {
		const claims = {
			"X-Forwarded-For": "203.0.113.9",
			"X-Forwarded-Host": "evil.example",
			"X-Forwarded-Proto": "https",
			Forwarded: "for=203.0.113.9",
			"X-Middleware-Subrequest": "proxy",
		};
		await ask("/en/my", { headers: claims });
		expect(seen[0]?.headers).toMatchObject({
			"x-forwarded-for": "127.0.0.1",
			"x-forwarded-host": `localhost:${port}`,
			"x-forwarded-proto": "http",
		});
		expect(seen[0]?.headers.forwarded).toBeUndefined();
		expect(seen[0]?.headers["x-middleware-subrequest"]).toBeUndefined();
	});

	it("answers to its own name only", async () => {
		await expect(ask("/en", { headers: { Host: "evil.example" } })).rejects.toThrow();
		expect(seen).toEqual([]);
	});

	it("brings forms to the app whole, also those sent to public pages, but not too large or too many", async () => {
		const sent = await ask("/en/events", { method: "POST", headers: { Cookie: "a=b" }, body: "x" });
		expect(sent.status).toBe(200);
		expect(seen[0]).toMatchObject({
			method: "POST",
			headers: { cookie: "a=b", "content-length": "1" },
		});
		const large = { "Content-Length": String(13 * 1024 * 1024) };
		expect((await ask("/en/my", { method: "POST", headers: large })).status).toBe(413);
		const many = Array.from({ length: 80 }, () => ask("/en/my", { method: "POST" }));
		const statuses = (await Promise.all(many)).map(({ status }) => status);
		expect(statuses).toContain(429);
		expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(30);
		expect((await ask("/en/my")).status).toBe(200);
	});
});

it("names every public page of the app, and no other, as worth keeping", () => {
	const pattern = /location ~ "([^"]+)"/.exec(
		deployedConfiguration({ port: 1, appPort: 2, home: "." }),
	)?.[1];
	if (!pattern) throw new Error("no location with a pattern");
	const isKept = (path: string) => new RegExp(pattern).test(path);
	const rooms = (group: string) =>
		readdirSync(`app/[locale]/${group}`, { withFileTypes: true })
			.filter((entry) => entry.isDirectory() && /^[a-z-]+$/.test(entry.name))
			.map(({ name }) => name);
	const [open, closed] = [
		["(public)", "(screen)"],
		["(account)", "(admin)", "(moderation)", "(organiser)"],
	];
	const groups = readdirSync("app/[locale]").filter((name) => name.startsWith("("));
	expect(groups.filter((group) => ![...open, ...closed].includes(group))).toEqual([]);
	for (const room of open.flatMap(rooms)) {
		expect(isKept(`/en/${room}`), room).toBe(true);
		expect(isKept(`/ar/${room}/anything/below`), room).toBe(true);
	}
	for (const room of closed.flatMap(rooms)) expect(isKept(`/en/${room}`), room).toBe(false);
});

/** An address that nobody has asked for. */
function unused(path: string): string {
	fresh += 1;
	return `${path}?n=${fresh}`;
}

function ask(
	path: string,
	{
		method = "GET",
		headers = {},
		body,
	}: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const request = httpRequest(
			{
				host: "127.0.0.1",
				port,
				path,
				method,
				agent: false,
				headers: { Host: `localhost:${port}`, ...headers },
			},
			(response) => {
				let text = "";
				response.setEncoding("utf8").on("data", (chunk: string) => {
					text += chunk;
				});
				response.on("end", () =>
					resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
				);
			},
		);
		request.on("error", reject);
		request.end(body);
	});
}

function listening(server: Server): Promise<number> {
	return new Promise((done) => {
		server.listen(0, "127.0.0.1", () => done((server.address() as AddressInfo).port));
	});
}
