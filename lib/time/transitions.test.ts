import { expect, it } from "vitest";
import { listOffsetChanges } from "./transitions";

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
