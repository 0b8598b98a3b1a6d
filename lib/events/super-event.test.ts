import { beforeAll, describe, expect, it } from "vitest";
import { eventPath } from "@/lib/calendar/event-view";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { addDays } from "@/lib/time/wall-time";
import { answerAs, currentEvent } from "@/prisma/factories/co-organisers";
import {
	edit,
	eventContent,
	type MadeEvent,
	makeDraft,
	makePublished,
	submitAgain,
} from "@/prisma/factories/events";
import {
	type MadeOrganisation,
	makeEditor,
	makeMission,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makePart, publish } from "@/prisma/factories/parts";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { listClashesOf } from "./clashes";
import { getMyEvent } from "./queries";
import { repeatEvent } from "./repeat-event";
import { saveDraft } from "./save-draft";
import { listParts, listWholes, nameEvent } from "./super-event-queries";

useDatabase();

let admin: SignedInViewer;
let organisation: MadeOrganisation;

beforeAll(async () => {
	admin = await makeAdmin();
	organisation = await makeOrganisation({ country: "DE" });
});

describe("what can be part of what", () => {
	it.each([
		["itself", "superEvent.isSame", async (event: MadeEvent) => event],
		["another organisation's event", "superEvent.notPossible", () => makeDraft()],
		[
			"an event that does not exist",
			"superEvent.notPossible",
			async (event: MadeEvent) => ({ ...event, eventId: event.revisionId }),
		],
		[
			"what is a part itself",
			"superEvent.notPossible",
			async () => makePart(await makeDraft({ organisation })),
		],
		[
			"anything, while it has parts",
			"superEvent.hasParts",
			async (event: MadeEvent) => {
				await makePart(event);
				return makeDraft({ organisation });
			},
		],
	] as const)(
		"an event cannot be part of %s, by the form and in the database",
		async (_, key, choose) => {
			const event = await makeDraft({ organisation });
			const { eventId: superEventId } = await choose(event);
			await expect(edit(event, { superEventId })).rejects.toMatchObject({
				code: "invalid",
				fields: { superEventId: key },
			});
			await expect(link(event, superEventId)).rejects.toThrow(
				/cannot be part|not_part_of_itself|foreign key|Foreign key/,
			);
		},
	);

	it("counts what is public as well as what is written now", async () => {
		const whole = await makeDraft({ organisation });
		const part = await publish(await makePart(whole), admin);
		await edit(part, { superEventId: null });
		const other = await makeDraft({ organisation });
		await expect(edit(other, { superEventId: part.eventId })).rejects.toMatchObject({
			code: "invalid",
		});
		await expect(link(other, part.eventId)).rejects.toThrow(/cannot be part/);
		await expect(edit(whole, { superEventId: other.eventId })).rejects.toMatchObject({
			fields: { superEventId: "superEvent.hasParts" },
		});
	});

	it("takes the event of another organisation once that has been accepted as its partner", async () => {
		const partner = await makeMission({ country: "FR" });
		const whole = await makeDraft({ organisation, content: { coOrganisers: [partner.id] } });
		await expect(makePart(whole, { organisation: partner })).rejects.toMatchObject({
			code: "invalid",
		});
		await answerAs(partner.owner, whole, partner, "accepted");
		const part = await makePart(whole, { organisation: partner });
		expect(await superEventOf(part)).toBe(whole.eventId);
		expect(await nameEvent(partner.owner, whole.eventId)).toMatchObject({ publicPath: null });
	});

	it("lets only one of two that name each other at the same moment", async () => {
		const [one, other] = [await makeDraft({ organisation }), await makeDraft({ organisation })];
		const results = await Promise.allSettled([
			edit(one, { superEventId: other.eventId }),
			edit(other, { superEventId: one.eventId }),
		]);
		expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		const links = [await superEventOf(one), await superEventOf(other)];
		expect(links.filter(Boolean)).toHaveLength(1);
	});

	it("is submitted only in the season of its whole, by the form and in the database", async () => {
		const whole = await makeDraft({ organisation });
		const { startDate } = eventContent();
		const part = await makePart(whole, { content: { startDate: addDays(startDate ?? "", 365) } });
		await expect(submitAgain(part)).rejects.toMatchObject({
			fields: { superEventId: "superEvent.otherSeason" },
		});
		await expect(
			db.eventRevision.update({
				where: { id: part.revisionId },
				data: { submittedAt: new Date() },
			}),
		).rejects.toThrow(/another season/);
		const undated = await makeDraft({ organisation, content: { startDate: null } });
		await expect(submitAgain(await makePart(undated))).rejects.toMatchObject({ code: "invalid" });
	});

	it("keeps a submitted version whose whole is deleted, without the link and otherwise as it was", async () => {
		const whole = await makeDraft({ organisation });
		const part = await submitAgain(await makePart(whole));
		await db.event.delete({ where: { id: whole.eventId }, select: { id: true } });
		expect(await superEventOf(part)).toBeNull();
		await expect(
			db.eventRevision.update({ where: { id: part.revisionId }, data: { country: "FR" } }),
		).rejects.toThrow(/cannot change/);
	});

	it("keeps the link in the next version, and lets nobody take it out of a submitted one", async () => {
		const whole = await makeDraft({ organisation });
		const part = await submitAgain(await makePart(whole));
		await expect(
			db.eventRevision.update({ where: { id: part.revisionId }, data: { superEventId: null } }),
		).rejects.toThrow(/cannot change/);
		const again = await edit(part, { superEventId: whole.eventId, venueName: "Museum" });
		expect(again.revisionId).not.toBe(part.revisionId);
		expect(await superEventOf(again)).toBe(whole.eventId);
	});
});

it("merges the link as one answer of a draft that two people write", async () => {
	const [whole, other] = [await makeDraft({ organisation }), await makeDraft({ organisation })];
	const draft = await makeDraft({ organisation });
	const colleague = await makeEditor(organisation.id);
	const typed = eventContent(organisation.country);
	const save = (viewer: SignedInViewer, content: Partial<typeof typed>) =>
		inTransaction((tx) =>
			saveDraft(tx, viewer, { ...draft, content: { ...typed, ...content }, now: new Date() }),
		);
	await save(colleague, { superEventId: whole.eventId });
	const merged = await save(organisation.owner, { venueName: "Museum" });
	expect(merged.conflicts).toEqual([]);
	expect(merged.content).toMatchObject({ superEventId: whole.eventId, venueName: "Museum" });
	const both = await save(organisation.owner, { venueName: "Museum", superEventId: other.eventId });
	expect(both.conflicts.map(({ field }) => field)).toEqual(["superEventId"]);
	expect(both.content.superEventId).toBe(whole.eventId);
});

it("offers own events of the season that are no parts, and the one that is chosen", async () => {
	const own = await makeOrganisation({ country: "DE" });
	const { startDate } = eventContent();
	const whole = await makeDraft({ organisation: own });
	const part = await makePart(whole);
	const nextYear = await makeDraft({
		organisation: own,
		content: { startDate: addDays(startDate ?? "", 365) },
	});
	const undated = await makeDraft({ organisation: own, content: { startDate: null } });
	const offered = async (event: MadeEvent) => {
		const wholes = await listWholes(await getMyEvent(own.owner, event.eventId), new Date());
		return wholes.map(({ id }) => id);
	};
	expect(await offered(part)).toEqual([whole.eventId, undated.eventId]);
	expect(await offered(undated)).toEqual([whole.eventId, nextYear.eventId]);
	await edit(part, { superEventId: whole.eventId, startDate: addDays(startDate ?? "", 365) });
	expect(await offered(part)).toEqual([whole.eventId, nextYear.eventId, undated.eventId]);
	expect((await listParts(own.owner, whole.eventId)).map(({ id }) => id)).toEqual([part.eventId]);
});

it("warns neither a part of its whole nor the whole of its parts", async () => {
	const own = await makeOrganisation({ country: "IT" });
	const whole = await makePublished({ organisation: own, reviewer: admin });
	const texts = eventContent("IT").texts;
	const part = await makePart(whole, { content: { startTime: "18:00", endTime: "19:00", texts } });
	const other = await makeDraft({ organisation: own });
	const warnedOf = async ({ eventId }: MadeEvent) => {
		const event = await getMyEvent(own.owner, eventId);
		const clashes = await listClashesOf(own.owner, event, "en");
		return clashes.map(({ path, kind }) => `${kind} ${path.replace(/.*\//, "")}`).sort();
	};
	expect(await warnedOf(part)).toEqual([`duplicate ${other.eventId}`]);
	expect(await warnedOf(whole)).toEqual([`duplicate ${other.eventId}`]);
	expect((await warnedOf(other)).length).toBe(2);
});

it("does not warn parts of one whole of each other, published or not", async () => {
	const own = await makeOrganisation({ country: "AT" });
	const whole = await makePublished({ organisation: own, reviewer: admin });
	const other = await makePublished({ organisation: own, reviewer: admin });
	const content = { startTime: "18:00", endTime: "19:00", texts: eventContent("AT").texts };
	const part = await makePart(whole, { content });
	const sibling = await publish(await makePart(whole, { content }), admin);
	const draft = await makePart(whole, { content });
	const elsewhere = await makePart(other, { content });
	const event = await getMyEvent(own.owner, part.eventId);
	const clashes = await listClashesOf(own.owner, event, "en");
	const paths = clashes.map(({ path }) => path);
	const publicPath = async ({ eventId }: MadeEvent) =>
		eventPath(await db.publishedEvent.findUniqueOrThrow({ where: { id: eventId } }));
	expect(paths).not.toContain(await publicPath(sibling));
	expect(paths).not.toContain(await publicPath(whole));
	expect(paths).not.toContain(`/my/events/${draft.eventId}`);
	expect(paths.sort()).toEqual([await publicPath(other), `/my/events/${elsewhere.eventId}`].sort());
});

it("is repeated as part of nothing, or of the repetition of its whole", async () => {
	const own = await makeOrganisation({ country: "PL" });
	const content = { startDate: "2026-02-26" };
	const now = new Date("2026-01-10T10:00:00Z");
	const whole = await publish(await makeDraft({ organisation: own, content, now }), admin);
	const parts = [];
	for (const startTime of ["16:00", "17:00"])
		parts.push(
			await publish(await makePart(whole, { content: { ...content, startTime }, now }), admin),
		);
	const repeat = ({ eventId }: MadeEvent) =>
		inTransaction((tx) =>
			repeatEvent(tx, own.owner, { eventId, now: new Date("2026-06-01T10:00:00Z") }),
		);
	const [first, second] = parts as [MadeEvent, MadeEvent];
	const alone = await repeat(first);
	expect((await getMyEvent(own.owner, alone.eventId)).content.superEventId).toBeNull();
	const wholeAgain = await repeat(whole);
	const partAgain = await repeat(second);
	expect((await getMyEvent(own.owner, partAgain.eventId)).content.superEventId).toBe(
		wholeAgain.eventId,
	);
});

it("names an own draft only to those who may read it", async () => {
	const whole = await makeDraft({ organisation });
	const stranger = await makeOrganisation();
	expect((await nameEvent(organisation.owner, whole.eventId))?.texts).toHaveLength(1);
	for (const viewer of [stranger.owner, admin])
		expect((await nameEvent(viewer, whole.eventId))?.texts).toEqual([]);
	const handedIn = await submitAgain(whole);
	expect((await nameEvent(admin, handedIn.eventId))?.texts).toHaveLength(1);
	expect((await nameEvent(stranger.owner, handedIn.eventId))?.texts).toEqual([]);
});

/** As no code of ours does. */
function link({ revisionId }: MadeEvent, superEventId: string) {
	return db.eventRevision.update({
		where: { id: revisionId },
		data: { superEventId },
		select: { id: true },
	});
}

async function superEventOf(event: MadeEvent): Promise<string | null> {
	const { revisionId } = await currentEvent(event);
	const row = await db.eventRevision.findUniqueOrThrow({
		where: { id: revisionId },
		select: { superEventId: true },
	});
	return row.superEventId;
}
