import { expect, it } from "vitest";
import { hoursLines, programmeLines } from "./list-lines";

const dayName = (number: string) => `Day ${number}`;

it("words a programme a line a part, in its order, with days only where there are several", () => {
	const values = {
		"programme.1.day": "1",
		"programme.1.startTime": "18:30",
		"programme.1.endTime": "",
		"programme.1.titles.en": "",
		"programme.1.speakers": "",
		"programme.0.day": "1",
		"programme.0.startTime": "18:00",
		"programme.0.endTime": "18:30",
		"programme.0.titles.en": "Opening",
		"programme.0.titles.az": "Açılış",
		"programme.0.speakers": "A. Historian, Institute\nB. Poet",
	};
	expect(programmeLines(values, { locale: "en", dayName })).toEqual([
		"18:00 – 18:30 · Opening / Açılış · A. Historian, Institute; B. Poet",
		"18:30",
	]);
	const second = { ...values, "programme.1.day": "2" };
	expect(programmeLines(second, { locale: "en", dayName })).toEqual([
		expect.stringMatching(/^Day 1 · 18:00/),
		"Day 2 · 18:30",
	]);
	expect(programmeLines({}, { locale: "en", dayName })).toEqual([]);
});

it("words opening hours by weekday and date, and leaves out what is not stated", () => {
	const values = {
		"openingHours.week.1.opens": "10:00",
		"openingHours.week.1.closes": "18:00",
		"openingHours.week.2.opens": "",
		"openingHours.week.2.closes": "",
		"openingHours.week.3.opens": "10:00",
		"openingHours.week.3.closes": "",
		"openingHours.dates.0.date": "2027-02-26",
		"openingHours.dates.0.opens": "",
		"openingHours.dates.0.closes": "",
	};
	expect(hoursLines(values, { locale: "en", closed: "closed" })).toEqual([
		"Monday: 10:00 – 18:00",
		"Wednesday: 10:00 –",
		"26 February 2027: closed",
	]);
});
