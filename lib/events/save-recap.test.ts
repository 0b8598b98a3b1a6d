import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { ANONYMOUS } from "@/lib/permissions/viewer";
import { type MadeEvent, makePublished } from "@/prisma/factories/events";
import { makeEditor, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator, makeStranger } from "@/prisma/factories/people";
import {
	AFTER,
	decideOnRecap,
	makeMedia,
	makePast,
	saveTyped,
	submitTyped,
} from "@/prisma/factories/recaps";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { getMyRecap } from "./recap-queries";
import { recapFormInput } from "./recap-schema";
import { saveRecap } from "./save-recap";
import { submitRecap } from "./submit-recap";

useDatabase();

let event: MadeEvent;

beforeEach(async () => {
	await emptyDatabase();
	event = await makePast();
});

const codeOf = (attempt: Promise<unknown>) =>
	attempt.then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : error),
	);

const PICTURE = { newPicture: { credit: "Aysel", alt: { en: "Candles" } } };

describe("saveRecap", () => {
	it("keeps what was typed, for every member to go on with", async () => {
		await saveTyped(event, {
			attendanceMin: "120",
			texts: { en: "Two films. <b>Not markup</b>", az: "" },
			books: "One\nTwo",
			links: [
				{ url: "https://example.org/a", title: "Report" },
				{ url: "", title: "" },
			],
		});
		const editor = await makeEditor(event.organisation.id);
		expect(await getMyRecap(editor, event.eventId, AFTER)).toMatchObject({
			isOpen: true,
			isPublic: false,
			state: "draft",
			version: 1,
			latest: {
				attendance: { min: 120, max: 120 },
				texts: [{ locale: "en", text: "Two films. <b>Not markup</b>" }],
				books: ["One", "Two"],
				links: [{ url: "https://example.org/a", title: "Report" }],
			},
		});
	});

	it("is not for others: neither reading nor writing", async () => {
		const other = await makeOrganisation({ country: "FR" });
		for (const viewer of [await makeStranger(), other.owner]) {
			expect(await codeOf(saveTyped(event, {}, { author: viewer }))).toBe("not_found");
			expect(await codeOf(getMyRecap(viewer, event.eventId))).toBe("not_found");
		}
		const coordinator = await makeCoordinator("DE");
		expect(await codeOf(saveTyped(event, {}, { author: coordinator }))).toBe("forbidden");
		expect(await codeOf(getMyRecap(coordinator, event.eventId))).toBe("not_found");
		const input = recapFormInput.parse({ eventId: event.eventId, recapVersion: 0, intent: "save" });
		const asNobody = inTransaction((tx) =>
			saveRecap(tx, ANONYMOUS, { input, mediaId: null, now: AFTER }),
		);
		expect(await codeOf(asNobody)).toBe("unauthenticated");
		expect(await db.recap.count()).toBe(0);
	});

	it("waits until the event is over, and takes past events of the archive at any time", async () => {
		const early = new Date("2027-02-26T12:00:00Z");
		expect(await codeOf(saveTyped(event, {}, { now: early }))).toBe("illegal_transition");
		const yearOnly = await makePublished({
			content: { startDate: null, timing: "to_be_announced", startTime: null, endTime: null },
			archive: { datePrecision: "year", year: 2015 },
		});
		expect(await codeOf(saveTyped(yearOnly, { attendanceMin: "9" }))).toBe("done");
	});

	it("tells the second of two who save at once", async () => {
		await saveTyped(event, { attendanceMin: "10" });
		expect(await codeOf(saveTyped(event, { attendanceMin: "20", recapVersion: 0 }))).toBe(
			"conflict",
		);
	});

	it("takes at most five pictures, keeps who answered for each, and only its own", async () => {
		for (let n = 0; n < 5; n += 1)
			await saveTyped(event, PICTURE, { mediaId: await makeMedia(event.organisation) });
		const sixth = saveTyped(event, PICTURE, { mediaId: await makeMedia(event.organisation) });
		expect(await codeOf(sixth)).toBe("invalid");
		const rows = await db.recapPicture.findMany({ orderBy: { position: "asc" } });
		expect(rows.map(({ consentById }) => consentById)).toEqual(Array(5).fill(event.author.id));
		const gone = rows[1]?.mediaId ?? "";
		await saveTyped(event, { intent: `remove_picture.${gone}` });
		expect(await db.recapPicture.count({ where: { mediaId: gone } })).toBe(0);
		const other = await makeOrganisation({ country: "FR" });
		const foreign = { [await makeMedia(other)]: { credit: "Mine", alt: { en: "Now" } } };
		expect(await codeOf(saveTyped(event, { pictures: foreign }))).toBe("invalid");
	});

	it("writes a new version after a submission and leaves the submitted one as it was", async () => {
		const mediaId = await makeMedia(event.organisation);
		await saveTyped(event, PICTURE, { mediaId });
		await submitTyped(event, { attendanceMin: "10" });
		const { latestId } = await db.recap.findUniqueOrThrow({ where: { eventId: event.eventId } });
		await saveTyped(event, {
			attendanceMin: "11",
			pictures: { [mediaId]: { credit: "New", alt: { en: "N" } } },
		});
		const versions = await db.recapVersion.findMany({
			orderBy: { number: "asc" },
			select: { number: true, attendanceMin: true, pictures: { select: { credit: true } } },
		});
		expect(versions).toEqual([
			{ number: 1, attendanceMin: 10, pictures: [{ credit: "Aysel" }] },
			{ number: 2, attendanceMin: 11, pictures: [{ credit: "New" }] },
		]);
		const id = latestId ?? "";
		const change = db.recapVersion.update({ where: { id }, data: { attendanceMin: 1 } });
		await expect(change).rejects.toThrow("cannot change");
		await expect(db.recapPicture.deleteMany({ where: { versionId: id } })).rejects.toThrow(
			"cannot change",
		);
		await expect(db.recapVersion.delete({ where: { id } })).rejects.toThrow("cannot change");
	});
});

describe("submitRecap", () => {
	it("refuses what says nothing", async () => {
		const hand = (recapVersion: number) =>
			inTransaction((tx) =>
				submitRecap(tx, event.author, { eventId: event.eventId, recapVersion, now: AFTER }),
			);
		await saveTyped(event, {});
		expect(await codeOf(hand(1))).toBe("invalid");
		await saveTyped(event, { texts: { en: "Many came." } });
		expect(await codeOf(hand(2))).toBe("done");
	});

	it("cannot be undone by its author's decision", async () => {
		await submitTyped(event, { attendanceMin: "10" });
		expect(await codeOf(decideOnRecap(event, event.author, "approve"))).not.toBe("done");
		expect(await codeOf(decideOnRecap(event, await makeAdmin(), "approve"))).toBe("done");
	});
});
