import { afterAll, describe, expect, it } from "vitest";
import {
	formatDay,
	formatDayRange,
	formatDayShort,
	formatInstant,
	formatMonth,
	formatTime,
	formatTimeRange,
	formatWeekday,
	formatWeekdayLetter,
	zoneName,
} from "./format";

const LOCALES = ["en", "az", "tr", "ru", "de", "fr", "es", "ar"];
const originalZone = process.env.TZ;
afterAll(() => {
	process.env.TZ = originalZone;
});

describe.each([
	["en", "26 February 2027", "26 – 28 February 2027", "Friday", "February 2027"],
	["az", "26 fevral 2027", "26–28 fevral 2027", "cümə", "fevral 2027"],
	["tr", "26 Şubat 2027", "26–28 Şubat 2027", "Cuma", "Şubat 2027"],
	["ru", "26 февраля 2027 г.", "26–28 февраля 2027 г.", "пятница", "февраль 2027 г."],
	["de", "26. Februar 2027", "26.–28. Februar 2027", "Freitag", "Februar 2027"],
	["fr", "26 février 2027", "26–28 février 2027", "vendredi", "février 2027"],
	["es", "26 de febrero de 2027", "26–28 de febrero de 2027", "viernes", "febrero de 2027"],
	["ar", "26 فبراير 2027", "26–28 فبراير 2027", "الجمعة", "فبراير 2027"],
])("in %s", (locale, day, range, weekday, month) => {
	it.each(["Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Auckland"])(
		"a day is the same day on a machine in %s",
		(zone) => {
			process.env.TZ = zone;
			expect(formatDay("2027-02-26", locale)).toBe(day);
			expect(formatDayRange("2027-02-26", "2027-02-28", locale)).toBe(range);
			expect(formatDayRange("2027-02-26", null, locale)).toBe(day);
			expect(formatWeekday("2027-02-26", locale)).toBe(weekday);
			expect(formatMonth("2027-02", locale)).toBe(month);
			expect(formatTime("09:05", locale)).toBe("09:05");
		},
	);
});

it("azerbaijani ranges name what differs", () => {
	expect(formatDayRange("2027-02-26", "2027-03-03", "az")).toBe("26 fevral – 3 mart 2027");
	expect(formatDayRange("2026-12-30", "2027-01-02", "az")).toBe("30 dekabr 2026 – 2 yanvar 2027");
});

it("agrees with ICU's Azerbaijani, which browsers may lack", () => {
	const icu = new Intl.DateTimeFormat("az", { dateStyle: "long", timeZone: "UTC" });
	const icuShort = new Intl.DateTimeFormat("az", {
		day: "numeric",
		month: "short",
		timeZone: "UTC",
	});
	const icuDay = new Intl.DateTimeFormat("az", { weekday: "long", timeZone: "UTC" });
	for (let month = 1; month <= 12; month++) {
		const date = `2027-${String(month).padStart(2, "0")}-${String(month).padStart(2, "0")}`;
		const instant = new Date(`${date}T00:00:00Z`);
		expect(formatDay(date, "az")).toBe(icu.format(instant));
		expect(formatDayShort(date, "az")).toBe(icuShort.format(instant));
		expect(formatWeekday(date, "az")).toBe(icuDay.format(instant));
	}
});

it("shows an instant on the clocks of a zone, without a slash", () => {
	const instant = new Date("2027-02-26T13:15:00Z");
	expect(formatInstant(instant, "Asia/Kathmandu", "en")).toBe("26 February 2027, 19:00");
	expect(formatInstant(instant, "Asia/Kathmandu", "az")).toBe("26 fevral 2027, 19:00");
	expect(formatInstant(instant, "Asia/Kathmandu", "ar")).toBe("26 فبراير 2027، 19:00");
	expect(formatInstant(new Date("2027-02-25T18:15:00Z"), "Asia/Kathmandu", "en")).toBe(
		"26 February 2027, 00:00",
	);
	expect(formatInstant(instant, "Pacific/Kiritimati", "en")).toBe("27 February 2027, 03:15");
});

it("joins two times", () => {
	expect(formatTimeRange("19:00", "21:00", "de")).toBe("19:00 – 21:00");
	expect(formatTimeRange("19:00", null, "de")).toBe("19:00");
});

it("names zones, or gives their offset", () => {
	const instant = new Date("2027-02-26T13:15:00Z");
	expect(zoneName("Asia/Kathmandu", "en", instant)).toBe("Nepal Time");
	expect(zoneName("America/St_Johns", "en", instant)).toBe("Newfoundland Standard Time");
	expect(zoneName("America/St_Johns", "en", new Date("2027-07-01T00:00:00Z"))).toBe(
		"Newfoundland Daylight Time",
	);
	for (const locale of LOCALES) {
		expect(zoneName("Europe/Istanbul", locale, instant)).not.toMatch(/GMT|^$/);
		expect(zoneName("Antarctica/Troll", locale, instant)).not.toBe("");
	}
});

it("gives English to an unknown language", () => {
	expect(formatDay("2027-02-26", "xx")).toBe("26 February 2027");
});

it("names the days by letters for the narrowest columns, in Arabic all of them different", () => {
	const dates = ["22", "23", "24", "25", "26", "27", "28"].map((day) => `2027-02-${day}`);
	const letters = dates.map((date) => formatWeekdayLetter(date, "ar"));
	expect(letters).toEqual(["ن", "ث", "ر", "خ", "ج", "س", "ح"]);
});
