import { expect, it } from "vitest";
import { differences } from "@/lib/moderation/differences";
import { save, startDraft } from "@/prisma/factories/event-form";
import { makePublished, publishedRow } from "@/prisma/factories/events";
import { useDatabase } from "@/prisma/factories/use-database";
import { getMyEvent } from "./queries";
import { draftContent } from "./schema";

useDatabase();

const DAY = { opens: "10:00", closes: "18:00" };
const NONE = { opens: null, closes: null };
const { openingHours: HOURS } = draftContent.parse({
	openingHours: {
		week: { "1": DAY, "7": { opens: "", closes: "" } },
		dates: [
			{ date: "2027-02-28", opens: "", closes: "" },
			{ date: "2027-02-26", ...DAY },
			{ date: "", opens: "", closes: "" },
		],
	},
});
const SPAN = { startDate: "2027-02-25", endDate: "2027-03-05" };

it("are public as far as they were written, the dates in order", async () => {
	const { eventId } = await makePublished({ content: { ...SPAN, openingHours: HOURS } });
	expect(await publishedRow(eventId)).toMatchObject({
		openingHours: {
			week: { "1": DAY },
			dates: [
				{ date: "2027-02-26", ...DAY },
				{ date: "2027-02-28", ...NONE },
			],
		},
	});
});

it("are left out of an event of one day", async () => {
	const { eventId } = await makePublished({ content: { openingHours: HOURS } });
	expect(await publishedRow(eventId)).toMatchObject({ openingHours: { week: {}, dates: [] } });
});

it("stay as typed in a draft, and the buttons of a browser without script change the dates", async () => {
	const draft = await startDraft("hours");
	const read = async () => (await getMyEvent(draft.viewer, draft.eventId)).content;
	const before = await read();
	await save(draft, {
		startDate: SPAN.startDate,
		endDate: SPAN.endDate,
		"openingHours.week.1.opens": "10:00",
		"openingHours.week.1.closes": "18:00",
		intent: "add_date",
	});
	await save(draft, { "openingHours.dates.0.date": "2027-02-26", intent: "add_date" });
	const after = await read();
	expect(after.openingHours).toEqual({
		week: { "1": DAY },
		dates: [
			{ date: "2027-02-26", ...NONE },
			{ date: null, ...NONE },
		],
	});
	expect(differences(before, after)).toContainEqual({
		field: "openingHours",
		before: null,
		after: "1 10:00–18:00\n2027-02-26 –",
	});
	await save(draft, { intent: "remove_date.0" });
	expect((await read()).openingHours.dates).toEqual([{ date: null, ...NONE }]);
});

it.each<[string, unknown]>([
	["an eighth weekday", { week: { "8": DAY } }],
	["a time of none", { week: { "1": { opens: "25:00" } } }],
	["another field", { week: {}, isAdmin: "1" }],
	["too many dates", { dates: Array(21).fill({}) }],
	["an operator", { week: { "1": { opens: { not: "" } } } }],
])("%s is refused", (_name, openingHours) => {
	expect(draftContent.safeParse({ openingHours }).success).toBe(false);
});
