import { beforeEach, describe, expect, it } from "vitest";
import { readWhere } from "@/lib/calendar/read-published";
import { db, inTransaction, Prisma } from "@/lib/db/client";
import { isPublicMedia } from "@/lib/media/queries";
import { differences } from "@/lib/moderation/differences";
import { weighAll } from "@/lib/moderation/weigh";
import {
	decideOn,
	edit,
	eventContent,
	makeDraft,
	makePublished,
	makeSubmitted,
	submitAgain,
} from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { makePicture } from "@/prisma/factories/pictures";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { callOffEvent } from "./call-off-event";
import { checkComplete } from "./completeness";
import { getMyEvent } from "./queries";
import { repeatEvent } from "./repeat-event";
import { saveDraft } from "./save-draft";

useDatabase();
beforeEach(emptyDatabase);

let organisation: MadeOrganisation;
let admin: Awaited<ReturnType<typeof makeAdmin>>;
beforeEach(async () => {
	organisation = await makeOrganisation();
	admin = await makeAdmin();
});

const contentOf = async (eventId: string) =>
	(await getMyEvent(organisation.owner, eventId)).content;

const publicly = async (eventId: string) =>
	(await readWhere(Prisma.sql`e."id" = ${eventId}::uuid`))[0];

describe("pictures of an event", () => {
	it("are public as they were approved, in their order, and only then", async () => {
		const [one, two, secret] = [
			await makePicture(organisation, { focus: { x: 0.2, y: 0.9 } }),
			await makePicture(organisation, { licence: "own-work", alt: { en: "Hall", az: "Zal" } }),
			await makePicture(organisation),
		];
		const event = await makeSubmitted({ organisation, content: { pictures: [two, one] } });
		expect(await Promise.all([one, two].map(({ id }) => isPublicMedia(id)))).toEqual([
			false,
			false,
		]);
		const approved = await decideOn(event, admin, "approve");
		const shown = async () =>
			(await publicly(event.eventId))?.pictures.map(
				({ width: _, height: __, ...picture }) => picture,
			);
		expect(await shown()).toEqual([two, one]);

		const waiting = await submitAgain(await edit(approved, { pictures: [secret, one] }));
		expect(await shown()).toEqual([two, one]);
		expect(await isPublicMedia(secret.id)).toBe(false);
		await decideOn(waiting, admin, "approve");
		expect(await shown()).toEqual([secret, one]);
		expect(await isPublicMedia(two.id)).toBe(false);
		expect(await isPublicMedia(secret.id)).toBe(true);
	});

	it("are refused by the database where no approved revision has them, or otherwise", async () => {
		const [shown, other] = [await makePicture(organisation), await makePicture(organisation)];
		const { eventId } = await makePublished({
			organisation,
			reviewer: admin,
			content: { pictures: [shown] },
		});
		const row = { eventId, credit: "", licence: null, alt: {}, focusX: null, focusY: null };
		await expect(
			db.publishedPicture.create({
				data: { ...row, mediaId: other.id, position: 1 },
				select: { position: true },
			}),
		).rejects.toThrow(/not one of the published revision/);
		await expect(
			db.publishedPicture.updateMany({ where: { eventId }, data: { credit: "Somebody else" } }),
		).rejects.toThrow(/not one of the published revision/);
	});

	it.each([
		["an eleventh", { position: 10 }, /ten_at_most/],
		["half a focus", { focusX: 0.5 }, /focus_inside/],
		["a focus outside", { focusX: 0.5, focusY: 1.01 }, /focus_inside/],
		["another licence", { licence: "all-rights-reserved" }, /licence_known/],
		["a description that names no language", { alt: ["Candles"] }, /alt_by_language/],
	])("the database refuses %s", async (_, said, refusal) => {
		const { revisionId } = await makeDraft({ organisation });
		const { id: mediaId } = await makePicture(organisation);
		await expect(
			db.revisionPicture.create({
				data: { revisionId, mediaId, position: 0, ...said },
				select: { position: true },
			}),
		).rejects.toThrow(refusal);
	});

	it("need credit, licence and a description in each language before they are handed in", async () => {
		const bare = { credit: "", licence: null, alt: { en: "", fr: "Bougies" } };
		const { eventId, now } = await makeDraft({
			organisation,
			content: {
				pictures: [await makePicture(organisation), await makePicture(organisation, bare)],
			},
		});
		expect(checkComplete(await contentOf(eventId), now)).toEqual({
			"pictures.1.alt.en": "field.pictureAlt",
			"pictures.1.credit": "field.required",
			"pictures.1.licence": "field.choose",
		});
	});

	it("come along when the event is repeated and when it is called off", async () => {
		const pictures = [
			await makePicture(organisation, { focus: { x: 0, y: 1 } }),
			await makePicture(organisation),
		];
		const past = await makePublished({
			organisation,
			reviewer: admin,
			content: { pictures, startDate: "2026-02-26", endDate: "2026-02-26" },
		});
		const now = new Date("2026-11-01T10:00:00Z");
		const { eventId } = await inTransaction((tx) =>
			repeatEvent(tx, organisation.owner, { eventId: past.eventId, now }),
		);
		const strip = ({ width: _, height: __, ...picture }: { width: number; height: number }) =>
			picture;
		expect((await contentOf(eventId)).pictures.map(strip)).toEqual(pictures);

		const coming = await makePublished({ organisation, reviewer: admin, content: { pictures } });
		await inTransaction((tx) =>
			callOffEvent(tx, organisation.owner, {
				input: {
					eventId: coming.eventId,
					eventVersion: coming.eventVersion,
					kind: "cancel",
					reasons: { en: "The hall is closed." },
				},
				now: coming.now,
			}),
		);
		const off = await publicly(coming.eventId);
		expect(off?.status).toBe("cancelled");
		expect(off?.pictures.map(strip)).toEqual(pictures);
	});

	it("that change are a small change, which names each", async () => {
		const picture = await makePicture(organisation, { focus: { x: 0.25, y: 0.5 } });
		const { eventId } = await makeDraft({ organisation, content: { pictures: [picture] } });
		const after = await contentOf(eventId);
		const found = differences({ ...after, pictures: [] }, after);
		expect(found).toEqual([
			{
				field: "pictures",
				before: null,
				after: `${picture.id} · Press office · CC-BY-4.0 · 25 % 50 % · en: Candles`,
			},
		]);
		expect(weighAll(found)).toBe("small");
	});

	it("that two people change at once stay as the first left them, until somebody decides", async () => {
		const [one, two] = [await makePicture(organisation), await makePicture(organisation)];
		const begun = await makeDraft({ organisation, content: { pictures: [one] } });
		await edit(begun, { pictures: [one, two] });
		const typed = [{ ...one, credit: "Aysel" }];
		const { eventId, revisionId, revisionVersion, now } = begun;
		const { conflicts, content } = await inTransaction((tx) =>
			saveDraft(tx, organisation.owner, {
				eventId,
				revisionId,
				revisionVersion,
				content: eventContent(organisation.country, { pictures: typed, venueName: "Hall" }),
				now,
			}),
		);
		expect(conflicts.map(({ field }) => field)).toEqual(["pictures"]);
		expect(content.pictures).toEqual([one, two]);
		const stored = await contentOf(eventId);
		expect(stored.venueName).toBe("Hall");
		expect(stored.pictures.map(({ id }) => id)).toEqual([one.id, two.id]);
	});
});
