import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { seasonCities } from "./season-cities";

useDatabase();

const VIENNA = 2_761_369;
const NOW = new Date("2026-01-01T00:00:00Z");

beforeAll(async () => {
	const made = { organisation: await makeOrganisation(), reviewer: await makeAdmin(), now: NOW };
	const content = { startDate: "2027-02-26" };
	await makePublished({ ...made, content });
	await makePublished({ ...made, content: { ...content, cityGeonameId: VIENNA } });
	await makePublished({ ...made, content: { ...content, cityGeonameId: VIENNA } });
	const hidden = await makePublished({ ...made, content: { ...content, cityGeonameId: VIENNA } });
	await db.publishedEvent.update({
		where: { id: hidden.eventId },
		data: { visibility: "unlisted" },
		select: { id: true },
	});
	await makePublished({ ...made, content: { startDate: "2026-02-26", cityGeonameId: VIENNA } });
});

it("counts the listed events of one season by city, those with most first", async () => {
	const cities = await seasonCities(2027);
	expect(cities.map(({ country, events }) => [country, events])).toEqual([
		["AT", 2],
		["DE", 1],
	]);
	expect(cities[0]).toMatchObject({
		city: VIENNA,
		lat: expect.closeTo(48.2, 0),
		lon: expect.closeTo(16.4, 0),
	});
	expect(await seasonCities(2015)).toEqual([]);
});
