import { readdirSync, readFileSync } from "node:fs";
import { mintSession } from "@/lib/accounts/mint-session";
import { db } from "@/lib/db/client";
import { makePublished, makeSubmitted } from "@/prisma/factories/events";
import { addMember, makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { makeReport } from "@/prisma/factories/reports";
import { makeApp } from "@/prisma/factories/sessions";
import { actionForms } from "./support/action-forms";
import { ask, postForm } from "./support/http";
import { expect, sessionCookie, test } from "./support/test";
import { startWithoutProxy } from "./support/without-proxy";

/**
 * Actor × page, route and form: every page behind sign-in and every route whose answer depends on who asks is named here
 * with those who may have it; everybody else is led to sign in or to the second factor, or finds nothing.
 */
const ACTORS = [
	"nobody",
	"stranger",
	"owner elsewhere",
	"owner",
	"editor",
	"coordinator",
	"coordinator elsewhere",
	"coordinator and editor",
	"admin",
	"admin unproven",
	"closed account",
] as const;
type Actor = (typeof ACTORS)[number];

const signedIn = ACTORS.filter((actor) => actor !== "nobody" && actor !== "closed account");
const members: readonly Actor[] = ["owner", "editor", "coordinator and editor"];
const withOrganisation: readonly Actor[] = ["owner elsewhere", ...members];
const reviewers: readonly Actor[] = [
	"coordinator",
	"coordinator elsewhere",
	"coordinator and editor",
	"admin",
];
const ofTheCountry: readonly Actor[] = ["coordinator", "coordinator and editor", "admin"];
const deciders: readonly Actor[] = ["coordinator", "admin"];
const admins: readonly Actor[] = ["admin"];

/** Of pages that an event shows only in another state than the one it is in here: nobody has them, and no one more. */
const nobody: readonly Actor[] = [];
/** Told apart by a secret in the address, or for everybody; tried elsewhere. */
const OPEN = [
	"(account)/invitation",
	"(account)/mailbox",
	"(account)/outbox",
	"(account)/report",
	"(account)/report/receipt",
	"(account)/sign-in",
	"(account)/sign-in/check",
	"(account)/sign-in/link",
	// Lead on by what the session has proven (second-factor-skipped.spec.ts).
	"(account)/second-factor",
	"(account)/second-factor/again",
	"(account)/second-factor/app",
	"(account)/second-factor/codes",
	// Their ids are of imports, recaps, requests and others' public events (imports, recaps, answer-request, write-to tests).
	"(organiser)/my/import/[id]",
	"(organiser)/my/import/[id]/rows/[number]",
	"(organiser)/my/together/[id]",
	"(organiser)/my/write/[id]",
	"(moderation)/review/recaps/[id]",
];

const PAGES: Record<string, readonly Actor[]> = {
	"(account)/my/account": signedIn,
	"(account)/my/account/delete": signedIn.filter((actor) => actor !== "admin unproven"),
	"(organiser)/my": signedIn,
	"(organiser)/my/events/new": withOrganisation,
	"(organiser)/my/import": withOrganisation,
	"(organiser)/my/organisations/claim": signedIn,
	"(organiser)/my/organisations/new": signedIn,
	"(organiser)/my/events/[id]": members,
	"(organiser)/my/events/[id]/cancel": nobody,
	"(organiser)/my/events/[id]/discard": nobody,
	"(organiser)/my/events/[id]/edit": members,
	"(organiser)/my/events/[id]/postpone": nobody,
	"(organiser)/my/events/[id]/preview": members,
	"(organiser)/my/events/[id]/recap": members,
	"(organiser)/my/events/[id]/repeat": nobody,
	"(organiser)/my/events/[id]/withdraw": members,
	"(organiser)/my/organisations/[id]": members,
	"(organiser)/my/organisations/[id]/profile": ["owner"],
	"(moderation)/review": reviewers,
	"(moderation)/review/bulk": reviewers,
	"(moderation)/review/messages": reviewers,
	"(moderation)/review/reports": reviewers,
	"(moderation)/review/[id]": ofTheCountry,
	"(moderation)/review/[id]/hide": nobody,
	"(moderation)/review/reports/[id]": deciders,
	"(admin)/admin/duty": reviewers,
	"(admin)/admin/figures": reviewers,
	"(admin)/admin/figures/report": reviewers,
	"(admin)/admin/organisations": reviewers,
	"(admin)/admin/organisations/[id]": ofTheCountry,
	"(admin)/admin/organisations/domains": reviewers,
	"(admin)/admin/audit": admins,
	"(admin)/admin/blocklist": admins,
	"(admin)/admin/people": admins,
	"(admin)/admin/people/[id]": admins,
	"(admin)/admin/second-factors": admins,
	"(admin)/admin/seasons": admins,
	"(admin)/admin/seasons/[year]": admins,
	"(admin)/admin/silence": admins,
	"(admin)/admin/switches": admins,
	"(admin)/admin/territories": admins,
	"(admin)/admin/territories/[id]": admins,
	"(admin)/admin/territories/new": admins,
};

const ROUTES: Record<string, { path: (ids: Ids) => string; for: readonly Actor[] }> = {
	"[locale]/(admin)/admin/figures/csv": { path: () => "/en/admin/figures/csv", for: reviewers },
	"api/admin/audit/[file]": { path: () => "/api/admin/audit/audit.csv", for: admins },
	"api/own/events/[organisation]/[file]": {
		path: ({ organisation }) => `/api/own/events/${organisation}/events.json`,
		for: members,
	},
	"api/own/account.json": { path: () => "/api/own/account.json", for: signedIn },
	"api/own/template/[file]": { path: () => "/api/own/template/events.csv", for: signedIn },
	"api/my/organisers": { path: () => "/api/my/organisers?q=embassy", for: signedIn },
	"api/my/clashes": { path: () => "/api/my/clashes", for: signedIn },
	"api/my/surroundings": { path: () => "/api/my/surroundings", for: signedIn },
};

const CANARY = "Canary of the matrix";
type Ids = Awaited<ReturnType<typeof scene>>;

async function scene() {
	const organisation = await makeOrganisation({ country: "HU", name: CANARY });
	const texts = { en: { title: CANARY, description: CANARY } };
	const { eventId } = await makeSubmitted({ organisation, content: { texts } });
	const published = await makePublished({ organisation, content: { texts } });
	const { caseId } = await makeReport({ eventId: published.eventId });
	const people: Record<Actor, { id: string } | null> = {
		nobody: null,
		stranger: await makeUser(),
		"owner elsewhere": (await makeOrganisation({ country: "AT" })).owner,
		owner: organisation.owner,
		editor: await makeUser(),
		coordinator: await makeUser({ countries: ["HU"] }),
		"coordinator elsewhere": await makeUser({ countries: ["FR"] }),
		"coordinator and editor": await makeUser({ countries: ["HU"] }),
		admin: await makeUser({ isAdmin: true }),
		"admin unproven": await makeUser({ isAdmin: true }),
		"closed account": await makeUser(),
	};
	for (const actor of ["editor", "coordinator and editor"] as const)
		await addMember(organisation.id, people[actor]?.id ?? "", "editor");
	const territory = await db.territory.findFirstOrThrow({
		where: { countries: { some: { country: "HU" } } },
	});
	const cookies = {} as Record<Actor, string>;
	for (const actor of ACTORS) cookies[actor] = await cookieOf(people[actor], actor);
	const closed = people["closed account"]?.id ?? "";
	await db.user.update({ where: { id: closed }, data: { disabledAt: new Date() } });
	return {
		event: eventId,
		organisation: organisation.id,
		case: caseId,
		territory: territory.id,
		person: people.stranger?.id ?? "",
		cookies,
	};
}

async function cookieOf(person: { id: string } | null, actor: Actor): Promise<string> {
	if (!person) return "";
	if (actor !== "admin unproven") return sessionCookie(person);
	await makeApp(person);
	const { cookieName, token } = await mintSession(person.id);
	return `${cookieName}=${token}`;
}

function pathOf(page: string, ids: Ids): string {
	const id = page.includes("/organisations/")
		? ids.organisation
		: page.includes("/people/")
			? ids.person
			: page.includes("/territories/")
				? ids.territory
				: page.includes("/reports/")
					? ids.case
					: ids.event;
	return `/en/${page
		.replace(/^\([a-z]+\)\//, "")
		.replace("[id]", id)
		.replace("[year]", "2027")}`;
}

const GROUPS = /^\[locale\]\/(\((?:account|admin|moderation|organiser)\)\/.*)\/page\.tsx$/;

test("every page behind sign-in and every route that asks who is there is in the matrix", () => {
	const files = readdirSync("app", { recursive: true, encoding: "utf8" });
	const pages = files.flatMap((file) => GROUPS.exec(file)?.[1] ?? []);
	expect(pages.filter((page) => !OPEN.includes(page)).sort()).toEqual(Object.keys(PAGES).sort());
	const routes = files
		.filter((file) => /(^|\/)route\.tsx?$/.test(file))
		.filter((file) => readFileSync(`app/${file}`, "utf8").includes("defineViewerRoute("))
		.map((file) => file.replace(/\/route\.tsx?$/, ""));
	expect(routes.sort()).toEqual(Object.keys(ROUTES).sort());
});

for (const build of ["the build", "the build without its proxy"] as const) {
	test.describe(build, () => {
		let origin: string;
		let stop: (() => Promise<void>) | undefined;

		test.beforeAll(async ({ server }) => {
			test.setTimeout(180_000);
			if (build === "the build") origin = server.baseUrl;
			else ({ baseUrl: origin, stop } = await startWithoutProxy(server));
		});

		test.afterAll(() => stop?.());

		test("shows each page and route to those who may have it and to nobody else", async () => {
			test.setTimeout(180_000);
			const ids = await scene();
			const found: string[] = [];
			for (const [page, allowed] of Object.entries(PAGES)) {
				for (const actor of ACTORS) {
					const { status, headers, body } = await ask(`${origin}${pathOf(page, ids)}`, {
						headers: { Cookie: ids.cookies[actor] },
					});
					const isShown = status === 200;
					const about = `${actor} on ${page}: ${status} ${headers.location ?? ""}`;
					if (isShown !== allowed.includes(actor)) found.push(about);
					if (!isShown && body.includes(CANARY) && !members.includes(actor))
						found.push(`${about} leaks`);
					if (
						["nobody", "closed account"].includes(actor) &&
						!headers.location?.includes("/sign-in")
					)
						found.push(`${about} instead of the sign-in`);
				}
			}
			for (const [route, { path, for: allowed }] of Object.entries(ROUTES)) {
				for (const actor of ACTORS) {
					const { status, body } = await ask(`${origin}${path(ids)}`, {
						headers: { Cookie: ids.cookies[actor] },
					});
					const about = `${actor} on ${route}: ${status}`;
					// A question that lacks something is refused as such to those who may ask it.
					const isAnswered = status === 200 || status === 400 || status === 422;
					if (isAnswered !== allowed.includes(actor)) found.push(about);
					if (!isAnswered && body.includes(CANARY)) found.push(`${about} leaks`);
				}
			}
			expect(found).toEqual([]);
		});

		test("does nothing for those who may not have a page and send its forms", async ({
			page: parser,
		}) => {
			test.setTimeout(180_000);
			const ids = await scene();
			const before = await db.auditEntry.count();
			const found: string[] = [];
			let sent = 0;
			for (const [page, allowed] of Object.entries(PAGES)) {
				const actor = deciders.find((each) => allowed.includes(each)) ?? allowed[0];
				if (!actor || allowed === signedIn) continue;
				const url = `${origin}${pathOf(page, ids)}`;
				const { body } = await ask(url, { headers: { Cookie: ids.cookies[actor] } });
				for (const fields of await actionForms(parser, body)) {
					for (const other of [
						"nobody",
						"stranger",
						"owner elsewhere",
						"coordinator elsewhere",
					] as const) {
						if (allowed.includes(other)) continue;
						await postForm(url, fields, { Cookie: ids.cookies[other] });
						sent += 1;
						const now = await db.auditEntry.count();
						if (now > before + found.length)
							found.push(`${other} on ${page}: ${JSON.stringify(fields)}`);
					}
				}
			}
			expect(found).toEqual([]);
			expect(sent).toBeGreaterThan(40);
			const event = await db.event.findUniqueOrThrow({ where: { id: ids.event } });
			expect(event.state).toBe("submitted");
		});
	});
}
