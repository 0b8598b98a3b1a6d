import { z } from "zod";

const country = z.string().length(2).describe("ISO 3166-1 alpha-2.");
const sources = z.array(z.string()).describe("Addresses of the sources, the main one first.");

/** A public memorial, as the pages and `/api/v1` show it; texts are in English. */
export const memorialSchema = z.object({
	id: z.string(),
	country,
	city: z.string().nullable(),
	geonameId: z.int().nullable().describe("Of the city, where GeoNames has it."),
	lat: z.number().nullable().describe("Of the city, not of the memorial."),
	lon: z.number().nullable(),
	place: z.string(),
	kind: z.string(),
	unveiled: z
		.string()
		.nullable()
		.describe("YYYY or YYYY-MM-DD, as precise as the sources; null where none tells."),
	note: z.string().nullable(),
	sources,
});
export type Memorial = z.infer<typeof memorialSchema>;

/** An act or statement of a public body, as the pages and `/api/v1` show it; texts are in English. */
export const recognitionSchema = z.object({
	id: z.string(),
	scope: z.string().describe('Such as "national legislature" or "international organisation".'),
	country: country.nullable(),
	body: z.string(),
	date: z
		.string()
		.nullable()
		.describe("YYYY, YYYY-MM or YYYY-MM-DD, as precise as the sources; null where none tells."),
	kind: z.string(),
	says: z.string().describe("What it says according to the source, summarised."),
	evidence: z
		.string()
		.describe(
			'"text": its text was seen; "reported": reported, text not seen; "listed": only named in a list; "mentioned": only mentioned in passing.',
		),
	note: z.string().nullable(),
	sources,
});
export type Recognition = z.infer<typeof recognitionSchema>;
