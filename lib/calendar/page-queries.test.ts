import { Client } from "pg";
import { beforeAll, expect, it, vi } from "vitest";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { makePublished } from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { readArchive, readSeason } from "./archive";
import { listDayPlaces } from "./day-places";
import { readEventPage } from "./event-page";
import { countFacets } from "./facets";
import { readMap } from "./map";
import { readOrganiserPage } from "./organiser-page";
import { listOrganisers } from "./organisers";
import { listCountryLines, readCityPage, readCountryPage } from "./place-pages";
import { seasonNumbers } from "./queries";
import { readMonth } from "./read-month";
import { seasonCities } from "./season-cities";
import { selectEvents } from "./select-events";
import { currentSnapshot } from "./snapshot";
import { listUpcoming } from "./upcoming";

useDatabase();

const BERLIN = 2_950_159;
const WORLD = { west: -180, south: -90, east: 180, north: 90 };
const NOW = new Date("2026-12-01T00:00:00Z");
/** The question for changes, the page's own, and four of Prisma for events with their parts. */
const MOST = 6;

let organisation: MadeOrganisation;
let reviewer: SignedInViewer;

beforeAll(async () => {
	organisation = await makeOrganisation();
	reviewer = await makeAdmin();
	await publish("2027-02-26");
});

async function publish(startDate: string): Promise<void> {
	await makePublished({ organisation, reviewer, content: { startDate } });
}

async function countQueries(read: () => Promise<unknown>): Promise<number> {
	await currentSnapshot();
	const spy = vi.spyOn(Client.prototype, "query");
	await read();
	const count = spy.mock.calls.length;
	spy.mockRestore();
	return count;
}

const READS: Record<string, () => Promise<unknown>> = {
	"the page of a country": () => readCountryPage("DE", NOW),
	"the page of a city": () => readCityPage(BERLIN, NOW),
	"the page of an organiser": () => readOrganiserPage(organisation.slug, NOW),
	"the list of countries": () => listCountryLines(NOW),
	"the list of organisers": () => listOrganisers(),
	"the archive": () => readArchive(),
	"the page of a season": () => readSeason(2027),
	"a page of the list": () => readEventPage({ season: 2027 }, { now: NOW }),
	"a page of all years": () => readEventPage({ country: "DE" }, { now: NOW }),
	"the month": () => readMonth({ season: 2027 }, { month: "2027-02", locale: "en" }),
	"the numbers beside the choices": () => countFacets({ season: 2027, type: "exhibition" }),
	"the map": async () =>
		readMap(await selectEvents({ season: 2027 }), { box: WORLD, zoom: 1, locale: "en" }),
	"the next events of the home page": () => listUpcoming(NOW, 5),
	"the numbers of the home page": () => seasonNumbers(2027),
	"the cities of the home page": () => seasonCities(2027),
	"the day itself": () => listDayPlaces(2027),
};

it("no page asks more the more events there are", async () => {
	const before = new Map<string, number>();
	for (const [name, read] of Object.entries(READS)) before.set(name, await countQueries(read));
	for (const startDate of ["2027-02-27", "2027-02-25", "2026-02-26", "2025-02-26"]) {
		await publish(startDate);
	}
	for (const [name, read] of Object.entries(READS)) {
		const count = await countQueries(read);
		expect(count, name).toBeLessThanOrEqual(before.get(name) ?? 0);
		expect(count, name).toBeGreaterThan(0);
		expect(count, name).toBeLessThanOrEqual(MOST);
	}
});
