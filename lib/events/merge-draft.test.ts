import { describe, expect, it } from "vitest";
import { type Answers, answersOf, draftOf, replacedIn, undo } from "./draft-answers";
import { mergeDraft } from "./merge-draft";
import { type DraftContent, draftContent } from "./schema";

const text = (title: string, description = "") => ({ title, description });

const BASE = draftContent.parse({
	type: "ceremony",
	timing: "timed",
	startDate: "2027-02-26",
	startTime: "18:00",
	endTime: "19:30",
	cityName: "Riga",
	country: "LV",
	timezone: "Europe/Riga",
	venueName: "Hall",
	address: "1 Main Street",
	texts: { en: text("Evening", "Speeches."), de: text("Abend") },
});

function draft(changes: Partial<DraftContent>): DraftContent {
	return { ...BASE, ...changes };
}

function merge(
	mine: Partial<DraftContent>,
	theirs: Partial<DraftContent>,
	{
		base = answersOf(BASE),
		unresolved = [],
	}: { base?: Answers | null; unresolved?: string[] } = {},
) {
	const merged = mergeDraft({
		base,
		mine: answersOf(draft(mine)),
		theirs: answersOf(draft(theirs)),
		unresolved,
	});
	return {
		draft: draftOf(merged.answers, BASE),
		conflicts: merged.conflicts.map(({ field }) => field),
		taken: merged.taken.map(({ field }) => field),
	};
}

describe("mergeDraft", () => {
	it("keeps what each of two changed", () => {
		const { draft, conflicts, taken } = merge(
			{ venueName: "Town hall", contactName: "Press office" },
			{ address: "2 Main Street", isFree: true },
		);
		expect(draft).toMatchObject({
			venueName: "Town hall",
			contactName: "Press office",
			address: "2 Main Street",
			isFree: true,
		});
		expect(conflicts).toEqual([]);
		expect(taken.sort()).toEqual(["address", "isFree"]);
	});

	it("overwrites nothing where both changed the same, and says so", () => {
		const { draft, conflicts, taken } = merge({ venueName: "Mine" }, { venueName: "Theirs" });
		expect(draft.venueName).toBe("Theirs");
		expect(conflicts).toEqual(["venueName"]);
		expect(taken).toEqual([]);
	});

	it("takes the same change of both for no conflict", () => {
		const same = { venueName: "Town hall", texts: { en: text("One"), de: text("Abend") } };
		expect(merge(same, same)).toMatchObject({ draft: same, conflicts: [], taken: [] });
	});

	it("merges the texts of one language part by part", () => {
		const { draft, conflicts } = merge(
			{ texts: { en: text("A new title", "Speeches."), de: text("Abend") } },
			{ texts: { en: text("Evening", "Speeches and music."), de: text("Abend", "Musik") } },
		);
		expect(draft.texts).toEqual({
			en: text("A new title", "Speeches and music."),
			de: text("Abend", "Musik"),
		});
		expect(conflicts).toEqual([]);
	});

	it.each([
		["I removed and they wrote in", { texts: { en: BASE.texts.en } }, { de: text("Abend", "Neu") }],
		[
			"both have",
			{ texts: { en: BASE.texts.en, az: text("Axşam") } },
			{ de: text("Abend", "Neu") },
		],
	])("keeps a language that %s", (_name, mine, theirTexts) => {
		const { draft, conflicts } = merge(mine as Partial<DraftContent>, {
			texts: { ...BASE.texts, ...theirTexts },
		});
		expect(draft.texts).toMatchObject(theirTexts);
		expect(draft.texts).toMatchObject(mine.texts);
		expect(conflicts).toEqual([]);
	});

	it("keeps a language that they removed while I wrote in it, as a whole", () => {
		const mine = { ...BASE.texts, de: text("Abend", "Neu") };
		const { draft } = merge({ texts: mine }, { texts: { en: text("Evening", "Speeches.") } });
		expect(draft.texts).toEqual(mine);
	});

	it("removes a language that one removed and nobody wrote in", () => {
		const left = { en: text("Evening", "Speeches.") };
		expect(merge({ texts: left }, {}).draft.texts).toEqual(left);
		const theirs = merge({}, { texts: left });
		expect(theirs.draft.texts).toEqual(left);
		expect(theirs.taken).toContain("texts.de.title");
	});

	it("adds what both added to a new language, where one has left it empty", () => {
		const { draft, conflicts } = merge(
			{ texts: { ...BASE.texts, az: text("") } },
			{ texts: { ...BASE.texts, az: text("Axşam") } },
		);
		expect(draft.texts.az).toEqual(text("Axşam"));
		expect(conflicts).toEqual([]);
	});

	it("merges spoken languages one by one", () => {
		const both = mergeDraft({
			base: answersOf(draft({ languages: ["en", "de"] })),
			mine: answersOf(draft({ languages: ["en", "az"] })),
			theirs: answersOf(draft({ languages: ["en", "de", "lv"] })),
			unresolved: [],
		});
		expect(draftOf(both.answers, BASE).languages.sort()).toEqual(["az", "en", "lv"]);
		expect(both.conflicts).toEqual([]);
	});

	it("takes a city with its country and zone as one answer", () => {
		const riga = { cityName: "Riga", country: "LV", timezone: "Europe/Riga" } as const;
		const oslo = { cityName: "Oslo", country: "NO", timezone: "Europe/Oslo" } as const;
		const { draft, conflicts } = merge({ cityName: "Jelgava" }, oslo);
		expect(draft).toMatchObject(oslo);
		expect(conflicts).toEqual(["cityName"]);
		expect(merge({ venueName: "Mine" }, oslo).draft).toMatchObject({ ...oslo, venueName: "Mine" });
		expect(merge(oslo, riga).draft).toMatchObject(oslo);
	});

	it("lets nobody's choice of taking part online delete a venue that another has just typed", () => {
		const online = { attendanceMode: "online", venueName: null, address: null } as const;
		expect(merge({ venueName: "Mine" }, online).conflicts).toEqual(["attendanceMode"]);
		const second = merge(online, { venueName: "Theirs" });
		expect(second.conflicts).toEqual(["attendanceMode"]);
		expect(second.draft).toMatchObject({ attendanceMode: "in_person", venueName: "Theirs" });
		expect(merge({ contactName: "Mine" }, online).draft).toMatchObject({
			...online,
			contactName: "Mine",
		});
	});

	it("nor does a choice of the whole day delete a start", () => {
		const allDay = { timing: "all_day", startTime: null, endTime: null } as const;
		expect(merge({ startTime: "17:00" }, allDay).conflicts).toEqual(["timing"]);
		expect(merge(allDay, {}).draft).toMatchObject(allDay);
	});

	it("leaves an open conflict as it is stored, whatever this person typed since", () => {
		const theirs = answersOf(draft({ venueName: "Theirs" }));
		const open = merge(
			{ venueName: "Mine, and more" },
			{ venueName: "Theirs" },
			{ base: theirs, unresolved: ["venueName"] },
		);
		expect(open).toMatchObject({ draft: { venueName: "Theirs" }, conflicts: ["venueName"] });
		const decided = merge({ venueName: "Mine" }, { venueName: "Theirs" }, { base: theirs });
		expect(decided).toMatchObject({ draft: { venueName: "Mine" }, conflicts: [] });
	});

	it("makes a conflict of every difference when nobody knows what the form was filled with", () => {
		const { draft, conflicts } = merge(
			{ venueName: "Mine", languages: ["az"] },
			{ address: "2 Main Street", languages: ["lv"] },
			{ base: null },
		);
		expect(conflicts.sort()).toEqual(["address", "venueName"]);
		expect(draft).toMatchObject({ venueName: "Hall", address: "2 Main Street" });
		expect(draft.languages.sort()).toEqual(["az", "lv"]);
	});
});

describe("undo", () => {
	it("goes back to the answers before a save, languages and all", () => {
		const before = answersOf(draft({ languages: ["en"] }));
		const after = answersOf(
			draft({ languages: ["az"], venueName: null, texts: { az: text("Axşam") } }),
		);
		expect(undo(after, replacedIn(before, after))).toEqual(before);
		expect(undo(before, replacedIn(after, before))).toEqual(after);
	});
});
