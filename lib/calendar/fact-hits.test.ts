import { beforeAll, expect, it } from "vitest";
import type { Piece } from "@/lib/text/highlight";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { readEventPage } from "./event-page";
import { viewOf } from "./event-view";
import { factHits } from "./fact-hits";

useDatabase();

beforeAll(async () => {
	await makePublished({
		organisation: await makeOrganisation({ country: "DE", name: "Haus der Kulturen" }),
		reviewer: await makeAdmin(),
		content: {
			cityGeonameId: 2_867_714,
			cityName: "Munich",
			country: "DE",
			venueName: "Gasteig, Saal 2",
			texts: { en: { title: "Evening", description: "" } },
		},
	});
});

async function marked(q: string, locale: string) {
	const { items, marks } = await readEventPage({ q });
	const [event] = items;
	if (!event) throw new Error(`nothing found by ${q}`);
	const hits = factHits(event, viewOf(event, locale, new Date()), marks);
	const words = (pieces: readonly Piece[]) =>
		pieces.filter(({ isHit }) => isHit).map(({ text }) => text);
	return [...hits.place, hits.venue, ...hits.organisers].flatMap(words);
}

it.each([
	["Munich", "en", ["Munich"]],
	["münchen", "en", ["Munich"]],
	["ميونخ", "ar", ["ميونخ"]],
	["Munich", "ar", ["ميونخ"]],
	["Мюнхен", "az", ["Münhen"]],
	["germany", "en", ["Germany"]],
	["Almaniya", "ar", ["ألمانيا"]],
	["gasteig munich", "de", ["München", "Gasteig"]],
	["kulturen", "fr", ["Kulturen"]],
	["evening", "en", []],
])("who looks for %s in %s sees where it stands", async (q, locale, expected) => {
	expect(await marked(q, locale)).toEqual(expected);
});
