import { beforeAll, expect, it } from "vitest";
import { makePublished, makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { listSeasonByCountry, placesAndOrganisers } from "./season-listing";

useDatabase();

const MUNICH = 2_867_714;
const ALL = { countries: null, withExamples: false };

beforeAll(async () => {
	const reviewer = await makeAdmin();
	const [german, french] = [
		await makeOrganisation(),
		await makeOrganisation({ country: "FR", name: "Maison de l’Azerbaïdjan" }),
	];
	const made = { organisation: german, reviewer, now: new Date("2026-12-01T10:00:00Z") };
	const day = { startDate: "2027-02-26" };
	await makePublished({ ...made, content: { ...day, startDate: "2027-02-27" } });
	await makePublished({ ...made, content: { ...day, cityGeonameId: MUNICH } });
	await makePublished({ ...made, organisation: french, content: day });
	await makePublished({ ...made, content: { startDate: "2028-02-26" } });
	await makePublished({ ...made, content: day, isDemo: true });
	await makeSubmitted({ ...made, content: day });
});

it("lists the public events of a season by country and day, with their places and organisers", async () => {
	const countries = await listSeasonByCountry(2027, ALL);
	expect(
		countries.map(({ country, events, cities, organisers }) => [
			country,
			events.map(({ startDate }) => startDate),
			cities,
			organisers,
		]),
	).toEqual([
		["DE", ["2027-02-26", "2027-02-27"], 2, 1],
		["FR", ["2027-02-26"], 1, 1],
	]);
	expect(placesAndOrganisers(countries.flatMap(({ events }) => events))).toEqual({
		cities: 3,
		organisers: 2,
	});
	expect(countries[1]?.events[0]?.organisers[0]?.name).toBe("Maison de l’Azerbaïdjan");
});

it("narrows to some countries, and has examples only when asked", async () => {
	const french = await listSeasonByCountry(2027, { ...ALL, countries: ["FR"] });
	expect(french.map(({ country }) => country)).toEqual(["FR"]);
	expect(await listSeasonByCountry(2027, { ...ALL, countries: [] })).toEqual([]);
	const [german] = await listSeasonByCountry(2027, { ...ALL, withExamples: true });
	expect(german?.events).toHaveLength(3);
});
