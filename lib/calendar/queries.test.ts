import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { type EventOptions, makePublished } from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { readCursor, writeCursor } from "./cursor";
import { readEventPage } from "./event-page";
import { type CalendarFilters, calendarFilters } from "./filters";
import {
	calendarVersion,
	countPublished,
	eachPublished,
	findPublished,
	listPublished,
	listSeasons,
	seasonNumbers,
} from "./queries";

useDatabase();

let reviewer: SignedInViewer;
let organisation: MadeOrganisation;
const UNDATED = {
	timing: "to_be_announced",
	startDate: null,
	startTime: null,
	endTime: null,
} as const;
const BERLIN = 2_950_159;
const VIENNA = 2_761_369;

function titled(title: string) {
	return { en: { title, description: "" } };
}

async function publish(
	title: string,
	content: EventOptions["content"],
	archive?: EventOptions["archive"],
): Promise<string> {
	const { eventId } = await makePublished({
		organisation,
		reviewer,
		content: { ...content, texts: titled(title) },
		...(archive ? { archive } : {}),
	});
	return eventId;
}

beforeAll(async () => {
	reviewer = await makeAdmin();
	organisation = await makeOrganisation();
	await publish("c2012-day", { startDate: "2012-02-26" });
	await publish("b2012-autumn-before", { startDate: "2011-11-02" });
	await publish("d2012-summer", { startDate: "2012-08-22", type: "exhibition" });
	await publish("e2012-undated", UNDATED, { datePrecision: "year", year: 2012 });
	await publish("f2013-undated", UNDATED, {
		datePrecision: "year",
		year: 2013,
		typesAlso: ["concert"],
	});
	await publish("h2027-morning", {
		startDate: "2027-02-26",
		startTime: "09:00",
		endTime: "10:00",
		cityGeonameId: VIENNA,
	});
	await publish("g2027-exhibition", {
		type: "exhibition",
		timing: "all_day",
		startDate: "2027-02-26",
		endDate: "2027-03-02",
		startTime: null,
		endTime: null,
	});
	await publish("z-unknown", UNDATED, { datePrecision: "unknown", year: null });
	for (let n = 0; n < 20; n++)
		await publish(`same ${n}`, { startDate: "2020-02-26", startTime: "18:00", endTime: null });
	for (let n = 0; n < 6; n++)
		await publish(`same undated ${n}`, UNDATED, { datePrecision: "year", year: 2020 });
}, 120_000);

async function titles(filters: CalendarFilters): Promise<string[]> {
	const { items } = await listPublished(filters, { limit: 100 });
	return items
		.map((item) => item.texts[0]?.title ?? "")
		.filter((title) => !title.startsWith("same"));
}

describe("filters", () => {
	it.each<[CalendarFilters, string[]]>([
		[{ season: 2012 }, ["b2012-autumn-before", "c2012-day", "d2012-summer", "e2012-undated"]],
		[{ season: 2013 }, ["f2013-undated"]],
		[{ season: "undated" }, ["z-unknown"]],
		[{ season: 1999 }, []],
		[{ type: "exhibition" }, ["d2012-summer", "g2027-exhibition"]],
		[{ type: "concert" }, ["f2013-undated"]],
		[{ country: "AT" }, ["h2027-morning"]],
		[{ country: "DE", season: 2027 }, ["g2027-exhibition"]],
		[{ from: "2027-03-01" }, ["g2027-exhibition"]],
		[{ from: "2027-03-03" }, []],
		[{ from: "2012-01-01", to: "2012-02-26" }, ["c2012-day"]],
		[{ to: "2011-12-31" }, ["b2012-autumn-before"]],
		[{ q: "2012", type: "exhibition" }, []],
		[{ q: "d2012", type: "exhibition" }, ["d2012-summer"]],
	])("%j", async (filters, expected) => {
		expect(await titles(filters)).toEqual(expected);
		expect(await countPublished(filters)).toBe(
			(await listPublished(filters, { limit: 100 })).items.length,
		);
		expect((await calendarVersion(filters)).count).toBe(await countPublished(filters));
	});

	it("refuse what is none", () => {
		for (const bad of [
			{ country: "XX" },
			{ country: "de" },
			{ type: "party" },
			{ season: 1900 },
			{ season: "x" },
			{ from: "2027-02-30" },
			{ from: "0000-01-01" },
			{ q: "x".repeat(201) },
			{ limit: "5" },
		]) {
			expect(calendarFilters.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
		}
		expect(calendarFilters.parse({ season: "2027", q: " a " })).toEqual({ season: 2027, q: "a" });
	});
});

describe("events without a day", () => {
	it("stand at the end of their year, those without a year at the very end", async () => {
		const all = await titles({});
		expect(all).toEqual([...all].sort());
		expect(all.at(-1)).toBe("z-unknown");
	});

	it("never show a day, whatever the reader", async () => {
		for (const filters of [{ season: 2013 }, { season: "undated" }] as const) {
			for (const item of (await listPublished(filters)).items) {
				expect(item).toMatchObject({
					startsAtUtc: null,
					endsAtUtc: null,
					schedule: { startDate: null, endDate: null, startTime: null },
				});
			}
		}
	});

	it("have the address of their year, or of no year", async () => {
		expect(await findPublished(2013, "f2013-undated")).not.toBeNull();
		expect(await findPublished(null, "z-unknown")).not.toBeNull();
		expect(await findPublished(2012, "f2013-undated")).toBeNull();
	});
});

describe("pages", () => {
	it.each([1, 2, 3, 7, 50])(
		"of %i are complete and without repeats, also where many begin at one instant",
		async (limit) => {
			const whole = (await listPublished({}, { limit: 500 })).items.map(({ id }) => id);
			expect(whole).toHaveLength(34);
			const paged: string[] = [];
			let cursor: string | null = null;
			do {
				const page: Awaited<ReturnType<typeof listPublished>> = await listPublished(
					{},
					{ cursor, limit },
				);
				expect(page.items.length).toBeLessThanOrEqual(limit);
				paged.push(...page.items.map(({ id }) => id));
				cursor = page.nextCursor;
			} while (cursor !== null);
			expect(paged).toEqual(whole);
		},
	);

	it.each<CalendarFilters>([{}, { season: 2020 }, { from: "2012-02-26" }])(
		"for people under %j go forth and back over the same events",
		async (filters) => {
			const limit = 3;
			const inDays = (await listPublished(filters, { limit: 500 })).items;
			const seasons = [...new Set(inDays.map(({ season }) => season ?? 0))].sort((a, b) => b - a);
			const newestFirst = seasons.flatMap((season) =>
				inDays.filter((item) => (item.season ?? 0) === season),
			);
			const isAll = Object.keys(filters).length === 0;
			const whole = (isAll ? newestFirst : inDays).map(({ id }) => id);
			const forth = [await readEventPage(filters, { limit })];
			for (let next = forth[0]?.next; next; next = forth.at(-1)?.next)
				forth.push(await readEventPage(filters, { limit, after: next }));
			expect(forth.flatMap((page) => page.items.map(({ id }) => id))).toEqual(whole);
			const back = [];
			for (let previous = forth.at(-1)?.previous; previous; previous = back.at(0)?.previous) {
				back.unshift(await readEventPage(filters, { limit, before: previous }));
			}
			const lastPage = forth.at(-1)?.items.map(({ id }) => id) ?? [];
			expect([...back.flatMap((page) => page.items.map(({ id }) => id)), ...lastPage]).toEqual(
				whole,
			);
		},
	);

	it("of a feed are all events", async () => {
		let count = 0;
		for await (const page of eachPublished({})) count += page.length;
		expect(count).toBe(34);
	});

	it("refuse a cursor that is none", async () => {
		for (const cursor of [
			"",
			"x",
			"MSAy",
			writeCursor({ sortAt: new Date(0), id: "' OR 1=1" }),
			writeCursor({ sortAt: new Date(0), id: "-".repeat(36) }),
			writeCursor({ sortAt: new Date(-8.64e15), id: randomUUID() }),
			writeCursor({ sortAt: new Date(8.64e15), id: randomUUID() }),
			"../..",
			"9".repeat(400),
		]) {
			expect(readCursor(cursor)).toBeNull();
			await expect(listPublished({}, { cursor })).rejects.toMatchObject({ code: "invalid" });
		}
	});
});

it("a page takes the same number of statements for 1 and for 30 events", async () => {
	const statements = async (limit: number) => {
		const query = vi.spyOn(pg.Client.prototype, "query");
		const { items } = await listPublished({}, { limit });
		const count = query.mock.calls.length;
		query.mockRestore();
		return { items: items.length, count };
	};
	await statements(1);
	const [one, many] = [await statements(1), await statements(30)];
	expect([one.items, many.items]).toEqual([1, 30]);
	expect(one.count).toBeGreaterThan(0);
	expect(many.count).toBe(one.count);
});

it("an unlisted event has its page, and is in no list, number, search or menu", async () => {
	const id = await publish("unlisted concert", {
		type: "concert",
		startDate: "2019-02-26",
		cityGeonameId: BERLIN,
	});
	await db.publishedEvent.update({
		where: { id },
		data: { visibility: "unlisted" },
		select: { id: true },
	});
	expect(await findPublished(2019, "unlisted-concert")).not.toBeNull();
	expect(await countPublished({ season: 2019 })).toBe(0);
	expect(await countPublished({ q: "unlisted" })).toBe(0);
	expect(await seasonNumbers(2019)).toEqual({ season: 2019, events: 0, countries: [], cities: 0 });
	expect((await listSeasons()).map(({ season }) => season)).not.toContain(2019);
	expect((await readEventPage({ season: 2019 })).items).toEqual([]);
});

it("numbers of a season count events, countries and cities", async () => {
	expect(await seasonNumbers(2027)).toEqual({
		season: 2027,
		events: 2,
		countries: expect.arrayContaining([
			{ country: "AT", events: 1 },
			{ country: "DE", events: 1 },
		]),
		cities: 2,
	});
	const seasons = await listSeasons();
	expect(seasons[0]).toEqual({ season: 2027, events: 2 });
	expect(seasons.at(-1)).toEqual({ season: null, events: 1 });
});
