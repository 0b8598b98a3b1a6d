import { beforeAll, expect, it } from "vitest";
import {
	type EventOptions,
	makeDraft,
	makePublished,
	makeSubmitted,
} from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { useDatabase } from "@/prisma/factories/use-database";
import { type DayPlace, listDayPlaces } from "./day-places";

useDatabase();

const BERLIN = {
	cityGeonameId: 2950159,
	cityName: "Berlin",
	country: "DE",
	timezone: "Europe/Berlin",
};
const VILLAGE = {
	cityGeonameId: null,
	cityName: "A village on the island",
	country: "KI",
	timezone: "Pacific/Kiritimati",
};
const DAY = { startDate: "2027-02-26", endDate: null };
const ALL_DAY = { timing: "all_day" as const, startTime: null, endTime: null };
const SOON = { ...ALL_DAY, timing: "to_be_announced" as const };
const now = new Date("2026-11-26T12:00:00Z");

let organisation: MadeOrganisation;
let cities: DayPlace[];

function publish(options: EventOptions) {
	return makePublished({ organisation, now, ...options });
}

beforeAll(async () => {
	organisation = await makeOrganisation();
	for (const startTime of ["09:00", "10:00", "11:00", "12:00", "13:00", "14:00"]) {
		await publish({ content: { ...BERLIN, ...DAY, startTime, endTime: null } });
	}
	await publish({
		content: { ...BERLIN, ...ALL_DAY, startDate: "2027-02-24", endDate: "2027-02-28" },
	});
	await publish({ content: { ...BERLIN, ...DAY, ...SOON } });
	await publish({ content: { ...BERLIN, startDate: "2027-02-25", startTime: "18:00" } });
	await publish({
		content: { ...BERLIN, startDate: "2026-02-26", startTime: "18:00" },
		now: new Date("2026-01-01"),
	});
	await publish({
		content: {
			...VILLAGE,
			...DAY,
			startTime: "17:00",
			endTime: "18:30",
			lat: 1.87,
			lon: -157.4,
		},
	});
	await makeDraft({ organisation, now, content: { ...BERLIN, ...DAY } });
	await makeSubmitted({ organisation, now, content: { ...BERLIN, ...DAY } });
	cities = await listDayPlaces(2027);
});

const city = (name: string) => cities.find((each) => each.name === name);

it("has each place of the season once, with what is public there", () => {
	expect(cities.map(({ name }) => name).sort()).toEqual(["A village on the island", "Berlin"]);
	expect(city("Berlin")).toMatchObject({
		geonameId: 2950159,
		country: "DE",
		timezone: "Europe/Berlin",
		eventsInSeason: 9,
		eventsOnDay: 8,
	});
	expect(city(VILLAGE.cityName)).toMatchObject({
		geonameId: null,
		timezone: "Pacific/Kiritimati",
		lon: -157.4,
	});
});

it("names the first timed events of the day in their order", () => {
	expect(city("Berlin")?.events.map(({ startTime }) => startTime)).toEqual([
		"09:00",
		"10:00",
		"11:00",
		"12:00",
		"13:00",
	]);
});

it("knows when each begins, and ends it with its day where nobody said", () => {
	expect(city(VILLAGE.cityName)?.events).toMatchObject([
		{
			from: Date.parse("2027-02-26T03:00Z"),
			until: Date.parse("2027-02-26T04:30Z"),
			startTime: "17:00",
			endTime: "18:30",
			season: 2027,
			status: "scheduled",
		},
	]);
	expect(city("Berlin")?.events[0]).toMatchObject({
		from: Date.parse("2027-02-26T08:00Z"),
		until: Date.parse("2027-02-26T23:00Z"),
		endTime: null,
	});
});

it("finds nothing in a season without events", async () => {
	expect(await listDayPlaces(2031)).toEqual([]);
});

it("can be kept as JSON", () => {
	expect(JSON.parse(JSON.stringify(cities))).toEqual(cities);
});
