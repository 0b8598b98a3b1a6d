import { mintSession } from "@/lib/accounts/mint-session";
import { db } from "@/lib/db/client";
import { makeUser } from "@/prisma/factories/people";
import { makeApp } from "@/prisma/factories/sessions";
import { actionForms } from "./support/action-forms";
import { type Answer, ask, postForm } from "./support/http";
import { OPEN, PAGES, pathOf } from "./support/matrix/pages";
import { CANARY, type Ids, setScene } from "./support/matrix/scene";
import { expect, sessionCookie, test } from "./support/test";

const DESKS = /^\((admin|moderation)\)/;

/** Every page of the two desks, with the ids of what is on them. */
function deskPaths(ids: Ids): string[] {
	return [...Object.keys(PAGES), ...OPEN]
		.filter((page) => DESKS.test(page))
		.map((page) => pathOf(page, ids));
}

/** Cookies of an admin who is also a coordinator, without the proof: no factor at all, and one that was not proven. */
async function unprovenCookies(): Promise<Record<string, string>> {
	const cookies: Record<string, string> = {};
	for (const kind of ["no second factor", "not proven"]) {
		const user = await makeUser({ isAdmin: true, countries: ["HU"] });
		if (kind === "not proven") await makeApp(user);
		const { cookieName, token } = await mintSession(user.id);
		cookies[kind] = `${cookieName}=${token}`;
	}
	return cookies;
}

test("no page of the desks shows anything to a session with the first factor only, in any form", async ({
	server,
}) => {
	const ids = await setScene();
	const proven = await sessionCookie(await makeUser({ isAdmin: true }));
	const paths = deskPaths(ids);
	expect(paths.length).toBeGreaterThan(6);
	const shows = await ask(`${server.baseUrl}/en/review`, { headers: { Cookie: proven } });
	expect(shows.status).toBe(200);
	for (const [kind, cookie] of Object.entries(await unprovenCookies())) {
		for (const path of [...paths, "/en/review?view=decided", "/en/admin/organisations?view=all"]) {
			for (const headers of [
				{},
				{ Rsc: "1" },
				{ Rsc: "1", "Next-Router-Prefetch": "1" },
				{ "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
			] as Record<string, string>[]) {
				const about = `${kind}, ${path}, ${JSON.stringify(headers)}`;
				const answer = await askPage(`${server.baseUrl}${path}`, {
					Cookie: cookie,
					...headers,
				});
				expect(answer.body, about).not.toContain(CANARY);
				// To a prefetch Next answers with the names of the folders alone.
				if ("Next-Router-Prefetch" in headers) continue;
				expect(`${answer.headers.location ?? ""} ${answer.body}`, about).toContain(
					`/second-factor?returnTo=${encodeURIComponent(path.split("?")[0] ?? "")}`,
				);
			}
		}
	}
});

test("no form of the desks does anything for it", async ({ page, server }) => {
	const ids = await setScene();
	const admin = await makeUser({ isAdmin: true });
	const proven = await sessionCookie(admin);
	const unproven = await unprovenCookies();
	const before = await db.auditEntry.count();
	let sent = 0;
	for (const path of deskPaths(ids)) {
		const url = `${server.baseUrl}${path}`;
		const { status, body } = await ask(url, { headers: { Cookie: proven } });
		if (status !== 200) continue;
		for (const fields of await actionForms(page, body)) {
			for (const [kind, cookie] of Object.entries(unproven)) {
				const answer = await postForm(url, fields, { Cookie: cookie });
				sent += 1;
				const about = `${kind}, ${path}, ${JSON.stringify(fields)}`;
				expect(answer.body, about).not.toContain(CANARY);
				expect(answer.headers.location ?? "/second-factor", about).toContain("/second-factor");
			}
		}
	}
	expect(sent).toBeGreaterThan(8);
	expect(await db.auditEntry.count()).toBe(before);
	const event = await db.event.findUniqueOrThrow({ where: { id: ids.event } });
	expect(event.state).toBe("submitted");
	expect(await db.switch.count({ where: { isOn: true } })).toBe(0);
});

test("routes give it what they give an organiser", async ({ server }) => {
	const { cookieName, token } = await mintSession((await makeUser({ isAdmin: true })).id);
	const cookie = `${cookieName}=${token}`;
	const { organisation } = await setScene();
	for (const path of [
		`/api/own/events/${organisation}/events.csv`,
		`/api/own/events/${organisation}/events.json`,
	]) {
		const answer = await ask(`${server.baseUrl}${path}`, { headers: { Cookie: cookie } });
		expect(answer.status, path).toBe(404);
		expect(answer.body, path).not.toContain(CANARY);
	}
});

/** Next sends a request for a page's data to an address of its own first, which differs by these headers. */
async function askPage(url: string, headers: Record<string, string>): Promise<Answer> {
	const answer = await ask(url, { headers });
	const { location = "" } = answer.headers;
	return /[?&]_rsc/.test(location) ? ask(new URL(location, url).href, { headers }) : answer;
}
