import { cityName, findCityByName } from "@/lib/places/gazetteer";
import type { Organiser } from "./organisers";

/** The city of an organiser in the reader's language where the gazetteer knows it, else as it was written. */
export function seatName(
	{ cityName: written, country }: Pick<Organiser, "cityName" | "country">,
	locale: string,
): string | null {
	const city = written === null ? null : findCityByName(written, country);
	return city ? cityName(city, locale) : written;
}
