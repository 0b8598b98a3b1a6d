import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { makeFeedEvent, NO_TIMES, NOTES, NOW } from "./feed-event.fixture";
import { toICalendar } from "./icalendar";

/** Debian's python3-icalendar: a second parser, by other people, in another language. */
const PYTHON = "/usr/bin/python3";
const READER = `
import json, sys
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
events = []
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    start = event["DTSTART"].dt
    events.append({
        "uid": str(event["UID"]), "summary": str(event["SUMMARY"]), "description": str(event["DESCRIPTION"]),
        "location": str(event.get("LOCATION", "")), "status": str(event["STATUS"]), "sequence": int(event["SEQUENCE"]),
        "wall": start.replace(tzinfo=None).isoformat() if hasattr(start, "hour") else start.isoformat(),
        "epoch": int(start.timestamp()) if hasattr(start, "timestamp") else None,
        "end": event["DTEND"].dt.isoformat() if "DTEND" in event else None,
        "parent": str(event["RELATED-TO"]) if event.get("RELATED-TO") and event["RELATED-TO"].params.get("RELTYPE") == "PARENT" else None,
    })
json.dump({"name": str(calendar["X-WR-CALNAME"]), "events": events}, sys.stdout)
`;

const isInstalled = spawnSync(PYTHON, ["-c", "import icalendar"]).status === 0;
const isRequired = process.env.CI === "true" || process.env.CI === "1";

type ReadEvent = Record<
	"uid" | "summary" | "description" | "location" | "status" | "wall",
	string
> & {
	sequence: number;
	epoch: number | null;
	end: string | null;
	parent: string | null;
};

function readWithPython(text: string): { name: string; events: ReadEvent[] } {
	const { status, stdout, stderr } = spawnSync(PYTHON, ["-c", READER], {
		input: text,
		encoding: "utf8",
	});
	if (status !== 0) throw new Error(`python3-icalendar refused the calendar: ${stderr}`);
	return JSON.parse(stdout);
}

function write(events: ReturnType<typeof makeFeedEvent>[]): string {
	return toICalendar(events, {
		name: "26 fevral, Xocalı",
		url: "https://calendar.example/az",
		notes: NOTES,
		now: NOW,
	});
}

// In CI a missing package is a failure, not a silence.
describe.skipIf(!isInstalled && !isRequired)(
	"python3-icalendar (apt install python3-icalendar)",
	() => {
		it("reads wall times and instants", () => {
			const zones = [
				"Asia/Kathmandu",
				"America/St_Johns",
				"Pacific/Kiritimati",
				"America/New_York",
			];
			const events = [
				...zones.map((timezone) => makeFeedEvent({ uid: timezone }, { timezone })),
				makeFeedEvent({ uid: "2012" }, { timezone: "Europe/Istanbul", startDate: "2012-02-26" }),
			];
			const read = readWithPython(write(events));
			expect(read.name).toBe("26 fevral, Xocalı");
			expect(read.events.map((event) => event.wall.slice(11))).toEqual(Array(5).fill("19:00:00"));
			expect(read.events.map((event) => event.epoch)).toEqual(
				events.map((event) => (event.startsAtUtc?.getTime() ?? 0) / 1000),
			);
		});

		it("reads dates, status and sequence", () => {
			const read = readWithPython(
				write([
					makeFeedEvent({ status: "cancelled", sequence: 7 }, { ...NO_TIMES, isAllDay: true }),
				]),
			);
			expect(read.events).toMatchObject([
				{ wall: "2027-02-26", end: "2027-02-27", status: "CANCELLED", sequence: 7 },
			]);
		});

		it("reads of what an event is part", () => {
			const whole = makeFeedEvent({ uid: "0100@calendar.example" });
			const superEvent = { uid: whole.uid, url: whole.url, title: whole.title };
			const read = readWithPython(write([whole, makeFeedEvent({ superEvent })]));
			expect(read.events.map(({ parent }) => parent)).toEqual([null, whole.uid]);
		});

		it("reads hostile text as it was written", () => {
			// Not a backslash before "n": icalendar 4 unescapes in two passes and reads it as a line break.
			const title = 'a, b; c: "d" \\ END:VEVENT 🕯 Xocalı سفارة';
			const descriptionText = `x\r\nATTENDEE:mailto:x@evil.example\u2028y\u0085z\u000b\u001e${"ə".repeat(100)}`;
			const [event] = readWithPython(write([makeFeedEvent({ title, descriptionText })])).events;
			expect(event?.summary).toBe(title);
			expect(event?.description).toContain(
				`x\nATTENDEE:mailto:x@evil.example\ny\nz${"ə".repeat(100)}\n\nhttps://`,
			);
		});
	},
);
