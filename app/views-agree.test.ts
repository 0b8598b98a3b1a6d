import fc from "fast-check";
import { NextRequest } from "next/server";
import { beforeAll, expect, it } from "vitest";
import { GET as listEvents } from "@/app/api/v1/events/route";
import { GET as exportEvents } from "@/app/api/v1/events.geojson/route";
import { GET as listOnMap } from "@/app/api/v1/map/events/route";
import { GET as getMap } from "@/app/api/v1/map/route";
import { GET as getCalendar } from "@/app/feeds/calendar.ics/route";
import { GET as getJsonFeed } from "@/app/feeds/events.json/route";
import { GET as getRss } from "@/app/feeds/events.rss/route";
import { readEventPage } from "@/lib/calendar/event-page";
import { countFacets } from "@/lib/calendar/facets";
import { calendarFilters } from "@/lib/calendar/filters";
import type { MapAnswer } from "@/lib/calendar/map";
import { readMonth } from "@/lib/calendar/read-month";
import type { DraftContent } from "@/lib/events/schema";
import type { Feature } from "@/lib/feeds/geo-json";
import { findCityByName } from "@/lib/places/gazetteer";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation, missionIn } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";

useDatabase();

const COUNTRIES = ["DE", "TR", "JP", "US"] as const;
const TYPES = ["ceremony", "exhibition", "conference", "screening"] as const;
const DAYS = ["2026-02-26", "2027-02-20", "2027-02-26", "2027-02-26", "2027-03-01"];
const MODES = ["in_person", "online", "mixed"] as const;
const EVENTS = 40;

const ids = new Set<string>();
const dated = new Set<string>();
const slugs: string[] = [];
const cities: string[] = [];

beforeAll(async () => {
	const reviewer = await makeAdmin();
	const organisations = [];
	for (const country of COUNTRIES) organisations.push(await makeOrganisation({ country }));
	slugs.push(...organisations.map(({ slug }) => slug));
	for (let number = 0; number < EVENTS; number++) {
		const country = pick(COUNTRIES, number);
		const isUndated = number % 9 === 8;
		const city = findCityByName(missionIn(country).city ?? "", country);
		if (city) cities.push(String(city.id));
		const { eventId } = await makePublished({
			organisation: pick(organisations, number),
			reviewer,
			content: contentOf(number, { country, isUndated, city }),
			...(isUndated ? { archive: { datePrecision: "year" as const, year: 2020 } } : {}),
		});
		ids.add(eventId);
		if (!isUndated) dated.add(eventId);
	}
}, 240_000);

type Place = {
	country: string;
	isUndated: boolean;
	city: ReturnType<typeof findCityByName>;
};

function contentOf(number: number, { country, isUndated, city }: Place): Partial<DraftContent> {
	const startDate = pick(DAYS, number);
	const isLong = number % 5 === 1;
	const attendanceMode = pick(MODES, Math.floor(number / 3));
	const isOnline = attendanceMode === "online";
	const hasPin = number % 4 === 0 && !isOnline;
	const text = (title: string) => ({
		title,
		description: "Photographs and music.",
	});
	return {
		type: pick(TYPES, Math.floor(number / 2)),
		attendanceMode,
		timing: isUndated ? "to_be_announced" : isLong ? "all_day" : "timed",
		startDate: isUndated ? null : startDate,
		endDate: isLong && !isUndated ? "2027-03-05" : null,
		startTime: isUndated || isLong ? null : "18:00",
		endTime: null,
		country,
		cityGeonameId: city?.id ?? null,
		timezone: city?.timezone ?? "UTC",
		lat: hasPin ? (city?.lat ?? null) : null,
		lon: hasPin ? (city?.lon ?? null) : null,
		onlineUrl: attendanceMode === "in_person" ? null : "https://example.org/live",
		languages: number % 2 ? ["az"] : ["en", "tr"],
		isFree: number % 3 === 0 ? true : null,
		isWheelchairAccessible: number % 7 === 0 && !isOnline ? true : null,
		texts: {
			en: text(number % 2 ? "Exhibition of photographs" : "Evening in memory of Khojaly"),
			...(number % 3 === 0 ? { az: text("Xocalının xatirəsinə") } : {}),
		},
	};
}

function pick<T>(values: readonly T[], number: number): T {
	const value = values[number % values.length];
	if (value === undefined) throw new RangeError("nothing to pick from");
	return value;
}

const some = (values: readonly string[]) => fc.constantFrom(...values);
const filterValues = () =>
	fc.record({
		q: some([
			"exhibition",
			"Hocalı",
			"Ходжалы",
			"berlin",
			"photographs music",
			"evenng",
			"nothing",
		]),
		country: some([...COUNTRIES, "FR"]),
		city: some([...new Set(cities)]),
		near: some(["52.52,13.41", "1850147", "2950159"]),
		radius: some(["10", "500", "5000"]),
		type: some([...TYPES, "march"]),
		season: some(["2020", "2026", "2027", "1999"]),
		from: some(["2027-02-21", "2027-02-26", "2027-03-02"]),
		to: some(["2027-02-26", "2027-03-01"]),
		language: some(["az", "tr", "fr"]),
		text: some(["az", "en"]),
		attendance: some([...MODES]),
		organiser: some(slugs),
		free: some(["1"]),
		accessible: some(["1"]),
	});

/** At most three filters: more of them together find nothing, and nothing agrees with nothing. */
const queries = () =>
	filterValues().chain((values) =>
		fc
			.subarray(Object.entries(values), { maxLength: 3 })
			.map((chosen): Partial<typeof values> => Object.fromEntries(chosen)),
	);

type ListedOnMap = { items: { id: string }[]; count: number };
type Route = (request: NextRequest, context: { params: Promise<object> }) => Promise<Response>;

async function ask(route: unknown, path: string): Promise<string> {
	const request = new NextRequest(`http://localhost:3000${path}`);
	const answer = await (route as Route)(request, { params: Promise.resolve({}) });
	expect(answer.status, path).toBe(200);
	return answer.text();
}

async function fromApi(query: string): Promise<string[]> {
	const found: string[] = [];
	let cursor: string | null = null;
	do {
		const page: { items: { id: string }[]; nextCursor: string | null } = JSON.parse(
			await ask(listEvents, `/api/v1/events?limit=7&${query}${cursor ? `&cursor=${cursor}` : ""}`),
		);
		found.push(...page.items.map(({ id }) => id));
		cursor = page.nextCursor;
	} while (cursor !== null);
	return found;
}

function idsIn(text: string): string[] {
	return [...new Set(text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=@february-26)/g))];
}

it("the same filters give the same events in every view, feed and answer", async () => {
	let found = 0;
	await fc.assert(
		fc.asyncProperty(queries(), async (chosen) => {
			const given = Object.entries(chosen).filter((entry): entry is [string, string] =>
				Boolean(entry[1]),
			);
			const query = new URLSearchParams(given).toString();
			const filters = calendarFilters.parse(Object.fromEntries(given));
			const list = await readEventPage(filters, { limit: 500 });
			const expected = list.items.map(({ id }) => id).sort();
			const withDay = expected.filter((id) => dated.has(id));
			if (expected.length > 0) found += 1;

			expect((await fromApi(query)).sort(), `API ${query}`).toEqual(expected);
			expect(idsIn(await ask(getRss, `/feeds/events.rss?${query}`)).sort(), `RSS ${query}`).toEqual(
				expected,
			);
			const feed = idsIn(await ask(getJsonFeed, `/feeds/events.json?${query}`));
			expect(feed.sort(), `JSON Feed ${query}`).toEqual(expected);
			const calendar = await ask(getCalendar, `/feeds/calendar.ics?${query}`);
			const unfolded = calendar.replaceAll("\r\n ", "");
			expect(idsIn(unfolded).sort(), `iCalendar ${query}`).toEqual(withDay);

			const map: MapAnswer = JSON.parse(await ask(getMap, `/api/v1/map?${query}&zoom=3`));
			expect(map.count + map.withoutPlace, `map ${query}`).toBe(expected.length);
			const { features }: { features: Feature[] } = JSON.parse(
				await ask(exportEvents, `/api/v1/events.geojson?${query}`),
			);
			expect(features.map(({ id }) => id).sort(), `GeoJSON ${query}`).toEqual(expected);
			const points = features.filter(({ geometry }) => geometry !== null);
			expect(points, `GeoJSON ${query}`).toHaveLength(map.count);
			const listed: ListedOnMap = JSON.parse(await ask(listOnMap, `/api/v1/map/events?${query}`));
			expect(listed.count).toBe(map.count);
			expect(expected).toEqual(expect.arrayContaining(listed.items.map(({ id }) => id)));
			expect(new Set(listed.items.map(({ id }) => id)).size).toBe(Math.min(20, map.count));

			const seasons = Object.values((await countFacets(filters)).season);
			if (filters.season === undefined)
				expect(seasons.reduce((sum, count) => sum + count, 0)).toBe(expected.length);
			const { months } = await readMonth(filters, { month: "2027-02", locale: "en" });
			const inMonths = await Promise.all(
				months.map(({ month }) => readMonth(filters, { month, locale: "en" })),
			);
			const onDays = new Set(inMonths.flatMap(({ events }) => events.map(({ id }) => id)));
			const shown = inMonths.flatMap(({ weeks }) => weeks.flatMap(({ days }) => days));
			if (shown.every(({ more }) => more === 0))
				expect([...onDays].sort(), `month ${query}`).toEqual(withDay);
			else expect(withDay).toEqual(expect.arrayContaining([...onDays]));
		}),
		{ numRuns: 30, examples: [[{}], [{ attendance: "online" }]] },
	);
	expect(found).toBeGreaterThan(5);
}, 300_000);

it("without filters that is the whole calendar", async () => {
	expect((await fromApi("")).sort()).toEqual([...ids].sort());
});
