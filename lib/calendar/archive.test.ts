import { beforeAll, describe, expect, it } from "vitest";
import type { DraftContent } from "@/lib/events/schema";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { type EventOptions, makeDraft, makePublished } from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { readArchive, readSeason } from "./archive";

useDatabase();

const VIENNA = 2_761_369;
const UNDATED: Partial<DraftContent> = {
	timing: "to_be_announced",
	startDate: null,
	startTime: null,
	endTime: null,
};

let organisation: MadeOrganisation;
let reviewer: SignedInViewer;

function publish(title: string, content: Partial<DraftContent>, archive?: EventOptions["archive"]) {
	return makePublished({
		organisation,
		reviewer,
		content: { texts: { en: { title, description: "" } }, ...content },
		...(archive ? { archive } : {}),
	});
}

beforeAll(async () => {
	organisation = await makeOrganisation();
	reviewer = await makeAdmin();
	await publish("two days after", { startDate: "2020-02-28" });
	await publish("day after", { startDate: "2020-02-27" });
	await publish("on the day", { startDate: "2020-02-26" });
	await publish("a, in December", { startDate: "2019-12-05" });
	await publish("e, without a day", UNDATED, { datePrecision: "year", year: 2020 });
	await publish(
		"f, two kinds",
		{ startDate: "2020-02-26", cityGeonameId: VIENNA, country: "AT", type: "exhibition" },
		{ typesAlso: ["concert"] },
	);
	await publish("the year before", { startDate: "2019-02-26" });
	await publish("long before", { startDate: "2012-02-26" });
	await publish("i, unknown", UNDATED, { datePrecision: "unknown" });
	await makeDraft({ organisation, content: { startDate: "2011-02-26" } });
});

it("the archive has every season with its numbers, the newest first, the unknown year last", async () => {
	const seasons = await readArchive();
	expect(seasons.map(({ season, numbers }) => [season, numbers.events])).toEqual([
		[2020, 6],
		[2019, 1],
		[2012, 1],
		[null, 1],
	]);
	expect(seasons[0]?.numbers).toMatchObject({
		countries: 2,
		cities: 2,
		organisers: 1,
		withoutDay: 1,
	});
});

describe("the page of a season", () => {
	it("counts an event of two kinds under both", async () => {
		const page = await readSeason(2020);
		expect(page?.types).toEqual([
			{ type: "ceremony", events: 5 },
			{ type: "exhibition", events: 1 },
			{ type: "concert", events: 1 },
		]);
	});

	it("has the first three events of each country in the order of days, and the number of all", async () => {
		const page = await readSeason(2020);
		expect(
			page?.countries.map(({ country, events, first }) => [
				country,
				events,
				first.map(({ texts }) => texts[0]?.title),
			]),
		).toEqual([
			["DE", 5, ["a, in December", "on the day", "day after"]],
			["AT", 1, ["f, two kinds"]],
		]);
	});

	it("knows the year before, also when that has nothing, and the nearest seasons", async () => {
		expect(await readSeason(2020)).toMatchObject({
			before: { events: 1 },
			earlier: 2019,
			later: null,
		});
		expect(await readSeason(2019)).toMatchObject({ before: null, earlier: 2012, later: 2020 });
		expect(await readSeason(2012)).toMatchObject({ before: null, earlier: null, later: 2019 });
		expect(await readSeason(null)).toMatchObject({ before: null, earlier: null, later: null });
	});

	it("is there only for a season with an event", async () => {
		expect(await readSeason(2011)).toBeNull();
		expect(await readSeason(2021)).toBeNull();
	});
});
