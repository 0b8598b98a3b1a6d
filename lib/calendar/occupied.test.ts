import { expect, it } from "vitest";
import type { Schedule } from "@/lib/time/schedule";
import { occupiedBy, overlaps } from "./occupied";

function timed(
	startDate: string,
	startTime: string,
	timezone: string,
	more: Partial<Schedule> = {},
): Schedule {
	return {
		datePrecision: "day",
		year: null,
		startDate,
		endDate: null,
		startTime,
		endTime: null,
		isAllDay: false,
		hasStartTime: true,
		timezone,
		startDisambiguation: null,
		endDisambiguation: null,
		...more,
	};
}

function days(startDate: string, endDate: string | null, timezone: string): Schedule {
	return timed(startDate, "", timezone, {
		startTime: null,
		hasStartTime: false,
		isAllDay: true,
		endDate,
	});
}

const BERLIN = "Europe/Berlin";

it.each([
	[
		"starts less than two hours apart",
		timed("2027-02-26", "18:00", BERLIN),
		timed("2027-02-26", "19:59", BERLIN),
		true,
	],
	[
		"starts two hours apart",
		timed("2027-02-26", "18:00", BERLIN),
		timed("2027-02-26", "20:00", BERLIN),
		false,
	],
	[
		"a stated end reaches further",
		timed("2027-02-26", "14:00", BERLIN, { endTime: "18:30" }),
		timed("2027-02-26", "18:00", BERLIN),
		true,
	],
	[
		"a stated end that is earlier than two hours",
		timed("2027-02-26", "18:00", BERLIN, { endTime: "18:20" }),
		timed("2027-02-26", "19:00", BERLIN),
		true,
	],
	[
		"an exhibition of weeks counts by its opening",
		timed("2027-02-20", "10:00", BERLIN, { endDate: "2027-03-10", endTime: "18:00" }),
		timed("2027-02-26", "18:00", BERLIN),
		false,
	],
	[
		"a whole day and an hour of it",
		days("2027-02-26", null, BERLIN),
		timed("2027-02-26", "23:30", BERLIN),
		true,
	],
	[
		"a whole day and the hour after it",
		days("2027-02-26", null, BERLIN),
		timed("2027-02-27", "00:00", BERLIN),
		false,
	],
	[
		"two whole days in a row",
		days("2027-02-26", null, BERLIN),
		days("2027-02-27", null, BERLIN),
		false,
	],
	[
		"several days and one of them",
		days("2027-02-24", "2027-02-28", BERLIN),
		days("2027-02-27", null, BERLIN),
		true,
	],
	[
		"one moment on two sides of a border",
		timed("2027-02-26", "12:00", "Europe/Lisbon"),
		timed("2027-02-26", "13:30", "Europe/Madrid"),
		true,
	],
	[
		"one wall time on two sides of the date line",
		timed("2027-02-26", "12:00", "Pacific/Kiritimati"),
		timed("2027-02-26", "12:00", "Pacific/Niue"),
		false,
	],
	[
		"one moment on two sides of the date line",
		timed("2027-02-26", "12:00", "Pacific/Kiritimati"),
		timed("2027-02-25", "11:00", "Pacific/Niue"),
		true,
	],
	[
		"across the hour that a clock change skips",
		timed("2027-03-28", "01:30", BERLIN),
		timed("2027-03-28", "04:15", BERLIN),
		true,
	],
	[
		"both readings of a repeated hour",
		timed("2026-10-25", "02:30", BERLIN, { startDisambiguation: "earlier" }),
		timed("2026-10-25", "04:00", BERLIN),
		false,
	],
])("%s", (_, one, other, expected) => {
	const [a, b] = [occupiedBy(one), occupiedBy(other)];
	if (!a || !b) throw new Error("both have a day");
	expect(overlaps(a, b)).toBe(expected);
	expect(overlaps(b, a)).toBe(expected);
});

it("takes up no time without a day", () => {
	expect(occupiedBy({ ...days("2027-02-26", null, BERLIN), startDate: null })).toBeNull();
});
