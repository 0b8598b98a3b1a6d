import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { differences } from "@/lib/moderation/differences";
import { weighAll } from "@/lib/moderation/weigh";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { save, startDraft } from "@/prisma/factories/event-form";
import {
	decideOn,
	edit,
	makePublished,
	publishedRow,
	submitAgain,
} from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { callOffEvent } from "./call-off-event";
import { copyRevision } from "./copy-revision";
import { newestNumber } from "./newest-number";
import { findOutdated } from "./outdated";
import { getMyEvent } from "./queries";
import { callOffInput, draftContent } from "./schema";

useDatabase();

let organisation: MadeOrganisation;
let admin: SignedInViewer;

beforeAll(async () => {
	organisation = await makeOrganisation();
	admin = await makeAdmin();
});

const { programme: PROGRAMME } = draftContent.parse({
	programme: [
		{
			day: "1",
			startTime: "18:30",
			titles: { en: "Lecture" },
			speakers: "A. Historian, Institute",
		},
		{ day: "", startTime: "", titles: { en: "", az: "" }, speakers: "" },
		{ startTime: "18:00", endTime: "18:20", titles: { en: "Opening", az: "" } },
	],
});
const OPENING = {
	day: 1,
	startTime: "18:00",
	endTime: "18:20",
	titles: { en: "Opening" },
	speakers: [],
};
const LECTURE = {
	day: 1,
	startTime: "18:30",
	endTime: null,
	titles: { en: "Lecture" },
	speakers: [{ name: "A. Historian", role: "Institute" }],
};

describe("a programme", () => {
	it("is public in the order of time, without what was left empty", async () => {
		const event = await makePublished({ organisation, content: { programme: PROGRAMME } });
		expect(await publishedRow(event.eventId)).toMatchObject({ programme: [OPENING, LECTURE] });
	});

	it("stays as typed in a draft, and the buttons of a browser without script change it", async () => {
		const draft = await startDraft("programme");
		const read = async () => (await getMyEvent(draft.viewer, draft.eventId)).content.programme;
		await save(draft, { intent: "add_item" });
		expect(await read()).toHaveLength(1);
		await save(draft, {
			"programme.0.startTime": "12:00",
			"programme.0.titles.en": "Second",
			"programme.0.speakers": "B. Speaker, Museum\nC. Speaker",
			intent: "add_item",
		});
		expect(await read()).toMatchObject([
			{
				startTime: "12:00",
				speakers: [
					{ name: "B. Speaker", role: "Museum" },
					{ name: "C. Speaker", role: "" },
				],
			},
			{ startTime: null, titles: {} },
		]);
		await save(draft, { intent: "remove_item.0" });
		expect(await read()).toMatchObject([{ startTime: null }]);
	});

	it("goes with the event into a new draft and is an important change", async () => {
		const event = await makePublished({ organisation, content: { programme: PROGRAMME } });
		const later = [{ ...OPENING, startTime: "18:10" }, LECTURE];
		const edited = await submitAgain(await edit(event, { programme: later }));
		const { content } = await getMyEvent(organisation.owner, event.eventId);
		const before = { ...content, programme: [OPENING, LECTURE] };
		const found = differences(before, content);
		expect(found).toEqual([
			{
				field: "programme",
				before: "1 · 18:00–18:20 · Opening\n1 · 18:30 · Lecture · A. Historian, Institute",
				after: "1 · 18:10–18:20 · Opening\n1 · 18:30 · Lecture · A. Historian, Institute",
			},
		]);
		expect(weighAll(found)).toBe("important");
		await decideOn(edited, admin, "approve");
		expect(await publishedRow(event.eventId)).toMatchObject({ programme: later });
	});

	it("stands in the version that only calls the event off, and cannot be changed by one", async () => {
		const event = await makePublished({ organisation, content: { programme: PROGRAMME } });
		const input = callOffInput.parse({
			eventId: event.eventId,
			eventVersion: event.eventVersion,
			kind: "cancel",
			reasons: { en: "The hall is closed." },
		});
		await inTransaction((tx) => callOffEvent(tx, organisation.owner, { input, now: event.now }));
		const row = await publishedRow(event.eventId);
		expect(row).toMatchObject({ status: "cancelled", programme: [OPENING, LECTURE] });
		const forged = await inTransaction(async (tx) =>
			copyRevision(tx, row?.revisionId ?? "", {
				eventId: event.eventId,
				number: (await newestNumber(tx, event.eventId)) + 1,
				authorId: organisation.owner.id,
				changes: { isCallOff: true, programme: [{ ...OPENING, titles: { en: "Another" } }] },
			}),
		);
		const publish = db.publishedEvent.update({
			where: { id: event.eventId },
			data: { revisionId: forged },
			select: { id: true },
		});
		await expect(publish).rejects.toThrow(/has no approval/);
	});
});

it("with the earlier year in a title is named when the event is repeated", async () => {
	const titles = { en: "Lecture 2027" };
	const { eventId } = await makePublished({
		organisation,
		content: { startDate: "2027-02-26", programme: [{ ...LECTURE, titles }] },
	});
	const { content } = await getMyEvent(organisation.owner, eventId);
	const schedule = { ...content.schedule, startDate: "2028-02-26" };
	const earlier = { season: 2027, startDate: "2027-02-26", olderTexts: [] };
	expect(findOutdated({ ...content, schedule }, earlier)).toContainEqual({
		field: "programme.0.titles.en",
		code: "year",
		found: "2027",
	});
});

describe("what is no programme", () => {
	it.each<[string, unknown, string]>([
		["too many parts", Array(31).fill({}), "programme"],
		["a day of none", [{ day: "0" }], "programme.0.day"],
		["a time of none", [{ startTime: "25:00" }], "programme.0.startTime"],
		["an unknown language", [{ titles: { xx: "Opening" } }], "programme.0.titles.xx"],
		["an injected field", [{ isAdmin: "1" }], "programme.0"],
		["too many speakers", [{ speakers: "A\n".repeat(13) }], "programme.0.speakers"],
		["a name too long", [{ speakers: "A".repeat(121) }], "programme.0.speakers"],
		["an operator", [{ speakers: { not: "" } }], "programme.0.speakers"],
	])("%s is refused", (_name, programme, path) => {
		const { error } = draftContent.safeParse({ programme });
		expect(error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
	});

	it("a list of another shape is refused by the database", async () => {
		const event = await makePublished({ organisation });
		await expect(
			db.$executeRaw`UPDATE "PublishedEvent" SET "programme" = '{}' WHERE "id" = ${event.eventId}::uuid`,
		).rejects.toThrow();
	});
});
