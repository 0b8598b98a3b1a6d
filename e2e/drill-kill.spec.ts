import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { mintSession } from "@/lib/accounts/mint-session";
import { db } from "@/lib/db/client";
import type { MadeEvent } from "@/prisma/factories/events";
import { makeDraft } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { type Answer, ask, type FormFields, filled, formFields, postForm } from "./support/http";
import { type OwnServer, startOwnServer } from "./support/own-server";
import { knownServer, useServer } from "./support/server";
import { expect, test } from "./support/test";

const SUBMISSIONS = 500;
const FEWER = 80;
/** Each organiser may do 120 changes a minute. */
const BY_ORGANISER = 20;
const IN_FLIGHT = 20;
/** So near that its reviewers are told at once: beside its mail each submission has a notice that must not be lost or doubled. */
const SOON = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

type Planned = { event: MadeEvent; cookie: string; title: string; idempotencyKey: string };
type Outcome = Planned & { isAcknowledged: boolean };

test.describe.configure({ mode: "serial" });

let own: OwnServer;

test.beforeAll(async () => {
	test.setTimeout(60_000);
	own = await startOwnServer(".data/e2e-drill");
	await useServer(own);
	await makeUser({ countries: ["DE"], email: "reviewer@example.org" });
});

test.afterAll(async () => {
	await useServer(knownServer());
	await own.destroy();
});

test("kill -9 of the app during 500 submissions loses none that was acknowledged and leaves none half", async ({
	page,
}) => {
	test.setTimeout(420_000);
	const planned = await planSubmissions(SUBMISSIONS);
	const form = await readForm(page, planned);
	const outcomes = await submitAll(form, planned, async (answered) => {
		await answered(SUBMISSIONS / 3);
		await own.killWeb();
		await own.startWeb();
	});
	await expectWhole(outcomes);
	await expectAllAfterRepetition(form, outcomes);
});

test("kill -9 of PostgreSQL during submissions keeps every acknowledged one", async ({ page }) => {
	test.setTimeout(420_000);
	const planned = await planSubmissions(FEWER);
	const form = await readForm(page, planned);
	const outcomes = await submitAll(form, planned, async (answered) => {
		await answered(FEWER / 3);
		own.killDatabase();
		await own.startDatabase();
	});
	const readiness = async () => (await ask(`${own.baseUrl}/api/ready`)).status;
	await expect.poll(readiness, { timeout: 60_000 }).toBe(200);
	await expectWhole(outcomes);
	await expectAllAfterRepetition(form, outcomes);
});

async function planSubmissions(count: number): Promise<Planned[]> {
	const planned: Planned[] = [];
	for (let o = 0; o < count / BY_ORGANISER; o += 1) {
		const organisation = await makeOrganisation();
		const { token, cookieName } = await mintSession(organisation.owner.id);
		// One after the other: the pool sends away whom it has no connection for within 3 s.
		for (let e = 0; e < BY_ORGANISER; e += 1) {
			planned.push({
				event: await makeDraft({ organisation, content: { startDate: SOON } }),
				cookie: `${cookieName}=${token}`,
				title: `Drill ${o}-${e}`,
				idempotencyKey: randomUUID(),
			});
		}
	}
	return planned;
}

/** Sends every form, a few at a time, while `disturb` does its work; what gets no answer is not sent again. */
async function submitAll(
	form: FormFields,
	planned: Planned[],
	disturb: (answered: (count: number) => Promise<void>) => Promise<void>,
): Promise<Outcome[]> {
	const waiting = [...planned];
	const outcomes: Outcome[] = [];
	const answered = async (count: number) => {
		while (outcomes.length < count) await pause(5);
	};
	const disturbed = disturb(answered);
	const sender = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			outcomes.push({ ...next, isAcknowledged: await submit(form, next) });
		}
	};
	await Promise.all(Array.from({ length: IN_FLIGHT }, sender));
	await disturbed;
	return outcomes;
}

async function readForm(page: Page, [first]: Planned[]): Promise<FormFields> {
	if (!first) throw new Error("nothing is planned");
	const { event, cookie } = first;
	const { body } = await ask(`${own.baseUrl}/en/my/events/${event.eventId}/edit`, {
		headers: { Cookie: cookie },
	});
	return formFields(page, body, "button[name=intent][value=submit]");
}

/** True when the server said that the event is submitted. */
async function submit(
	form: FormFields,
	{ event, cookie, title, idempotencyKey }: Planned,
): Promise<boolean> {
	const fields = filled(form, {
		eventId: event.eventId,
		revisionId: event.revisionId,
		revisionVersion: String(event.revisionVersion),
		idempotencyKey,
		"texts.en.title": title,
	});
	const url = `${own.baseUrl}/en/my/events/${event.eventId}/edit`;
	const answer: Answer | null = await postForm(url, fields, { Cookie: cookie }).catch(() => null);
	return (
		answer?.status === 303 &&
		answer.headers.location === `/en/my/events/${event.eventId}?done=submitted`
	);
}

async function expectWhole(outcomes: Outcome[]): Promise<void> {
	const acknowledged = outcomes.filter((outcome) => outcome.isAcknowledged).length;
	const faults: string[] = [];
	let submitted = 0;
	const states = await statesOf(outcomes);
	for (const [index, outcome] of outcomes.entries()) {
		const found = states[index];
		if (found === "submitted") submitted += 1;
		else if (found !== "draft") faults.push(`${outcome.title} is half there: ${found}`);
		if (outcome.isAcknowledged && found !== "submitted") faults.push(`${outcome.title} was lost`);
	}
	console.log(`${acknowledged} of ${outcomes.length} acknowledged, ${submitted} submitted`);
	expect(faults).toEqual([]);
	// The fault must have hit, and not at the very beginning.
	expect(acknowledged).toBeGreaterThan(outcomes.length / 4);
	expect(acknowledged).toBeLessThan(outcomes.length);
}

/** Whoever got no answer, or is told that the server has too much to do, sends the same form again, and it counts once. */
async function expectAllAfterRepetition(form: FormFields, outcomes: Outcome[]): Promise<void> {
	const waiting = outcomes.filter((outcome) => !outcome.isAcknowledged);
	const repeat = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const again = next;
			await expect
				.poll(() => submit(form, again), { message: `${next.title}, sent again`, timeout: 60_000 })
				.toBe(true);
		}
	};
	await Promise.all(Array.from({ length: IN_FLIGHT }, repeat));
	const states = await statesOf(outcomes);
	expect(states.filter((state) => state !== "submitted")).toEqual([]);
}

/** As many at once as the pool answers without a queue. */
async function statesOf(outcomes: readonly Outcome[]): Promise<string[]> {
	const states: string[] = [];
	for (let from = 0; from < outcomes.length; from += IN_FLIGHT)
		states.push(...(await Promise.all(outcomes.slice(from, from + IN_FLIGHT).map(stateOf))));
	return states;
}

/** "submitted" or "draft" when all rows agree; otherwise what each of them says. */
async function stateOf({ event: { eventId, author }, title }: Outcome): Promise<string> {
	const event = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		include: { revisions: { include: { texts: true } } },
	});
	const [revision] = event.revisions;
	const audits = await db.auditEntry.count({
		where: { subjectId: eventId, action: "event.submit" },
	});
	const jobs = await db.$queryRaw<{ to: string }[]>`
		SELECT payload->>'to' AS "to" FROM graphile_worker._private_jobs
		WHERE payload->'props'->>'eventId' = ${eventId} ORDER BY 1`;
	const notices = await db.urgentSubmission.count({ where: { eventId } });
	const facts = {
		state: event.state,
		version: event.version,
		revisions: event.revisions.length,
		isRevisionSubmitted: revision?.submittedAt != null && event.submittedAt != null,
		hasNewTitle: revision?.texts[0]?.title === title,
		audits,
		mails: jobs.map((job) => job.to),
		notices,
	};
	const whole = {
		state: "submitted",
		version: 1,
		revisions: 1,
		isRevisionSubmitted: true,
		hasNewTitle: true,
		audits: 1,
		mails: [author.email],
		notices: 1,
	};
	const untouched = {
		...whole,
		state: "draft",
		version: 0,
		isRevisionSubmitted: false,
		hasNewTitle: false,
		audits: 0,
		mails: [],
		notices: 0,
	};
	const seen = JSON.stringify(facts);
	if (seen === JSON.stringify(whole)) return "submitted";
	return seen === JSON.stringify(untouched) ? "draft" : seen;
}
