import { NextRequest } from "next/server";
import { Client } from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as getCountries } from "@/app/api/v1/countries/route";
import { GET as exportEvents } from "@/app/api/v1/events.geojson/route";
import { db } from "@/lib/db/client";
import type { Feature } from "@/lib/feeds/geo-json";
import { makePublished, makeSubmitted } from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { GET as getOrganiser } from "./[slug]/route";
import { readOrganiserCursor, writeOrganiserCursor } from "./organiser-cursor";
import { GET as listOrganisers } from "./route";

// Next's data cache exists only inside Next; this one keeps what it read first.
vi.mock("next/cache", () => ({
	unstable_cache: (read: () => unknown) => {
		let kept: unknown;
		return () => {
			kept ??= read();
			return kept;
		};
	},
	revalidateTag: () => undefined,
}));

useDatabase();

let german: MadeOrganisation;
let japanese: MadeOrganisation;
let unknown: MadeOrganisation;

beforeAll(async () => {
	const reviewer = await makeAdmin();
	german = await makeOrganisation({ country: "DE" });
	japanese = await makeOrganisation({ country: "JP" });
	unknown = await makeOrganisation({ country: "TR" });
	const third = await makeOrganisation({ country: "DE" });
	await makePublished({ organisation: german, reviewer, content: { startDate: "2027-02-26" } });
	await makePublished({
		organisation: german,
		reviewer,
		content: { startDate: "2026-02-26", lat: null, lon: null },
		archive: {},
	});
	await makePublished({ organisation: third, reviewer, content: { startDate: "2027-02-26" } });
	await makePublished({ organisation: japanese, reviewer, content: { startDate: "2027-02-26" } });
	// Known to us alone: it has only asked.
	await makeSubmitted({ organisation: unknown });
	await db.formerOrganisationSlug.create({
		data: { slug: "an-older-name", organisationId: german.id },
	});
});

async function ask(
	handler: typeof listOrganisers,
	address: string,
	params: Record<string, string> = {},
) {
	const response = await handler(new NextRequest(`http://localhost:3000${address}`), {
		params: Promise.resolve(params),
	});
	const text = await response.text();
	return {
		status: response.status,
		headers: response.headers,
		body: text ? JSON.parse(text) : null,
	};
}

async function slugs(query: string): Promise<string[]> {
	const { body } = await ask(listOrganisers, `/api/v1/organisers${query}`);
	return body.items.map(({ slug }: { slug: string }) => slug);
}

describe("GET /api/v1/organisers", () => {
	it("lists those of public events once, in the same order over all pages", async () => {
		const all = await slugs("");
		expect(all).toHaveLength(3);
		expect(all).not.toContain(unknown.slug);
		const seen: string[] = [];
		let address: string | null = "/api/v1/organisers?limit=1";
		while (address !== null) {
			const { body, headers } = await ask(listOrganisers, address);
			seen.push(...body.items.map(({ slug }: { slug: string }) => slug));
			const next = /^<http:\/\/localhost:3000(.+)>; rel="next"$/.exec(headers.get("link") ?? "");
			expect(next === null).toBe(body.nextCursor === null);
			address = next?.[1] ?? null;
		}
		expect(seen).toEqual(all);
	});

	it("keeps to country, kind and words of the name", async () => {
		expect(await slugs("?country=JP")).toEqual([japanese.slug]);
		expect(await slugs("?country=FR")).toEqual([]);
		expect(await slugs("?kind=museum")).toEqual([]);
		const [word = ""] = japanese.name.split(" ").slice(-1);
		expect(await slugs(`?q=${encodeURIComponent(word.slice(0, 4).toUpperCase())}`)).toContain(
			japanese.slug,
		);
		expect(await slugs("?q=nobody+is+called+this")).toEqual([]);
	});

	it("asks the database nothing while its list is kept", async () => {
		const all = await slugs("");
		const spy = vi.spyOn(Client.prototype, "query");
		expect(await slugs("")).toEqual(all);
		expect(await slugs("?country=JP")).toEqual([japanese.slug]);
		expect(spy).not.toHaveBeenCalled();
		spy.mockRestore();
	});

	it("names the country and the feeds in the language that is asked for", async () => {
		const { body } = await ask(listOrganisers, "/api/v1/organisers?country=JP&lang=az");
		expect(body.items[0]).toMatchObject({
			url: `http://localhost:3000/az/organisers/${japanese.slug}`,
			countryName: "Yaponiya",
			events: 1,
			feeds: {
				calendar: `http://localhost:3000/feeds/calendar.ics?organiser=${japanese.slug}&lang=az`,
			},
		});
	});

	it.each(["cursor=zzz", "country=Japan", "kind=party", "q[not]=a", "limit=0"])(
		"refuses %s",
		async (query) => {
			expect((await ask(listOrganisers, `/api/v1/organisers?${query}`)).status).toBe(400);
		},
	);
});

describe("GET /api/v1/organisers/{slug}", () => {
	it("answers a public one", async () => {
		const { slug } = german;
		const { status, body } = await ask(getOrganiser, `/api/v1/organisers/${slug}`, { slug });
		expect([status, body.slug, body.events]).toEqual([200, slug, 2]);
	});

	it("leads from a former slug to the present one", async () => {
		const slug = "an-older-name";
		const { status, headers } = await ask(getOrganiser, `/api/v1/organisers/${slug}?lang=tr`, {
			slug,
		});
		expect([status, headers.get("location")]).toEqual([
			308,
			`http://localhost:3000/api/v1/organisers/${german.slug}?lang=tr`,
		]);
	});

	it("knows nothing of one that has published nothing, nor of what is no slug", async () => {
		for (const slug of [unknown.slug, "nobody", "../x", "{not}"]) {
			expect((await ask(getOrganiser, "/api/v1/organisers/x", { slug })).status).toBe(404);
		}
	});
});

describe("GET /api/v1/countries", () => {
	it("counts the events of each country by season", async () => {
		const { body } = await ask(getCountries, "/api/v1/countries?lang=ar");
		expect(body.items.map(({ code }: { code: string }) => code)).toEqual(["DE", "JP"]);
		expect(body.items[0]).toMatchObject({
			name: "ألمانيا",
			events: 3,
			seasons: [
				{ season: 2027, events: 2 },
				{ season: 2026, events: 1 },
			],
		});
	});
});

describe("GET /api/v1/events.geojson", () => {
	it("tells exact pins from points of cities", async () => {
		const { body } = await ask(exportEvents, `/api/v1/events.geojson?organiser=${german.slug}`);
		expect(body.features).toHaveLength(2);
		const places = body.features.map(({ geometry, properties }: Feature) => [
			properties.season,
			properties.precision,
			geometry?.coordinates.map(Math.round),
		]);
		expect(places).toEqual([
			[2026, "city", [13, 53]],
			[2027, "exact", [13, 52]],
		]);
	});

	it("is a whole collection also when nothing is found", async () => {
		const { body } = await ask(exportEvents, "/api/v1/events.geojson?country=FR");
		expect(body).toEqual({ type: "FeatureCollection", features: [] });
	});
});

it("cursors read back, and others do not", () => {
	const cursor = { name: "Səfirlik, «Bakı»", slug: "embassy-2" };
	expect(readOrganiserCursor(writeOrganiserCursor(cursor))).toEqual(cursor);
	expect(readOrganiserCursor("zzz")).toBeNull();
});
