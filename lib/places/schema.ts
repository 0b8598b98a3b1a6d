import { z } from "zod";
import { DomainError } from "@/lib/errors";
import { canonicalZone, isZone } from "@/lib/time/zones";
import { isCountry, isZoneOfCountry } from "./countries";
import { getCity } from "./gazetteer";

const gazetteerPickSchema = z.strictObject({
	cityGeonameId: z.number().int().positive().max(2_147_483_647),
});

const handPlaceSchema = z.strictObject({
	cityName: z.string().trim().min(1, "places.cityRequired").max(120, "places.cityTooLong"),
	country: z.string().length(2, "places.unknownCountry"),
	timezone: z.string().min(1, "places.unknownZone").max(64, "places.unknownZone"),
	lat: z.number().min(-90).max(90).optional(),
	lon: z.number().min(-180).max(180).optional(),
});

/** Where something is: a city of the gazetteer, or a place outside it written by hand. */
export const placeSchema = z.union([gazetteerPickSchema, handPlaceSchema]);

export type PlaceInput = z.infer<typeof placeSchema>;

export type Place = {
	cityGeonameId: number | null;
	/** In English for a city of the gazetteer; `cityName()` translates. */
	cityName: string;
	country: string;
	timezone: string;
	lat: number | null;
	lon: number | null;
};

/**
 * Country, zone and coordinates of what was picked. Throws DomainError "invalid" with message keys
 * by field: places.unknownCity, places.unknownCountry, places.unknownZone, places.zoneNotInCountry,
 * places.incompletePoint.
 */
export function resolvePlace(input: PlaceInput): Place {
	return "cityGeonameId" in input
		? resolveCity(input.cityGeonameId)
		: resolveHandPlace(input.cityName, input);
}

function resolveCity(geonameId: number): Place {
	const city = getCity(geonameId);
	if (!city) throw invalid("cityGeonameId", "places.unknownCity");
	const { name, country, timezone, lat, lon } = city;
	return { cityGeonameId: geonameId, cityName: name, country, timezone, lat, lon };
}

function resolveHandPlace(
	cityName: string,
	{ country, timezone, lat, lon }: z.infer<typeof handPlaceSchema>,
): Place {
	if (!isCountry(country)) throw invalid("country", "places.unknownCountry");
	if (!isZone(timezone)) throw invalid("timezone", "places.unknownZone");
	if (!isZoneOfCountry(country, timezone)) throw invalid("timezone", "places.zoneNotInCountry");
	if ((lat === undefined) !== (lon === undefined)) {
		throw invalid(lat === undefined ? "lat" : "lon", "places.incompletePoint");
	}
	return {
		cityGeonameId: null,
		cityName: cityName.trim(),
		country,
		timezone: canonicalZone(timezone) ?? timezone,
		lat: lat ?? null,
		lon: lon ?? null,
	};
}

function invalid(field: string, messageKey: string): DomainError {
	return new DomainError("invalid", { fields: { [field]: messageKey } });
}
