import { readdirSync, readFileSync } from "node:fs";
import { db } from "@/lib/db/client";
import { ask } from "./support/http";
import { ACCOUNT_ACTIONS, FOR_ANYBODY } from "./support/matrix/account-actions";
import { ACTORS, members, ofTheCountry } from "./support/matrix/actors";
import { ADMIN_ACTIONS } from "./support/matrix/admin-actions";
import type { ActionRow } from "./support/matrix/fields";
import { ORGANISER_ACTIONS } from "./support/matrix/organiser-actions";
import { OPEN, PAGES, pathOf, ROUTES } from "./support/matrix/pages";
import { REVIEW_ACTIONS } from "./support/matrix/review-actions";
import { CANARY, setScene } from "./support/matrix/scene";
import { callAction, type ServerAction, serverActions } from "./support/server-actions";
import { expect, test } from "./support/test";
import { startWithoutProxy } from "./support/without-proxy";

/**
 * Actor × page, route, form and action: every page behind sign-in, every route whose answer depends on who asks and
 * every server action of the build is named with those who may have it; everybody else is led to sign in or to the
 * second factor, or finds nothing.
 */
const GROUPED: Record<string, Record<string, ActionRow>> = {
	"the organisers' desk": ORGANISER_ACTIONS,
	"the reviewers' desk": REVIEW_ACTIONS,
	"the admins' desk": ADMIN_ACTIONS,
	"one's own account": ACCOUNT_ACTIONS,
};
/** Answers that say that the caller may not, or that there is nothing here for the caller. */
const REFUSALS = [
	"unauthenticated",
	"forbidden",
	"not_found",
	"factor_needed",
	"proof_needed",
	"own_event",
	"own_organisation",
	"second_person",
];

/** How the framework's script asks for a page that it goes to, and for one that it may go to. */
const PARTS: Record<string, string>[] = [{ RSC: "1" }, { RSC: "1", "Next-Router-Prefetch": "1" }];

/** Pages on which something of the scene stands. */
const SCENES = /\[id\]|\/review|\/organisations$/;

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

test("every server action of the build is in the matrix", () => {
	const named = [...FOR_ANYBODY, ...Object.values(GROUPED).flatMap((table) => Object.keys(table))];
	const built = serverActions().map(({ name }) => name);
	expect(built.sort()).toEqual(named.sort());
});

/** Who may read the scene's texts on a page that is shown to them, or on one that is not. */
function knowing(isShown: boolean) {
	return isShown ? [...members, ...ofTheCountry] : members;
}

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
			const ids = await setScene();
			const found: string[] = [];
			for (const [page, allowed] of Object.entries(PAGES)) {
				for (const actor of ACTORS) {
					const { status, headers, body } = await ask(`${origin}${pathOf(page, ids)}`, {
						headers: { Cookie: ids.cookies[actor] },
					});
					const isShown = status === 200;
					const about = `${actor} on ${page}: ${status} ${headers.location ?? ""}`;
					if (isShown !== allowed.includes(actor)) found.push(about);
					if (body.includes(CANARY) && !knowing(isShown).includes(actor))
						found.push(`${about} leaks`);
					if (
						["nobody", "closed account"].includes(actor) &&
						!headers.location?.includes("/sign-in")
					)
						found.push(`${about} instead of the sign-in`);
				}
			}
			for (const [page, allowed] of Object.entries(PAGES).filter(([each]) => SCENES.test(each))) {
				for (const actor of ACTORS.filter(
					(each) => !knowing(allowed.includes(each)).includes(each),
				)) {
					for (const parts of PARTS) {
						const { body } = await ask(`${origin}${pathOf(page, ids)}`, {
							headers: { Cookie: ids.cookies[actor], ...parts },
						});
						if (body.includes(CANARY)) found.push(`${actor} on a part of ${page} leaks`);
					}
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

		test("approves nothing of another country or of one's own with others at once", async () => {
			const ids = await setScene();
			const action = actionNamed("(moderation)/review/bulk/actions#approveChosen");
			const { eventId, eventVersion } = ids.made.submitted;
			for (const actor of ["coordinator elsewhere", "coordinator and editor"] as const) {
				await callAction(`${origin}/en/review/bulk`, action, {
					fields: { e: `${eventId}.${eventVersion}`, locale: "en" },
					cookie: ids.cookies[actor],
				});
				const { state } = await db.event.findUniqueOrThrow({ where: { id: eventId } });
				expect(state, actor).toBe("submitted");
			}
		});

		for (const [desk, table] of Object.entries(GROUPED)) {
			test(`refuses each action of ${desk} to those who may not, with valid input`, async () => {
				test.setTimeout(240_000);
				const ids = await setScene();
				const found: string[] = [];
				for (const [name, row] of Object.entries(table)) {
					const action = actionNamed(name);
					const url = `${origin}${pathOf(action.page, ids)}`;
					const made = await row.fields?.(ids);
					const fields = { ...made, ...(!row.withoutLanguage && { locale: "en" }) };
					const call = (actor: (typeof ACTORS)[number]) =>
						callAction(url, action, { fields, cookie: ids.cookies[actor] });
					const before = await db.auditEntry.count();
					for (const actor of ACTORS.filter((each) => !row.for.includes(each))) {
						const answer = await call(actor);
						if (!REFUSALS.includes(answer)) found.push(`${actor} on ${name}: ${answer}`);
					}
					if ((await db.auditEntry.count()) > before) found.push(`${name} left a trace`);
					const by = row.by ?? row.for[0];
					const answer = by ? await call(by) : "";
					if (!by || [...REFUSALS, "unexpected"].includes(answer) || answer.includes(" "))
						found.push(`${by}, who may, on ${name}: ${answer}`);
				}
				expect(found).toEqual([]);
			});
		}
	});
}

function actionNamed(name: string): ServerAction {
	const action = serverActions().find((each) => each.name === name);
	if (!action) throw new Error(`${name} is not in the build`);
	return action;
}
