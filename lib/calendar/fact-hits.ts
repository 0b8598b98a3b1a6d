import { countryName } from "@/lib/places/countries";
import { foldName } from "@/lib/places/fold";
import { getCity } from "@/lib/places/gazetteer";
import { markHits, type Piece } from "@/lib/text/highlight";
import { LOCALES } from "@/lib/text/languages";
import type { EventView } from "./event-view";
import type { Published } from "./published";

/** Where and by whom, with the words marked that were looked for. */
export type FactHits = {
	/** City and country, as far as they are known. */
	place: Piece[][];
	venue: Piece[];
	/** Only the organisers in whose names there are hits. */
	organisers: Piece[][];
};

/**
 * What a reader sees of an event beside its title, marked. Events are found by the names of places in every language of
 * the interface: where another one than the shown was looked for, the whole name that is shown is the hit.
 * @param marks how words begin that are to be marked, as `foldName` folds
 */
export function factHits(event: Published, view: EventView, marks: readonly string[]): FactHits {
	const mark = (text: string) => markHits(text, marks, foldName);
	const markName = (shown: string | null, names: readonly (string | null)[]): Piece[] => {
		if (!shown) return [];
		const pieces = mark(shown);
		if (isHit(pieces)) return pieces;
		return [{ text: shown, isHit: names.some((name) => name !== null && isHit(mark(name))) }];
	};
	const city = event.cityGeonameId === null ? null : getCity(event.cityGeonameId);
	const cityNames = [event.cityName, ...(city ? [city.name, ...Object.values(city.names)] : [])];
	const countryNames = LOCALES.map((locale) => countryName(event.country, locale));
	const place = [markName(view.city, cityNames), markName(view.country, countryNames)];
	return {
		place: place.filter(({ length }) => length > 0),
		venue: view.venueName ? mark(view.venueName) : [],
		organisers: event.organisers.map(({ name }) => mark(name)).filter(isHit),
	};
}

function isHit(pieces: readonly Piece[]): boolean {
	return pieces.some((piece) => piece.isHit);
}
