import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { EVENT_TYPES } from "@/lib/calendar/content-columns";
import { makeFeedEvent, NO_TIMES } from "./feed-event.fixture";
import { type JsonLd, toBreadcrumbs, toJsonLd } from "./json-ld";

const ROOT = process.cwd();
mkdirSync(join(ROOT, ".data"), { recursive: true });
// Inside the project, so that the packages are found.
const folder = mkdtempSync(join(ROOT, ".data/json-ld-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const onlineUrl = "https://meet.example/1";
const DOCUMENTS: JsonLd[] = [
	...EVENT_TYPES.map((type) => toJsonLd(makeFeedEvent({ type }), "https://calendar.example/a.png")),
	toJsonLd(makeFeedEvent({ attendanceMode: "online", onlineUrl })),
	toJsonLd(
		makeFeedEvent({
			attendanceMode: "mixed",
			onlineUrl,
			isFree: true,
			isWheelchairAccessible: false,
			organisers: ["embassy", "university", "museum"].map((kind) => ({
				name: kind,
				kind,
				website: "https://organiser.example/",
			})),
		}),
	),
	toJsonLd(makeFeedEvent({ status: "rescheduled", previousStartDate: "2027-02-25" })),
	toJsonLd(makeFeedEvent({ status: "cancelled" }, { ...NO_TIMES, isAllDay: true })),
	toJsonLd(
		makeFeedEvent(
			{ status: "postponed", source: { url: "https://news.example/1", title: null } },
			{ ...NO_TIMES, datePrecision: "year", year: 2015, startDate: null },
		),
	),
	toJsonLd(
		makeFeedEvent(
			{
				openingHours: {
					week: { "1": { opens: "10:00", closes: "18:00" } },
					dates: [{ date: "2027-02-26", opens: null, closes: null }],
				},
				programme: [
					{
						date: "2027-02-26",
						startTime: "19:00",
						endTime: "19:30",
						startsAtUtc: new Date("2027-02-26T13:15:00Z"),
						endsAtUtc: new Date("2027-02-26T13:45:00Z"),
						title: "Opening",
						speakers: [{ name: "A. Historian", role: "Institute" }],
					},
				],
			},
			{ endDate: "2027-03-05" },
		),
	),
	toJsonLd(
		makeFeedEvent({
			superEvent: { uid: "1", url: "https://calendar.example/1", title: "Ceremony" },
		}),
		undefined,
		[makeFeedEvent({ type: "exhibition" }), makeFeedEvent({ attendanceMode: "online", onlineUrl })],
	),
	toBreadcrumbs([{ name: "Events", url: "https://calendar.example/en/events" }]),
];

/** What the compiler says of these documents, given the vocabulary of schema.org as types. */
async function judge(name: string, documents: readonly JsonLd[]): Promise<string> {
	const file = join(folder, `${name}.ts`);
	const lines = documents.map(
		(document, index) =>
			`export const d${index}: WithContext<Event | BreadcrumbList> = ${JSON.stringify(document)};`,
	);
	writeFileSync(
		file,
		`import type { BreadcrumbList, Event, WithContext } from "schema-dts";\n${lines.join("\n")}\n`,
	);
	const options =
		"--ignoreConfig --noEmit --strict --skipLibCheck --module esnext --moduleResolution bundler";
	const compiler = join(ROOT, "node_modules/.bin/tsc");
	return promisify(execFile)(compiler, [...options.split(" "), file]).then(
		() => "",
		(error: { stdout: string }) => error.stdout,
	);
}

it("says only what schema.org has words for", async () => {
	expect(await judge("ours", DOCUMENTS)).toBe("");
}, 120_000);

it("would notice a word that schema.org does not have, and a value that is none", async () => {
	const [event = {}] = DOCUMENTS;
	expect(await judge("word", [{ ...event, organiser: "Embassy" }])).toContain("organiser");
	expect(await judge("value", [{ ...event, eventStatus: "https://schema.org/Off" }])).not.toBe("");
	expect(
		await judge("nested", [{ ...event, location: { "@type": "Place", amenity: "x" } }]),
	).not.toBe("");
}, 120_000);
