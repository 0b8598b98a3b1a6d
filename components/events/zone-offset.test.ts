import { expect, it } from "vitest";
import { zoneOffset } from "./zone-offset";

it.each([
	["Europe/Berlin", "2027-02-26", "UTC+01:00"],
	["Europe/Berlin", "2027-07-01", "UTC+02:00"],
	["Asia/Kathmandu", "", "UTC+05:45"],
	["Asia/Kathmandu", "0202-02-26", "UTC+05:45"],
	["Nowhere/Land", "2027-02-26", ""],
])("%s on “%s” is at %s", (zone, date, expected) => {
	expect(zoneOffset(zone, date)).toBe(expected);
});
