import { describe, expect, it } from "vitest";
import { tableColumns } from "@/lib/events/table-fields";
import { knownWords } from "@/lib/events/table-words";
import { goodRow, IMPORT_NOW } from "@/prisma/factories/imports";
import { checkRow } from "./check-row";

const columns = tableColumns(["en"]);
const NO_CONSTANTS = { type: null, attendanceMode: null, country: null };

async function check(more: Parameters<typeof goodRow>[1], constants = {}) {
	const row = goodRow(1, more);
	return checkRow(
		columns.map((column) => row[column] ?? ""),
		{
			mapping: { columns, constants: { ...NO_CONSTANTS, ...constants } },
			words: await knownWords(),
			now: IMPORT_NOW,
		},
	);
}

describe("a good row", () => {
	it("becomes what a person would have typed into the form", async () => {
		const { content, problems } = await check({
			isFree: "Bəli",
			languages: "Deutsch, азербайджанский",
		});
		expect(problems).toEqual([]);
		expect(content).toMatchObject({
			type: "ceremony",
			timing: "timed",
			startDate: "2027-02-26",
			startTime: "18:00",
			cityGeonameId: 2950159,
			country: "DE",
			timezone: "Europe/Berlin",
			isFree: true,
			isWheelchairAccessible: null,
			languages: ["de", "az"],
		});
	});

	it.each([
		[{ type: "Anım töreni" }, null],
		[{ startDate: "26.02.2027" }, { startDate: "2027-02-26" }],
		[{ startDate: "02/26/2027" }, { startDate: "2027-02-26" }],
		[{ startDate: "٢٠٢٧-٠٢-٢٦" }, { startDate: "2027-02-26" }],
		[{ startTime: "6:30 PM" }, { startTime: "18:30" }],
		[{ startTime: "" }, { timing: "to_be_announced" }],
		[
			{ attendanceMode: "In person and online", onlineUrl: "https://example.org/live" },
			{ venueName: "Hall", onlineUrl: "https://example.org/live" },
		],
		[
			{ attendanceMode: "Online", venueName: "", onlineUrl: "https://example.org/live" },
			{ cityName: "Berlin", onlineUrl: "https://example.org/live" },
		],
		[{ startTime: "", isAllDay: "ja" }, { timing: "all_day" }],
		[{ country: "ألمانيا" }, { country: "DE" }],
		[{ country: "United States", cityName: "Portland (Oregon)" }, { cityGeonameId: 5746545 }],
		[
			{ startTime: "17:00", timezone: "UTC" },
			{ startTime: "18:00", timezone: "Europe/Berlin" },
		],
		[
			{ lat: "52,52", lon: "13,405" },
			{ lat: 52.52, lon: 13.405 },
		],
	])("is understood: %j", async (more, expected) => {
		const { content, problems } = await check(more);
		if (expected === null) expect(problems.map(({ field }) => field)).toEqual(["type"]);
		else expect(content).toMatchObject(expected);
	});

	it("takes what holds for all rows only where it says nothing itself", async () => {
		const constants = { type: "concert", attendanceMode: "mixed", country: "FR" } as const;
		expect((await check({ type: "", attendanceMode: "" }, constants)).content).toMatchObject({
			type: "concert",
			attendanceMode: "mixed",
			country: "DE",
		});
		expect((await check({ type: "party" }, constants)).content).toBeNull();
	});
});

describe("a wrong row", () => {
	it.each([
		[{ type: "" }, "type", "field.choose"],
		[{ attendanceMode: "" }, "attendanceMode", "field.choose"],
		[{ "title.en": "" }, "title.en", "field.required"],
		[{ "title.en": "a\u202Ebc" }, "title.en", "field.bidiControl"],
		[{ startDate: "" }, "startDate", "field.required"],
		[{ startDate: "2027-02-30" }, "startDate", "field.date"],
		[{ startDate: "03/04/2027" }, "startDate", "imports.ambiguousDate"],
		[{ startDate: "2031-02-26" }, "startDate", "schedule.yearOutOfRange"],
		[{ startTime: "25:00" }, "startTime", "field.time"],
		[{ startTime: "13:00 PM" }, "startTime", "field.time"],
		[{ endTime: "17:00" }, "endTime", "schedule.endBeforeStart"],
		[{ startDate: "2027-03-28", startTime: "02:30" }, "startTime", "schedule.skippedTime"],
		[{ startDate: "2027-10-31", startTime: "02:30" }, "startTime", "schedule.ambiguousTime"],
		[{ isAllDay: "yes" }, "startTime", "schedule.allDayWithTime"],
		[{ isFree: "perhaps" }, "isFree", "imports.unknownAnswer"],
		[{ country: "Atlantis" }, "country", "imports.unknownCountry"],
		[{ country: "" }, "country", "imports.countryFirst"],
		[{ cityName: "Berlinn" }, "cityName", "imports.unknownCity"],
		[{ cityName: "" }, "cityName", "field.required"],
		[{ country: "US", cityName: "Portland" }, "cityName", "imports.severalCities"],
		[{ timezone: "Asia/Baku" }, "timezone", "imports.zoneOfCity"],
		[{ timezone: "Mars/Base" }, "timezone", "schedule.zoneUnknown"],
		[{ languages: "Klingon" }, "languages", "imports.unknownLanguage"],
		[{ contactEmail: "me" }, "contactEmail", "field.email"],
		[{ lat: "north" }, "lat", "field.number"],
		[{ venueName: "x".repeat(161) }, "venueName", "field.tooLong"],
		[{ onlineUrl: "https://example.org/live" }, "onlineUrl", "field.linkInPerson"],
		[{ attendanceMode: "Online" }, "venueName", "field.venueOnline"],
		[
			{ attendanceMode: "Online", venueName: "", address: "Street 1" },
			"address",
			"field.venueOnline",
		],
		[
			{ attendanceMode: "Online", venueName: "", isWheelchairAccessible: "Yes" },
			"isWheelchairAccessible",
			"field.venueOnline",
		],
	] as const)("is told by its column: %j", async (more, field, key) => {
		const { content, problems } = await check(more);
		expect(content).toBeNull();
		expect(problems).toEqual([
			expect.objectContaining({ field, key, column: columns.indexOf(field) }),
		]);
	});

	it("holds a pin although it is online", async () => {
		const { problems } = await check({
			attendanceMode: "Online",
			venueName: "",
			lat: "52.5",
			lon: "13.4",
		});
		expect(problems.map(({ field, key }) => [field, key])).toEqual([
			["lat", "field.venueOnline"],
			["lon", "field.venueOnline"],
		]);
	});

	it("tells all that is wrong at once", async () => {
		const { problems } = await check({ type: "party", cityName: "Nowhere", startTime: "noon" });
		expect(problems.map(({ field }) => field).sort()).toEqual(["cityName", "startTime", "type"]);
	});
});
