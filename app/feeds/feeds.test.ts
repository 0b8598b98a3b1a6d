import ICAL from "ical.js";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as getFeed } from "@/app/feeds/calendar.ics/route";
import { GET as getEventFile } from "@/app/feeds/events/[locale]/[season]/[slug]/route";
import { viewOf } from "@/lib/calendar/event-view";
import { findPublishedById } from "@/lib/calendar/queries";
import type { DraftContent } from "@/lib/events/schema";
import { toFeedEvent } from "@/lib/feeds/from-published";
import { toJsonLd } from "@/lib/feeds/json-ld";
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
			texts: { en: { title: `Evening in ${name}`, description: "", pictureAlt: "" } },
		};
		const { eventId } = await makePublished({ organisation, reviewer, content });
		ids.set(name, eventId);
	}
});

async function feed(query = "", headers: Record<string, string> = {}): Promise<Response> {
	const request = new NextRequest(`http://localhost:3000/feeds/calendar.ics${query}`, { headers });
	return getFeed(request, { params: Promise.resolve({}) });
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

describe("the feed", () => {
	it("is a calendar with a checkable version", async () => {
		const first = await feed();
		expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
		expect(Date.parse(first.headers.get("last-modified") ?? "")).not.toBeNaN();
		const etag = first.headers.get("etag") ?? "";
		const second = await feed("", { "If-None-Match": etag });
		expect([second.status, await second.text()]).toEqual([304, ""]);
		expect((await feed("?lang=az", { "If-None-Match": etag })).status).toBe(200);
	});

	it("keeps to its filters and names them in its name", async () => {
		const text = await (await feed("?country=NP&lang=de")).text();
		expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
		expect(text).toMatch(/^X-WR-CALNAME:.*Nepal/m);
		expect(text).toContain("http://localhost:3000/de/events/2027/");
	});

	it("names places in the language that is asked for, and gives no position but an exact one", async () => {
		const text = await (await feed("?country=NP&lang=ru")).text();
		expect(text).toMatch(/^LOCATION:.*Катманду\\, Непал\r?$/m);
		expect(text).toMatch(/^SUMMARY;LANGUAGE=en:Evening in Kathmandu/m);
		expect(text).not.toMatch(/^GEO:/m);
	});

	it("refuses what it does not know", async () => {
		const response = await feed("?lang=xx&colour=red");
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({
			fields: { lang: "field.choose", colour: "field.unknown" },
		});
	});
});

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
