import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { callOffEvent } from "@/lib/events/call-off-event";
import { getMyEvent } from "@/lib/events/queries";
import { withdrawEvent } from "@/lib/events/withdraw-event";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import {
	decideOn,
	edit,
	type MadeEvent,
	makePublished,
	makeSubmitted,
	publishedRow,
	submitAgain,
} from "@/prisma/factories/events";
import { addMember, makeOrganisation } from "@/prisma/factories/organisations";
import {
	justProven,
	makeAdmin,
	makeCoordinator,
	makeUser,
	makeViewer,
} from "@/prisma/factories/people";
import { decideOnRecap, makePast, submitTyped } from "@/prisma/factories/recaps";
import { queuedMails } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { submitOrPublish } from "./submit-or-publish";
import { restore, takeDown } from "./take-down";
import { turnSwitch } from "./turn-switch";

useDatabase();

const NOW = new Date("2027-02-20T10:00:00Z");
let admin: SignedInViewer;
let reviewer: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	admin = await makeAdmin();
	reviewer = await makeCoordinator("DE");
});

const versionOf = async (eventId: string) =>
	(await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { version: true } })).version;

async function hide(eventId: string, viewer: Viewer = reviewer) {
	const input = { eventId, eventVersion: await versionOf(eventId), reason: "It names a victim." };
	await inTransaction((tx) => takeDown(tx, viewer, { input, now: NOW }));
}

async function show(eventId: string, viewer: Viewer = reviewer) {
	const input = { eventId, eventVersion: await versionOf(eventId) };
	return inTransaction((tx) => restore(tx, viewer, { input, now: NOW }));
}

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error) => error.code,
	);

const stateOf = async (eventId: string) =>
	(await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { state: true } })).state;

describe("hiding", () => {
	it("takes the event out of the public calendar with a trace, and mails its members why", async () => {
		const owner = await makeUser({ locale: "az" });
		const organisation = await makeOrganisation({ ownerId: owner.id });
		const { eventId } = await makePublished({ organisation, reviewer: admin });
		await hide(eventId);
		expect(await publishedRow(eventId)).toBeNull();
		expect(await stateOf(eventId)).toBe("withdrawn");
		const mails = await queuedMails();
		expect(mails.filter(({ template }) => template === "eventTakenDown")).toEqual([
			expect.objectContaining({
				to: owner.email,
				locale: "az",
				props: expect.objectContaining({ eventId, reason: "It names a victim." }),
			}),
		]);
		const traces = await db.auditEntry.findMany({
			where: { subjectId: eventId, actorId: reviewer.id },
			orderBy: { id: "asc" },
			select: { action: true },
		});
		expect(traces.map(({ action }) => action)).toEqual(["event.take_down", "event.unpublished"]);
		const mine = await getMyEvent(organisation.owner, eventId);
		expect(mine.takeDowns).toMatchObject([{ reason: "It names a victim." }]);
		expect(JSON.stringify(mine)).not.toContain(reviewer.id);
		expect(mine.actions).toEqual(["edit"]);
	});

	it("is for reviewers of the country and admins, and never of their own organisation", async () => {
		const organisation = await makeOrganisation();
		const { eventId } = await makePublished({ organisation, reviewer: admin });
		const member = await makeUser({ countries: ["DE"] });
		await addMember(organisation.id, member.id, "editor");
		const others: [Viewer, string][] = [
			[await makeCoordinator("FR"), "not_found"],
			[organisation.owner, "forbidden"],
			[await makeViewer(member), "own_event"],
			[{ kind: "anonymous" }, "unauthenticated"],
		];
		for (const [viewer, code] of others) expect(await codeOf(hide(eventId, viewer))).toBe(code);
		expect(await publishedRow(eventId)).not.toBeNull();
		await hide(eventId, admin);
		for (const [viewer, code] of others) expect(await codeOf(show(eventId, viewer))).toBe(code);
		expect(await publishedRow(eventId)).toBeNull();
	});

	it("goes on while the calendar is frozen, but showing again does not", async () => {
		const { eventId } = await makePublished({ reviewer: admin });
		const freeze = { name: "freeze", isOn: true, reason: "Flood" } as const;
		await inTransaction((tx) =>
			turnSwitch(tx, justProven(admin, NOW), { input: freeze, now: NOW }),
		);
		await hide(eventId);
		expect(await codeOf(show(eventId))).toBe("frozen");
	});

	it("of two at once succeeds once", async () => {
		const { eventId } = await makePublished({ reviewer: admin });
		const codes = await Promise.all([codeOf(hide(eventId)), codeOf(hide(eventId, admin))]);
		expect(codes.sort()).toEqual(["conflict", "done"]);
		expect(await db.takeDown.count()).toBe(1);
	});
});

describe("showing again", () => {
	it("brings the same event back to its address, with a higher sequence", async () => {
		const { eventId } = await makePublished({ reviewer: admin });
		const before = await publishedRow(eventId);
		await hide(eventId);
		const { path } = await show(eventId, await makeCoordinator("DE"));
		const after = await publishedRow(eventId);
		expect(path).toBe(`/events/${before?.season}/${before?.slug}`);
		expect(after).toMatchObject({
			slug: before?.slug,
			uid: before?.uid,
			revisionId: before?.revisionId,
			sequence: (before?.sequence ?? 0) + 1,
			texts: before?.texts,
		});
		expect(await stateOf(eventId)).toBe("approved");
		expect(await codeOf(show(eventId))).toBe("illegal_transition");
		expect((await queuedMails()).map(({ template }) => template)).toContain("eventRestored");
	});

	it("keeps an edit that the organiser has begun meanwhile", async () => {
		const event = await makePublished({ reviewer: admin });
		await hide(event.eventId);
		const version = await versionOf(event.eventId);
		await edit({ ...event, eventVersion: version }, { venueName: "Another hall" });
		await show(event.eventId);
		expect(await stateOf(event.eventId)).toBe("draft");
		expect((await publishedRow(event.eventId))?.venueName).not.toBe("Another hall");
	});

	it("brings back that the event was cancelled", async () => {
		const event = await makePublished({ reviewer: admin });
		const { eventId, author } = event;
		const reasons = { en: "The hall is flooded." };
		const input = { eventId, eventVersion: event.eventVersion, kind: "cancel", reasons } as const;
		await inTransaction((tx) => callOffEvent(tx, author, { input, now: NOW }));
		await hide(eventId);
		await show(eventId);
		expect(await publishedRow(eventId)).toMatchObject({ status: "cancelled", sequence: 3 });
	});

	it("is no way round the organiser: what was withdrawn stays withdrawn", async () => {
		const event = await makePublished({ reviewer: admin });
		const { eventId, author } = event;
		await hide(eventId);
		await edit({ ...event, eventVersion: await versionOf(eventId) }, { venueName: "Hall" });
		const eventVersion = await versionOf(eventId);
		await inTransaction((tx) => withdrawEvent(tx, author, { eventId, eventVersion, now: NOW }));
		expect(await codeOf(show(eventId))).toBe("illegal_transition");
	});
});

describe("the organiser's way back", () => {
	it("is a new submission, which nobody's trust publishes while the event is hidden", async () => {
		const organisation = await makeOrganisation();
		await trust(organisation.id);
		const event = await makePublished({ organisation, reviewer: admin });
		await hide(event.eventId);
		const edited = await edit(await standing(event), { venueName: "Another hall" });
		await inTransaction((tx) => submitOrPublish(tx, organisation.owner, { ...edited, now: NOW }));
		expect(await publishedRow(event.eventId)).toBeNull();
		expect(await stateOf(event.eventId)).toBe("submitted");
		await decideOn(await standing(edited), reviewer, "approve");
		expect((await publishedRow(event.eventId))?.venueName).toBe("Another hall");
		expect(await db.takeDown.count({ where: { endedAt: null } })).toBe(0);
		expect(await codeOf(show(event.eventId))).toBe("illegal_transition");
	});

	it("leaves other events of a trusted organisation alone", async () => {
		const organisation = await makeOrganisation();
		await trust(organisation.id);
		await hide((await makePublished({ organisation, reviewer: admin })).eventId);
		const other = await makeSubmitted({ organisation });
		const again = await edit(await standing(other), { venueName: "Another hall" });
		await inTransaction((tx) => submitOrPublish(tx, organisation.owner, { ...again, now: NOW }));
		expect(await publishedRow(other.eventId)).not.toBeNull();
	});

	it("after a hiding of a public event whose edit waits is the approval of that edit", async () => {
		const event = await submitAgain(
			await edit(await makePublished({ reviewer: admin }), { venueName: "Another hall" }),
		);
		await hide(event.eventId);
		expect(await stateOf(event.eventId)).toBe("submitted");
		await decideOn(await standing(event), reviewer, "approve");
		expect(await publishedRow(event.eventId)).toMatchObject({ venueName: "Another hall" });
	});
});

describe("the recap that was hidden with its event", () => {
	const recapOf = (eventId: string) => db.publishedRecap.findUnique({ where: { eventId } });

	async function hideWithRecap(): Promise<MadeEvent> {
		const event = await makePast({ reviewer: admin });
		await submitTyped(event, { attendanceMin: "40" });
		await decideOnRecap(event, admin, "approve");
		await hide(event.eventId);
		expect(await recapOf(event.eventId)).toBeNull();
		return event;
	}

	async function approveAnew(event: MadeEvent): Promise<void> {
		const edited = await edit(await standing(event), { venueName: "Another hall" });
		await decideOn(await submitAgain(edited), reviewer, "approve");
	}

	it("is public again with what is approved anew, with a trace", async () => {
		const event = await hideWithRecap();
		await approveAnew(event);
		expect((await publishedRow(event.eventId))?.venueName).toBe("Another hall");
		expect(await recapOf(event.eventId)).toMatchObject({ attendanceMin: 40 });
		const traces = await db.auditEntry.count({
			where: { subjectId: event.eventId, action: "recap.published", actorId: reviewer.id },
		});
		expect(traces).toBe(1);
	});

	it("is public again with what is shown again", async () => {
		const { eventId } = await hideWithRecap();
		await show(eventId);
		expect(await recapOf(eventId)).toMatchObject({ attendanceMin: 40 });
	});

	it("stays away where its organiser withdrew it meanwhile, and with an event that they withdrew", async () => {
		const event = await hideWithRecap();
		await db.recap.update({ where: { eventId: event.eventId }, data: { state: "withdrawn" } });
		await approveAnew(event);
		expect(await recapOf(event.eventId)).toBeNull();

		const other = await hideWithRecap();
		const { eventId, author } = other;
		const edited = await edit(await standing(other), { venueName: "Hall" });
		await inTransaction((tx) =>
			withdrawEvent(tx, author, { eventId, eventVersion: edited.eventVersion, now: NOW }),
		);
		const again = await edit(await standing(edited), { venueName: "The first hall" });
		await decideOn(await submitAgain(again), reviewer, "approve");
		expect(await publishedRow(eventId)).not.toBeNull();
		expect(await recapOf(eventId)).toBeNull();
	});
});

async function standing(event: MadeEvent): Promise<MadeEvent> {
	return { ...event, eventVersion: await versionOf(event.eventId) };
}

async function trust(organisationId: string): Promise<void> {
	await db.organisation.update({
		where: { id: organisationId },
		data: { trustedAt: NOW, trustedById: admin.id },
		select: { id: true },
	});
}
