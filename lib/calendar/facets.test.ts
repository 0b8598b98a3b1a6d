import { beforeAll, describe, expect, it } from "vitest";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { countFacets, type Facets } from "./facets";
import { type CalendarFilters, calendarFilters } from "./filters";
import { countPublished } from "./queries";

useDatabase();

const VIENNA = 2_761_369;
const NOW = new Date("2026-01-01T00:00:00Z");

beforeAll(async () => {
	const made = { organisation: await makeOrganisation(), reviewer: await makeAdmin(), now: NOW };
	const german = { startDate: "2027-02-26", type: "exhibition" } as const;
	await makePublished({ ...made, content: german });
	await makePublished({ ...made, content: { ...german, type: "ceremony" } });
	await makePublished({ ...made, content: { ...german, cityGeonameId: VIENNA } });
	await makePublished({
		...made,
		content: { startDate: "2026-02-26", type: "lecture" },
		archive: { typesAlso: ["concert"] },
	});
});

it.each([
	[{}, { DE: 3, AT: 1 }, { exhibition: 2, ceremony: 1, lecture: 1, concert: 1 }],
	[{ season: 2027 }, { DE: 2, AT: 1 }, { exhibition: 2, ceremony: 1 }],
	[{ season: 2027, country: "AT" }, { DE: 2, AT: 1 }, { exhibition: 1 }],
	[
		{ season: 2027, type: "exhibition" },
		{ DE: 1, AT: 1 },
		{ exhibition: 2, ceremony: 1 },
	],
	[{ from: "2026-01-01", to: "2026-12-31" }, { DE: 1 }, { lecture: 1, concert: 1 }],
	[{ season: 2015 }, {}, {}],
] as const)(
	"under %j each menu counts beside the other choices",
	async (filters, countries, types) => {
		const { country: byCountry, type } = await countFacets(filters);
		expect([byCountry, type]).toEqual([countries, types]);
		for (const [country, count] of Object.entries(countries)) {
			expect(await countPublished({ ...filters, country })).toBe(count);
		}
	},
);

describe("whatever is chosen", () => {
	it.each<CalendarFilters>([
		{},
		{ season: 2027 },
		{ season: 2027, country: "DE", attendance: "in_person" },
		{ type: "exhibition", language: "en" },
		{ near: "2761369", radius: 100, season: 2027 },
		{ q: "commemoration", text: "en" },
	])("under %j each number is what the choice gives", async (filters) => {
		const facets = await countFacets(filters);
		for (const menu of Object.keys(facets) as (keyof Facets)[]) {
			for (const [value, count] of Object.entries(facets[menu])) {
				const chosen = calendarFilters.parse({ ...filters, [menu]: value });
				expect(await countPublished(chosen), `${menu} ${value}`).toBe(count);
			}
		}
	});
});
