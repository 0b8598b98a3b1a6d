import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { UNSTATED_SLUG } from "@/lib/organisations/unstated";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { makeDraft, makePublished, makeSubmitted } from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { listCityLines, listCountryLines, readCityPage, readCountryPage } from "./place-pages";

useDatabase();

const BERLIN = 2_950_159;
const HAMBURG = 2_911_298;
const VIENNA = 2_761_369;
const NOW = new Date("2027-02-26T17:30:00Z");

let embassy: MadeOrganisation;
let austrian: MadeOrganisation;
let reviewer: SignedInViewer;

function titled(title: string) {
	return { en: { title, description: "" } };
}

function publish(
	title: string,
	startDate: string,
	more: { city?: number; organisation?: MadeOrganisation } = {},
) {
	const { city = BERLIN, organisation = embassy } = more;
	return makePublished({
		organisation,
		reviewer,
		content: { startDate, cityGeonameId: city, texts: titled(title) },
	});
}

beforeAll(async () => {
	[embassy, austrian, reviewer] = [
		await makeOrganisation(),
		await makeOrganisation({ country: "AT" }),
		await makeAdmin(),
	];
	await db.organisation.update({
		where: { id: austrian.id },
		data: { covers: ["SK", "SI", "DE"], importKey: "mission:at:embassy" },
	});
	// 18:00 to 19:30 in Berlin: one is on at NOW.
	await publish("on now", "2027-02-26");
	await publish("tomorrow", "2027-02-27");
	await publish("in March", "2027-03-05", { city: HAMBURG });
	await publish("last year", "2026-02-26");
	await publish("long ago", "2019-02-26", { city: HAMBURG });
	await publish("in Vienna", "2026-02-26", { city: VIENNA, organisation: austrian });
	await makeDraft({ organisation: embassy, content: { texts: titled("draft") } });
	await makeSubmitted({ organisation: embassy, content: { texts: titled("waiting") } });
	const { eventId } = await publish("unlisted", "2027-02-28");
	await db.publishedEvent.update({ where: { id: eventId }, data: { visibility: "unlisted" } });
});

const titles = (events: { texts: { title: string }[] }[]) =>
	events.map(({ texts }) => texts[0]?.title);

describe("the page of a country", () => {
	it("has what is on and to come, what was, its numbers, its seasons and its cities", async () => {
		const page = await readCountryPage("DE", NOW);
		expect(titles(page.coming)).toEqual(["on now", "tomorrow", "in March"]);
		expect(page.comingCount).toBe(3);
		expect(titles(page.past)).toEqual(["last year", "long ago"]);
		expect(page.pastCount).toBe(2);
		expect(page.numbers).toMatchObject({
			events: 5,
			cities: 2,
			organisers: 1,
			firstSeason: 2019,
		});
		expect(page.seasons).toEqual([
			{ season: 2027, events: 3 },
			{ season: 2026, events: 1 },
			{ season: 2019, events: 1 },
		]);
		expect(page.cities.map(({ city, events }) => [city, events])).toEqual([
			[BERLIN, 3],
			[HAMBURG, 2],
		]);
	});

	it("names the organisers seated there, those whose mission covers it, with their events there", async () => {
		const { organisers } = await readCountryPage("DE", NOW);
		expect(organisers.map(({ slug, events }) => [slug, events])).toEqual([
			["embassy-of-azerbaijan-in-austria", 0],
			["embassy-of-azerbaijan-in-germany", 5],
		]);
	});

	it("names those of other countries that hold events there", async () => {
		const partner = await makeOrganisation({ country: "FR" });
		await publish("by others", "2018-02-26", { city: VIENNA, organisation: partner });
		const { organisers } = await readCountryPage("AT", NOW);
		expect(organisers.map(({ slug }) => slug)).toContain(partner.slug);
	});

	it("without an event has what a mission is responsible for", async () => {
		const page = await readCountryPage("SK", NOW);
		expect(page.numbers.events).toBe(0);
		expect(page.organisers.map(({ slug }) => slug)).toEqual(["embassy-of-azerbaijan-in-austria"]);
		expect((await readCountryPage("BT", NOW)).organisers).toEqual([]);
	});

	it("shows no organisation that only registered, and not the one that stands for nobody", async () => {
		await makeOrganisation({ country: "BT", name: "Association nobody has heard of" });
		await db.organisation.create({
			data: {
				slug: UNSTATED_SLUG,
				name: "Archive",
				nameSkeleton: "archive",
				kind: "other",
				country: "BT",
			},
		});
		expect((await readCountryPage("BT", NOW)).organisers).toEqual([]);
		expect((await listCountryLines(NOW)).map(({ country }) => country)).not.toContain("BT");
	});
});

describe("the page of a city", () => {
	it("has what is on and to come, what was, and who holds it", async () => {
		const page = await readCityPage(HAMBURG, NOW);
		expect(page && titles(page.coming)).toEqual(["in March"]);
		expect(page && titles(page.past)).toEqual(["long ago"]);
		expect(page?.organisers.map(({ slug, events }) => [slug, events])).toEqual([
			["embassy-of-azerbaijan-in-germany", 2],
		]);
	});

	it("is there only for a city with an event", async () => {
		expect(await readCityPage(3_413_829, NOW)).toBeNull();
	});
});

it("the countries that have pages come with their numbers, those that a mission covers without any", async () => {
	const lines = new Map((await listCountryLines(NOW)).map((line) => [line.country, line]));
	expect(lines.get("DE")).toMatchObject({ events: 5, coming: 3 });
	expect(lines.get("SK")).toEqual({ country: "SK", events: 0, coming: 0, publishedAt: null });
});

it("the cities that have pages come with the last publication in each", async () => {
	const lines = await listCityLines();
	expect(lines.map(({ city }) => city).sort()).toEqual([VIENNA, HAMBURG, BERLIN].sort());
	for (const { publishedAt } of lines) expect(Date.parse(publishedAt)).toBeGreaterThan(0);
});
