import { expect, it } from "vitest";
import { lastChange, phaseIn, shareOver, timeLeft } from "./span";

const span = { from: 1000, until: 5000 };

it.each([
	[999, "upcoming", 0],
	[1000, "live", 0],
	[3000, "live", 0.5],
	[4999, "live", 0.99975],
	[5000, "past", 1],
	[9000, "past", 1],
])("at %i a stretch is %s and %d over", (now, phase, share) => {
	expect(phaseIn(span, now)).toBe(phase);
	expect(shareOver(span, now)).toBeCloseTo(share, 5);
});

it.each([
	["2027-02-25T10:00:00Z", { days: 0, hours: 0, minutes: 0, seconds: 0 }],
	["2027-02-25T09:59:59.999Z", { days: 0, hours: 0, minutes: 0, seconds: 1 }],
	["2027-02-25T09:59:59Z", { days: 0, hours: 0, minutes: 0, seconds: 1 }],
	["2027-02-25T09:59:00Z", { days: 0, hours: 0, minutes: 1, seconds: 0 }],
	["2027-02-24T10:00:00Z", { days: 1, hours: 0, minutes: 0, seconds: 0 }],
	["2026-11-26T05:30:15Z", { days: 91, hours: 4, minutes: 29, seconds: 45 }],
	["2027-03-01T00:00:00Z", { days: 0, hours: 0, minutes: 0, seconds: 0 }],
])("from %s it is so long until the day", (now, left) => {
	expect(timeLeft(Date.parse(now), Date.parse("2027-02-25T10:00:00Z"))).toEqual(left);
});

it.each([
	[50, 0],
	[100, 100],
	[250, 200],
	[300, 300],
	[399, 300],
	[400, 400],
	[9000, 400],
])("at %i the last change was at %i, and phases are as they were then", (now, last) => {
	const spans = [
		{ from: 100, until: 300 },
		{ from: 200, until: 400 },
		{ from: 300, until: 300 },
	];
	expect(lastChange(spans, now)).toBe(last);
	for (const each of spans) expect(phaseIn(each, last)).toBe(phaseIn(each, now));
});
