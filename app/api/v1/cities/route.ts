import { citiesQuery } from "@/app/api/v1/parameters";
import { definePublicRoute } from "@/app/define-route";
import { preflight } from "@/app/preflight";
import { readParameters } from "@/app/query-parameters";
import { contextOf } from "@/app/request-context";
import { ipKey } from "@/lib/http/client-ip";
import { consume } from "@/lib/http/rate-limit";
import { countryName } from "@/lib/places/countries";
import { findCities } from "@/lib/places/gazetteer";
import { describeCity } from "@/lib/places/namesakes";

export const dynamic = "force-dynamic";

const MAX_CITIES = 10;
/** Someone who types fast asks five times a second. */
const LIMIT = { bucket: "api.cities", points: 300, seconds: 60 };

/** Cities whose name in any language begins with `q`, the most likely first: type-ahead of the form. */
export const GET = definePublicRoute({
	name: "api.cities",
	cors: true,
	async run({ request, url }) {
		const { q, country, locale } = readParameters(url, citiesQuery);
		await consume({ ...LIMIT, key: ipKey(contextOf(request.headers).ip) });
		const items = findCities(q, { limit: MAX_CITIES, country, locale }).map((city) => ({
			id: city.id,
			name: city.name,
			label: city.label,
			description: describeCity(city, locale),
			admin1: city.admin1,
			country: city.country,
			countryName: countryName(city.country, locale),
			lat: city.lat,
			lon: city.lon,
			timezone: city.timezone,
			population: city.population,
		}));
		return Response.json(
			{ items },
			{ headers: { "Cache-Control": "public, max-age=3600, s-maxage=86400" } },
		);
	},
});

export const OPTIONS = definePublicRoute({ name: "api.cities", cors: true, run: preflight });
