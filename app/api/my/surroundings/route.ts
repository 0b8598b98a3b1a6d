import { z } from "zod";
import { defineViewerRoute } from "@/app/define-route";
import { readParameters } from "@/app/query-parameters";
import { DomainError } from "@/lib/errors";
import { citiesAround } from "@/lib/places/distance";
import { cityName, getCity } from "@/lib/places/gazetteer";
import { LOCALES } from "@/lib/text/languages";

const degrees = (limit: number) =>
	z.coerce.number().min(-limit, "field.number").max(limit, "field.number");

const query = z.union([
	z.strictObject({ locale: z.enum(LOCALES), city: z.coerce.number().int().positive() }),
	z.strictObject({ locale: z.enum(LOCALES), lat: degrees(90), lon: degrees(180) }),
]);

const KM = 80;
const MAX_PLACES = 60;

/** Where the map on which an organiser sets a pin begins, and the places by which it can be read. */
export const GET = defineViewerRoute({
	name: "places.surroundings",
	run: async ({ viewer, url }) => {
		if (viewer.kind === "anonymous") throw new DomainError("unauthenticated");
		const asked = readParameters(url, query);
		const middle = "city" in asked ? getCity(asked.city) : asked;
		if (!middle) throw new DomainError("not_found");
		const { lat, lon } = middle;
		return Response.json({
			lat,
			lon,
			places: citiesAround({ lat, lon }, { km: KM, limit: MAX_PLACES }).map((city) => ({
				name: cityName(city, asked.locale),
				lat: city.lat,
				lon: city.lon,
			})),
		});
	},
});
