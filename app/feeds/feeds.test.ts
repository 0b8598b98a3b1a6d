import ICAL from "ical.js";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as getFeed, OPTIONS } from "@/app/feeds/calendar.ics/route";
import { GET as getEventFile } from "@/app/feeds/events/[locale]/[season]/[slug]/route";
import { GET as getJsonFeed } from "@/app/feeds/events.json/route";
import { GET as getRss } from "@/app/feeds/events.rss/route";
import { viewOf } from "@/lib/calendar/event-view";
import { findPublishedById } from "@/lib/calendar/queries";
import type { DraftContent } from "@/lib/events/schema";
import { toFeedEvent } from "@/lib/feeds/from-published";
import { toJsonLd } from "@/lib/feeds/json-ld";
import { childrenOf, readXml, textOf } from "@/lib/feeds/read-xml.fixture";
import { findCityByName } from "@/lib/places/gazetteer";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";

useDatabase();

/** 19:00 on 26 February 2027 on the clocks of each place, as instants. */
const PLACES = [
	{
		name: "Kathmandu",
		country: "NP",
		zone: "Asia/Kathmandu",
		utc: "2027-02-26T13:15:00.000Z",
		offset: "+05:45",
	},
	{
		name: "St. John's",
		country: "CA",
		zone: "America/St_Johns",
		utc: "2027-02-26T22:30:00.000Z",
		offset: "-03:30",
	},
	{
		name: "Kiritimati",
		country: "KI",
		zone: "Pacific/Kiritimati",
		utc: "2027-02-26T05:00:00.000Z",
		offset: "+14:00",
	},
	{
		name: "New York City",
		country: "US",
		zone: "America/New_York",
		utc: "2027-02-27T00:00:00.000Z",
		offset: "-05:00",
	},
	{
		name: "Auckland",
		country: "NZ",
		zone: "Pacific/Auckland",
		utc: "2027-02-26T06:00:00.000Z",
		offset: "+13:00",
	},
];

const ids = new Map<string, string>();

beforeAll(async () => {
	const organisation = await makeOrganisation();
	const reviewer = await makeAdmin();
	for (const { name, country, zone } of PLACES) {
		const content: Partial<DraftContent> = {
			startDate: "2027-02-26",
			endDate: null,
			startTime: "19:00",
			endTime: "21:00",
			country,
			timezone: zone,
			cityGeonameId: findCityByName(name, country)?.id ?? null,
			cityName: name,
			lat: null,
			lon: null,
			texts: { en: { title: `Evening in ${name}`, description: "" } },
		};
		const { eventId } = await makePublished({ organisation, reviewer, content });
		ids.set(name, eventId);
	}
});

const FEEDS = {
	"calendar.ics": getFeed,
	"events.rss": getRss,
	"events.json": getJsonFeed,
};
const NAMES = Object.keys(FEEDS) as (keyof typeof FEEDS)[];

async function feed(query = "", headers: Record<string, string> = {}): Promise<Response> {
	return ask("calendar.ics", query, { headers });
}

async function ask(
	name: keyof typeof FEEDS,
	query = "",
	init: { method?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
	const request = new NextRequest(`http://localhost:3000/feeds/${name}${query}`, init);
	return FEEDS[name](request, { params: Promise.resolve({}) });
}

/** The UIDs in a feed, in its order. */
async function uidsIn(name: keyof typeof FEEDS, query = ""): Promise<string[]> {
	const text = await (await ask(name, query)).text();
	switch (name) {
		case "calendar.ics":
			return new ICAL.Component(ICAL.parse(text))
				.getAllSubcomponents("vevent")
				.map((event) => String(event.getFirstPropertyValue("uid")));
		case "events.rss":
			return childrenOf(childrenOf(readXml(text), "channel")[0], "item").map(
				(item) => textOf(item, "guid") ?? "",
			);
		case "events.json":
			return JSON.parse(text).items.map(({ id }: { id: string }) => id);
	}
}

async function published(name: string) {
	const event = await findPublishedById(ids.get(name) ?? "");
	if (!event) throw new Error(`${name} is not public`);
	return event;
}

describe("19:00 there is 19:00 everywhere", () => {
	it.each(PLACES)("in $name", async ({ name, zone, utc, offset }) => {
		const event = await published(name);
		expect(viewOf(event, "en", new Date("2026-12-01T00:00:00Z"))).toMatchObject({
			startDate: "2027-02-26",
			time: "19:00 – 21:00",
			offset: `UTC${offset}`,
		});
		const jsonLd = toJsonLd(toFeedEvent(event, { locale: "en", origin: "http://localhost:3000" }));
		expect(jsonLd.startDate).toBe(`2027-02-26T19:00:00${offset}`);

		const calendar = new ICAL.Component(ICAL.parse(await (await feed()).text()));
		const component = calendar
			.getAllSubcomponents("vevent")
			.find((each) => each.getFirstPropertyValue("summary") === `Evening in ${name}`);
		const start = component?.getFirstProperty("dtstart");
		const value = start?.getFirstValue() as ICAL.Time;
		expect(value.toString()).toBe("2027-02-26T19:00:00");
		expect(start?.getParameter("tzid")).toBe(zone);
		const definition = calendar
			.getAllSubcomponents("vtimezone")
			.find((each) => each.getFirstPropertyValue("tzid") === zone);
		if (!definition) throw new Error("the feed does not define the zone");
		// The instant as ical.js computes it from the zone that the feed itself defines.
		value.zone = new ICAL.Timezone(definition);
		expect(value.toJSDate().toISOString()).toBe(utc);
	});
});

describe.each(NAMES)("/feeds/%s", (name) => {
	it("has a checkable version that differs by language and filters", async () => {
		const first = await ask(name);
		const { headers } = first;
		expect(Date.parse(headers.get("last-modified") ?? "")).not.toBeNaN();
		expect(headers.get("cache-control")).toMatch(/s-maxage=\d+, stale-if-error=\d+/);
		expect(headers.get("access-control-allow-origin")).toBe("*");
		const known = { headers: { "If-None-Match": headers.get("etag") ?? "" } };
		const second = await ask(name, "", known);
		expect([second.status, await second.text()]).toEqual([304, ""]);
		expect((await ask(name, "?lang=az", known)).status).toBe(200);
		expect((await ask(name, "?country=NP", known)).status).toBe(200);
	});

	it("answers HEAD with the same headers and nothing else", async () => {
		const [whole, head] = [await ask(name), await ask(name, "", { method: "HEAD" })];
		expect([...head.headers]).toEqual([...whole.headers]);
		expect(await head.text()).toBe("");
		expect(await whole.text()).not.toBe("");
	});

	it("keeps to its filters", async () => {
		const event = await published("Kathmandu");
		expect(await uidsIn(name, "?country=NP&attendance=in_person")).toEqual([event.uid]);
		expect(await uidsIn(name, "?country=NP&attendance=online")).toEqual([]);
	});

	it("names its choices, in the language that is asked for", async () => {
		const text = unfolded(await (await ask(name, "?country=NP&type=ceremony&lang=de")).text());
		expect(text).toContain("26. Februar · Nepal · Gedenkfeiern");
		expect(text).toContain("Ausgewählt: Nepal");
		expect(text).toContain("http://localhost:3000/de/events/2027/");
		expect(text).toContain("http://localhost:3000/de/events?country=NP");
	});

	it("refuses what it does not know", async () => {
		const response = await ask(name, "?lang=xx&colour=red");
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({
			fields: { lang: "field.choose", colour: "field.unknown" },
		});
	});
});

describe("the feeds beside each other", () => {
	it("hold the same events in the same order, but the calendar none without a day", async () => {
		const undated = await makePublished({
			content: { startDate: null, startTime: null, endTime: null },
			archive: { datePrecision: "year", year: 2020, sourceTitle: "A report" },
		});
		const { uid } = (await findPublishedById(undated.eventId)) ?? {};
		const [calendar, rss, json] = await Promise.all(NAMES.map((name) => uidsIn(name)));
		expect(rss).toHaveLength(PLACES.length + 1);
		expect(json).toEqual(rss);
		expect(calendar).toEqual(rss?.filter((each) => each !== uid));
	});

	it("have their types", async () => {
		const types = await Promise.all(
			NAMES.map(async (name) => (await ask(name)).headers.get("content-type")),
		);
		expect(types).toEqual([
			"text/calendar; charset=utf-8",
			"application/rss+xml; charset=utf-8",
			"application/feed+json; charset=utf-8",
		]);
	});

	it("let a page of another site ask under a condition", async () => {
		const request = new NextRequest("http://localhost:3000/feeds/calendar.ics", {
			method: "OPTIONS",
		});
		const { status, headers } = await OPTIONS(request, { params: Promise.resolve({}) });
		expect(status).toBe(204);
		expect(headers.get("access-control-allow-origin")).toBe("*");
		expect(headers.get("access-control-allow-headers")).toContain("If-None-Match");
	});
});

describe("the calendar", () => {
	it("names places in the language that is asked for, and gives no position but an exact one", async () => {
		const text = await (await feed("?country=NP&lang=ru")).text();
		expect(text).toMatch(/^LOCATION:.*Катманду\\, Непал\r?$/m);
		expect(text).toMatch(/^SUMMARY;LANGUAGE=en:Evening in Kathmandu/m);
		expect(text).toMatch(/^CATEGORIES:Церемония\r?$/m);
		expect(text).not.toMatch(/^GEO:/m);
	});

	it("says all its choices", async () => {
		const query =
			"?near=2867714&radius=30&type=exhibition&season=2027&language=az&text=de&attendance=mixed&free=1&accessible=1&q=Xocal%C4%B1";
		expect(unfolded(await (await feed(query)).text())).toContain(
			"\r\nNAME:26 February · within 30 km of Munich · exhibitions · 2027 · spoken: Azerbaijani · described in: German · Both in person and online · Free of charge · Wheelchair accessible · “Xocalı”\r\n",
		);
		expect(await (await feed("?near=27.70,85.32&city=2867714")).text()).toContain(
			"\r\nNAME:26 February · Munich · within 50 km of Kathmandu\r\n",
		);
	});
});

function unfolded(text: string): string {
	return text.replaceAll("\r\n ", "");
}

describe("the file of one event", () => {
	async function file(params: Record<string, string>): Promise<Response> {
		return getEventFile(new NextRequest("http://localhost:3000/en/events/x.ics"), {
			params: Promise.resolve(params),
		});
	}

	it("names its place in the language of its address", async () => {
		const { slug } = await published("Kathmandu");
		const text = await (await file({ locale: "ru", season: "2027", slug })).text();
		expect(text).toMatch(/^LOCATION:.*Катманду\\, Непал\r?$/m);
	});

	it("holds that event alone and is downloaded under its name", async () => {
		const { slug } = await published("Kathmandu");
		const response = await file({ locale: "en", season: "2027", slug });
		expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${slug}.ics"`);
		expect((await response.text()).match(/BEGIN:VEVENT/g)).toHaveLength(1);
	});

	it.each([
		{ locale: "en", season: "2027", slug: "nothing-here" },
		{ locale: "xx", season: "2027", slug: "evening-in-kathmandu" },
		{ locale: "en", season: "2027abc", slug: "evening-in-kathmandu" },
		{ locale: "en", season: "2027", slug: "../../etc" },
	])("answers 404 to $locale/$season/$slug", async (params) => {
		expect((await file(params)).status).toBe(404);
	});
});
