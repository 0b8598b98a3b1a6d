import { FILTER_NAMES, listHref, readListRequest, VIEWS } from "./list-address";

/** Every parameter that changes what the list shows; others, such as those of campaigns, change nothing. */
export const SELECTION_NAMES = [...FILTER_NAMES, "view", "month", "cursor", "before"].sort();

/** More than any parameter may have, so that what is cut is refused as the whole would be. */
const MAX_VALUE_LENGTH = 256;

/**
 * The one query that stands for all addresses of the list that ask for the same: known names in a fixed order,
 * the first of repeated values, no empty ones. "" is the bare list.
 */
export function selectionQuery(params: URLSearchParams): string {
	const kept = new URLSearchParams();
	for (const name of SELECTION_NAMES) {
		const value = params.get(name)?.trim().slice(0, MAX_VALUE_LENGTH);
		if (value && !(name === "view" && isUsualView(value))) kept.set(name, value);
	}
	return kept.toString();
}

/** True when the address carries empty fields of the form, which say nothing. */
export function hasEmptyFields(params: URLSearchParams): boolean {
	return SELECTION_NAMES.some((name) => params.get(name) === "");
}

/** What was chosen in the form, without its empty fields and without what goes without saying. */
export function filledQuery(params: URLSearchParams, currentSeason: number): string {
	const given = SELECTION_NAMES.map((name) => [name, params.get(name) ?? undefined]);
	const { chosen, view } = readListRequest(Object.fromEntries(given), currentSeason);
	return new URLSearchParams(listHref({ ...chosen, view }).query).toString();
}

/** A selection's query as one segment of a path, in letters that no proxy decodes or encodes again. */
export function writeSelection(query: string): string {
	return Buffer.from(query).toString("base64url");
}

/** The parameters in such a segment; null when `writeSelection` did not make it. */
export function readSelection(segment: string): Record<string, string> | null {
	const query = Buffer.from(segment, "base64url").toString();
	const params = new URLSearchParams(query);
	const isOurs =
		query !== "" && selectionQuery(params) === query && writeSelection(query) === segment;
	return isOurs ? Object.fromEntries(params) : null;
}

function isUsualView(value: string): boolean {
	return !VIEWS.some((view) => view === value) || value === VIEWS[0];
}
