import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { addDays, startOfDay } from "@/lib/time/wall-time";
import {
	decideOn,
	edit,
	eventContent,
	type MadeEvent,
	makeDraft,
	makePublished,
	makeSubmitted,
	submitAgain,
} from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { setWindow } from "@/prisma/factories/seasons";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { submitNewEvent } from "@/prisma/seed/import-event";
import { callOffEvent } from "./call-off-event";
import { findComingWindowView, findWindowView, shutAt } from "./season-window";

useDatabase();
beforeEach(emptyDatabase);

const FIRST = "2026-12-01";
const LAST = "2027-02-20";
const IN_TIME = new Date("2027-01-10T10:00:00Z");
const TOO_LATE = new Date("2027-02-22T10:00:00Z");

/** The last millisecond of a day on the clocks of a zone. */
function endOfDay(date: string, zone: string): Date {
	return new Date(startOfDay(addDays(date, 1), zone).getTime() - 1);
}

const at = (event: MadeEvent, now: Date): MadeEvent => ({ ...event, now });
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error) => error.code,
	);

/** A saved draft of an event on 26 February 2027, handed in at `now`. */
async function handIn(now: Date): Promise<string> {
	const draft = await makeDraft({ content: { startDate: "2027-02-26" }, now });
	const outcome = await codeOf(submitAgain(draft));
	const { state } = await db.event.findUniqueOrThrow({ where: { id: draft.eventId } });
	expect(state).toBe(outcome === "done" ? "submitted" : "draft");
	return outcome;
}

describe("a window from 1 December to 20 February", () => {
	beforeEach(() => setWindow(2027, { opensOn: FIRST, closesOn: LAST }));

	it.each([
		["before the first day begins anywhere", new Date("2026-11-30T09:59:59.999Z"), "season_closed"],
		["as it begins on Kiritimati", startOfDay(FIRST, "Pacific/Kiritimati"), "done"],
		["as it begins in Pago Pago", startOfDay(FIRST, "Pacific/Pago_Pago"), "done"],
		["as the last day ends on Kiritimati", endOfDay(LAST, "Pacific/Kiritimati"), "done"],
		["as it ends in Pago Pago", endOfDay(LAST, "Pacific/Pago_Pago"), "done"],
		["as it ends on Baker Island", new Date("2027-02-21T11:59:59.999Z"), "done"],
		["when it has ended everywhere", new Date("2027-02-21T12:00:00Z"), "season_closed"],
	])("takes or refuses a new event %s", async (_when, now, outcome) => {
		expect(await handIn(now)).toBe(outcome);
	});

	it("lets drafts be made and saved at any time, and an event be moved to a season that is open", async () => {
		const draft = await makeDraft({ content: { startDate: "2027-02-26" }, now: TOO_LATE });
		const saved = await edit(draft, { startDate: "2027-02-25" });
		expect(await codeOf(submitAgain(saved))).toBe("season_closed");
		const moved = await edit(saved, { startDate: "2028-02-26" });
		expect(await codeOf(submitAgain(moved))).toBe("done");
	});

	it("stops no change, correction, postponement or cancellation of what is public, to another season neither", async () => {
		const content = { startDate: "2027-02-26" };
		const event = await makePublished({ content, now: IN_TIME });
		const corrected = await submitAgain(
			at(await edit(event, { ...content, venueName: "Another hall" }), TOO_LATE),
		);
		const approved = await decideOn(corrected, await makeAdmin(), "approve");
		await setWindow(2028, { opensOn: "2027-12-01" });
		const later = await submitAgain(await edit(approved, { startDate: "2028-02-26" }));
		expect(later.eventVersion).toBeGreaterThan(approved.eventVersion);
		const off = await inTransaction((tx) =>
			callOffEvent(tx, event.author, {
				input: {
					eventId: event.eventId,
					eventVersion: later.eventVersion,
					kind: "cancel",
					reasons: { en: "The hall is closed." },
				},
				now: TOO_LATE,
			}),
		);
		expect(off.season).toBe(2027);
	});

	it("lets in again what was handed in for that season in time, and not for another one", async () => {
		const content = { startDate: "2027-02-26" };
		const sentBack = await decideOn(
			await makeSubmitted({ content, now: IN_TIME }),
			await makeAdmin(),
			"request_changes",
		);
		const again = at(await edit(sentBack, { ...content, venueName: "Hall" }), TOO_LATE);
		expect(await codeOf(submitAgain(again))).toBe("done");

		await setWindow(2028, { opensOn: "2027-12-01" });
		const other = at(await makeSubmitted({ content, now: IN_TIME }), TOO_LATE);
		const moved = await edit(other, { startDate: "2028-02-26" });
		expect(await codeOf(submitAgain(moved))).toBe("season_closed");
	});
});

it("without a row, with half a one, or without a known year a season is open", async () => {
	expect(await handIn(TOO_LATE)).toBe("done");
	await setWindow(2027, {});
	expect(await handIn(TOO_LATE)).toBe("done");
	await setWindow(2027, { opensOn: FIRST });
	expect(await handIn(TOO_LATE)).toBe("done");
	await setWindow(2027, { closesOn: LAST });
	expect(await handIn(new Date("2026-10-01T10:00:00Z"))).toBe("done");
	const undated = await makeDraft({
		content: { startDate: null, startTime: null, endTime: null, timing: "to_be_announced" },
		archive: { datePrecision: "unknown" },
		now: TOO_LATE,
	});
	expect(await codeOf(submitAgain(undated))).toBe("done");
});

it("what was long ago is refused only by that season's own window, by its year alone too", async () => {
	await setWindow(2027, { closesOn: LAST });
	const draft = (archive: { year: number; datePrecision: "year" }) =>
		makeDraft({
			content: { startDate: null, startTime: null, endTime: null, timing: "to_be_announced" },
			archive,
			now: TOO_LATE,
		});
	const past = await makeDraft({ content: { startDate: "2015-02-26" }, now: TOO_LATE });
	expect(await codeOf(submitAgain(past))).toBe("done");
	await setWindow(2015, { closesOn: "2015-03-31" });
	const shut = await makeDraft({ content: { startDate: "2015-02-26" }, now: TOO_LATE });
	expect(await codeOf(submitAgain(shut))).toBe("season_closed");
	expect(await codeOf(submitAgain(await draft({ year: 2015, datePrecision: "year" })))).toBe(
		"season_closed",
	);
	expect(await codeOf(submitAgain(await draft({ year: 2014, datePrecision: "year" })))).toBe(
		"done",
	);
});

describe("what the organiser is told", () => {
	const schedule = { datePrecision: "day", startDate: "2027-02-26", year: 2027 } as const;

	it("is when the window opens, closes or closed, and in how many days", async () => {
		await setWindow(2027, { opensOn: FIRST, closesOn: LAST });
		const { eventId } = await makeDraft({ content: { startDate: "2027-02-26" } });
		const view = (now: string) => findWindowView({ eventId, schedule, now: new Date(now) });
		expect(await view("2026-11-28T12:00:00Z")).toEqual({
			season: 2027,
			phase: "before",
			day: FIRST,
			daysLeft: 3,
		});
		expect(await view("2027-02-18T12:00:00Z")).toMatchObject({ phase: "during", daysLeft: 2 });
		expect(await view("2027-02-21T11:00:00Z")).toMatchObject({ phase: "during", daysLeft: 0 });
		expect(await view("2027-02-21T12:00:00Z")).toMatchObject({ phase: "after", day: LAST });
	});

	it("is nothing of what was handed in already, of other seasons, and of windows that end nothing", async () => {
		const content = { startDate: "2027-02-26" };
		const waiting = await makeSubmitted({ content, now: IN_TIME });
		const { eventId } = await makeDraft({ organisation: await makeOrganisation(), content });
		await setWindow(2027, { opensOn: FIRST, closesOn: LAST });
		const asked = { schedule, now: TOO_LATE };
		expect(await findWindowView({ ...asked, eventId: waiting.eventId })).toBeNull();
		expect(await findWindowView({ ...asked, eventId })).not.toBeNull();
		const other = { ...schedule, startDate: "2028-02-26" };
		expect(await findWindowView({ ...asked, schedule: other, eventId })).toBeNull();
		await setWindow(2027, { opensOn: FIRST });
		expect(await findWindowView({ ...asked, eventId })).toBeNull();
	});

	it("on the desk is of the season to come", async () => {
		for (const year of [2026, 2027, 2028]) await setWindow(year, { closesOn: `${year}-02-20` });
		const season = async (now: string) => (await findComingWindowView(new Date(now)))?.season;
		expect(await season("2027-02-22T10:00:00Z")).toBe(2027);
		expect(await season("2027-02-27T10:00:00Z")).toBe(2028);
		expect(await season("2028-02-27T10:00:00Z")).toBeUndefined();
	});
});

it("what an operator imports asks no window", async () => {
	await setWindow(2015, { closesOn: "2015-03-31" });
	const organisation = await makeOrganisation();
	const imported = await inTransaction((tx) =>
		submitNewEvent(tx, organisation.owner, {
			importKey: "archive-2015",
			organisationId: organisation.id,
			content: eventContent("DE", { startDate: "2015-02-26" }),
			isDemo: false,
			now: TOO_LATE,
		}),
	);
	const { state } = await db.event.findUniqueOrThrow({ where: { id: imported.eventId } });
	expect(state).toBe("submitted");
});

it("the database refuses a window that ends before it begins", async () => {
	await expect(setWindow(2027, { opensOn: LAST, closesOn: FIRST })).rejects.toThrow();
});

it("a window without days is never shut", () => {
	expect(shutAt({ season: 2027, opensOn: null, closesOn: null }, TOO_LATE)).toBeNull();
});
