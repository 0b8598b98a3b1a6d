import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { db } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	decideOn,
	edit,
	type MadeEvent,
	makeDraft,
	makePublished,
	submitAgain,
} from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { freePort } from "@/scripts/free-port";
import { deployedConfiguration, hasNginx, type Nginx, startNginx } from "@/scripts/nginx";
import { type Answer, ask } from "./support/http";
import { type OwnServer, startOwnServer } from "./support/own-server";
import { knownServer, useServer } from "./support/server";
import { expect, sessionCookie, test } from "./support/test";

const HOME = ".data/e2e-nginx";
const NGINX_HOME = ".data/e2e-nginx-proxy";
/** From the decision to the public page. */
const PUBLIC_WITHIN_MS = 3_000;
const CANARY = "Canary of a draft behind nginx";

test.describe.configure({ mode: "serial", timeout: 120_000 });
test.skip(!hasNginx(), "nginx is not on this machine and could not be installed");

let own: OwnServer;
let nginx: Nginx;
let origin = "";
let organisation: MadeOrganisation;
let admin: SignedInViewer;
let event: MadeEvent;

test.beforeAll(async () => {
	test.setTimeout(120_000);
	own = await startOwnServer(HOME);
	await useServer(own);
	rmSync(NGINX_HOME, { recursive: true, force: true });
	const port = await freePort();
	origin = `http://localhost:${port}`;
	const appPort = Number(new URL(own.baseUrl).port);
	const configuration = deployedConfiguration({ port, appPort, home: NGINX_HOME });
	nginx = await startNginx(configuration, { home: NGINX_HOME, port });
	organisation = await makeOrganisation();
	admin = await makeAdmin();
	event = await makePublished({ organisation, reviewer: admin, content: titled("First title") });
});

test.afterAll(async () => {
	await nginx?.stop();
	await useServer(knownServer());
	await own?.destroy();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
	ask(`${origin}${path}`, { headers });
const titled = (title: string) => ({ texts: { en: { title, description: "" } } });

async function eventPath(): Promise<string> {
	const { season, slug } = await db.publishedEvent.findUniqueOrThrow({
		where: { id: event.eventId },
		select: { season: true, slug: true },
	});
	return `/en/events/${season}/${slug}`;
}

test("what a signed-in person saw is not in the store, and no stranger gets it", async () => {
	const draft = await makeDraft({ organisation, content: titled(CANARY) });
	const cookie = await sessionCookie(organisation.owner);
	const rooms = ["/en/my", `/en/my/events/${draft.eventId}`, `/en/my/events/${draft.eventId}/edit`];
	const kinds: Record<string, string>[] = [{}, { RSC: "1" }, { "Accept-Encoding": "gzip" }];
	for (const path of rooms) {
		expect((await get(path, { Cookie: cookie })).body, path).toContain(CANARY);
		for (const kind of kinds) await get(`${path}?_rsc=`, { ...kind, Cookie: cookie });
		for (const kind of kinds) {
			const stranger = await get(`${path}?_rsc=`, kind);
			expect(stranger.headers["x-cache"], path).toBeUndefined();
			expect(stranger.headers["cache-control"], path).toMatch(/private|no-store/);
			expect(stranger.body, path).not.toContain(CANARY);
			expect(stranger.body, path).not.toContain(organisation.owner.email);
		}
	}
	// The public pages know nobody, also when somebody comes who is signed in.
	for (const path of ["/en", "/en/events", await eventPath()]) {
		const signedIn = await get(path, { Cookie: cookie });
		expect(signedIn.body, path).not.toContain(organisation.owner.email);
		expect((await get(path)).body, path).toBe(signedIn.body);
	}
	const stored = readStore();
	expect(stored.length).toBeGreaterThan(2);
	for (const file of stored) {
		expect(file).not.toContain(CANARY);
		expect(file).not.toContain(organisation.owner.email);
		expect(file.toLowerCase()).not.toContain("set-cookie");
	}
});

test("a public page comes from the store the second time, as the app wrote it", async () => {
	for (const path of ["/en", "/en/events", "/en/events?country=DE", await eventPath()]) {
		await expect.poll(async () => (await get(path)).headers["x-cache"], path).toBe("HIT");
		const [kept, straight] = [await get(path), await ask(`${own.baseUrl}${path}`)];
		expect(kept.status).toBe(200);
		expect(kept.body).toBe(straight.body);
		for (const name of [
			"content-security-policy",
			"cache-control",
			"etag",
			"vary",
			"x-frame-options",
		])
			expect(kept.headers[name], name).toBe(straight.headers[name]);
		const etag = kept.headers.etag ?? "";
		expect(etag).not.toBe("");
		expect(await get(path, { "If-None-Match": etag })).toMatchObject({ status: 304, body: "" });
		const head = await ask(`${origin}${path}`, { method: "HEAD" });
		expect(head).toMatchObject({ status: 200, body: "", headers: { etag } });
		const packed = await get(path, { "Accept-Encoding": "gzip, br" });
		expect(packed.headers["content-encoding"]).toBe("gzip");
	}
});

test("a page and its data are not taken for each other", async () => {
	const path = await eventPath();
	const data = () => get(`${path}?_rsc=`, { RSC: "1" });
	await get(path);
	expect((await data()).headers["content-type"]).toMatch(/^text\/x-component/);
	expect((await get(`${path}?_rsc=`)).headers["content-type"]).toMatch(/^text\/html/);
	expect((await data()).headers["content-type"]).toMatch(/^text\/x-component/);
	// A hash that does not fit is sent away by Next; that answer must not be kept for the others.
	const wrong = await get(`${path}?_rsc=wrong`, { RSC: "1", "Next-Router-State-Tree": "wrong" });
	expect([200, 307]).toContain(wrong.status);
	expect((await data()).status).toBe(200);
	expect((await get(path, { RSC: "0" })).headers["content-type"]).toMatch(/^text\/html/);
	expect((await data()).headers["content-type"]).toMatch(/^text\/x-component/);
});

test("a decision is public through nginx within three seconds", async () => {
	const path = await eventPath();
	await expect.poll(async () => (await get(path)).headers["x-cache"]).toBe("HIT");
	await get("/en/events");
	event = await submitAgain(await edit({ ...event, now: new Date() }, titled("Second title")));
	event = await decideOn(event, admin, "approve");
	const decided = Date.now();
	for (const old of await Promise.all([path, "/en/events"].map(lastAskedForOld)))
		expect(old - decided).toBeLessThan(PUBLIC_WITHIN_MS);
});

/** When the last request that still got the old page was sent: how long it then takes is the machine's affair. */
async function lastAskedForOld(path: string): Promise<number> {
	let last = 0;
	const isShown = async () => {
		const asked = Date.now();
		const isNew = (await get(path)).body.includes("Second title");
		if (!isNew) last = asked;
		return isNew;
	};
	await expect.poll(isShown, { message: path, intervals: [50] }).toBe(true);
	return last;
}

test("while the app is away its pages are there, and nothing private", async () => {
	const path = await eventPath();
	const before = await get(path);
	const { cookie, stranger } = {
		cookie: await sessionCookie(organisation.owner),
		stranger: `${path}-that-nobody-asked-for`,
	};
	await own.killWeb();
	try {
		// Longer than it is fresh.
		await expect.poll(async () => (await get(path)).headers["x-cache"]).toBe("STALE");
		expect(await get(path)).toMatchObject({ status: 200, body: before.body });
		expect((await get("/en/my", { Cookie: cookie })).status).toBe(502);
		expect((await get(stranger)).status).toBe(502);
	} finally {
		await own.startWeb();
	}
	await expect.poll(async () => (await get(path)).headers["x-cache"]).toBe("HIT");
});

/** Everything that nginx has on its disk, as text. */
function readStore(): string[] {
	const folder = join(NGINX_HOME, "store");
	const names = readdirSync(folder, { recursive: true, withFileTypes: true });
	return names
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
}
