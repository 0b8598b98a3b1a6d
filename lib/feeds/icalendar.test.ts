import fc from "fast-check";
import ICAL from "ical.js";
import { afterAll, describe, expect, it } from "vitest";
import { listOffsetChanges } from "@/lib/time/transitions";
import type { FeedEvent } from "./feed-event";
import { makeFeedEvent, NO_TIMES, NOTES, NOW } from "./feed-event.fixture";
import { toICalendar, writeEvents } from "./icalendar";

const INFO = {
	name: "26 February",
	url: "https://calendar.example/en/events",
	notes: NOTES,
	now: NOW,
};
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

function parse(text: string): ICAL.Component {
	return new ICAL.Component(ICAL.parse(text));
}

function parseEvents(events: FeedEvent[]): ICAL.Component[] {
	return parse(toICalendar(events, INFO)).getAllSubcomponents("vevent");
}

function parseOne(event: FeedEvent): ICAL.Component {
	const found = parseEvents([event]);
	expect(found).toHaveLength(1);
	return found[0] as ICAL.Component;
}

/** The instant by the VTIMEZONE in the text itself, not by what the parser knows. */
function instantOf(event: ICAL.Component, name: string): string {
	const property = event.getFirstProperty(name);
	const time = property?.getFirstValue() as ICAL.Time;
	const zone = event.parent
		.getAllSubcomponents("vtimezone")
		.find(
			(candidate) =>
				candidate.getFirstPropertyValue("tzid") === property?.getFirstParameter("tzid"),
		);
	if (zone) time.zone = new ICAL.Timezone({ component: zone });
	return time.toJSDate().toISOString();
}

function rawLines(events: FeedEvent[], name: string): string[] {
	const unfolded = toICalendar(events, INFO).replaceAll("\r\n ", "");
	return unfolded.split("\r\n").filter((line) => line.startsWith(name));
}

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

describe("days", () => {
	it("without a time are dates, with the day after the last as their end", () => {
		const event = makeFeedEvent({}, { ...NO_TIMES, isAllDay: true, endDate: "2027-02-28" });
		expect(rawLines([event], "DTSTART;")).toEqual(["DTSTART;VALUE=DATE:20270226"]);
		expect(rawLines([event], "DTEND")).toEqual(["DTEND;VALUE=DATE:20270301"]);
		expect(rawLines([event], "BEGIN:VTIMEZONE")).toEqual([]);
	});

	it("whose time is to be announced say so", () => {
		const component = parseOne(makeFeedEvent({}, NO_TIMES));
		expect(String(component.getFirstPropertyValue("dtstart"))).toBe("2027-02-26");
		expect(component.getFirstPropertyValue("description")).toMatch(
			/^The time will be announced\.\n\nCandles/,
		);
	});

	it.each([
		["Pacific/Kiritimati", "2027-02-26T09:59:59Z", "2027-02-26T10:00:00Z"],
		["America/St_Johns", "2027-02-27T03:29:59Z", "2027-02-27T03:30:00Z"],
	])(
		"in %s: once the day is over, the time is not announced any more",
		(timezone, before, after) => {
			const event = makeFeedEvent({}, { ...NO_TIMES, timezone });
			const noteAt = (now: string) =>
				String(
					parse(toICalendar([event], { ...INFO, now: new Date(now) }))
						.getFirstSubcomponent("vevent")
						?.getFirstPropertyValue("description"),
				).split("\n")[0];
			expect(noteAt(before)).toBe("The time will be announced.");
			expect(noteAt(after)).toBe("The source does not state the time.");
		},
	);

	it("that nobody knows are left out", () => {
		const year = makeFeedEvent(
			{},
			{ ...NO_TIMES, datePrecision: "year", year: 2015, startDate: null },
		);
		const unknown = makeFeedEvent({}, { ...NO_TIMES, datePrecision: "unknown", startDate: null });
		expect(parseEvents([year, unknown, makeFeedEvent()])).toHaveLength(1);
	});
});

describe("properties", () => {
	it("name the calendar and its refreshing", () => {
		const calendar = parse(toICalendar([makeFeedEvent()], INFO));
		expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("26 February");
		expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("PT1H");
		expect(calendar.getFirstPropertyValue("x-published-ttl")).toBe("PT1H");
		expect(calendar.getFirstPropertyValue("url")).toBe(INFO.url);
	});

	it("carry the event", () => {
		const component = parseOne(makeFeedEvent());
		const text = Object.fromEntries(
			[
				"uid",
				"sequence",
				"dtstamp",
				"created",
				"last-modified",
				"summary",
				"location",
				"url",
				"status",
				"categories",
				"contact",
				"image",
				"geo",
			].map((name) => [name, String(component.getFirstPropertyValue(name))]),
		);
		expect(text).toEqual({
			uid: "0190@calendar.example",
			sequence: "2",
			dtstamp: "2027-01-12T09:30:15Z",
			created: "2027-01-10T08:00:00Z",
			"last-modified": "2027-01-12T09:30:15Z",
			summary: "Evening of remembrance",
			location: "City Hall, Durbar Marg 1, Kathmandu, Nepal",
			url: "https://calendar.example/en/events/2027/kathmandu",
			status: "CONFIRMED",
			categories: "ceremony",
			contact: "Embassy of Azerbaijan, post@embassy.example",
			image: "https://calendar.example/media/1.webp",
			geo: "27.7172,85.324",
		});
		expect(component.getFirstProperty("summary")?.getFirstParameter("language")).toBe("en");
	});

	it.each([
		["scheduled", "CONFIRMED"],
		["rescheduled", "CONFIRMED"],
		["postponed", "TENTATIVE"],
		["cancelled", "CANCELLED"],
	] as const)("%s is STATUS:%s", (status, written) => {
		expect(rawLines([makeFeedEvent({ status })], "STATUS:")).toEqual([`STATUS:${written}`]);
	});

	it("say why an event is cancelled, and what is an example", () => {
		const event = makeFeedEvent({
			status: "cancelled",
			statusReason: "The hall is closed.",
			isDemo: true,
		});
		expect(parseOne(event).getFirstPropertyValue("description")).toBe(
			"Demonstration data.\nThis event is cancelled.\nThe hall is closed.\n\nCandles are lit at seven.\n\nhttps://calendar.example/en/events/2027/kathmandu",
		);
	});

	it("name the country in the reader's language, whatever that of the text", () => {
		const event = makeFeedEvent({ locale: "az", language: "de", cityName: "Katmandu" });
		expect(parseOne(event).getFirstPropertyValue("location")).toMatch(/, Katmandu, Nepal$/);
		const vienna = makeFeedEvent({ locale: "en", language: "az", country: "AT" });
		expect(parseOne(vienna).getFirstPropertyValue("location")).toMatch(/, Austria$/);
	});

	it("lead to an online event", () => {
		const online = makeFeedEvent({
			attendanceMode: "online",
			onlineUrl: "https://meet.example/a;b",
		});
		const component = parseOne(online);
		expect(component.getFirstPropertyValue("location")).toBe("https://meet.example/a;b");
		expect(component.getFirstPropertyValue("conference")).toBe("https://meet.example/a;b");
		expect(component.getFirstProperty("geo")).toBeNull();
	});

	it("do not change while the event does not", () => {
		expect(toICalendar([makeFeedEvent()], INFO)).toBe(toICalendar([makeFeedEvent()], INFO));
	});
});
