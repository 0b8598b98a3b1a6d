import { describe, expect, it } from "vitest";
import type { ProgrammeItem } from "@/lib/calendar/programme";
import type { Schedule } from "@/lib/time/schedule";
import { checkProgramme } from "./check-programme";
import { speakerLines, speakersOf } from "./speaker-lines";

const BERLIN: Schedule = {
	datePrecision: "day",
	year: 2027,
	startDate: "2027-02-26",
	endDate: null,
	startTime: "10:00",
	endTime: "17:00",
	isAllDay: false,
	hasStartTime: true,
	timezone: "Europe/Berlin",
	startDisambiguation: null,
	endDisambiguation: null,
};
const SPRING = { startDate: "2027-03-27", endDate: "2027-03-28", startTime: "20:00" };
const AUTUMN = { startDate: "2027-10-30", endDate: "2027-10-31", startTime: "20:00" };
const TEXTS = [
	{
		locale: "az",
		title: "Konfrans",
		description: "",
		pictureAlt: null,
		statusReason: null,
		changedIn: 1,
	},
];

function item(changes: Partial<ProgrammeItem>): ProgrammeItem {
	return {
		day: 1,
		startTime: "11:00",
		endTime: null,
		titles: { en: "Opening" },
		speakers: [],
		...changes,
	};
}

function check(changes: Partial<ProgrammeItem>, schedule: Partial<Schedule> = {}) {
	return checkProgramme({
		programme: [item(changes)],
		schedule: { ...BERLIN, ...schedule },
		texts: TEXTS,
	});
}

describe("the times of a programme", () => {
	it.each<[string, Partial<ProgrammeItem>, Partial<Schedule>, Record<string, string>]>([
		["within the event", { startTime: "10:00", endTime: "17:00" }, {}, {}],
		["before it begins", { startTime: "09:59" }, {}, { startTime: "programme.beforeStart" }],
		["when it is over", { startTime: "17:00" }, {}, { startTime: "programme.afterEnd" }],
		["ending after it", { endTime: "17:01" }, {}, { endTime: "programme.afterEnd" }],
		["late where it has no end", { startTime: "23:30" }, { endTime: null }, {}],
		["ending as it begins", { endTime: "11:00" }, {}, { endTime: "schedule.endBeforeStart" }],
		["missing", { startTime: null }, {}, { startTime: "schedule.timeMissing" }],
		["on a second day of one", { day: 2 }, {}, { day: "programme.dayOutside" }],
		["on the second of two", { day: 2, startTime: "08:00" }, { endDate: "2027-02-27" }, {}],
		["on a third of two", { day: 3 }, { endDate: "2027-02-27" }, { day: "programme.dayOutside" }],
		[
			"early on a whole day",
			{ startTime: "00:00" },
			{ isAllDay: true, hasStartTime: false, startTime: null, endTime: null },
			{},
		],
		["without a day yet", { day: 9 }, { startDate: null }, {}],
		[
			"when clocks skip it",
			{ day: 2, startTime: "02:30" },
			SPRING,
			{ startTime: "schedule.skippedTime" },
		],
		[
			"when it comes twice",
			{ day: 2, startTime: "02:30" },
			AUTUMN,
			{ startTime: "programme.ambiguousTime" },
		],
		[
			"twice, where the event ends then and says which",
			{ day: 2, startTime: "01:30", endTime: "02:30" },
			{ ...AUTUMN, endTime: "02:30", endDisambiguation: "later" },
			{},
		],
	])("%s", (_name, changes, schedule, expected) => {
		const found = Object.entries(expected).map(([part, key]) => [`programme.0.${part}`, key]);
		expect(check(changes, schedule)).toEqual(Object.fromEntries(found));
	});
});

describe("the words of a programme", () => {
	it.each<[string, Partial<ProgrammeItem>, Record<string, string>]>([
		["no title", { titles: { en: "" } }, { "programme.0.titles.az": "field.required" }],
		[
			"a title that turns what follows",
			{ titles: { en: "Opening \u202e" } },
			{ "programme.0.titles.en": "field.bidiControl" },
		],
		[
			"a speaker's e-mail address",
			{ speakers: [{ name: "A. Historian", role: "a@example.org" }] },
			{ "programme.0.speakers": "programme.privateData" },
		],
		[
			"a speaker's telephone",
			{ speakers: [{ name: "A. Historian", role: "+994 12 555 01 00" }] },
			{ "programme.0.speakers": "programme.privateData" },
		],
		["a year in a role", { speakers: [{ name: "A", role: "Member of parliament 1992–1995" }] }, {}],
	])("%s", (_name, changes, expected) => {
		expect(check(changes)).toEqual(expected);
	});

	it("are not asked of a line left empty", () => {
		expect(check({ startTime: null, titles: { en: "" } })).toEqual({});
	});
});

describe("speakers", () => {
	it.each([
		["A. Historian, Institute of History", [["A. Historian", "Institute of History"]]],
		["A. Historian", [["A. Historian", ""]]],
		[
			"A, Director, B\r\n\n  C ",
			[
				["A", "Director, B"],
				["C", ""],
			],
		],
		["مؤرخ، معهد التاريخ", [["مؤرخ", "معهد التاريخ"]]],
		[",", [[",", ""]]],
	])("%j", (typed, expected) => {
		const speakers = speakersOf(typed);
		expect(speakers.map(({ name, role }) => [name, role])).toEqual(expected);
		expect(speakersOf(speakerLines(speakers))).toEqual(speakers);
	});
});
