import { NextRequest } from "next/server";
import { beforeAll, expect, it, vi } from "vitest";
import { GET as getPart } from "@/app/sitemap/[part]/route";
import { GET as getIndex } from "@/app/sitemap.xml/route";
import { sitemapFile } from "@/app/sitemap-text";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { LOCALES } from "@/lib/text/languages";
import { type MadeEvent, makePublished, publishedRow } from "@/prisma/factories/events";
import { useDatabase } from "@/prisma/factories/use-database";

// Next's data cache exists only inside Next; without it each call reads the database.
vi.mock("next/cache", () => ({
	unstable_cache: (read: unknown) => read,
	revalidateTag: () => undefined,
}));

useDatabase();

let early: MadeEvent;
let late: MadeEvent;
let unlisted: MadeEvent;

beforeAll(async () => {
	early = await makePublished();
	late = await makePublished();
	unlisted = await makePublished();
	await change(early, { ordinal: 999 });
	await change(late, { ordinal: 99_000 });
	await change(unlisted, { ordinal: 5_000, visibility: "unlisted" });
});

function change({ eventId }: MadeEvent, data: { ordinal: number; visibility?: "unlisted" }) {
	return db.publishedEvent.update({ where: { id: eventId }, data, select: { id: true } });
}

function indexText(): Promise<string> {
	return getIndex(new NextRequest("http://localhost:3000/sitemap.xml"), {
		params: Promise.resolve({}),
	}).then((response) => response.text());
}

function ask(part: string): Promise<Response> {
	return getPart(new NextRequest(`http://localhost:3000/sitemap/${part}`), {
		params: Promise.resolve({ part }),
	});
}

function matchesOf(text: string, pattern: RegExp): (string | undefined)[] {
	return [...text.matchAll(pattern)].map((match) => match[1]);
}

it("the index names a file for each thousand events, with its last change, and no empty one", async () => {
	const index = await indexText();
	const files = matchesOf(index, /<loc>[^<]*\/sitemap\/([^<]*)<\/loc>/g);
	expect(files.filter((file) => file?.startsWith("events-"))).toEqual([
		"events-0.xml",
		"events-99.xml",
	]);
	const row = await publishedRow(late.eventId);
	expect(index).toContain(
		`/sitemap/events-99.xml</loc><lastmod>${row?.publishedAt.toISOString()}</lastmod>`,
	);
});

it("every file of the index lists each page in each language, with all its alternates", async () => {
	const files = matchesOf(await indexText(), /\/sitemap\/([^<]*)<\/loc>/g);
	const locations: (string | undefined)[] = [];
	for (const file of files) {
		const response = await ask(file ?? "");
		expect(response.headers.get("content-type")).toBe("application/xml");
		const text = await response.text();
		const found = matchesOf(text, /<url><loc>([^<]*)<\/loc>/g);
		expect(text.split('hreflang="x-default"').length - 1, file).toBe(found.length);
		expect(text.split('hreflang="ar"').length - 1, file).toBe(found.length);
		locations.push(...found);
	}
	expect(new Set(locations).size).toBe(locations.length);
	for (const event of [early, late]) {
		const row = await publishedRow(event.eventId);
		for (const locale of LOCALES) {
			expect(locations).toContain(`${env().APP_URL}/${locale}/events/${row?.season}/${row?.slug}`);
		}
	}
	const hidden = await publishedRow(unlisted.eventId);
	expect(hidden).not.toBeNull();
	expect(locations).not.toContain(`${env().APP_URL}/en/events/${hidden?.season}/${hidden?.slug}`);
});

it.each(["events-1.xml", "events-00.xml", "events-1e9.xml", "nothing.xml", "pages", ""])(
	"there is no file %j",
	async (part) => {
		expect((await ask(part)).status).toBe(404);
	},
);

it("a file of a thousand events with the longest addresses keeps the limits of sitemaps.org", () => {
	const pages = Array.from({ length: 1_000 }, (_, n) => ({
		path: `/events/2027/${"x".repeat(80)}-${n}`,
		lastModified: new Date(0).toISOString(),
	}));
	const text = sitemapFile(pages);
	expect(text.split("<loc>").length - 1).toBeLessThanOrEqual(50_000);
	expect(Buffer.byteLength(text)).toBeLessThan(50_000_000);
});

it("what XML would read as its own is written as text", () => {
	expect(sitemapFile([{ path: '/a?b&c"<' }])).toContain("/a?b&amp;c&quot;&lt;</loc>");
});
