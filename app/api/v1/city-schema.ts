import { z } from "zod";

/** A city as `GET /api/v1/cities` answers it. */
export const citySchema = z.object({
	id: z.int().describe("GeoNames id."),
	name: z.string(),
	label: z.string().describe("The name in `locale`."),
	admin1: z.string().nullable(),
	country: z.string(),
	countryName: z.string(),
	lat: z.number(),
	lon: z.number(),
	timezone: z.string().describe("IANA zone."),
	population: z.int(),
});
