import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { EVENT_TYPES } from "@/lib/calendar/content-columns";

const text = z.string().min(1);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const time = z.string().regex(/^\d{2}:\d{2}$/);
const country = z.string().regex(/^[A-Z]{2}$/);

const eventRow = z.strictObject({
	id: text,
	title: text,
	type: z.enum(EVENT_TYPES),
	types_also: z.array(z.enum(EVENT_TYPES)),
	date_start: date.nullable(),
	date_end: date.nullable(),
	date_basis: z.enum(["stated", "weekday", "inferred"]).nullable(),
	date_reported: date.nullable(),
	year: z.number().int().nullable(),
	start_time: time.nullable(),
	end_time: time.nullable(),
	anniversary: z.number().int().nullable(),
	city: text.nullable(),
	cities: z.array(text),
	country,
	venue: text.nullable(),
	online: z.boolean(),
	organisers: z.array(z.strictObject({ name: text, kind: text })),
	languages: z.array(text),
	summary: text,
	status_in_source: z.enum(["held", "announced"]),
	source_url: z.url(),
	source_title: text.nullable(),
	source_title_basis: text.nullable(),
	source_lang: text,
	note: text.nullable(),
});
/** A past event of `events.json`; `data/README.md` explains the columns. */
export type EventRow = z.infer<typeof eventRow>;

const placeRow = z.object({ country, city: text, geonameid: z.number().int(), tz: text });
export type PlaceRow = z.infer<typeof placeRow>;

const missionRow = z.strictObject({
	country,
	city: text.nullable(),
	kind: text,
	also_covers: z.array(text),
	lat: z.number().nullable(),
	lon: z.number().nullable(),
	wikidata: text.nullable(),
	website: text.nullable(),
	source_url: z.url().nullable(),
	source_note: text.nullable(),
	city_basis: text.nullable(),
});
/** An embassy or consulate of `missions.json`. */
export type MissionRow = z.infer<typeof missionRow>;

const memorialRow = z.strictObject({
	id: text,
	city: text.nullable(),
	country,
	place: text,
	kind: text,
	year_unveiled: z.number().int().nullable(),
	date_unveiled: date.nullable(),
	note: text.nullable(),
	source_url: z.url(),
	other_sources: z.array(text),
});

const recognitionRow = z.strictObject({
	id: text,
	scope: text,
	country: country.nullable(),
	body: text,
	date: text.nullable(),
	date_precision: text.nullable(),
	kind: text,
	says: text,
	evidence: text,
	/** Null in one row: its text was seen without an address. */
	source_url: z.url().nullable(),
	other_sources: z.array(text),
	note: text.nullable(),
});

/** The rows of the data files, checked; throws a ZodError that names the row and column that is wrong. */
export function readRows() {
	return {
		events: read("events.json", eventRow),
		places: read("event_places.json", placeRow),
		missions: read("missions.json", missionRow),
		memorials: read("memorials.json", memorialRow),
		recognitions: read("recognitions.json", recognitionRow),
	};
}
export type Rows = ReturnType<typeof readRows>;

function read<T extends z.ZodType>(file: string, row: T): z.infer<T>[] {
	const path = join(import.meta.dirname, "data", file);
	return z.array(row).parse(JSON.parse(readFileSync(path, "utf8")));
}
