import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { submitEvent } from "@/lib/events/submit-event";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	decideOn,
	edit,
	eventContent,
	type MadeEvent,
	makeDraft,
	makePublished,
	makeSubmitted,
	publishedRow,
	submitAgain,
} from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeEditor,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator, makeUser, makeViewer } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { decide } from "./decide";
import { getSubmission } from "./queries";
import { countWaiting, listQueue } from "./queue";
import { sendUrgent } from "./send-urgent";

useDatabase();

let organisation: MadeOrganisation;
let coordinator: SignedInViewer;
let admin: SignedInViewer;

beforeAll(async () => {
	organisation = await makeOrganisation({ country: "DE" });
	coordinator = await makeCoordinator("DE", "AT");
	admin = await makeAdmin();
});

type WaitingMail = { to: string; template: string; props: Record<string, string> };

/** Mails that were queued about an event. */
async function mailsAbout(eventId: string): Promise<WaitingMail[]> {
	const rows = await db.$queryRaw<{ payload: WaitingMail }[]>`
		SELECT payload FROM graphile_worker._private_jobs
		WHERE payload->'props'->>'eventId' = ${eventId} ORDER BY id`;
	return rows.map(({ payload }) => payload);
}

function decideLoudly(
	event: MadeEvent,
	reviewer: SignedInViewer,
	kind: "approve" | "reject" | "request_changes",
	reason = "",
) {
	const { eventId, eventVersion, now } = event;
	return inTransaction((tx) =>
		decide(tx, reviewer, { input: { eventId, eventVersion, kind, reason }, now }),
	);
}

it("from a draft to the public: changes asked for, edited, handed in again, approved", async () => {
	const draft = await makeDraft({ organisation });
	expect(await publishedRow(draft.eventId)).toBeNull();
	const sentBack = await decideOn(
		await submitAgain(draft),
		coordinator,
		"request_changes",
		"Please add the hall.",
	);
	expect(await publishedRow(draft.eventId)).toBeNull();

	const edited = await edit(sentBack, { venueName: "Town hall" });
	expect(edited.revisionId).not.toBe(draft.revisionId);
	const again = await submitAgain(edited);
	const submission = await getSubmission(coordinator, draft.eventId);
	expect(submission.content.venueName).toBe("Town hall");
	expect(submission.decisions.map(({ kind, reason }) => [kind, reason])).toEqual([
		["request_changes", "Please add the hall."],
	]);

	await decideOn(again, coordinator, "approve");
	expect(await publishedRow(draft.eventId)).toMatchObject({
		venueName: "Town hall",
		revisionId: edited.revisionId,
		sequence: 0,
	});
});

it("the decision, its audit lines, the mail and the stale tag are there together", async () => {
	const event = await makeSubmitted({ organisation });
	const { path } = await decideLoudly(event, coordinator, "approve");
	expect(path).toMatch(/^\/events\/\d{4}\/commemoration-at-the-embassy-berlin/);
	const mails = await mailsAbout(event.eventId);
	expect(mails).toMatchObject([
		{ to: organisation.owner.email, template: "eventApproved", props: { path } },
	]);
	const tag = path?.replace("/events/", "event:") ?? "";
	expect(await db.cacheTag.findUnique({ where: { tag } })).not.toBeNull();
	expect(await db.cacheTag.findUnique({ where: { tag: "calendar" } })).not.toBeNull();
});

it.each([
	["reject", "eventRejected"],
	["request_changes", "changesRequested"],
] as const)(
	"%s mails the reason to every member, and leaves nothing public",
	async (kind, template) => {
		const own = await makeOrganisation({ country: "AT" });
		const editor = await makeEditor(own.id);
		const gone = await makeUser({ isDisabled: true });
		await addMember(own.id, gone.id, "editor");
		const event = await makeSubmitted({ organisation: own });
		await decideLoudly(event, coordinator, kind, "The address is missing.");
		const mails = await mailsAbout(event.eventId);
		expect(mails.map(({ to }) => to).sort()).toEqual([own.owner.email, editor.email].sort());
		for (const mail of mails)
			expect(mail).toMatchObject({ template, props: { reason: "The address is missing." } });
		expect(await publishedRow(event.eventId)).toBeNull();
	},
);

it("handing in what is near mails a receipt and the coordinators of the country, never a member of the organisation", async () => {
	const own = await makeOrganisation({ country: "HU" });
	const theirs = await makeCoordinator("HU");
	const memberAndCoordinator = await makeUser({ countries: ["HU"] });
	await addMember(own.id, memberAndCoordinator.id, "editor");
	const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
	const draft = await makeDraft({ organisation: own, content: { startDate: tomorrow } });
	await inTransaction((tx) =>
		submitEvent(tx, own.owner, {
			eventId: draft.eventId,
			eventVersion: draft.eventVersion,
			now: draft.now,
		}),
	);
	await sendUrgent(draft.now);
	expect((await mailsAbout(draft.eventId)).map(({ to, template }) => [to, template])).toEqual([
		[own.owner.email, "eventSubmitted"],
		[theirs.email, "eventWaiting"],
	]);
});

it("a refusal rolls everything back: no audit line, no mail, no version", async () => {
	const event = await makeSubmitted({ organisation });
	const before = await db.event.findUniqueOrThrow({ where: { id: event.eventId } });
	const lines = await db.auditEntry.count();
	await expect(
		decideLoudly({ ...event, eventVersion: 99 }, coordinator, "approve"),
	).rejects.toMatchObject({ code: "conflict" });
	await expect(decideLoudly(event, organisation.owner, "approve")).rejects.toMatchObject({
		code: "forbidden",
	});
	expect(await db.event.findUniqueOrThrow({ where: { id: event.eventId } })).toEqual(before);
	expect(await db.auditEntry.count()).toBe(lines);
	expect(await mailsAbout(event.eventId)).toEqual([]);
});

describe("nobody decides on their own organisation's event", () => {
	it.each([{ isAdmin: true }, { countries: ["DE"] }])("not even %o", async (role) => {
		const user = await makeUser(role);
		await addMember(organisation.id, user.id, "editor");
		const viewer = await makeViewer(user);
		const event = await makeSubmitted({ organisation });
		for (const kind of ["approve", "reject", "request_changes"] as const) {
			await expect(decideOn(event, viewer, kind)).rejects.toMatchObject({ code: "own_event" });
		}
		expect(await db.decision.count({ where: { eventId: event.eventId } })).toBe(0);
		expect(await getSubmission(viewer, event.eventId)).toMatchObject({
			mayDecide: false,
			isOwn: true,
		});
	});
});

it("another territory's submission is not found, in the queue or by its id", async () => {
	const elsewhere = await makeCoordinator("FR");
	const event = await makeSubmitted({ organisation });
	await expect(decideOn(event, elsewhere, "approve")).rejects.toMatchObject({ code: "not_found" });
	await expect(getSubmission(elsewhere, event.eventId)).rejects.toMatchObject({
		code: "not_found",
	});
	expect((await listQueue(elsewhere)).items).toEqual([]);
	expect(await countWaiting(elsewhere)).toBe(0);
	const queue = await listQueue(coordinator, { limit: 200 });
	expect(queue.items.map(({ id }) => id)).toContain(event.eventId);
	expect(await countWaiting(coordinator)).toBe(queue.items.length);
});

it("an event that moves to another country goes to that country's reviewers", async () => {
	const event = await makePublished({ organisation, reviewer: admin });
	const moved = await submitAgain(await edit(event, { cityGeonameId: 2_988_507, country: "FR" }));
	await expect(decideOn(moved, coordinator, "approve")).rejects.toMatchObject({
		code: "not_found",
	});
	await decideOn(moved, await makeCoordinator("FR"), "approve");
	expect(await publishedRow(event.eventId)).toMatchObject({ country: "FR", cityName: "Paris" });
});

it("a reviewer sees the last submitted revision and what it changes, never the open draft", async () => {
	const event = await makePublished({ organisation, reviewer: admin });
	const edited = await submitAgain(
		await edit(event, { venueName: "Town hall", startTime: "20:00", endTime: null }),
	);
	const submission = await getSubmission(coordinator, event.eventId);
	expect(submission.differences.map(({ weight, ...difference }) => difference)).toEqual([
		{ field: "startTime", before: "18:00", after: "20:00" },
		{ field: "endTime", before: "19:30", after: null },
		{ field: "status", before: "scheduled", after: "rescheduled" },
		{ field: "venueName", before: "Embassy of Azerbaijan in Germany", after: "Town hall" },
	]);
	expect(submission.differences.every(({ weight }) => weight === "important")).toBe(true);
	await edit(edited, { venueName: "Unfinished thought" });
	const later = await getSubmission(coordinator, event.eventId);
	expect(later.content.venueName).toBe("Town hall");
	expect(later.mayDecide).toBe(false);
	expect(
		JSON.stringify([later, await listQueue(coordinator, { filter: "decided", limit: 200 })]),
	).not.toContain("Unfinished thought");
});

it("pages of the queue are complete and without repeats", async () => {
	const own = await makeOrganisation({ country: "LV" });
	const reviewer = await makeCoordinator("LV");
	const made = [];
	// All at one instant: the order must still be a total one.
	for (let n = 0; n < 7; n++)
		made.push(
			(await makeSubmitted({ organisation: own, now: new Date("2026-11-01T10:00:00Z") })).eventId,
		);
	const seen: string[] = [];
	for (const page of [1, 2, 3]) {
		const { items, hasMore } = await listQueue(reviewer, { page, limit: 3 });
		seen.push(...items.map(({ id }) => id));
		expect(hasMore).toBe(page < 3);
	}
	expect(seen).toHaveLength(7);
	expect(new Set(seen)).toEqual(new Set(made));
});

it("of two decisions at once one wins and the other is told, 100 times", async () => {
	const second = await makeCoordinator("DE");
	const event = await makeDraft({ organisation: await makeOrganisation({ country: "DE" }) });
	let at = event;
	for (let race = 0; race < 100; race++) {
		at = await submitAgain(at);
		const kinds = [race % 2 === 0 ? "approve" : "reject", "request_changes"] as const;
		const results = await Promise.allSettled([
			decideLoudly(at, coordinator, kinds[0], "The first reason."),
			decideLoudly(at, second, kinds[1], "The second reason."),
		]);
		const [lost, ...moreLost] = results.filter((result) => result.status === "rejected");
		expect(moreLost).toEqual([]);
		expect(["conflict", "illegal_transition"]).toContain(lost?.reason.code);
		const [won] = results.filter((result) => result.status === "fulfilled");
		expect(await db.decision.count({ where: { revisionId: at.revisionId } })).toBe(1);
		const { eventVersion } = won?.value ?? at;
		expect(eventVersion).toBe(at.eventVersion + 1);
		at = await edit({ ...at, eventVersion }, { venueName: `Hall ${race}` });
	}
	const lines = await db.auditEntry.count({
		where: {
			subjectId: event.eventId,
			action: { in: ["event.approve", "event.reject", "event.request_changes"] },
		},
	});
	expect(lines).toBe(100);
	expect(await mailsAbout(event.eventId)).toHaveLength(100);
	const approvals = await db.decision.count({ where: { eventId: event.eventId, kind: "approve" } });
	expect(approvals).toBeLessThanOrEqual(50);
	if (approvals > 0) expect((await publishedRow(event.eventId))?.sequence).toBe(approvals - 1);
}, 120_000);

it("content that is not complete cannot be handed in, and the missing fields are named", async () => {
	const draft = await makeDraft({
		organisation,
		content: { type: null, texts: {}, startDate: null, contactEmail: "nobody" },
	});
	await expect(submitAgain(draft)).rejects.toMatchObject({
		code: "invalid",
		fields: {
			type: "field.choose",
			"texts.en.title": "field.required",
			startDate: "field.required",
			contactEmail: "field.email",
		},
	});
	expect(
		await db.event.findUniqueOrThrow({
			where: { id: draft.eventId },
			select: { state: true, submittedAt: true },
		}),
	).toEqual({
		state: "draft",
		submittedAt: null,
	});
	expect(eventContent().texts.en?.title).toBe("Commemoration at the embassy, Berlin");
});
