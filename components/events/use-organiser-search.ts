import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { type OrganiserOption, searchOrganisers } from "./organiser-search";

export type OrganiserSearch =
	| { kind: "none" | "failed" }
	| { kind: "found"; items: readonly OrganiserOption[] };

const PAUSE_MS = 200;
const NONE: OrganiserSearch = { kind: "none" };

/** Organisers for what is typed, a moment after the last key; an answer that comes too late is dropped. */
export function useOrganiserSearch(eventId: string, query: string): OrganiserSearch {
	const locale = useLocale();
	const [search, setSearch] = useState(NONE);
	useEffect(() => {
		const wanted = query.trim();
		if (wanted === "") return setSearch(NONE);
		const late = new AbortController();
		const timer = setTimeout(() => {
			searchOrganisers({ eventId, query: wanted, locale }, late.signal).then(
				(items) => setSearch({ kind: "found", items }),
				() => late.signal.aborted || setSearch({ kind: "failed" }),
			);
		}, PAUSE_MS);
		return () => {
			clearTimeout(timer);
			late.abort();
		};
	}, [eventId, query, locale]);
	return search;
}
