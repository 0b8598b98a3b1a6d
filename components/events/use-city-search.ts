import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { type CityOption, searchCities } from "./city-search";

export type CitySearch =
	| { kind: "none" | "searching" | "failed" }
	| { kind: "found"; query: string; cities: CityOption[] };

const PAUSE_MS = 120;

/** Cities for what is typed, a moment after the last key; an answer that comes too late is dropped. */
export function useCitySearch(query: string, isOn: boolean): CitySearch {
	const locale = useLocale();
	const [search, setSearch] = useState<CitySearch>({ kind: "none" });
	useEffect(() => {
		const wanted = query.trim();
		if (!isOn || wanted === "") return setSearch({ kind: "none" });
		const late = new AbortController();
		setSearch((before) => (before.kind === "found" ? before : { kind: "searching" }));
		const timer = setTimeout(() => {
			searchCities(wanted, locale, late.signal).then(
				(cities) => setSearch({ kind: "found", query: wanted, cities }),
				() => late.signal.aborted || setSearch({ kind: "failed" }),
			);
		}, PAUSE_MS);
		return () => {
			clearTimeout(timer);
			late.abort();
		};
	}, [query, isOn, locale]);
	return search;
}
