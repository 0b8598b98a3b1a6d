import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as getEvents } from "@/app/api/v1/map/events/route";
import { GET as getMap } from "@/app/api/v1/map/route";
import type { MapAnswer } from "@/lib/calendar/map";
import type { MapEvent } from "@/lib/calendar/map-events";
import { countPublished } from "@/lib/calendar/queries";
import { type MadeEvent, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";

useDatabase();

const BERLIN = 2_950_159;
const VIENNA = 2_761_369;
const NOW = new Date("2026-01-01T00:00:00Z");
const made: Record<string, MadeEvent> = {};

beforeAll(async () => {
	const by = { organisation: await makeOrganisation(), reviewer: await makeAdmin(), now: NOW };
	const publish = async (name: string, content: object) => {
		made[name] = await makePublished({ ...by, content });
	};
	const day = { startDate: "2027-02-26", lat: null, lon: null };
	await publish("berlin", { ...day, cityGeonameId: BERLIN });
	await publish("berlin again", { ...day, cityGeonameId: BERLIN, type: "concert" });
	await publish("vienna", { ...day, cityGeonameId: VIENNA });
	await publish("online", {
		...day,
		cityGeonameId: BERLIN,
		attendanceMode: "online",
		onlineUrl: "https://example.org/",
	});
	await publish("fiji", { ...day, cityGeonameId: 2_198_148 });
});

type Handler = typeof getMap;

async function ask(handler: Handler, query: string, headers: Record<string, string> = {}) {
	const request = new NextRequest(`http://localhost:3000/api/v1/map?${query}`, { headers });
	const response = await handler(request, { params: Promise.resolve({}) });
	return { status: response.status, headers: response.headers, text: await response.text() };
}

async function map(query: string): Promise<MapAnswer> {
	const { status, text } = await ask(getMap, query);
	expect(status, text).toBe(200);
	return JSON.parse(text);
}

describe("GET /api/v1/map", () => {
	it("shows every event once: on the map, or as one without a place", async () => {
		for (const filters of ["", "country=DE", "type=concert", "season=2027"]) {
			const answer = await map(`zoom=3&${filters}`);
			const marked = answer.features.map(({ properties }) =>
				properties.kind === "cluster" ? properties.count : 1,
			);
			const total = marked.reduce((sum, count) => sum + count, 0);
			expect(total).toBe(answer.count);
			const { country, type, season } = Object.fromEntries(new URLSearchParams(filters));
			const wanted = { country, type: type as "concert", season: season ? 2027 : undefined };
			expect(total + answer.withoutPlace).toBe(await countPublished(wanted));
			expect(total).toBeGreaterThan(0);
		}
	});

	it("gathers, and says where in the asked language", async () => {
		const { features, withoutPlace } = await map("zoom=1&bbox=0,40,30,60&lang=de");
		expect(withoutPlace).toBe(1);
		expect(features).toHaveLength(1);
		expect(features[0]?.properties).toMatchObject({
			kind: "cluster",
			count: 3,
			place: "Berlin",
			country: null,
			city: null,
			bounds: [
				expect.closeTo(13.4, 1),
				expect.closeTo(48.2, 1),
				expect.closeTo(16.4, 1),
				expect.closeTo(52.5, 1),
			],
		});
		const { features: near } = await map("zoom=6&bbox=0,40,30,60&lang=az");
		expect(near.map(({ properties }) => properties)).toEqual([
			expect.objectContaining({ kind: "cluster", count: 2, city: BERLIN, country: "Almaniya" }),
			expect.objectContaining({ kind: "event", city: "Vyana", country: "Avstriya" }),
		]);
	});

	it("tells of one event its address, title and day", async () => {
		const { features } = await map("country=AT&lang=en");
		expect(features[0]).toMatchObject({
			geometry: { type: "Point", coordinates: [expect.closeTo(16.4, 1), expect.closeTo(48.2, 1)] },
			properties: {
				id: made.vienna?.eventId,
				path: expect.stringMatching(/^\/events\/2027\/[a-z0-9-]+$/),
				start: "2027-02-26",
				when: expect.stringMatching(/^26 February 2027/),
			},
		});
	});

	it("takes a box across the date line", async () => {
		const { features } = await map("bbox=170,-30,-170,0");
		expect(features.map(({ properties }) => properties.kind === "event" && properties.id)).toEqual([
			made.fiji?.eventId,
		]);
	});

	it("answers 304 to who has this already", async () => {
		const { headers } = await ask(getMap, "zoom=1");
		expect(headers.get("content-type")).toBe("application/geo+json");
		expect(headers.get("cache-control")).toContain("s-maxage");
		expect(headers.get("access-control-allow-origin")).toBe("*");
		const etag = headers.get("etag") ?? "";
		expect((await ask(getMap, "zoom=1", { "If-None-Match": etag })).status).toBe(304);
		expect((await ask(getMap, "zoom=2", { "If-None-Match": etag })).status).toBe(200);
	});

	it.each([
		"bbox=1,2,3",
		"bbox=0,10,20,5",
		"bbox=-200,0,0,1",
		"bbox=a,b,c,d",
		"zoom=1.5",
		"zoom=99",
		"lang=xx",
		"country=XX",
	])("refuses %s", async (query) => {
		expect((await ask(getMap, query)).status).toBe(400);
	});
});

describe("GET /api/v1/map/events", () => {
	it("lists what a cluster holds", async () => {
		const { text } = await ask(getEvents, "bbox=13,52,14,53&lang=en");
		const { items, count }: { items: MapEvent[]; count: number } = JSON.parse(text);
		expect(count).toBe(2);
		expect(items.map(({ id }) => id).sort()).toEqual(
			[made.berlin?.eventId, made["berlin again"]?.eventId].sort(),
		);
	});
});
