import { expect, it } from "vitest";
import type { DayEventView, StationView } from "@/lib/calendar/sun-view";
import { listMoments } from "./moment";

const utc = (text: string) => Date.parse(`2027-02-${text}Z`);
const EVENT: DayEventView = {
	from: utc("26T08:00"),
	until: utc("26T09:00"),
	status: "scheduled",
	isDemo: true,
	startTime: "17:00",
	endTime: "18:00",
	path: "/events/2027/evening",
	title: "Evening",
	titleLanguage: null,
};
const JAPAN: StationView = {
	from: utc("25T15:00"),
	until: utc("26T15:00"),
	offset: "UTC+09:00",
	offsetMinutes: 540,
	beginTitle: "begins",
	endTitle: "ends",
	places: [
		{
			name: "Tokyo",
			country: "Japan",
			offsetMinutes: 540,
			path: null,
			note: null,
			events: [EVENT],
		},
	],
	silences: [
		{
			from: utc("26T03:00"),
			until: utc("26T03:01"),
			startTime: "12:00",
			sourceUrl: null,
			title: "Minute of silence: Japan",
			place: "Tokyo",
		},
	],
};
const DAYS = { date: "2027-02-26", next: "2027-02-27" };

function kinds(station: StationView) {
	return listMoments([station], DAYS).map(({ kind, from, until, date, time }) => [
		kind,
		from,
		until,
		`${date} ${time}`,
	]);
}

it("are the day's edges, which take no time, the minute of silence and the events", () => {
	expect(kinds(JAPAN)).toEqual([
		["begin", utc("25T15:00"), utc("25T15:00"), "2027-02-26 00:00"],
		["end", utc("26T15:00"), utc("26T15:00"), "2027-02-27 00:00"],
		["silence", utc("26T03:00"), utc("26T03:01"), "2027-02-26 12:00"],
		["event", utc("26T08:00"), utc("26T09:00"), "2027-02-26 17:00"],
	]);
});

it.each([
	["scheduled", true],
	["rescheduled", true],
	["postponed", false],
	["cancelled", false],
] as const)("have an event that is %s: %s", (status, isThere) => {
	const places = JAPAN.places.map((place) => ({ ...place, events: [{ ...EVENT, status }] }));
	expect(kinds({ ...JAPAN, places }).some(([kind]) => kind === "event")).toBe(isThere);
});

it("have keys of their own", () => {
	const keys = listMoments([JAPAN], DAYS).map(({ key }) => key);
	expect(new Set(keys).size).toBe(keys.length);
});
