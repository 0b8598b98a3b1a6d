import { expect, it } from "vitest";
import { dayIn, earthDay, earthPhase, observedAt } from "./earth-day";

const DATE = "2027-02-26";

it("a day lasts fifty hours on Earth", () => {
	const { from, until } = earthDay(DATE);
	expect(new Date(from).toISOString()).toBe("2027-02-25T10:00:00.000Z");
	expect(new Date(until).toISOString()).toBe("2027-02-27T12:00:00.000Z");
	expect((until - from) / 3_600_000).toBe(50);
});

it.each([
	["2027-02-25T09:59:59.999Z", "before"],
	["2027-02-25T10:00:00Z", "during"],
	["2027-02-28T11:59:59.999Z", "during"],
	["2027-02-28T12:00:00Z", "after"],
])("days count as long as it is one of them anywhere: %s is %s", (now, phase) => {
	const [first, last] = [DATE, "2027-02-27"];
	expect(earthPhase({ first, last }, new Date(now))).toBe(phase);
	expect(earthPhase({ first: null, last }, new Date(now))).toBe(
		phase === "before" ? "during" : phase,
	);
	expect(earthPhase({ first, last: null }, new Date(now))).toBe(
		phase === "after" ? "during" : phase,
	);
});

/** Worked out by hand from the offsets; in the order in which the day comes. */
const DAYS = [
	["Pacific/Kiritimati", "2027-02-25T10:00Z", "2027-02-26T10:00Z", 840],
	["Pacific/Chatham", "2027-02-25T10:15Z", "2027-02-26T10:15Z", 825],
	["Pacific/Apia", "2027-02-25T11:00Z", "2027-02-26T11:00Z", 780],
	["Pacific/Auckland", "2027-02-25T11:00Z", "2027-02-26T11:00Z", 780],
	["Australia/Lord_Howe", "2027-02-25T13:00Z", "2027-02-26T13:00Z", 660],
	["Australia/Adelaide", "2027-02-25T13:30Z", "2027-02-26T13:30Z", 630],
	["Asia/Tokyo", "2027-02-25T15:00Z", "2027-02-26T15:00Z", 540],
	["Asia/Kathmandu", "2027-02-25T18:15Z", "2027-02-26T18:15Z", 345],
	["Asia/Baku", "2027-02-25T20:00Z", "2027-02-26T20:00Z", 240],
	["Europe/London", "2027-02-26T00:00Z", "2027-02-27T00:00Z", 0],
	["America/St_Johns", "2027-02-26T03:30Z", "2027-02-27T03:30Z", -210],
	["America/Los_Angeles", "2027-02-26T08:00Z", "2027-02-27T08:00Z", -480],
	["Pacific/Marquesas", "2027-02-26T09:30Z", "2027-02-27T09:30Z", -570],
	["Pacific/Pago_Pago", "2027-02-26T11:00Z", "2027-02-27T11:00Z", -660],
] as const;

it.each(DAYS)("the day in %s", (zone, from, until, offset) => {
	expect(dayIn(DATE, zone)).toEqual({
		from: Date.parse(from),
		until: Date.parse(until),
		offsetMinutes: offset,
	});
});

it("the two sides of the date line have the same clock and another day", () => {
	const [apia, pagoPago] = [dayIn(DATE, "Pacific/Apia"), dayIn(DATE, "Pacific/Pago_Pago")];
	expect(pagoPago.from - apia.from).toBe(86_400_000);
	expect(apia.until).toBe(pagoPago.from);
});

it.each([
	// Summer time ended at midnight: the evening before had one hour twice.
	["2012-02-26", "America/Sao_Paulo", "2012-02-26T03:00Z", 24],
	["2012-02-25", "America/Sao_Paulo", "2012-02-25T02:00Z", 25],
	// Summer time began at midnight: there was no 00:00.
	["2022-02-25", "Asia/Amman", "2022-02-24T22:00Z", 23],
	// Half an hour of summer time ends at two o'clock.
	["2027-04-04", "Australia/Lord_Howe", "2027-04-03T13:00Z", 24.5],
])("%s in %s begins at %s and has %d hours", (date, zone, from, hours) => {
	const day = dayIn(date, zone);
	expect(day.from).toBe(Date.parse(from));
	expect((day.until - day.from) / 3_600_000).toBe(hours);
});

it.each([
	[DATE, "17:00", "Asia/Baku", "2027-02-26T13:00Z"],
	[DATE, "17:00", "Asia/Tokyo", "2027-02-26T08:00Z"],
	[DATE, "17:00", "Asia/Kathmandu", "2027-02-26T11:15Z"],
	[DATE, "17:00", "America/St_Johns", "2027-02-26T20:30Z"],
	[DATE, "17:00", "Pacific/Kiritimati", "2027-02-26T03:00Z"],
	[DATE, "17:00", "Pacific/Pago_Pago", "2027-02-27T04:00Z"],
	[DATE, "17:00", "Australia/Lord_Howe", "2027-02-26T06:00Z"],
	// Twice: the first of them. Left out: an hour later by the clock.
	["2012-02-25", "23:30", "America/Sao_Paulo", "2012-02-26T01:30Z"],
	["2022-02-25", "00:30", "Asia/Amman", "2022-02-24T22:30Z"],
])("on %s %s in %s is %s", (date, time, zone, instant) => {
	expect(observedAt(date, time, zone).getTime()).toBe(Date.parse(instant));
});

it.each([
	[DATE, "24:00", "Asia/Baku"],
	[DATE, "17:00", "+04:00"],
])("%s %s %s is refused", (date, time, zone) => {
	expect(() => observedAt(date, time, zone)).toThrow("invalid");
});
