import { db } from "@/lib/db/client";
import { edit, makeDraft, makePublished, makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { ask, filled, formFields, postForm } from "./support/http";
import { expect, sessionCookie, test } from "./support/test";

const KIB_100 = "x".repeat(100_000);

test("a change is refused unless it comes from our own page", async ({ page, server }) => {
	const { id: organisationId, owner } = await makeOrganisation();
	const cookie = await sessionCookie(owner);
	const url = `${server.baseUrl}/en/my/events/new`;
	const { body } = await ask(url, { headers: { Cookie: cookie } });
	const fields = await formFields(page, body, "input[name=organisationId]");
	const foreign: Record<string, string>[] = [
		{ Origin: "https://evil.example" },
		{ Origin: "null" },
		{ Origin: "" },
		{ Origin: `${server.baseUrl}.evil.example` },
		{ Origin: "http://localhost:1" },
		{ Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
		{ Origin: "https://evil.example", Host: "evil.example" },
		{ "X-Forwarded-Host": "evil.example" },
	];
	for (const headers of foreign) {
		const answer = await postForm(url, fields, { Cookie: cookie, ...headers });
		expect(answer.status, JSON.stringify(headers)).not.toBe(303);
		expect(answer.headers.location ?? "").toBe("");
	}
	expect(await db.event.count({ where: { organisationId } })).toBe(0);
	// The same form from the right place works: the refusals were for the reason tested.
	expect((await postForm(url, fields, { Cookie: cookie })).status).toBe(303);
	expect(await db.event.count({ where: { organisationId } })).toBe(1);
});

test("a stranger finds nobody's event, by page or by form", async ({ page, server }) => {
	const secret = "Not for strangers";
	const texts = { en: { title: secret, description: secret } };
	const [mine, theirs] = [await makeDraft(), await makeSubmitted({ content: { texts } })];
	const cookie = await sessionCookie(mine.author);
	for (const path of ["", "/edit", "/withdraw", "/discard"]) {
		const answer = await ask(`${server.baseUrl}/en/my/events/${theirs.eventId}${path}`, {
			headers: { Cookie: cookie },
		});
		expect(answer.status, path).toBe(404);
		expect(answer.body, path).not.toContain(secret);
	}
	const own = `${server.baseUrl}/en/my/events/${mine.eventId}/edit`;
	const { body } = await ask(own, { headers: { Cookie: cookie } });
	const fields = await formFields(page, body, "button[name=intent][value=submit]");
	const { eventId, revisionId, revisionVersion } = theirs;
	const stolen = filled(fields, {
		eventId,
		revisionId,
		revisionVersion: String(revisionVersion),
		"texts.en.title": "Taken over",
	});
	const before = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		include: { revisions: { include: { texts: true } } },
	});
	for (const url of [own, own.replace(mine.eventId, eventId)]) {
		const answer = await postForm(url, stolen, { Cookie: cookie });
		expect(answer.status, url).toBe(url === own ? 200 : 404);
		expect(answer.body, url).not.toContain(secret);
	}
	const after = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		include: { revisions: { include: { texts: true } } },
	});
	expect(after).toEqual(before);
});

test("actor, role and state in a form are refused", async ({ page, server }) => {
	const { eventId, author } = await makeDraft();
	const cookie = await sessionCookie(author);
	const url = `${server.baseUrl}/en/my/events/${eventId}/edit`;
	const { body } = await ask(url, { headers: { Cookie: cookie } });
	const fields = await formFields(page, body, "button[name=intent][value=save]");
	for (const name of [
		"state",
		"authorId",
		"organisationId",
		"isDemo",
		"visibility",
		"constructor",
		"__proto__",
	]) {
		const answer = await postForm(
			url,
			filled(fields, { [name]: "approved", "texts.en.title": "Forced" }),
			{ Cookie: cookie },
		);
		expect(answer.status, name).toBe(200);
	}
	const event = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		include: { revisions: { include: { texts: true } } },
	});
	expect(event.state).toBe("draft");
	expect(JSON.stringify(event.revisions)).not.toContain("Forced");
});

test("the review desk does not exist for those who may not review", async ({ server }) => {
	const submitted = await makeSubmitted({
		content: { texts: { en: { title: "Hidden from strangers", description: "" } } },
	});
	const paths = ["/en/review", `/en/review/${submitted.eventId}`];
	const prefetch = { RSC: "1", "Next-Router-Prefetch": "1" };
	const probes: Record<string, string>[] = [{}, { RSC: "1" }, prefetch];
	const people = {
		member: await sessionCookie(await makeUser()),
		owner: await sessionCookie(submitted.author),
		"coordinator elsewhere": await sessionCookie(await makeUser({ countries: ["JP"] })),
	};
	for (const [name, cookie] of Object.entries(people)) {
		for (const path of paths) {
			for (const rsc of probes) {
				const answer = await ask(`${server.baseUrl}${path}`, {
					headers: { Cookie: cookie, ...rsc },
				});
				const isOwnQueue = path === "/en/review" && name === "coordinator elsewhere";
				if (!("RSC" in rsc)) expect(answer.status, `${name} ${path}`).toBe(isOwnQueue ? 200 : 404);
				expect(answer.body, `${name} ${path}`).not.toContain("Hidden from strangers");
			}
		}
	}
	const reviewer = await sessionCookie(await makeUser({ countries: ["DE"] }));
	const seen = await ask(`${server.baseUrl}${paths[1]}`, { headers: { Cookie: reviewer } });
	expect(seen.body).toContain("Hidden from strangers");
});

test("without a session nothing private leaves, whichever way it is asked for", async ({
	server,
}) => {
	const title = "Only for the signed in";
	const submitted = await makeSubmitted({
		content: { texts: { en: { title, description: "" } } },
	});
	const asks: Record<string, string>[] = [
		{},
		{ RSC: "1" },
		{ RSC: "1", "Next-Router-Prefetch": "1" },
		{ RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
		{ "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
		{ "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
		{ Cookie: "session=guessed" },
	];
	const pages = [
		"/my",
		"/my/account",
		"/my/events/new",
		`/my/events/${submitted.eventId}`,
		`/my/events/${submitted.eventId}/edit`,
		"/review",
		`/review/${submitted.eventId}`,
	];
	for (const path of pages) {
		for (const headers of asks) {
			const answer = await ask(`${server.baseUrl}/en${path}`, { headers });
			const about = `${path} ${JSON.stringify(headers)}`;
			expect(answer.body, about).not.toContain(title);
			expect(answer.body, about).not.toContain(submitted.author.email);
			if (!("RSC" in headers)) expect([307, 404], about).toContain(answer.status);
			expect(answer.headers["cache-control"] ?? "", about).not.toMatch(/s-maxage|public/);
		}
	}
});

test("100 KB in any field is answered at once, with a sentence beside the field", async ({
	page,
	server,
}) => {
	const published = await makePublished();
	const event = await edit(published, {});
	const cookie = await sessionCookie(event.author);
	const url = `${server.baseUrl}/en/my/events/${event.eventId}/edit`;
	const { body } = await ask(url, { headers: { Cookie: cookie } });
	const fields = await formFields(page, body, "button[name=intent][value=save]");
	const names = [
		"texts.en.title",
		"texts.en.description",
		"cityName",
		"venueName",
		"address",
		"lat",
		"startTime",
		"startDate",
		"timezone",
		"country",
		"onlineUrl",
		"contactName",
		"contactEmail",
		"contactPhone",
		"contactUrl",
		"pickedCity",
		"newLanguage",
	];
	for (const name of names) {
		const since = Date.now();
		const answer = await postForm(url, filled(fields, { [name]: KIB_100 }), { Cookie: cookie });
		expect(answer.status, name).toBe(200);
		expect(answer.body, name).toContain('role="alert"');
		expect(Date.now() - since, `${name}: ms`).toBeLessThan(2_000);
	}
	const kept = await db.eventRevision.findUniqueOrThrow({
		where: { id: event.revisionId },
		select: { version: true },
	});
	expect(kept.version).toBe(event.revisionVersion);
});

test("a body beyond the cap, a broken one and a strange one are refused without a fault", async ({
	server,
}) => {
	const { author } = await makeDraft();
	const headers = { Cookie: await sessionCookie(author), Origin: server.baseUrl };
	const upload = `${server.baseUrl}/media/upload`;
	const form = { ...headers, "Content-Type": "multipart/form-data; boundary=b" };
	const tooLarge = await ask(upload, {
		method: "POST",
		headers: { ...form, "Content-Length": "99999999" },
		body: "--b",
	}).catch(() => null);
	if (tooLarge) expect(tooLarge.status).toBe(413);
	for (const body of ["", "--b", '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1']) {
		expect((await ask(upload, { method: "POST", headers: form, body })).status).toBe(400);
	}
	const json = await ask(upload, {
		method: "POST",
		headers: { ...headers, "Content-Type": "application/json" },
		body: "{}",
	});
	expect(json.status).toBe(415);
});
