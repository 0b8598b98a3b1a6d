import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { canonicalZone, isZone, listZones, offsetLabel, offsetMinutes } from "./zones";

describe("isZone", () => {
	it.each([
		"UTC",
		"Asia/Kathmandu",
		"Asia/Katmandu",
		"Europe/Kyiv",
		"Asia/Kolkata",
		"America/Argentina/Buenos_Aires",
		"America/Yellowknife",
		"Pacific/Kiritimati",
	])("accepts %s", (zone) => {
		expect(isZone(zone)).toBe(true);
	});

	it.each([
		"",
		"+05:45",
		"asia/kathmandu",
		"ASIA/KATHMANDU",
		"Mars/Base",
		"GMT+4",
		"Asia/Kathmandu ",
		"toString",
	])("refuses %j", (zone) => {
		expect(isZone(zone)).toBe(false);
	});
});

describe("listZones", () => {
	it("offers present names only, once each, in order", () => {
		const zones = listZones();
		expect(zones).toContain("Asia/Kathmandu");
		expect(zones).toContain("Asia/Baku");
		expect(zones).not.toContain("Asia/Katmandu");
		expect(zones).not.toContain("Europe/Kiev");
		expect(new Set(zones).size).toBe(zones.length);
		expect(zones).toEqual([...zones].sort());
		expect(zones.length).toBeGreaterThan(400);
	});

	it("offers only zones that are accepted", () => {
		expect(listZones().filter((zone) => !isZone(zone))).toEqual([]);
	});
});

describe("canonicalZone", () => {
	it.each([
		["Asia/Katmandu", "Asia/Kathmandu"],
		["Asia/Calcutta", "Asia/Kolkata"],
		["Asia/Baku", "Asia/Baku"],
		["US/Eastern", "America/New_York"],
		["Mars/Base", null],
		["+04:00", null],
	])("reads %s as %s", (zone, expected) => {
		expect(canonicalZone(zone)).toBe(expected);
	});
});

describe("offsets", () => {
	const winter = new Date("2027-02-26T12:00:00Z");
	it.each([
		["Asia/Kathmandu", 345, "UTC+05:45"],
		["America/St_Johns", -210, "UTC-03:30"],
		["Pacific/Kiritimati", 840, "UTC+14:00"],
		["Pacific/Auckland", 780, "UTC+13:00"],
		["UTC", 0, "UTC+00:00"],
		["Asia/Baku", 240, "UTC+04:00"],
	])("of %s in February 2027 are %i minutes", (zone, minutes, label) => {
		expect(offsetMinutes(winter, zone)).toBe(minutes);
		expect(offsetLabel(winter, zone)).toBe(label);
	});

	it("are those that the date library knows, in every zone", () => {
		for (const zone of listZones()) {
			for (const at of ["1993-02-26T05:00:00Z", "2012-02-26T14:00:00Z", "2027-07-26T21:00:00Z"]) {
				const expected = Temporal.Instant.from(at).toZonedDateTimeISO(zone).offsetNanoseconds;
				expect(offsetMinutes(new Date(at), zone), `${zone} ${at}`).toBe(expected / 60e9);
			}
		}
	});

	it("are those of the date asked for: Istanbul moved to UTC+03:00 for good in 2016", () => {
		expect(offsetLabel(new Date("2012-02-26T12:00:00Z"), "Europe/Istanbul")).toBe("UTC+02:00");
		expect(offsetLabel(winter, "Europe/Istanbul")).toBe("UTC+03:00");
	});
});
