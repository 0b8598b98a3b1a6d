import ICAL from "ical.js";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as getCities } from "@/app/api/v1/cities/route";
import { GET as getEvent } from "@/app/api/v1/events/[id]/route";
import { GET as listEvents } from "@/app/api/v1/events/route";
import { GET as getFeed } from "@/app/feeds/calendar.ics/route";
import { apiEventSchema } from "@/lib/feeds/api-schemas";
import { type MadeEvent, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";

useDatabase();

const DAYS = ["2027-02-24", "2027-02-26", "2027-02-26", "2027-02-26", "2027-03-01"];
const made: MadeEvent[] = [];

beforeAll(async () => {
	const organisation = await makeOrganisation();
	const reviewer = await makeAdmin();
	for (const startDate of DAYS)
		made.push(await makePublished({ organisation, reviewer, content: { startDate } }));
	made.push(
		await makePublished({
			organisation,
			reviewer,
			content: { startDate: null, startTime: null, endTime: null },
			archive: { datePrecision: "year", year: 2020, sourceTitle: "A report" },
		}),
	);
});

type Answer = {
	status: number;
	headers: Headers;
	body: { [key: string]: never } & Record<string, unknown>;
};

async function get(
	handler: typeof listEvents,
	address: string,
	{
		params = {},
		headers = {},
	}: { params?: Record<string, string>; headers?: Record<string, string> } = {},
): Promise<Answer> {
	const request = new NextRequest(`http://localhost:3000${address}`, { headers });
	const response = await handler(request, { params: Promise.resolve(params) });
	const text = await response.text();
	return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
}

function idsOf(answer: Answer): string[] {
	return (answer.body.items as unknown as { id: string }[]).map(({ id }) => id);
}

describe("GET /api/v1/events", () => {
	it("gives each event exactly once over all pages, in the order of days", async () => {
		const seen: string[] = [];
		let cursor = "";
		for (let pages = 0; pages < 10; pages++) {
			const page = await get(listEvents, `/api/v1/events?limit=2${cursor && `&cursor=${cursor}`}`);
			expect(idsOf(page).length).toBeLessThanOrEqual(2);
			seen.push(...idsOf(page));
			if (page.body.nextCursor === null) break;
			cursor = String(page.body.nextCursor);
		}
		expect([...seen].sort()).toEqual(made.map(({ eventId }) => eventId).sort());
		expect(seen[0]).toBe(made[5]?.eventId);
		expect(seen.at(-1)).toBe(made[4]?.eventId);
	});

	it("keeps to the season, and gives an event without a day with its year and source only", async () => {
		const answer = await get(listEvents, "/api/v1/events?season=2020");
		expect(answer.status).toBe(200);
		expect(idsOf(answer)).toEqual([made[5]?.eventId]);
		expect((answer.body.items as unknown as object[])[0]).toMatchObject({
			season: 2020,
			year: 2020,
			datePrecision: "year",
			startDate: null,
			startsAt: null,
			startsAtUtc: null,
			source: { title: "A report" },
		});
	});

	it("filters by days, both ends included", async () => {
		expect(
			idsOf(await get(listEvents, "/api/v1/events?from=2027-02-26&to=2027-02-26")),
		).toHaveLength(3);
		expect(idsOf(await get(listEvents, "/api/v1/events?from=2027-02-27"))).toEqual([
			made[4]?.eventId,
		]);
	});

	it("answers only what its published schema describes", async () => {
		const { body } = await get(listEvents, "/api/v1/events");
		for (const item of body.items as unknown as unknown[]) apiEventSchema.strict().parse(item);
	});

	it("answers 304 to who has this version, and 200 again after a publication", async () => {
		const first = await get(listEvents, "/api/v1/events?season=2027");
		const etag = first.headers.get("etag") ?? "";
		expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
		const known = { headers: { "If-None-Match": `"other", ${etag}` } };
		const second = await get(listEvents, "/api/v1/events?season=2027", known);
		expect([second.status, second.headers.get("etag"), second.body]).toEqual([304, etag, {}]);
		expect((await get(listEvents, "/api/v1/events?season=2027&limit=1", known)).status).toBe(200);
		expect(
			(
				await get(listEvents, "/api/v1/events?season=2027", {
					headers: { "If-None-Match": '"other"' },
				})
			).status,
		).toBe(200);

		made.push(await makePublished({ content: { startDate: "2027-02-25" } }));
		expect((await get(listEvents, "/api/v1/events?season=2027", known)).status).toBe(200);
	});

	it.each([
		["season=abc", { season: "field.invalid" }],
		["season=1066", { season: "field.number" }],
		["country=germany", { country: "field.choose" }],
		["type=party&from=2027-02-30", { type: "field.choose", from: "field.date" }],
		["limit=101", { limit: "field.number" }],
		["limit=0", { limit: "field.number" }],
		["cursor=zzz", { cursor: "field.invalid" }],
		["season=2020&season=2021", { season: "field.invalid" }],
		["season[not]=2020", { "season[not]": "field.unknown" }],
		["visibility=unlisted", { visibility: "field.unknown" }],
		['country={"not":""}', { country: "field.choose" }],
		['q={"not":""}&type[in]=ceremony', { "type[in]": "field.unknown" }],
	])("refuses %s with the reason beside each parameter", async (query, fields) => {
		const answer = await get(listEvents, `/api/v1/events?${query}`);
		expect(answer.status).toBe(400);
		expect(answer.headers.get("content-type")).toBe("application/problem+json");
		expect(answer.headers.get("access-control-allow-origin")).toBe("*");
		expect(answer.body).toMatchObject({ code: "invalid", fields });
	});

	it("takes an operator in `q` for words", async () => {
		const answer = await get(
			listEvents,
			`/api/v1/events?q=${encodeURIComponent("zzz:* | embassy & !(zzz) <-> 'zzz' \\")}`,
		);
		expect(answer.status).toBe(200);
		expect(idsOf(answer)).toEqual([]);
	});

	it("names places and addresses in the language that is asked for", async () => {
		const { body } = await get(listEvents, "/api/v1/events?lang=az&limit=1&from=2027-02-26");
		expect((body.items as unknown as object[])[0]).toMatchObject({
			url: expect.stringMatching(/^http:\/\/localhost:3000\/az\/events\/2027\/[^.]+$/),
			calendarUrl: expect.stringMatching(/^http:\/\/localhost:3000\/az\/events\/2027\/.+\.ics$/),
			place: { city: "Berlin", cityLabel: "Berlin", country: "DE", countryName: "Almaniya" },
			isFree: null,
			isWheelchairAccessible: null,
		});
	});

	it("leads to the next page also by its header, with the same choices", async () => {
		const first = await get(listEvents, "/api/v1/events?limit=2&lang=az&season=2027");
		const address = /^<(.+)>; rel="next"$/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
		expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
			limit: "2",
			lang: "az",
			season: "2027",
			cursor: first.body.nextCursor,
		});
		const next = await get(listEvents, new URL(address).pathname + new URL(address).search);
		expect(idsOf(next)).not.toContain(idsOf(first)[0]);
		const all = await get(listEvents, "/api/v1/events?limit=100");
		expect([all.body.nextCursor, all.headers.get("link")]).toEqual([null, null]);
	});

	it("lets pages of other sites read it", async () => {
		const { headers } = await get(listEvents, "/api/v1/events");
		expect(headers.get("access-control-allow-origin")).toBe("*");
		expect(headers.get("set-cookie")).toBeNull();
	});
});

describe("GET /api/v1/events/{id}", () => {
	it("gives one event with local time, zone, offset and instant", async () => {
		const id = made[1]?.eventId ?? "";
		const { status, body } = await get(getEvent, `/api/v1/events/${id}`, { params: { id } });
		expect(status).toBe(200);
		expect(body).toMatchObject({
			id,
			startDate: "2027-02-26",
			startTime: "18:00",
			timezone: "Europe/Berlin",
			startsAt: "2027-02-26T18:00:00+01:00",
			startsAtUtc: "2027-02-26T17:00:00.000Z",
			anniversary: 35,
		});
	});

	it.each(["00000000-0000-7000-8000-000000000000", "1", "{not}"])(
		"answers 404 to %s",
		async (id) => {
			const answer = await get(getEvent, "/api/v1/events/x", { params: { id } });
			expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
		},
	);
});

describe("GET /api/v1/cities", () => {
	it("finds a city by its name in another language", async () => {
		const { body, headers } = await get(
			getCities,
			`/api/v1/cities?q=${encodeURIComponent("Мюнхен")}&locale=az`,
		);
		expect((body.items as unknown as object[])[0]).toMatchObject({
			country: "DE",
			timezone: "Europe/Berlin",
			countryName: "Almaniya",
		});
		expect(headers.get("cache-control")).toContain("public");
	});

	it("refuses an empty question", async () => {
		expect((await get(getCities, "/api/v1/cities?q=")).body).toMatchObject({
			fields: { q: "field.required" },
		});
	});
});

describe("the feed beside the API", () => {
	it("holds every event that has a day, however many pages that takes", async () => {
		const request = new NextRequest("http://localhost:3000/feeds/calendar.ics");
		const text = await (await getFeed(request, { params: Promise.resolve({}) })).text();
		const calendar = new ICAL.Component(ICAL.parse(text));
		expect(calendar.getAllSubcomponents("vevent")).toHaveLength(made.length - 1);
	});
});
