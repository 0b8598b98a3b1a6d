import { beforeAll, expect, it } from "vitest";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { countFacets } from "./facets";
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
		expect(await countFacets(filters)).toEqual({ countries, types });
		for (const [country, count] of Object.entries(countries)) {
			expect(await countPublished({ ...filters, country })).toBe(count);
		}
	},
);
