import { NextRequest } from "next/server";
import { beforeAll, expect, it, vi } from "vitest";
import { GET as getCountries } from "@/app/api/v1/countries/route";
import { GET as getEvent } from "@/app/api/v1/events/[id]/route";
import { GET as listEvents } from "@/app/api/v1/events/route";
import { GET as exportEvents } from "@/app/api/v1/events.geojson/route";
import { GET as listOrganisers } from "@/app/api/v1/organisers/route";
import { GET as getFeed } from "@/app/feeds/calendar.ics/route";
import { GET as getJsonFeed } from "@/app/feeds/events.json/route";
import { GET as getRss } from "@/app/feeds/events.rss/route";
import { GET as getSitemapPart } from "@/app/sitemap/[part]/route";
import { listDayPlaces } from "@/lib/calendar/day-places";
import { readEventPage } from "@/lib/calendar/event-page";
import { findPublishedById, listSeasons, seasonNumbers } from "@/lib/calendar/queries";
import { db } from "@/lib/db/client";
import {
	edit,
	type MadeEvent,
	makeDraft,
	makePublished,
	makeSubmitted,
	submitAgain,
} from "@/prisma/factories/events";
import { makePart, publish } from "@/prisma/factories/parts";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";

// Next's data cache exists only inside Next; without it each call reads the database.
vi.mock("next/cache", () => ({
	unstable_cache: (read: unknown) => read,
	revalidateTag: () => undefined,
}));

useDatabase();

const CANARY = "Zimarkanar";
const secret = {
	texts: { en: { title: `${CANARY} title`, description: `${CANARY} text` } },
	venueName: `${CANARY} hall`,
};
let open: MadeEvent;
let waiting: MadeEvent;
let drafted: MadeEvent;
let hidden: MadeEvent[];

beforeAll(async () => {
	open = await makePublished();
	// A revision of a public event that waits for its decision, and one that is still being written.
	waiting = await submitAgain(await edit(await makePublished(), secret));
	drafted = await edit(await makePublished(), secret);
	hidden = [await makeDraft({ content: secret }), await makeSubmitted({ content: secret })];
	// Public parts of what is not public.
	const admin = await makeAdmin();
	for (const whole of hidden) await publish(await makePart(whole), admin);
});

async function read(
	handler: typeof listEvents,
	address: string,
	params: Record<string, string> = {},
): Promise<string> {
	const response = await handler(new NextRequest(`http://localhost:3000${address}`), {
		params: Promise.resolve(params),
	});
	return response.text();
}

async function eventsOf(handler: typeof listEvents, file: string, from: string): Promise<string> {
	const [, ...events] = (await read(handler, `/feeds/${file}?q=${CANARY}`)).split(from);
	return events.join(from);
}

it("has something that could leak", async () => {
	const texts = await db.eventText.count({ where: { title: { contains: CANARY } } });
	expect(texts).toBe(4);
});

it.each([
	["the list of the API", () => read(listEvents, "/api/v1/events?limit=100")],
	["a search for the words", () => read(listEvents, `/api/v1/events?q=${CANARY}`)],
	["the calendar feed", () => read(getFeed, "/feeds/calendar.ics")],
	["the GeoJSON export", () => read(exportEvents, "/api/v1/events.geojson")],
	["the organisers of the API", () => read(listOrganisers, "/api/v1/organisers")],
	["the countries of the API", () => read(getCountries, "/api/v1/countries")],
	["the RSS feed", () => read(getRss, "/feeds/events.rss")],
	["the JSON Feed", () => read(getJsonFeed, "/feeds/events.json")],
	// A feed names the words that were searched: only what follows is of the calendar.
	["the calendar feed of a search", () => eventsOf(getFeed, "calendar.ics", "BEGIN:VEVENT")],
	["the RSS feed of a search", () => eventsOf(getRss, "events.rss", "<item>")],
	["the JSON Feed of a search", () => eventsOf(getJsonFeed, "events.json", '"items":[')],
	["the sitemap", () => read(getSitemapPart, "/sitemap/events-0.xml", { part: "events-0.xml" })],
	["the day itself", async () => JSON.stringify(await listDayPlaces(2027))],
	["the pages of the list", async () => JSON.stringify(await readEventPage({}))],
	[
		"the numbers of home",
		async () => JSON.stringify([await seasonNumbers(2027), await listSeasons()]),
	],
])("keeps drafts and unapproved revisions out of %s", async (_, produce) => {
	const text = await produce();
	expect(text).not.toContain(CANARY);
	expect(text.toLowerCase()).not.toContain(CANARY.toLowerCase());
	for (const { eventId } of hidden) expect(text).not.toContain(eventId);
});

it("goes on showing the approved revision", async () => {
	for (const { eventId } of [open, waiting, drafted]) {
		const text = await read(getEvent, `/api/v1/events/${eventId}`, { id: eventId });
		expect(text).toContain("Commemoration at the embassy");
		expect(text).not.toContain(CANARY);
	}
	expect(await read(listEvents, "/api/v1/events?limit=100")).toContain(open.eventId);
});

it("knows nothing of events that were never approved", async () => {
	for (const { eventId } of hidden) {
		expect(await findPublishedById(eventId)).toBeNull();
		expect(
			JSON.parse(await read(getEvent, `/api/v1/events/${eventId}`, { id: eventId })),
		).toMatchObject({ status: 404 });
	}
});
