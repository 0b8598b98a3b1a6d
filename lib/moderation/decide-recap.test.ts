import { beforeEach, describe, expect, it } from "vitest";
import { findPublishedById } from "@/lib/calendar/queries";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { withdrawEvent } from "@/lib/events/withdraw-event";
import { withdrawRecap } from "@/lib/events/withdraw-recap";
import { isPublicMedia, mayReadMedia } from "@/lib/media/queries";
import { ANONYMOUS, type SignedInViewer } from "@/lib/permissions/viewer";
import type { MadeEvent } from "@/prisma/factories/events";
import { addMember } from "@/prisma/factories/organisations";
import {
	makeAdmin,
	makeCoordinator,
	makeStranger,
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
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { lookAt } from "./look-at";
import { countRecaps, getRecapSubmission, listRecapQueue } from "./recap-queries";
import { submitOrPublishRecap } from "./submit-or-publish-recap";

useDatabase();

let event: MadeEvent;
let coordinator: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	event = await makePast();
	coordinator = await makeCoordinator("DE");
});

const codeOf = (attempt: Promise<unknown>) =>
	attempt.then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : error),
	);
const publicRecap = async () => (await findPublishedById(event.eventId))?.recap ?? null;

async function withPicture(): Promise<string> {
	const mediaId = await makeMedia(event.organisation);
	await saveTyped(event, { newPicture: { credit: "Aysel", alt: { en: "Candles" } } }, { mediaId });
	return mediaId;
}

async function take(): Promise<unknown> {
	const { version } = await db.recap.findUniqueOrThrow({ where: { eventId: event.eventId } });
	const { eventId } = event;
	return inTransaction((tx) =>
		withdrawRecap(tx, event.author, { eventId, recapVersion: version, now: AFTER }),
	);
}

describe("decideRecap", () => {
	it("makes an approved recap public with its pictures, audit, mail, stale pages and a new time of change", async () => {
		const mediaId = await withPicture();
		await submitTyped(event, {
			attendanceMin: "100",
			attendanceMax: "150",
			texts: { en: "<script>alert(1)</script>" },
		});
		expect([await publicRecap(), await isPublicMedia(mediaId)]).toEqual([null, false]);
		await db.cacheTag.deleteMany();
		const { path } = await decideOnRecap(event, coordinator, "approve");
		expect(await publicRecap()).toMatchObject({
			attendance: { min: 100, max: 150 },
			texts: [{ locale: "en", text: "<script>alert(1)</script>" }],
			pictures: [{ id: mediaId, credit: "Aysel", alt: [{ locale: "en", text: "Candles" }] }],
			publishedAt: AFTER.toISOString(),
		});
		expect(await isPublicMedia(mediaId)).toBe(true);
		expect((await findPublishedById(event.eventId))?.publishedAt).toBe(AFTER.toISOString());
		const tags = (await db.cacheTag.findMany()).map(({ tag }) => tag);
		expect(tags).toEqual(
			expect.arrayContaining(["calendar", `event:${path?.slice("/events/".length)}`]),
		);
		const actions = (
			await db.auditEntry.findMany({ where: { subjectId: event.eventId }, orderBy: { id: "asc" } })
		).map(({ action }) => action);
		expect(actions.slice(-2)).toEqual(["recap.approve", "recap.published"]);
		const mails = await db.$queryRaw<{ to: string }[]>`
			SELECT payload->>'to' AS to FROM graphile_worker._private_jobs WHERE payload->>'template' = 'recapApproved'`;
		expect(mails).toEqual([{ to: event.author.email }]);
	});

	it("keeps the approved version public while a correction waits, is sent back or refused", async () => {
		await submitTyped(event, { attendanceMin: "100" });
		await decideOnRecap(event, coordinator, "approve");
		await submitTyped(event, { attendanceMin: "90" });
		expect((await publicRecap())?.attendance?.min).toBe(100);
		expect(await getRecapSubmission(coordinator, event.eventId)).toMatchObject({
			content: { attendance: { min: 90 } },
			before: { attendance: { min: 100 } },
			mayDecide: true,
		});
		await decideOnRecap(event, coordinator, "request_changes");
		await submitTyped(event, { attendanceMin: "95" });
		await decideOnRecap(event, coordinator, "reject");
		expect((await publicRecap())?.attendance?.min).toBe(100);
		await submitTyped(event, { attendanceMin: "97" });
		await decideOnRecap(event, coordinator, "approve");
		expect((await publicRecap())?.attendance?.min).toBe(97);
	});

	it("is for others than members, of the country's reviewers only, and once", async () => {
		await submitTyped(event, { attendanceMin: "100" });
		const user = await makeUser({ countries: ["DE"] });
		await addMember(event.organisation.id, user.id, "editor");
		const own = await makeViewer(user);
		const france = await makeCoordinator("FR");
		expect(await codeOf(decideOnRecap(event, own, "approve"))).toBe("own_event");
		expect(await codeOf(decideOnRecap(event, france, "approve"))).toBe("not_found");
		expect(await codeOf(decideOnRecap(event, await makeStranger(), "approve"))).toBe("not_found");
		expect(await codeOf(getRecapSubmission(france, event.eventId))).toBe("not_found");
		expect(await listRecapQueue(france, "waiting")).toEqual([]);
		expect(await codeOf(listRecapQueue(await makeStranger(), "waiting"))).toBe("forbidden");
		const admin = await makeAdmin();
		const both = await Promise.all([
			codeOf(decideOnRecap(event, coordinator, "approve")),
			codeOf(decideOnRecap(event, admin, "reject")),
		]);
		expect(both.filter((code) => code === "done")).toHaveLength(1);
		expect(await db.recapDecision.count()).toBe(1);
	});

	it("shows the reviewer what was handed in, with its pictures, and never the open draft", async () => {
		const mediaId = await withPicture();
		expect(await mayReadMedia(coordinator, mediaId)).toBe(false);
		expect(await codeOf(getRecapSubmission(coordinator, event.eventId))).toBe("not_found");
		await submitTyped(event, { texts: { en: "Handed in" } });
		expect(await mayReadMedia(coordinator, mediaId)).toBe(true);
		expect(await mayReadMedia(await makeCoordinator("FR"), mediaId)).toBe(false);
		expect(await mayReadMedia(ANONYMOUS, mediaId)).toBe(false);
		await saveTyped(event, { texts: { en: "Only a draft" } });
		const seen = await getRecapSubmission(coordinator, event.eventId);
		expect(seen.content.texts).toEqual([{ locale: "en", text: "Handed in" }]);
		expect(JSON.stringify(seen)).not.toContain("Only a draft");
		expect(await countRecaps(coordinator)).toEqual({ waiting: 0, toLookAt: 0 });
	});

	it("publishes nothing without an approval, whatever is written", async () => {
		await submitTyped(event, { attendanceMin: "100" });
		const { latestId } = await db.recap.findUniqueOrThrow({ where: { eventId: event.eventId } });
		const write = db.publishedRecap.create({
			data: { eventId: event.eventId, versionId: latestId ?? "", content: {}, publishedAt: AFTER },
		});
		await expect(write).rejects.toThrow("has no approval");
	});

	it("goes with its event when that is deleted", async () => {
		await withPicture();
		await submitTyped(event, { attendanceMin: "100" });
		await decideOnRecap(event, coordinator, "approve");
		await saveTyped(event, { attendanceMin: "90" });
		await db.publishedEvent.delete({ where: { id: event.eventId } });
		await db.event.delete({ where: { id: event.eventId } });
		expect(await db.recapVersion.count()).toBe(0);
	});

	it("goes at once when it is taken back, and with its event", async () => {
		const mediaId = await withPicture();
		await submitTyped(event, { attendanceMin: "100" });
		await decideOnRecap(event, coordinator, "approve");
		await take();
		expect([await publicRecap(), await isPublicMedia(mediaId)]).toEqual([null, false]);
		await submitTyped(event, { attendanceMin: "100" });
		await decideOnRecap(event, coordinator, "approve");
		await inTransaction((tx) => withdrawEvent(tx, event.author, { ...event, now: AFTER }));
		expect([await db.publishedRecap.count(), await isPublicMedia(mediaId)]).toEqual([0, false]);
	});
});

describe("a trusted organisation's recap", () => {
	it("is public at once, in the admin's name, and picked ones are looked at afterwards", async () => {
		const admin = await makeAdmin();
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
		expect((await publicRecap())?.attendance?.min).toBe(70);
		expect(await db.recapDecision.findFirst()).toMatchObject({
			actorId: admin.id,
			isByTrust: true,
		});
		expect(await countRecaps(coordinator)).toEqual({ waiting: 0, toLookAt: 1 });
		const look = (viewer: SignedInViewer) =>
			inTransaction((tx) => lookAt(tx, viewer, { eventId, what: "recap", now: AFTER }));
		expect(await codeOf(look(await makeCoordinator("FR")))).toBe("not_found");
		await look(coordinator);
		expect(await codeOf(look(coordinator))).toBe("not_found");
	});

	it("waits while the organisation is held", async () => {
		const admin = await makeAdmin();
		await db.organisation.update({
			where: { id: event.organisation.id },
			data: { trustedAt: AFTER, trustedById: admin.id, heldAt: AFTER },
		});
		await submitTyped(event, { attendanceMin: "70" });
		expect(await codeOf(decideOnRecap(event, coordinator, "approve"))).toBe("organisation_held");
		expect(await publicRecap()).toBeNull();
	});
});
