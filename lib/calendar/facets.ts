import type { CalendarRow } from "./calendar-row";
import type { CalendarFilters } from "./filters";
import { ATTENDANCE_CHOICES } from "./filters";
import { attends, type Test, type TestName } from "./matches";
import { prepareSelection } from "./select-events";

/** How many events each value of a menu would give, the other filters as they are; none: no key. */
export type Counts = Record<string, number>;

/** By menu: ISO codes, GeoNames ids, types, seasons (or "undated"), BCP 47 tags, slugs; "1" for yes. */
export type Facets = {
	country: Counts;
	city: Counts;
	type: Counts;
	season: Counts;
	language: Counts;
	text: Counts;
	attendance: Counts;
	organiser: Counts;
	free: Counts;
	accessible: Counts;
};
type Menu = keyof Facets;

/** Values of a row for each menu. */
const VALUES: Record<Menu, (row: CalendarRow) => readonly string[]> = {
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
const MENUS = Object.keys(VALUES) as Menu[];
const NONE: readonly string[] = [];
const YES: readonly string[] = ["1"];
const ATTENDED = {
	in_person: ATTENDANCE_CHOICES.filter((wanted) => attends("in_person", wanted)),
	online: ATTENDANCE_CHOICES.filter((wanted) => attends("online", wanted)),
	mixed: ATTENDANCE_CHOICES.filter((wanted) => attends("mixed", wanted)),
};

/** Counts what the menus of the list offer, each menu without its own choice: one walk over the calendar. */
export async function countFacets(filters: CalendarFilters): Promise<Facets> {
	const { snapshot, tests } = await prepareSelection(filters);
	const counts = new Map<Menu, Map<string, number>>(MENUS.map((menu) => [menu, new Map()]));
	for (const row of snapshot.rows) {
		const missed = missedBy(row, tests);
		if (missed === "several") continue;
		for (const menu of missed === null ? MENUS : menusOf(missed)) {
			const numbers = counts.get(menu);
			for (const value of VALUES[menu](row)) numbers?.set(value, (numbers.get(value) ?? 0) + 1);
		}
	}
	return Object.fromEntries(
		[...counts].map(([menu, numbers]) => [menu, Object.fromEntries(numbers)]),
	) as Facets;
}

/** The one test that a row fails, null when it passes all. */
function missedBy(row: CalendarRow, tests: readonly Test[]): TestName | null | "several" {
	let missed: TestName | null = null;
	for (const { name, passes } of tests) {
		if (passes(row)) continue;
		if (missed !== null) return "several";
		missed = name;
	}
	return missed;
}

function menusOf(name: TestName): readonly Menu[] {
	return name in VALUES ? SINGLE[name as Menu] : [];
}

const SINGLE = Object.fromEntries(MENUS.map((menu) => [menu, [menu]])) as unknown as Record<
	Menu,
	readonly Menu[]
>;
