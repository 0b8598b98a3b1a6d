import { beforeAll, expect, it } from "vitest";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { readEventPage } from "./event-page";
import type { CalendarFilters } from "./filters";
import { listRelaxations } from "./relaxations";

useDatabase();

const NOW = new Date("2027-02-26T12:00:00Z");
const BERLIN = 2_950_159;
const VIENNA = 2_761_369;

beforeAll(async () => {
	const made = { organisation: await makeOrganisation(), reviewer: await makeAdmin() };
	const publish = (title: string, startDate: string, more = {}) =>
		makePublished({
			...made,
			content: {
				startDate,
				texts: { en: { title, description: "An evening with music." } },
				...more,
			},
		});
	await publish("Past music", "2026-02-26");
	await publish("Earlier music", "2025-02-26");
	await publish("Past evening", "2026-02-27");
	await publish("Coming evening", "2027-02-27");
	await publish("Coming music", "2027-03-05");
	await publish("Vienna", "2027-02-28", { cityGeonameId: VIENNA, lat: null, lon: null });
});

async function titles(filters: CalendarFilters, place = {}): Promise<(string | undefined)[]> {
	const { items } = await readEventPage(filters, { now: NOW, ...place });
	return items.map(({ texts }) => texts[0]?.title);
}

const BY_RELEVANCE = [
	"Coming music",
	"Coming evening",
	"Vienna",
	"Past music",
	"Earlier music",
	"Past evening",
];

it("what is to come stands before what is past, and titles before other texts", async () => {
	expect(await titles({ q: "music" })).toEqual(BY_RELEVANCE);
});

it("pages lead through the hits forth and back", async () => {
	const first = await readEventPage({ q: "music" }, { now: NOW, limit: 4 });
	expect(await titles({ q: "music" }, { limit: 4, after: first.next })).toEqual(
		BY_RELEVANCE.slice(4),
	);
	const second = await readEventPage({ q: "music" }, { now: NOW, limit: 4, after: first.next });
	expect(await titles({ q: "music" }, { limit: 4, before: second.previous })).toEqual(
		BY_RELEVANCE.slice(0, 4),
	);
});

it("where the filters give nothing, the fewest to leave out are offered, those that give most first", async () => {
	expect(await listRelaxations({ country: "AT", season: 2026 })).toEqual([
		{ kind: "drop", names: ["country"], events: 2 },
		{ kind: "drop", names: ["season"], events: 1 },
	]);
	expect(await listRelaxations({ country: "FR", season: 1999 })).toEqual([
		{ kind: "drop", names: ["season", "country"], events: 6 },
	]);
	expect(await listRelaxations({})).toEqual([]);
});

it("a wider circle is offered where it reaches something", async () => {
	// Bratislava lies 55 km from Vienna.
	const near = { near: "3060972", radius: 25, season: 2027 };
	expect(await listRelaxations(near)).toEqual([
		{ kind: "widen", radiusKm: 100, events: 1 },
		{ kind: "drop", names: ["near"], events: 3 },
	]);
	expect(await titles({ ...near, radius: 100 })).toEqual(["Vienna"]);
	expect(await titles({ near: String(BERLIN), season: 2027 })).toEqual([
		"Coming evening",
		"Coming music",
	]);
});
