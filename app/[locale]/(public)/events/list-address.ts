import { type CalendarFilters, calendarFilters } from "@/lib/calendar/filters";
import { seasonSegment } from "@/lib/calendar/tags";
import { isMonth } from "@/lib/time/month";
import { commemorationOf, currentSeason, seasonOf } from "@/lib/time/season";
import { readNear } from "./near-label";

export type SearchParams = Record<string, string | string[] | undefined>;

/** The filters that a visitor can remove one by one. */
export const FILTER_NAMES = [
	"q",
	"country",
	"city",
	"near",
	"radius",
	"type",
	"season",
	"from",
	"to",
	"organiser",
	"attendance",
	"language",
	"text",
	"free",
	"accessible",
] as const satisfies readonly (keyof CalendarFilters)[];
export type FilterName = (typeof FILTER_NAMES)[number];

/** The ways to look at the list; the first one never stands in an address. */
export const VIEWS = ["list", "month", "map", "agenda"] as const;
export type View = (typeof VIEWS)[number];

/** What the address of the list asks for. */
export type ListRequest = {
	filters: CalendarFilters;
	view: View;
	/** As it stands in the season menu: a year, "undated" or "all". */
	season: string;
	/** Filters that were chosen, as they stand in the address. */
	chosen: Partial<Record<FilterName, string>>;
	/** Parameters that were not understood and are left out. */
	ignored: FilterName[];
	/** The first day is after the last: there is nothing to look for. */
	isReversed: boolean;
	/** The season is this one because none was chosen. */
	isThisSeason: boolean;
	after: string | null;
	before: string | null;
	/** "YYYY-MM", for the month view; null: none was named. */
	month: string | null;
};

/**
 * Reads the list's address. Without a season it is this one, unless days are named; bad values are
 * left out and reported, never an error: people share and mistype addresses.
 */
export function readListRequest(params: SearchParams, currentSeason: number): ListRequest {
	const chosen: ListRequest["chosen"] = {};
	const ignored: FilterName[] = [];
	const filters: Record<string, unknown> = {};
	for (const name of FILTER_NAMES) {
		const value = single(params[name]);
		if (value === null) continue;
		if (name === "season" && value === "all") {
			chosen.season = value;
			continue;
		}
		const meant = name === "near" ? (readNear(value) ?? value) : value;
		const parsed = calendarFilters.shape[name].safeParse(meant);
		if (parsed.success && parsed.data !== "") {
			chosen[name] = meant;
			filters[name] = parsed.data;
		} else if (!parsed.success) ignored.push(name);
	}
	// A distance from nowhere says nothing.
	if (chosen.near === undefined) {
		delete chosen.radius;
		delete filters.radius;
	}
	const hasDays = chosen.from !== undefined || chosen.to !== undefined;
	// This season goes without saying, unless days are named.
	if (chosen.season === seasonSegment(currentSeason) && !hasDays) delete chosen.season;
	if (chosen.season === undefined && !hasDays) filters.season = currentSeason;
	const { from, to } = chosen;
	const month = single(params.month);
	return {
		filters: calendarFilters.parse(filters),
		view: VIEWS.find((view) => view === single(params.view)) ?? VIEWS[0],
		season: chosen.season ?? (hasDays ? "all" : seasonSegment(currentSeason)),
		chosen,
		ignored,
		isReversed: from !== undefined && to !== undefined && from > to,
		isThisSeason: chosen.season === undefined && !hasDays,
		after: single(params.cursor),
		before: single(params.before),
		month: month !== null && isMonth(month) ? month : null,
	};
}

/** The month "YYYY-MM" that the month view shows: the one that was named, else that of the days or the year chosen. */
export function monthOf({ month, chosen, season }: ListRequest, now: Date): string {
	if (month !== null) return month;
	const day = chosen.from ?? chosen.to;
	if (day) return day.slice(0, 7);
	const year = /^\d{4}$/.test(season) ? Number(season) : currentSeason(now);
	return commemorationOf(year).slice(0, 7);
}

/** Address of another month under the same filters; where the year chosen goes without saying it turns with the month. */
export function monthHref({ chosen, season, isThisSeason }: ListRequest, month: string) {
	const year = String(seasonOf(`${month}-15`));
	const turns = isThisSeason && year !== season;
	return listHref({ ...chosen, ...(turns ? { season: year } : {}), view: "month", month });
}

/** The list's address with these parameters; undefined ones and the usual view are left out. */
export function listHref(query: Record<string, string | undefined>): {
	pathname: string;
	query: Record<string, string>;
} {
	const kept = Object.entries(query).filter(
		(entry): entry is [string, string] =>
			Boolean(entry[1]) && !(entry[0] === "view" && entry[1] === VIEWS[0]),
	);
	return { pathname: "/events", query: Object.fromEntries(kept) };
}

/**
 * What the feeds of the chosen events are asked for. A subscription goes on after this season and so covers all years
 * unless one was chosen; `shown` is what the list shows.
 */
export function feedQueries(
	{ chosen, filters }: Pick<ListRequest, "chosen" | "filters">,
	locale: string,
): { subscription: string; shown: string } {
	const { season, ...others } = chosen;
	const limit = season === "all" ? undefined : season;
	const shown = filters.season === undefined ? undefined : String(filters.season);
	return {
		subscription: feedQuery({ ...others, season: limit }, locale),
		shown: feedQuery({ ...others, season: shown }, locale),
	};
}

function feedQuery(filters: ListRequest["chosen"], locale: string): string {
	const query = new URLSearchParams(listHref(filters).query);
	if (locale !== "en") query.set("lang", locale);
	return query.toString();
}

function single(value: string | string[] | undefined): string | null {
	const first = Array.isArray(value) ? value[0] : value;
	return first === undefined || first === "" ? null : first;
}
