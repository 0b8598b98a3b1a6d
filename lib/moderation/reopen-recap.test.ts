import { beforeEach, describe, expect, it } from "vitest";
import { findPublishedById } from "@/lib/calendar/queries";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { isPublicMedia } from "@/lib/media/queries";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { atOnce } from "@/prisma/factories/at-once";
import type { MadeEvent } from "@/prisma/factories/events";
import { addMember } from "@/prisma/factories/organisations";
import {
	justProven,
	makeAdmin,
	makeCoordinator,
	makeUser,
	makeViewer,
} from "@/prisma/factories/people";
import {
	AFTER,
	decideOnRecap,
	makeMedia,
	makePast,
	saveTyped,
	submitTyped,
} from "@/prisma/factories/recaps";
import { queuedMails } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { countRecaps, getRecapSubmission, listRecapQueue } from "./recap-queries";
import { reopenRecap } from "./reopen-recap";
import { submitOrPublishRecap } from "./submit-or-publish-recap";
import { turnSwitch } from "./turn-switch";

useDatabase();

const REASON = "The wrong picture.";
const LATER = new Date(AFTER.getTime() + 3_600_000);
let event: MadeEvent;
let reviewer: SignedInViewer;
let admin: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	event = await makePast();
	reviewer = await makeCoordinator("DE");
	admin = await makeAdmin();
});

const publicRecap = async () => (await findPublishedById(event.eventId))?.recap ?? null;
const versionNow = async () =>
	(await db.recap.findUniqueOrThrow({ where: { eventId: event.eventId } })).version;

async function takeBack(viewer: Viewer = reviewer): Promise<unknown> {
	return takeBackFrom(await versionNow(), viewer).then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : error),
	);
}

function takeBackFrom(eventVersion: number, viewer: Viewer) {
	const input = { eventId: event.eventId, eventVersion, reason: REASON };
	return inTransaction((tx) => reopenRecap(tx, viewer, { input, now: LATER }));
}

async function handIn(typed: Record<string, unknown> = { attendanceMin: "100" }) {
	const mediaId = await makeMedia(event.organisation);
	await saveTyped(event, { newPicture: { credit: "Aysel", alt: { en: "Candles" } } }, { mediaId });
	await submitTyped(event, {
		...typed,
		pictures: { [mediaId]: { credit: "Aysel", alt: { en: "Candles" } } },
	});
	return mediaId;
}

describe("a decision on a recap that is taken back", () => {
	it.each(["approve", "request_changes", "reject"] as const)(
		"(%s) lets what was handed in wait again, word for word, and stays written",
		async (kind) => {
			const mediaId = await handIn();
			const before = await getRecapSubmission(reviewer, event.eventId);
			await decideOnRecap(event, admin, kind);
			expect(await takeBack()).toBe("done");
			expect([await publicRecap(), await isPublicMedia(mediaId)]).toEqual([null, false]);
			const after = await getRecapSubmission(reviewer, event.eventId);
			expect(after).toMatchObject({ state: "submitted", mayDecide: true, mayReopen: false });
			const { id: _, number: __, submittedAt: ___, ...content } = before.content;
			expect(after.content).toMatchObject(content);
			expect(after.decisions).toMatchObject([{ kind, undoneReason: REASON }]);
			expect((await listRecapQueue(reviewer, "waiting")).map(({ eventId }) => eventId)).toEqual([
				event.eventId,
			]);
			expect(await db.recapDecision.findFirst()).toMatchObject({
				kind,
				actorId: admin.id,
				undoneById: reviewer.id,
			});
			const traces = await db.auditEntry.findMany({
				where: { subjectId: event.eventId, actorId: reviewer.id },
				orderBy: { id: "asc" },
			});
			expect(traces.map(({ action }) => action)).toEqual(
				kind === "approve" ? ["recap.reopen", "recap.unpublished"] : ["recap.reopen"],
			);
			const mails = await queuedMails();
			expect(mails.filter(({ template }) => template === "recapDecisionTakenBack")).toMatchObject([
				{ to: event.author.email, props: { eventId: event.eventId, reason: REASON } },
			]);
		},
	);

	it("gives the public back what it read before a correction was approved", async () => {
		await submitTyped(event, { attendanceMin: "100" });
		await decideOnRecap(event, admin, "approve");
		await submitTyped(event, { attendanceMin: "90" });
		await decideOnRecap(event, admin, "approve");
		expect((await publicRecap())?.attendance?.min).toBe(90);
		expect(await takeBack()).toBe("done");
		expect((await publicRecap())?.attendance?.min).toBe(100);
		expect(await getRecapSubmission(reviewer, event.eventId)).toMatchObject({
			content: { attendance: { min: 90 } },
			before: { attendance: { min: 100 } },
		});
	});

	it("can be made again, and be taken back again", async () => {
		await handIn();
		await decideOnRecap(event, admin, "approve");
		expect(await takeBack()).toBe("done");
		expect(await takeBack()).toBe("illegal_transition");
		await decideOnRecap(event, admin, "approve");
		expect(await publicRecap()).not.toBeNull();
		expect(await takeBack()).toBe("done");
		expect(await db.recapDecision.count({ where: { undoneAt: { not: null } } })).toBe(2);
	});

	it("is not after the organiser has gone on", async () => {
		await handIn();
		await decideOnRecap(event, admin, "approve");
		await saveTyped(event, { attendanceMin: "95" });
		expect(await getRecapSubmission(reviewer, event.eventId)).toMatchObject({ mayReopen: false });
		expect(await takeBack()).toBe("illegal_transition");
		expect(await publicRecap()).not.toBeNull();
	});

	it("is taken back once by twenty at a time, with one trace and one mail", async () => {
		await handIn();
		await decideOnRecap(event, admin, "approve");
		const expected = await versionNow();
		const outcomes = await atOnce(20, (index) =>
			takeBackFrom(expected, index % 2 ? reviewer : admin),
		);
		expect(outcomes.sort()).toEqual([...Array(19).fill("conflict"), "done"]);
		expect(await db.auditEntry.count({ where: { action: "recap.reopen" } })).toBe(1);
		const mails = await queuedMails();
		expect(mails.filter(({ template }) => template === "recapDecisionTakenBack")).toHaveLength(1);
	});

	it("is for those who may decide: not its organiser, another country, or a member", async () => {
		await handIn();
		await decideOnRecap(event, admin, "approve");
		const member = await makeUser({ countries: ["DE"] });
		await addMember(event.organisation.id, member.id, "editor");
		expect(await takeBack(event.author)).toBe("forbidden");
		expect(await takeBack(await makeCoordinator("FR"))).toBe("not_found");
		expect(await takeBack(await makeViewer(member))).toBe("own_event");
		expect(await publicRecap()).not.toBeNull();
	});

	it("hides also while the calendar is frozen, but publishes nothing then", async () => {
		await submitTyped(event, { attendanceMin: "100" });
		await decideOnRecap(event, admin, "approve");
		const first = event;
		event = await makePast({ organisation: first.organisation });
		await submitTyped(event, { attendanceMin: "50" });
		await decideOnRecap(event, admin, "approve");
		await submitTyped(event, { attendanceMin: "60" });
		await decideOnRecap(event, admin, "approve");
		await inTransaction((tx) =>
			turnSwitch(tx, justProven(admin), {
				input: { name: "freeze", isOn: true, reason: "An attack." },
				now: new Date(),
			}),
		);
		expect(await takeBack()).toBe("frozen");
		expect((await publicRecap())?.attendance?.min).toBe(60);
		event = first;
		expect(await takeBack()).toBe("done");
		expect(await publicRecap()).toBeNull();
	});

	it("ends that a recap published by trust is to be looked at", async () => {
		await db.organisation.update({
			where: { id: event.organisation.id },
			data: { trustedAt: AFTER, trustedById: admin.id },
		});
		const { version } = await saveTyped(event, { attendanceMin: "70" });
		const { eventId } = event;
		await inTransaction((tx) =>
			submitOrPublishRecap(tx, event.author, {
				eventId,
				recapVersion: version,
				now: AFTER,
				isPicked: () => true,
			}),
		);
		expect(await countRecaps(reviewer)).toEqual({ waiting: 0, toLookAt: 1 });
		expect(await takeBack()).toBe("done");
		expect(await countRecaps(reviewer)).toEqual({ waiting: 1, toLookAt: 0 });
	});
});
