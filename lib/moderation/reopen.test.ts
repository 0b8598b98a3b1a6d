import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { callOffEvent } from "@/lib/events/call-off-event";
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
import { addMember } from "@/prisma/factories/organisations";
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
import { getSubmission } from "./queries";
import { listQueue } from "./queue";
import { reopen } from "./reopen";
import { turnSwitch } from "./turn-switch";

useDatabase();

let admin: SignedInViewer;
let reviewer: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	admin = await makeAdmin();
	reviewer = await makeCoordinator("DE");
});

const REASON = "I pressed the wrong button.";
const eventOf = (eventId: string) => db.event.findUniqueOrThrow({ where: { id: eventId } });

async function takeBack(eventId: string, viewer: Viewer = reviewer) {
	const { version: eventVersion } = await eventOf(eventId);
	const input = { eventId, eventVersion, reason: REASON };
	return inTransaction((tx) => reopen(tx, viewer, { input, now: new Date() })).then(
		() => "done",
		(error) => error.code,
	);
}

async function submitEdit(event: MadeEvent, venueName: string): Promise<MadeEvent> {
	return submitAgain(await edit(event, { venueName }));
}

describe("a decision that is taken back", () => {
	it("leaves the comparison with the version that was sent back, never with its own copy", async () => {
		const event = await makeSubmitted();
		const sentBack = await decideOn(event, admin, "request_changes");
		await decideOn(await submitEdit(sentBack, "Town hall"), admin, "approve");
		await takeBack(event.eventId);
		expect(await getSubmission(reviewer, event.eventId)).toMatchObject({
			base: "previous",
			differences: [{ field: "venueName", after: "Town hall" }],
		});
	});

	it("shows a new event as new again", async () => {
		const event = await makeSubmitted();
		await decideOn(event, admin, "approve");
		await takeBack(event.eventId);
		expect(await getSubmission(reviewer, event.eventId)).toMatchObject({ base: null });
	});

	it.each(["approve", "request_changes", "reject"] as const)(
		"(%s) lets what was submitted wait again, word for word, and stays written",
		async (kind) => {
			const event = await makeSubmitted();
			const before = await getSubmission(reviewer, event.eventId);
			await decideOn(event, admin, kind);
			expect(await takeBack(event.eventId)).toBe("done");
			expect(await publishedRow(event.eventId)).toBeNull();
			const after = await getSubmission(reviewer, event.eventId);
			expect(after.state).toBe("submitted");
			expect(after.content.texts).toEqual(before.content.texts);
			expect(after.content.venueName).toEqual(before.content.venueName);
			expect(after.mayReopen).toBe(false);
			expect(after.decisions).toMatchObject([{ kind, undoneReason: REASON }]);
			expect((await listQueue(reviewer)).items.map(({ id }) => id)).toEqual([event.eventId]);
			const row = await db.decision.findFirstOrThrow({ where: { eventId: event.eventId } });
			expect(row).toMatchObject({ kind, actorId: admin.id, undoneById: reviewer.id });
			const traces = await db.auditEntry.findMany({
				where: { subjectId: event.eventId, actorId: reviewer.id },
				orderBy: { id: "asc" },
			});
			expect(traces.map(({ action }) => action)).toEqual(
				kind === "approve" ? ["event.reopen", "event.unpublished"] : ["event.reopen"],
			);
			expect(await queuedMails()).toMatchObject([
				{
					to: event.author.email,
					template: "decisionTakenBack",
					props: { eventId: event.eventId, reason: REASON },
				},
			]);
		},
	);

	it("gives the public back what it read before an edit was approved", async () => {
		const event = await makePublished({ reviewer: admin });
		const { venueName, uid, sequence } = await published(event);
		const approved = await decideOn(await submitEdit(event, "Another hall"), admin, "approve");
		expect((await published(event)).venueName).toBe("Another hall");
		expect(await takeBack(approved.eventId)).toBe("done");
		expect(await published(event)).toMatchObject({ venueName, uid, sequence: sequence + 2 });
		const { content, differences } = await getSubmission(reviewer, event.eventId);
		expect(content.venueName).toBe("Another hall");
		expect(differences.map(({ field }) => field)).toEqual(["venueName"]);
	});

	it("is no approval by which alone a recap is public: it would be lost", async () => {
		const event = await makePast({ reviewer: admin });
		await submitTyped(event, { attendanceMin: "12" });
		const waiting = await getSubmission(reviewer, event.eventId);
		expect(waiting).toMatchObject({ mayReopen: true, isHeldByRecap: false });
		await decideOnRecap(event, admin, "approve");
		const held = await getSubmission(reviewer, event.eventId);
		expect(held).toMatchObject({ mayReopen: false, isHeldByRecap: true });
		expect(await takeBack(event.eventId)).toBe("illegal_transition");
		expect(await db.publishedRecap.count({ where: { eventId: event.eventId } })).toBe(1);
		// The approval of a later edit gives the public back what it read before, recap and all.
		const version = (await eventOf(event.eventId)).version;
		const again = { ...event, eventVersion: version };
		await decideOn(await submitEdit(again, "Another hall"), admin, "approve");
		expect(await takeBack(event.eventId)).toBe("done");
		expect(await db.publishedRecap.count({ where: { eventId: event.eventId } })).toBe(1);
	});

	it("can be made again, and be taken back again", async () => {
		const event = await makeSubmitted();
		await decideOn(event, admin, "approve");
		expect(await takeBack(event.eventId)).toBe("done");
		expect(await takeBack(event.eventId)).toBe("illegal_transition");
		const { version: eventVersion } = await eventOf(event.eventId);
		await decideOn({ ...event, eventVersion }, admin, "approve");
		expect(await publishedRow(event.eventId)).not.toBeNull();
		expect(await takeBack(event.eventId)).toBe("done");
		expect(await db.decision.count({ where: { undoneAt: { not: null } } })).toBe(2);
	});

	it("is not when something followed: an edit, a cancellation, somebody else's click", async () => {
		const edited = await makePublished({ reviewer: admin });
		await edit(edited, { venueName: "Another hall" });
		expect(await takeBack(edited.eventId)).toBe("illegal_transition");
		const cancelled = await makePublished({ reviewer: admin });
		await inTransaction((tx) =>
			callOffEvent(tx, cancelled.author, {
				input: {
					eventId: cancelled.eventId,
					eventVersion: cancelled.eventVersion,
					kind: "cancel",
					reasons: { en: "Snow." },
				},
				now: new Date(),
			}),
		);
		expect(await takeBack(cancelled.eventId)).toBe("illegal_transition");
		const both = await makePublished({ reviewer: admin });
		const { version: eventVersion } = await eventOf(both.eventId);
		const input = { eventId: both.eventId, eventVersion, reason: REASON };
		const outcomes = await Promise.all(
			Array.from({ length: 6 }, () =>
				inTransaction((tx) => reopen(tx, reviewer, { input, now: new Date() })).then(
					() => "done",
					(error) => error.code,
				),
			),
		);
		expect(outcomes.sort()).toEqual([...Array(5).fill("conflict"), "done"].sort());
		expect(await db.auditEntry.count({ where: { action: "event.reopen" } })).toBe(1);
	});

	it("is for those who may decide: not its organiser, another country, or a member", async () => {
		const event = await makePublished({ reviewer: admin });
		const member = await makeUser({ countries: ["DE"] });
		await addMember(event.organisation.id, member.id, "editor");
		expect(await takeBack(event.eventId, event.author)).toBe("forbidden");
		expect(await takeBack(event.eventId, await makeCoordinator("FR"))).toBe("not_found");
		expect(await takeBack(event.eventId, await makeViewer(member))).toBe("own_event");
		expect(await publishedRow(event.eventId)).not.toBeNull();
	});

	it("hides a new event also while the calendar is frozen, but publishes nothing then", async () => {
		const fresh = await makePublished({ reviewer: admin });
		const edited = await decideOn(
			await submitEdit(await makePublished({ reviewer: admin }), "Another hall"),
			admin,
			"approve",
		);
		await inTransaction((tx) =>
			turnSwitch(tx, justProven(admin), {
				input: { name: "freeze", isOn: true, reason: "An attack." },
				now: new Date(),
			}),
		);
		expect(await takeBack(fresh.eventId)).toBe("done");
		expect(await publishedRow(fresh.eventId)).toBeNull();
		expect(await takeBack(edited.eventId)).toBe("frozen");
		expect((await published(edited)).venueName).toBe("Another hall");
	});
});

async function published({ eventId }: { eventId: string }) {
	return db.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: { venueName: true, uid: true, sequence: true },
	});
}
