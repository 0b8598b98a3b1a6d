import { DomainError } from "@/lib/errors";
import { zonesOfCountry } from "@/lib/places/countries";
import { findCityByName, getCity } from "@/lib/places/gazetteer";
import type { DraftContent } from "./schema";

type DraftPlace = {
	cityGeonameId: number | null;
	cityName: string | null;
	country: string | null;
	timezone: string | null;
};

/**
 * Country and zone come from the picked city; a city typed by hand is looked up by its exact name in the country,
 * and one that the gazetteer does not know keeps the country and zone that were chosen with it.
 * @throws DomainError invalid with fields cityGeonameId or timezone
 */
export function draftPlace(content: DraftContent): DraftPlace {
	const picked =
		content.cityGeonameId === null ? typedCity(content) : getCity(content.cityGeonameId);
	if (content.cityGeonameId !== null && !picked) {
		throw new DomainError("invalid", { fields: { cityGeonameId: "places.unknownCity" } });
	}
	if (picked) {
		return {
			cityGeonameId: picked.id,
			cityName: picked.name,
			country: picked.country,
			timezone: picked.timezone,
		};
	}
	const { cityName, country, timezone } = content;
	const zones = country === null ? [] : zonesOfCountry(country);
	if (timezone !== null && zones.length > 0 && !zones.includes(timezone)) {
		throw new DomainError("invalid", { fields: { timezone: "places.zoneNotInCountry" } });
	}
	const onlyZone = zones.length === 1 ? (zones[0] ?? null) : null;
	return { cityGeonameId: null, cityName, country, timezone: timezone ?? onlyZone };
}

function typedCity(content: DraftContent) {
	if (content.cityName === null || content.country === null) return null;
	return findCityByName(content.cityName, content.country);
}
