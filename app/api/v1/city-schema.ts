import { z } from "zod";

/** A city as `GET /api/v1/cities` answers it. */
export const citySchema = z.object({
	id: z.int().describe("GeoNames id."),
	name: z.string(),
	label: z.string().describe("The name in `locale`."),
	description: z
		.string()
		.describe(
			"In `locale`, with its country, and with its region where the country has another of its name.",
		),
	admin1: z.string().nullable(),
	country: z.string(),
	countryName: z.string(),
	lat: z.number(),
	lon: z.number(),
	timezone: z.string().describe("IANA zone."),
	population: z.int(),
});
