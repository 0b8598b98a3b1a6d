import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { listOffsetChanges } from "./transitions";
import { formatOffset } from "./zones";

it("lists the changes of a year with the wall time at which they begin", () => {
	const { offsetAtStart, changes } = listOffsetChanges(
		"America/St_Johns",
		"2027-01-01",
		"2027-12-31",
	);
	expect(offsetAtStart).toBe(-210);
	expect(
		changes.map(({ wallBefore, offsetBefore, offsetAfter }) => ({
			wallBefore,
			offsetBefore,
			offsetAfter,
		})),
	).toEqual([
		{ wallBefore: { date: "2027-03-14", time: "02:00" }, offsetBefore: -210, offsetAfter: -150 },
		{ wallBefore: { date: "2027-11-07", time: "02:00" }, offsetBefore: -150, offsetAfter: -210 },
	]);
});

it("knows that Istanbul stayed on summer time in 2016", () => {
	const { offsetAtStart, changes } = listOffsetChanges(
		"Europe/Istanbul",
		"2016-01-01",
		"2020-12-31",
	);
	expect(offsetAtStart).toBe(120);
	expect(changes.map((change) => change.offsetAfter)).toEqual([180]);
});

it("is empty where clocks never change", () => {
	expect(listOffsetChanges("Asia/Kathmandu", "1992-01-01", "2030-12-31").changes).toEqual([]);
});

it.each([
	"Africa/Casablanca",
	"Africa/Cairo",
	"Asia/Gaza",
	"Pacific/Apia",
	"Australia/Lord_Howe",
	"America/Caracas",
	"Antarctica/Casey",
])("finds the changes that the date library finds in %s", (zone) => {
	const found = listOffsetChanges(zone, "2008-01-01", "2027-12-31");
	const expected: string[] = [];
	const end = Temporal.PlainDate.from("2028-01-01").toZonedDateTime(zone);
	let at = Temporal.PlainDate.from("2008-01-01")
		.toZonedDateTime(zone)
		.getTimeZoneTransition("next");
	while (at && Temporal.ZonedDateTime.compare(at, end) < 0) {
		const before = at.subtract({ milliseconds: 1 }).offset;
		if (before !== at.offset) expected.push(`${at.toInstant()} ${before} ${at.offset}`);
		at = at.getTimeZoneTransition("next");
	}
	expect(expected.length).toBeGreaterThan(0);
	expect(
		found.changes.map(
			({ at, offsetBefore, offsetAfter }) =>
				`${Temporal.Instant.fromEpochMilliseconds(at.getTime())} ${formatOffset(offsetBefore)} ${formatOffset(offsetAfter)}`,
		),
	).toEqual(expected);
});
