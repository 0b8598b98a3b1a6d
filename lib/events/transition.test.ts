import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import {
	EVENT_ACTIONS,
	type EventAction,
	type EventState,
	nextState,
	REVIEWER_ACTIONS,
} from "@/lib/lifecycle/lifecycle";
import { decide } from "@/lib/moderation/decide";
import { reopen } from "@/lib/moderation/reopen";
import { restore, takeDown } from "@/lib/moderation/take-down";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import {
	decideOn,
	edit,
	eventContent,
	type MadeEvent,
	makeDraft,
	makePublished,
	makeSubmitted,
} from "@/prisma/factories/events";
import {
	type MadeOrganisation,
	makeEditor,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator, makeStranger } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { callOffEvent } from "./call-off-event";
import { discardDraft } from "./discard-draft";
import { getMyEvent } from "./queries";
import { saveDraft } from "./save-draft";
import { submitEvent } from "./submit-event";
import { withdrawEvent } from "./withdraw-event";

useDatabase();

let organisation: MadeOrganisation;
let editor: SignedInViewer;
let admin: SignedInViewer;

beforeAll(async () => {
	organisation = await makeOrganisation();
	editor = await makeEditor(organisation.id);
	admin = await makeAdmin();
});

type Situation = { state: EventState; isPublished: boolean };
const SITUATIONS: Situation[] = [
	{ state: "draft", isPublished: false },
	{ state: "draft", isPublished: true },
	{ state: "submitted", isPublished: false },
	{ state: "submitted", isPublished: true },
	{ state: "changes_requested", isPublished: false },
	{ state: "changes_requested", isPublished: true },
	{ state: "approved", isPublished: true },
	{ state: "rejected", isPublished: false },
	{ state: "rejected", isPublished: true },
	{ state: "withdrawn", isPublished: false },
];

async function bring({ state, isPublished }: Situation): Promise<MadeEvent> {
	const base = { organisation, author: editor };
	if (state === "approved") return makePublished({ ...base, reviewer: admin });
	const draft = isPublished
		? await edit(await makePublished({ ...base, reviewer: admin }), {
				startTime: "20:00",
				endTime: null,
			})
		: await makeDraft(base);
	if (state === "draft") return draft;
	const submitted = { ...draft, ...(await perform(draft, "submit", editor)) };
	if (state === "submitted") return submitted;
	if (state === "withdrawn")
		return { ...submitted, ...(await perform(submitted, "withdraw", editor)) };
	return decideOn(submitted, admin, state === "rejected" ? "reject" : "request_changes");
}

function perform(event: MadeEvent, action: EventAction, viewer: Viewer): Promise<object> {
	const { eventId, eventVersion, revisionId, revisionVersion, now } = event;
	return inTransaction(async (tx) => {
		switch (action) {
			case "edit":
				return saveDraft(tx, viewer, {
					eventId,
					revisionId,
					revisionVersion,
					content: eventContent("DE", { venueName: "Another hall" }),
					now,
				});
			case "submit":
				return submitEvent(tx, viewer, { eventId, eventVersion, now });
			case "withdraw":
				return withdrawEvent(tx, viewer, { eventId, eventVersion, now });
			case "discard":
				return discardDraft(tx, viewer, { eventId, eventVersion, now });
			case "cancel":
			case "postpone":
				return callOffEvent(tx, viewer, {
					input: { eventId, eventVersion, kind: action, reasons: { en: "Snow." } },
					now,
				});
			case "take_down":
				await takeDown(tx, viewer, {
					input: { eventId, eventVersion, reason: "A reason." },
					now,
				});
				return {};
			case "restore":
				return restore(tx, viewer, { input: { eventId, eventVersion }, now });
			case "reopen":
				await reopen(tx, viewer, { input: { eventId, eventVersion, reason: "A reason." }, now });
				return {};
			default:
				return decide(tx, viewer, {
					input: { eventId, eventVersion, kind: action, reason: "A reason." },
					now,
				});
		}
	});
}

async function everything(eventId: string) {
	const [event, revisions, published, decisions] = await Promise.all([
		db.event.findUnique({ where: { id: eventId }, omit: { updatedAt: true } }),
		db.eventRevision.findMany({
			where: { eventId },
			orderBy: { number: "asc" },
			include: { texts: true, venue: true },
		}),
		db.publishedEvent.findUnique({
			where: { id: eventId },
			include: { texts: true, organisers: true },
		}),
		db.decision.findMany({ where: { eventId } }),
	]);
	const audits = await db.auditEntry.count({ where: { subjectId: eventId } });
	return { event, revisions, published, decisions, audits };
}

const pairs = SITUATIONS.flatMap((situation) =>
	EVENT_ACTIONS.map((action) => ({ ...situation, action })),
);
const isReviewers = (action: EventAction) =>
	(REVIEWER_ACTIONS as readonly EventAction[]).includes(action);

describe("an editor", () => {
	it.each(pairs)(
		"$action of an event that is $state (public: $isPublished)",
		async ({ action, ...situation }) => {
			const event = await bring(situation);
			const before = await everything(event.eventId);
			const wanted = nextState(situation.state, action, situation);
			if (isReviewers(action)) {
				await expect(perform(event, action, editor)).rejects.toMatchObject({ code: "forbidden" });
			} else if (wanted === null) {
				await expect(perform(event, action, editor)).rejects.toMatchObject({
					code: "illegal_transition",
				});
			} else {
				await perform(event, action, editor);
				const after = await everything(event.eventId);
				expect(after.event?.state).toBe(wanted);
				// Nothing an organiser does can publish but that the event is off, and only withdrawing takes it out of the
				// public calendar.
				if (action === "withdraw") expect(after.published).toBeNull();
				else if (action === "cancel" || action === "postpone") {
					expect(after.published).toEqual({
						...before.published,
						status: action === "cancel" ? "cancelled" : "postponed",
						statusReason: "Snow.",
						texts: before.published?.texts.map((text) => ({ ...text, statusReason: "Snow." })),
						sequence: (before.published?.sequence ?? 0) + 1,
						revisionId: expect.not.stringMatching(before.published?.revisionId ?? ""),
						publishedAt: event.now,
					});
				} else expect(after.published).toEqual(before.published);
				return;
			}
			expect(await everything(event.eventId)).toEqual(before);
		},
	);
});

describe("a reviewer", () => {
	it.each(pairs.filter(({ action }) => isReviewers(action)))(
		"$action of an event that is $state (public: $isPublished)",
		async ({ action, ...situation }) => {
			const event = await bring(situation);
			const wanted = nextState(situation.state, action, situation);
			if (situation.state === "draft" && !situation.isPublished) {
				await expect(perform(event, action, admin)).rejects.toMatchObject({ code: "not_found" });
			} else if (wanted === null) {
				await expect(perform(event, action, admin)).rejects.toMatchObject({
					code: "illegal_transition",
				});
			} else {
				await perform(event, action, admin);
				expect((await everything(event.eventId)).event?.state).toBe(wanted);
			}
		},
	);

	it.each(["edit", "submit", "withdraw", "discard", "cancel", "postpone"] as const)(
		"cannot %s somebody's event",
		async (action) => {
			const event = await bring({ state: "submitted", isPublished: false });
			await expect(perform(event, action, admin)).rejects.toMatchObject({ code: "forbidden" });
		},
	);
});

it("another's id is not found, whoever replays it, and nothing changes", async () => {
	const event = await makeSubmitted({ organisation });
	const before = await everything(event.eventId);
	const outsiders = [
		await makeStranger(),
		(await makeOrganisation({ country: "FR" })).owner,
		await makeCoordinator("FR"),
	];
	for (const viewer of outsiders) {
		for (const action of EVENT_ACTIONS) {
			await expect(perform(event, action, viewer)).rejects.toMatchObject({ code: "not_found" });
		}
		await expect(getMyEvent(viewer, event.eventId)).rejects.toMatchObject({ code: "not_found" });
	}
	for (const action of EVENT_ACTIONS) {
		await expect(perform(event, action, { kind: "anonymous" })).rejects.toMatchObject({
			code: "unauthenticated",
		});
	}
	expect(await everything(event.eventId)).toEqual(before);
});

it("an action on a version that is no longer the latest is a conflict and changes nothing", async () => {
	const event = await makeSubmitted({ organisation });
	const stale = { ...event, eventVersion: event.eventVersion - 1 };
	const before = await everything(event.eventId);
	for (const action of ["submit", "withdraw", "discard"] as const) {
		await expect(perform(stale, action, organisation.owner)).rejects.toMatchObject({
			code: "conflict",
		});
	}
	await expect(perform(stale, "approve", admin)).rejects.toMatchObject({ code: "conflict" });
	expect(await everything(event.eventId)).toEqual(before);
});

it("each transition leaves one audit line with the actor and both states", async () => {
	const event = await makePublished({ organisation, author: editor, reviewer: admin });
	const lines = await db.auditEntry.findMany({
		where: { subjectId: event.eventId },
		orderBy: { id: "asc" },
		select: { action: true, actorId: true, detail: true },
	});
	expect(lines.map(({ action, actorId }) => ({ action, actorId }))).toEqual([
		{ action: "event.created", actorId: editor.id },
		{ action: "event.submit", actorId: editor.id },
		{ action: "event.approve", actorId: admin.id },
		{ action: "event.published", actorId: admin.id },
	]);
	expect(lines[2]?.detail).toMatchObject({
		from: "submitted",
		to: "approved",
		revisionId: event.revisionId,
	});
});
