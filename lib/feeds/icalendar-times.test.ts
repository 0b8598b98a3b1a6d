import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { listOffsetChanges } from "@/lib/time/transitions";
import { makeFeedEvent, NOTES, NOW } from "./feed-event.fixture";
import { writeEvents } from "./icalendar";
import { instantOf, parseEvents, parseOne, rawLines } from "./read-calendar.fixture";

const HOSTILE_ZONES = [
	"Asia/Kathmandu",
	"America/St_Johns",
	"Pacific/Kiritimati",
	"Pacific/Auckland",
];

const originalZone = process.env.TZ;
afterAll(() => {
	process.env.TZ = originalZone;
});

describe("times", () => {
	const table: [string, string, string, string][] = [
		["Asia/Kathmandu", "2027-02-26", "20270226T190000", "2027-02-26T13:15:00.000Z"],
		["America/St_Johns", "2027-02-26", "20270226T190000", "2027-02-26T22:30:00.000Z"],
		["Pacific/Kiritimati", "2027-02-26", "20270226T190000", "2027-02-26T05:00:00.000Z"],
		["Pacific/Auckland", "2027-02-26", "20270226T190000", "2027-02-26T06:00:00.000Z"],
		["America/New_York", "2027-02-26", "20270226T190000", "2027-02-27T00:00:00.000Z"],
		["America/New_York", "2027-07-01", "20270701T190000", "2027-07-01T23:00:00.000Z"],
		["Europe/Istanbul", "2012-02-26", "20120226T190000", "2012-02-26T17:00:00.000Z"],
		["Europe/Istanbul", "2027-02-26", "20270226T190000", "2027-02-26T16:00:00.000Z"],
		["Asia/Baku", "2012-06-26", "20120626T190000", "2012-06-26T14:00:00.000Z"],
		["Europe/Moscow", "2013-02-26", "20130226T190000", "2013-02-26T15:00:00.000Z"],
	];

	describe.each(HOSTILE_ZONES)("on a machine in %s", (machineZone) => {
		it.each(table)(
			"19:00 in %s on %s is written %s and means %s",
			(timezone, startDate, written, utc) => {
				process.env.TZ = machineZone;
				const event = makeFeedEvent({}, { timezone, startDate, endTime: null });
				expect(rawLines([event], "DTSTART;")).toEqual([`DTSTART;TZID=${timezone}:${written}`]);
				expect(instantOf(parseOne(event), "dtstart")).toBe(utc);
			},
		);
	});

	it("are all right in one feed of many years", () => {
		const events = table.map(([timezone, startDate], index) =>
			makeFeedEvent({ uid: `${index}@calendar.example` }, { timezone, startDate, endTime: null }),
		);
		const components = parseEvents(events);
		expect(components.map((component) => instantOf(component, "dtstart"))).toEqual(
			table.map((row) => row[3]),
		);
		const zones = rawLines(events, "TZID:");
		expect(new Set(zones).size).toBe(zones.length);
		expect(zones).toHaveLength(new Set(table.map((row) => row[0])).size);
	});

	it("have an end only when one is stated", () => {
		expect(rawLines([makeFeedEvent()], "DTEND")).toEqual([
			"DTEND;TZID=Asia/Kathmandu:20270226T210000",
		]);
		expect(rawLines([makeFeedEvent({}, { endTime: null })], "DTEND")).toEqual([]);
	});

	it("reach to the last day of an exhibition without a closing time", () => {
		const event = makeFeedEvent({}, { endTime: null, endDate: "2027-03-05" });
		expect(rawLines([event], "DTEND")).toEqual(["DTEND;TZID=Asia/Kathmandu:20270306T000000"]);
	});

	it("that happen twice are in UTC", () => {
		const schedule = {
			timezone: "America/Sao_Paulo",
			startDate: "2012-02-25",
			startTime: "23:30",
			endTime: null,
		} as const;
		const later = makeFeedEvent({}, { ...schedule, startDisambiguation: "later" });
		expect(rawLines([later], "DTSTART:20120226T02")).toEqual(["DTSTART:20120226T023000Z"]);
		const earlier = makeFeedEvent({}, { ...schedule, startDisambiguation: "earlier" });
		expect(rawLines([earlier], "DTSTART:20120226T01")).toEqual(["DTSTART:20120226T013000Z"]);
	});

	it("are in UTC in every zone's repeated hour, and nowhere else", () => {
		const zones = ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia"];
		const isUtc = (timezone: string, at: number) => {
			const [startDate, startTime] = new Date(at).toISOString().split(/T|:00\.000Z/);
			const event = makeFeedEvent(
				{},
				{ timezone, startDate, startTime, endTime: null, startDisambiguation: "later" },
			);
			return rawLines([event], "DTSTART:").some((line) => line.endsWith("Z"));
		};
		for (const zone of zones) {
			const { changes } = listOffsetChanges(zone, "2009-01-01", "2027-12-31");
			const back = changes.filter(({ offsetBefore, offsetAfter }) => offsetAfter < offsetBefore);
			expect(back.length).toBeGreaterThan(8);
			for (const { wallBefore, offsetBefore, offsetAfter } of back) {
				const until = Date.parse(`${wallBefore.date}T${wallBefore.time}:00Z`);
				const from = until - (offsetBefore - offsetAfter) * 60_000;
				const minute = 60_000;
				expect([from - minute, from, until - minute, until].map((at) => isUtc(zone, at))).toEqual([
					false,
					true,
					true,
					false,
				]);
			}
		}
	});

	it("in a year of whose clocks the calendar says nothing are in UTC", () => {
		const text = writeEvents([makeFeedEvent()], { notes: NOTES, now: NOW, zones: new Map() });
		expect(text).toContain("DTSTART:20270226T131500Z\r\nDTEND:20270226T151500Z\r\n");
	});

	it("agree with our instants for any zone, day and hour", () => {
		const zones = [
			...HOSTILE_ZONES,
			"Asia/Baku",
			"Europe/Istanbul",
			"America/New_York",
			"Africa/Casablanca",
			"Europe/Dublin",
			"Australia/Lord_Howe",
			"Asia/Tehran",
			"Europe/Moscow",
		];
		fc.assert(
			fc.property(
				fc.constantFrom(...zones),
				fc.date({ min: new Date("1992-02-26"), max: new Date("2029-12-31"), noInvalidDate: true }),
				fc.integer({ min: 4, max: 22 }),
				(timezone, day, hour) => {
					const startDate = day.toISOString().slice(0, 10);
					const startTime = `${String(hour).padStart(2, "0")}:30`;
					const event = makeFeedEvent({}, { timezone, startDate, startTime, endTime: null });
					expect(instantOf(parseOne(event), "dtstart")).toBe(event.startsAtUtc?.toISOString());
				},
			),
			{ numRuns: 150 },
		);
	});
});
