import { expect, it } from "vitest";
import { isPlausibleDay } from "./plausible-day";

it.each([
	["", false],
	["0002-02-26", false],
	["0020-02-26", false],
	["0202-02-26", false],
	["1902-02-26", false],
	["1992-02-25", false],
	["1992-02-26", true],
	["2027-02-26", true],
	["2100-12-31", true],
	["2101-01-01", false],
	["20270-02-26", false],
])("%s is a day to say something of: %s", (date, expected) => {
	expect(isPlausibleDay(date)).toBe(expected);
});
