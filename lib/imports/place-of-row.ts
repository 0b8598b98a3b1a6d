import { zonesOfCountry } from "@/lib/places/countries";
import { foldName } from "@/lib/places/fold";
import { type City, getCity, listCitiesByName } from "@/lib/places/gazetteer";
import { fromInstant, toInstant } from "@/lib/time/wall-time";
import { zoneByName } from "@/lib/time/windows-zones";
import { isZone } from "@/lib/time/zones";

type Fault = { field: string; key: string; values?: Record<string, string> };

/** The city that a row names, in the country that it names; a GeoNames number and a region in brackets tell equals apart. */
export function cityOfRow(name: string, country: string | null): { city: City } | Fault {
	if (/^\d{3,10}$/.test(name)) {
		const city = getCity(Number(name));
		if (city && (country === null || city.country === country)) return { city };
		return { field: "cityName", key: "imports.unknownCity" };
	}
	if (country === null) return { field: "country", key: "imports.countryFirst" };
	const region = /\(([^()]+)\)\s*$/.exec(name)?.[1];
	const named = listCitiesByName(name, country);
	const inRegion = region
		? named.filter(({ admin1 }) => admin1 !== null && foldName(admin1) === foldName(region))
		: [];
	const cities = inRegion.length > 0 ? inRegion : named;
	const [city, ...others] = cities;
	if (!city) return { field: "cityName", key: "imports.unknownCity" };
	if (others.length === 0) return { city };
	const choices = cities.slice(0, 6).map(({ name, admin1, id }) => `${name} (${admin1 ?? id})`);
	return {
		field: "cityName",
		key: "imports.severalCities",
		values: { choices: choices.join(", ") },
	};
}

type Times = {
	startDate: string | null;
	startTime: string | null;
	endDate: string | null;
	endTime: string | null;
};

/**
 * The zone of a row: its city's, else the one that it states, else the country's only one. Times in UTC, which calendars
 * write, are moved to the clocks of the place; any other zone than the place's is a contradiction, unless its clocks show
 * the same then: Outlook has one name for Berlin, Vienna and Rome.
 */
export function zoneOfRow(
	stated: string,
	{ city, country, times }: { city: City | null; country: string | null; times: Times },
): { zone: string | null; times: Times } | Fault {
	const zone = stated === "" ? null : (zoneByName(stated) ?? stated);
	if (zone !== null && !isZone(zone)) return { field: "timezone", key: "schedule.zoneUnknown" };
	const zones = country === null ? [] : zonesOfCountry(country);
	const ofPlace = city?.timezone ?? (zones.length === 1 ? (zones[0] ?? null) : null);
	if (zone === null || ofPlace === null || zone === ofPlace)
		return { zone: ofPlace ?? zone, times };
	if (zone === "UTC" && times.startTime !== null)
		return { zone: ofPlace, times: moved(times, ofPlace) };
	if (times.startTime === null || isSameClock(times, [zone, ofPlace]))
		return { zone: ofPlace, times };
	return { field: "timezone", key: "imports.zoneOfCity", values: { zone: ofPlace } };
}

function isSameClock(
	{ startDate, startTime, endDate, endTime }: Times,
	zones: readonly [string, string],
): boolean {
	const isSame = (date: string | null, time: string | null) => {
		if (date === null || time === null) return true;
		const [one, other] = zones.map((zone) => toInstant({ date, time, zone }).getTime());
		return one === other;
	};
	return isSame(startDate, startTime) && isSame(endDate ?? startDate, endTime);
}

function moved(times: Times, zone: string): Times {
	const { startDate, startTime, endTime } = times;
	if (startDate === null || startTime === null) return times;
	const start = fromInstant(toInstant({ date: startDate, time: startTime, zone: "UTC" }), zone);
	if (endTime === null) return { ...times, startDate: start.date, startTime: start.time };
	const lastDate = times.endDate ?? startDate;
	const end = fromInstant(toInstant({ date: lastDate, time: endTime, zone: "UTC" }), zone);
	return {
		startDate: start.date,
		startTime: start.time,
		endDate: end.date === start.date ? null : end.date,
		endTime: end.time,
	};
}
