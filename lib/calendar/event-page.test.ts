import { beforeAll, describe, expect, it } from "vitest";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { readEventPage } from "./event-page";
import { type EventView, groupByDay, viewOf } from "./event-view";

useDatabase();

const NOW = new Date("2027-02-26T12:00:00Z");
const DAYS = ["2027-02-20", "2027-02-26", "2027-02-26", "2027-02-26", "2027-02-27"];
const inOrder: string[] = [];

beforeAll(async () => {
	const organisation = await makeOrganisation();
	const reviewer = await makeAdmin();
	for (const startDate of DAYS) {
		await makePublished({ organisation, reviewer, content: { startDate } });
	}
	await makePublished({
		organisation,
		reviewer,
		content: { startDate: null, startTime: null, endTime: null },
		archive: { datePrecision: "year", year: 2027 },
	});
	inOrder.push(...(await readEventPage({})).items.map(({ id }) => id));
});

function ids(page: { items: { id: string }[] }): string[] {
	return page.items.map(({ id }) => id);
}

describe("readEventPage", () => {
	it("leads forward and back over the same events, also where several begin at once", async () => {
		const first = await readEventPage({}, { limit: 2 });
		const second = await readEventPage({}, { limit: 2, after: first.next });
		const third = await readEventPage({}, { limit: 2, after: second.next });
		expect([first, second, third].flatMap(ids)).toEqual(inOrder);
		expect([first.previous, third.next]).toEqual([null, null]);

		const back = await readEventPage({}, { limit: 2, before: third.previous });
		const start = await readEventPage({}, { limit: 2, before: back.previous });
		expect([start, back].flatMap(ids)).toEqual(inOrder.slice(0, 4));
		expect(start.previous).toBeNull();
		expect((await readEventPage({}, { limit: 2, after: start.next })).items).toEqual(back.items);
	});

	it.each(["", "zzz", "%00", Buffer.from("1 not-an-id").toString("base64url")])(
		"gives the first page for the cursor %j",
		async (after) => {
			expect(ids(await readEventPage({}, { limit: 2, after }))).toEqual(inOrder.slice(0, 2));
		},
	);

	it("gives the first page when a cursor leads beyond the end", async () => {
		const after = Buffer.from(
			`${Date.UTC(9999, 11, 31, 23, 59, 59)} ffffffff-ffff-7fff-bfff-ffffffffffff`,
		).toString("base64url");
		expect(ids(await readEventPage({}, { limit: 2, after }))).toEqual(inOrder.slice(0, 2));
	});
});

describe("viewOf and groupByDay", () => {
	it("puts events under the days of the place, the undated last, and knows what is over", async () => {
		const { items } = await readEventPage({});
		const groups = groupByDay(
			items.map((event) => viewOf(event, "de", NOW)),
			"de",
		);
		expect(groups.map(({ date, year, events }) => [date, year, events.length])).toEqual([
			["2027-02-20", null, 1],
			["2027-02-26", null, 3],
			["2027-02-27", null, 1],
			[null, 2027, 1],
		]);
		expect(groups[0]?.events[0]).toMatchObject({
			phase: "past",
			time: "18:00 – 19:30",
			offset: "UTC+01:00",
			country: "Deutschland",
			titleLanguage: "en",
		});
		expect(groups[1]?.events[0]?.phase).toBe("upcoming");
		expect(groups[3]?.events[0]).toMatchObject({ phase: "undated", time: null, startDate: null });
	});
});

describe("groupByDay", () => {
	const base: EventView = {
		id: "",
		path: "",
		title: "",
		titleLanguage: null,
		type: "ceremony",
		status: "scheduled",
		attendanceMode: "in_person",
		isDemo: false,
		timing: "timed",
		phase: "upcoming",
		season: 2027,
		year: null,
		startDate: "2027-02-26",
		endDate: null,
		startTime: null,
		time: null,
		offset: null,
		city: null,
		country: "",
		venueName: null,
		whole: null,
	};
	function at(startTime: string | null, title: string, changes: Partial<EventView> = {}) {
		return { ...base, startTime, title, ...changes };
	}

	it("orders a day by the clocks of its places, then by title; without an hour last", () => {
		const world = [
			at("11:00", "Tokyo"),
			at(null, "Whole day"),
			at("15:30", "Delhi"),
			at("11:00", "Ürgüp"),
			at("11:00", "Zagreb"),
			at("09:00", "New York"),
			at(null, "An exhibition"),
		];
		expect(groupByDay(world, "de")[0]?.events.map(({ title }) => title)).toEqual([
			"New York",
			"Tokyo",
			"Ürgüp",
			"Zagreb",
			"Delhi",
			"An exhibition",
			"Whole day",
		]);
	});

	it("keeps seasons as they come, and the days of each in their order", () => {
		const groups = groupByDay(
			[
				at("18:00", "b", { startDate: "2027-02-26" }),
				at("18:00", "a", { startDate: "2027-02-25" }),
				at(null, "c", { startDate: null, year: 2027 }),
				at("18:00", "d", { startDate: "2026-02-26", season: 2026 }),
				at(null, "e", { startDate: null, year: null, season: null }),
			],
			"en",
		);
		expect(groups.map(({ events }) => events[0]?.title).join("")).toBe("abcde");
	});
});
