import type { CalendarRow } from "./calendar-row";
import { ATTENDANCE_CHOICES } from "./filters";

export type Menu =
	| "country"
	| "city"
	| "type"
	| "season"
	| "language"
	| "text"
	| "attendance"
	| "organiser"
	| "free"
	| "accessible";

/** What a menu of the list offers: a menu and one of its values. */
export type FacetValue = { menu: Menu; value: string };

const NONE: readonly string[] = [];
const YES: readonly string[] = ["1"];
const ATTENDED = {
	in_person: ATTENDANCE_CHOICES.filter((wanted) => attends("in_person", wanted)),
	online: ATTENDANCE_CHOICES.filter((wanted) => attends("online", wanted)),
	mixed: ATTENDANCE_CHOICES.filter((wanted) => attends("mixed", wanted)),
};

/** True where somebody who wants to attend in this way can. */
function attends(
	mode: CalendarRow["attendance"],
	wanted: (typeof ATTENDANCE_CHOICES)[number],
): boolean {
	return mode === wanted || mode === "mixed";
}

type Row = Omit<CalendarRow, "facets">;

/** Values of a row for each menu. */
const VALUES: Record<Menu, (row: Row) => readonly string[]> = {
	country: (row) => [row.country],
	city: (row) => (row.city === null ? NONE : [String(row.city)]),
	type: (row) => row.types,
	season: (row) => [row.season === null ? "undated" : String(row.season)],
	language: (row) => row.languages,
	text: (row) => row.texts,
	attendance: (row) => ATTENDED[row.attendance],
	organiser: (row) => row.organisers,
	free: (row) => (row.isFree ? YES : NONE),
	accessible: (row) => (row.isAccessible ? YES : NONE),
};

export const MENUS = Object.keys(VALUES) as Menu[];

/** Each value that any row of this process has had, numbered: counting then is adding in an array. */
type Numbering = {
	known: FacetValue[];
	numbers: Map<string, number>;
	lists: Map<string, readonly number[]>;
};

// Route handlers and pages are bundled apart; the rows (lib/calendar/snapshot) are one copy, and so are their numbers.
const holder = globalThis as typeof globalThis & { februaryFacets?: Numbering };
holder.februaryFacets ??= { known: [], numbers: new Map(), lists: new Map() };
const { known, numbers, lists } = holder.februaryFacets;

/** The numbers of a row's values in all menus. Rows with the same values share one list. */
export function facetsOf(row: Row): readonly number[] {
	const list = MENUS.flatMap((menu) => VALUES[menu](row).map((value) => numberOf(menu, value)));
	const key = list.join(" ");
	const shared = lists.get(key);
	if (shared) return shared;
	lists.set(key, list);
	return list;
}

/** All values that have a number, at the place of their number. */
export function knownValues(): readonly FacetValue[] {
	return known;
}

/** The number of a value; null for one that no row of this process has had. */
export function numberOfValue(menu: Menu, value: string): number | null {
	return numbers.get(keyOf(menu, value)) ?? null;
}

function keyOf(menu: Menu, value: string): string {
	return `${menu} ${value}`;
}

function numberOf(menu: Menu, value: string): number {
	const key = keyOf(menu, value);
	const number = numbers.get(key) ?? known.length;
	if (number === known.length) {
		numbers.set(key, number);
		known.push({ menu, value });
	}
	return number;
}
