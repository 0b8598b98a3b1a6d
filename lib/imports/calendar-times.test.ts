import { describe, expect, it } from "vitest";
import { knownWords } from "@/lib/events/table-words";
import { IMPORT_NOW } from "@/prisma/factories/imports";
import { checkRow } from "./check-row";
import { calendarColumns, readCalendar } from "./read-calendar";

const BERLIN = ["City Hall", "Berlin", "Germany"];

/** What the row of such an event would become, or its problems. */
async function rowOf(times: readonly string[], place: readonly string[] = BERLIN) {
	const { rows } = readCalendar(
		[
			"BEGIN:VCALENDAR",
			"VERSION:2.0",
			"BEGIN:VEVENT",
			"UID:1",
			"SUMMARY:Commemoration",
			...times,
			`LOCATION:${place.join("\\, ")}`,
			"END:VEVENT",
			"END:VCALENDAR",
		].join("\r\n"),
	);
	const constants = { type: "ceremony", attendanceMode: "in_person", country: null } as const;
	const { content, problems } = checkRow(rows[0]?.cells ?? [], {
		mapping: { columns: calendarColumns("en"), constants },
		words: await knownWords(),
		now: IMPORT_NOW,
	});
	if (content === null) return problems.map(({ field, key }) => `${field} ${key}`);
	const { startDate, startTime, endDate, endTime, timezone } = content;
	return [startDate, startTime, endDate, endTime, timezone];
}

describe("start and end of a calendar's event, on the clocks of Berlin", () => {
	it.each([
		[
			"in one zone",
			["DTSTART;TZID=Europe/Berlin:20270226T180000", "DTEND;TZID=Europe/Berlin:20270226T193000"],
			["2027-02-26", "18:00", null, "19:30"],
		],
		[
			"an end in UTC",
			["DTSTART;TZID=Europe/Berlin:20270226T180000", "DTEND:20270226T190000Z"],
			["2027-02-26", "18:00", null, "20:00"],
		],
		[
			"a start in UTC",
			["DTSTART:20270226T170000Z", "DTEND;TZID=Europe/Berlin:20270226T190000"],
			["2027-02-26", "18:00", null, "19:00"],
		],
		[
			"both in UTC",
			["DTSTART:20270226T170000Z", "DTEND:20270226T180000Z"],
			["2027-02-26", "18:00", null, "19:00"],
		],
		[
			"two zones",
			["DTSTART;TZID=Europe/Berlin:20270226T180000", "DTEND;TZID=Asia/Baku:20270226T230000"],
			["2027-02-26", "18:00", null, "20:00"],
		],
		[
			"two zones, across midnight",
			["DTSTART;TZID=Europe/Berlin:20270226T230000", "DTEND:20270226T233000Z"],
			["2027-02-26", "23:00", "2027-02-27", "00:30"],
		],
		[
			"two zones, back across midnight",
			["DTSTART;TZID=Europe/Berlin:20270226T200000", "DTEND;TZID=Asia/Baku:20270227T010000"],
			["2027-02-26", "20:00", null, "22:00"],
		],
		[
			"two zones, when clocks go forward",
			["DTSTART;TZID=Europe/Berlin:20270328T013000", "DTEND:20270328T013000Z"],
			["2027-03-28", "01:30", null, "03:30"],
		],
		[
			"a length, when clocks go forward",
			["DTSTART;TZID=Europe/Berlin:20270328T013000", "DURATION:PT2H"],
			["2027-03-28", "01:30", null, "04:30"],
		],
		[
			"a length of days, when clocks go forward",
			["DTSTART;TZID=Europe/Berlin:20270327T180000", "DURATION:P1DT1H"],
			["2027-03-27", "18:00", "2027-03-28", "19:00"],
		],
		[
			"without a zone",
			["DTSTART:20270226T180000", "DTEND:20270226T190000"],
			["2027-02-26", "18:00", null, "19:00"],
		],
		["without an end", ["DTSTART:20270226T180000"], ["2027-02-26", "18:00", null, null]],
		[
			"whole days, the last one exclusive",
			["DTSTART;VALUE=DATE:20270226", "DTEND;VALUE=DATE:20270301"],
			["2027-02-26", null, "2027-02-28", null],
		],
		[
			"whole days by their length",
			["DTSTART;VALUE=DATE:20270226", "DURATION:P2D"],
			["2027-02-26", null, "2027-02-27", null],
		],
		[
			"a zone as Outlook names it",
			[
				"DTSTART;TZID=W. Europe Standard Time:20270226T180000",
				"DTEND;TZID=Azerbaijan Standard Time:20270226T223000",
			],
			["2027-02-26", "18:00", null, "19:30"],
		],
	])("%s", async (_what, times, expected) => {
		expect(await rowOf(times)).toEqual([...expected, "Europe/Berlin"]);
	});

	it("are Vienna's under the name that Outlook gives both", async () => {
		const start = "DTSTART;TZID=W. Europe Standard Time:20270226T180000";
		expect(await rowOf([start], ["Hall", "Vienna", "Austria"])).toEqual([
			"2027-02-26",
			"18:00",
			null,
			null,
			"Europe/Vienna",
		]);
	});
});

describe("what cannot be told for sure is a problem of its column", () => {
	it.each([
		[
			"an end without a zone",
			["DTSTART;TZID=Europe/Berlin:20270226T180000", "DTEND:20270226T190000"],
			"endTime imports.timeWithZone",
		],
		[
			"a start without a zone",
			["DTSTART:20270226T180000", "DTEND:20270226T190000Z"],
			"endTime imports.timeWithZone",
		],
		[
			"an end in an unknown zone",
			["DTSTART;TZID=Europe/Berlin:20270226T180000", "DTEND;TZID=Custom 1:20270226T190000"],
			"endTime imports.timeWithZone",
		],
		[
			"an end that the clocks skip",
			["DTSTART:20270328T000000Z", "DTEND;TZID=Europe/Berlin:20270328T023000"],
			"endTime imports.timeWithZone",
		],
		[
			"hours that end with a day",
			["DTSTART;TZID=Europe/Berlin:20270226T180000", "DTEND;VALUE=DATE:20270227"],
			"endTime field.time",
		],
		[
			"a day that ends with an hour",
			["DTSTART;VALUE=DATE:20270226", "DTEND:20270228T190000Z"],
			"endDate field.date",
		],
		[
			"one unknown zone",
			["DTSTART;TZID=Custom 1:20270226T180000", "DTEND;TZID=Custom 1:20270226T190000"],
			"timezone schedule.zoneUnknown",
		],
		[
			"the zone of another place",
			["DTSTART;TZID=Azerbaijan Standard Time:20270226T180000"],
			"timezone imports.zoneOfCity",
		],
	])("%s", async (_what, times, problem) => {
		expect(await rowOf(times)).toEqual([problem]);
	});
});
