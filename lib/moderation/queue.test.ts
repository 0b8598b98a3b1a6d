import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	decideOn,
	edit,
	type MadeEvent,
	makeDraft,
	makePublished,
	makeSubmitted,
} from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator, makeStranger } from "@/prisma/factories/people";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { getSubmission } from "./queries";
import { countWaitingByCountry, listQueue } from "./queue";
import { nextInQueue } from "./queue-order";
import { reopen } from "./reopen";
import { submitOrPublish } from "./submit-or-publish";
import { addNote, takeOn } from "./work-together";

useDatabase();

const NOW = new Date("2026-11-26T10:00:00Z");
const EARLIER = new Date("2026-11-25T10:00:00Z");
const ON_THE_DAY = { startDate: "2027-02-26" };

let coordinator: SignedInViewer;

beforeAll(async () => {
	coordinator = await makeCoordinator("DE");
});

describe("the order of the queue", () => {
	it("is the nearest day, then changes of plans, then the longest waiting; what is past comes last", async () => {
		const organisation = await makeOrganisation({ country: "DE" });
		const waiting = { organisation, now: NOW };
		const published = await makePublished({ ...waiting, content: ON_THE_DAY });
		const corrected = await makePublished({ ...waiting, content: ON_THE_DAY });
		const past = await makeSubmitted({ ...waiting, content: { startDate: "2026-02-26" } });
		const young = await makeSubmitted({ ...waiting, content: ON_THE_DAY });
		const old = await makeSubmitted({ organisation, now: EARLIER, content: ON_THE_DAY });
		const near = await makeSubmitted({ ...waiting, content: { startDate: "2027-02-20" } });
		await submit(await edit(corrected, { ...ON_THE_DAY, contactPhone: "+49 30 123456" }));
		await submit(await edit(published, { ...ON_THE_DAY, venueName: "Another hall" }));

		const expected = [near, published, old, young, corrected, past].map(({ eventId }) => eventId);
		expect(await idsOf(coordinator)).toEqual(expected);
		const walked = [near.eventId];
		for (const _ of expected.slice(1))
			walked.push((await nextInQueue(coordinator, walked.at(-1) ?? "")) ?? "none");
		expect(walked).toEqual(expected);
		// From the front again after the last one.
		expect(await nextInQueue(coordinator, past.eventId)).toBe(near.eventId);
	});

	it("leads to no event of the reviewer's own organisation, of another territory, or that does not wait", async () => {
		await emptyDatabase();
		const own = await makeOrganisation({ country: "DE" });
		const other = await makeOrganisation({ country: "DE" });
		const french = await makeOrganisation({ country: "FR" });
		const member = asMember(await makeCoordinator("DE"), own.id);
		const [mine, theirs, abroad] = [
			await makeSubmitted({ organisation: own }),
			await makeSubmitted({ organisation: other }),
			await makeSubmitted({ organisation: french }),
		];
		await makeDraft({ organisation: other });
		await makePublished({ organisation: other });
		expect(await nextInQueue(member, mine.eventId)).toBe(theirs.eventId);
		expect(await nextInQueue(member, theirs.eventId)).toBeNull();
		expect(await nextInQueue(await makeAdmin(), theirs.eventId)).not.toBeNull();
		expect(await nextInQueue(await makeCoordinator("FR"), theirs.eventId)).toBe(abroad.eventId);
		expect(await nextInQueue(await makeStranger(), mine.eventId)).toBeNull();
	});
});

describe("filters of the queue", () => {
	beforeEach(emptyDatabase);

	it("narrow by country, kind and what the reviewer has taken on, and count by country", async () => {
		const reviewer = await makeCoordinator("DE", "FR");
		const german = await makeOrganisation({ country: "DE" });
		const french = await makeOrganisation({ country: "FR" });
		const published = await makePublished({ organisation: german });
		const moved = await submit(await edit(published, { venueName: "Another hall" }));
		const fresh = await makeSubmitted({ organisation: german });
		const abroad = await makeSubmitted({ organisation: french });
		await takeOnAs(reviewer, fresh);
		expect(await idsOf(reviewer, { country: "FR" })).toEqual([abroad.eventId]);
		expect(await idsOf(reviewer, { waitingAs: "important_change" })).toEqual([moved.eventId]);
		expect(await idsOf(reviewer, { isMine: true })).toEqual([fresh.eventId]);
		expect(await countWaitingByCountry(reviewer)).toEqual([
			{ country: "DE", count: 2 },
			{ country: "FR", count: 1 },
		]);
		expect(await countWaitingByCountry(await makeStranger())).toEqual([]);
	});
});

describe("the filter of what is late", () => {
	beforeEach(emptyDatabase);

	const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

	it("shows what has waited for 48 hours to the moment, to those alone whose it is", async () => {
		const organisation = await makeOrganisation({ country: "DE" });
		const old = await makeSubmitted({ organisation, now: NOW });
		const young = await makeSubmitted({ organisation, now: hoursLater(1) });
		await makePublished({ organisation, now: NOW });
		const late = (hours: number) => idsOf(coordinator, { lateAt: hoursLater(hours) });
		expect(await late(47.9)).toEqual([]);
		expect(await late(48)).toEqual([old.eventId]);
		expect((await late(49)).sort()).toEqual([old.eventId, young.eventId].sort());
		expect(await idsOf(await makeCoordinator("FR"), { lateAt: hoursLater(49) })).toEqual([]);
	});

	it("counts from the moment in which a decision was taken back; the place in the queue stays", async () => {
		const waiting = {
			organisation: await makeOrganisation({ country: "DE" }),
			content: ON_THE_DAY,
		};
		const reviewer = await makeCoordinator("DE");
		const event = await makeSubmitted({ ...waiting, now: NOW });
		const other = await makeSubmitted({ ...waiting, now: hoursLater(1) });
		const { eventId } = event;
		const { eventVersion } = await decideOn({ ...event, now: hoursLater(40) }, reviewer, "reject");
		const input = { eventId, eventVersion, reason: "I pressed the wrong button." };
		await inTransaction((tx) => reopen(tx, reviewer, { input, now: hoursLater(47) }));
		expect(await idsOf(reviewer)).toEqual([eventId, other.eventId]);
		expect(await idsOf(reviewer, { lateAt: hoursLater(94) })).toEqual([other.eventId]);
		expect(await idsOf(reviewer, { lateAt: hoursLater(95) })).toEqual([eventId, other.eventId]);
		const [shown] = (await listQueue(reviewer)).items;
		expect(shown).toMatchObject({ submittedAt: NOW, waitsSince: hoursLater(47) });
	});
});

describe("working together", () => {
	it("one takes an event on, another takes it over, and it is left again, each with a trace", async () => {
		const other = await makeCoordinator("DE");
		const one = await makeCoordinator("DE");
		const event = await makeSubmitted({ organisation: await makeOrganisation({ country: "DE" }) });
		await takeOnAs(one, event);
		await takeOnAs(other, event);
		expect((await getSubmission(one, event.eventId)).assignee?.id).toBe(other.id);
		await takeOnAs(other, event, false);
		expect((await getSubmission(one, event.eventId)).assignee).toBeNull();
		expect(await traces(event, "event.assigned")).toEqual([one.id, other.id, other.id]);
	});

	it("notes are for reviewers of the event alone", async () => {
		const organisation = await makeOrganisation({ country: "DE" });
		const event = await makeSubmitted({ organisation });
		const reviewer = await makeCoordinator("DE");
		await note(reviewer, event, "Called the embassy: it is theirs.");
		const { notes } = await getSubmission(await makeCoordinator("DE"), event.eventId);
		expect(notes.map(({ text }) => text)).toEqual(["Called the embassy: it is theirs."]);
		expect(await traces(event, "event.noted")).toEqual([reviewer.id]);
	});

	it("refuses members of the organisation, other territories, strangers and nobody, and changes nothing", async () => {
		const organisation = await makeOrganisation({ country: "DE" });
		const event = await makeSubmitted({ organisation });
		const ownReviewer = asMember(await makeCoordinator("DE"), organisation.id);
		for (const [viewer, code] of [
			[organisation.owner, "forbidden"],
			[ownReviewer, "own_event"],
			[await makeCoordinator("FR"), "not_found"],
			[await makeStranger(), "not_found"],
			[{ kind: "anonymous" as const }, "unauthenticated"],
		] as const) {
			await expect(takeOnAs(viewer, event)).rejects.toMatchObject({ code });
			await expect(note(viewer, event, "text")).rejects.toMatchObject({ code });
		}
		expect(await db.reviewNote.count({ where: { eventId: event.eventId } })).toBe(0);
		expect(
			await db.event.findUniqueOrThrow({
				where: { id: event.eventId },
				select: { assigneeId: true },
			}),
		).toEqual({ assigneeId: null });
	});
});

function asMember(viewer: SignedInViewer, organisationId: string): SignedInViewer {
	return { ...viewer, memberships: [{ organisationId, role: "editor" }] };
}

type AnyViewer = SignedInViewer | { kind: "anonymous" };

async function submit(event: MadeEvent): Promise<MadeEvent> {
	const { eventId, eventVersion, author } = event;
	const submitted = await inTransaction((tx) =>
		submitOrPublish(tx, author, { eventId, eventVersion, now: NOW }),
	);
	return { ...event, ...submitted };
}

async function idsOf(viewer: SignedInViewer, query: Parameters<typeof listQueue>[1] = {}) {
	return (await listQueue(viewer, query)).items.map(({ id }) => id);
}

function takeOnAs(viewer: AnyViewer, { eventId }: MadeEvent, isTaken = true) {
	return inTransaction((tx) => takeOn(tx, viewer, { eventId, isTaken, now: NOW }));
}

function note(viewer: AnyViewer, { eventId }: MadeEvent, text: string) {
	return inTransaction((tx) => addNote(tx, viewer, { eventId, text, now: NOW }));
}

async function traces({ eventId }: MadeEvent, action: string) {
	const rows = await db.auditEntry.findMany({
		where: { subjectId: eventId, action },
		orderBy: { id: "asc" },
		select: { actorId: true },
	});
	return rows.map(({ actorId }) => actorId);
}
