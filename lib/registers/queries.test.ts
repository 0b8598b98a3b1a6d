import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "@/prisma/factories/use-database";
import { importRegisters } from "@/prisma/seed/registers";
import { readRows } from "@/prisma/seed/rows";
import { groupByCity, groupMemorials, groupRecognitions } from "./groups";
import { listMemorials, listRecognitions } from "./queries";
import { memorialSchema, recognitionSchema } from "./schema";

useDatabase();

const { memorials, recognitions } = readRows();

beforeAll(async () => {
	await importRegisters({ memorials, recognitions });
});

describe("the register of memorials", () => {
	it("has every row of the data with all its sources, and its date as precise as known", async () => {
		const listed = await listMemorials();
		expect(listed).toHaveLength(memorials.length);
		const byId = new Map(listed.map((memorial) => [memorial.id, memorial]));
		for (const row of memorials) {
			expect(byId.get(row.id)).toMatchObject({
				country: row.country,
				city: row.city,
				place: row.place,
				kind: row.kind,
				unveiled: row.date_unveiled ?? (row.year_unveiled && String(row.year_unveiled)),
				note: row.note,
				sources: [row.source_url, ...row.other_sources],
			});
		}
	});

	it("knows the city of each memorial that has one, and invents none", async () => {
		const listed = await listMemorials();
		expect(listed.filter(({ geonameId }) => geonameId === null).map(({ id }) => id)).toEqual(
			memorials.filter(({ city }) => city === null).map(({ id }) => id),
		);
		expect(listed.find(({ id }) => id === "the-hague")).toMatchObject({ geonameId: 2_747_373 });
	});

	it("is in the order of years within a country, unknown years last", async () => {
		const turkey = groupMemorials(await listMemorials()).find(({ country }) => country === "TR");
		const years = turkey?.memorials.map(({ unveiled }) => unveiled?.slice(0, 4) ?? "unknown");
		expect(years).toEqual([...(years ?? [])].sort());
		expect(years?.at(-1)).toBe("unknown");
	});

	it("has each memorial that stands in a city once on the map", async () => {
		const listed = await listMemorials();
		const cities = groupByCity(listed);
		expect(cities.flatMap((city) => city.memorials)).toHaveLength(
			memorials.filter(({ city }) => city !== null).length,
		);
		const izmir = cities.find((city) => city.memorials.some(({ id }) => id === "izmir-bornova"));
		expect(izmir?.memorials.map(({ id }) => id)).toEqual(["izmir-bornova", "izmir-karabaglar"]);
	});

	it("answers what its description says, as JSON", async () => {
		const listed = await listMemorials();
		expect(memorialSchema.array().parse(JSON.parse(JSON.stringify(listed)))).toEqual(listed);
	});
});

describe("the register of recognitions", () => {
	it("has every row of the data with all its sources and the strength of its evidence", async () => {
		const listed = await listRecognitions();
		expect(listed).toHaveLength(recognitions.length);
		const byId = new Map(listed.map((recognition) => [recognition.id, recognition]));
		for (const row of recognitions) {
			expect(byId.get(row.id)).toMatchObject({
				country: row.country,
				body: row.body,
				date: row.date,
				kind: row.kind,
				says: row.says,
				evidence: row.evidence,
				note: row.note,
				sources: row.source_url === null ? [] : [row.source_url, ...row.other_sources],
			});
		}
	});

	it("names its source in the note where the source has no address", async () => {
		const bare = (await listRecognitions()).filter(({ sources }) => sources.length === 0);
		expect(bare.map(({ id }) => id)).toEqual(["bg-2022"]);
		expect(bare[0]?.note).toMatch(/1news\.az/);
	});

	it("is in the order of dates, those without one last", async () => {
		const dates = (await listRecognitions()).map(({ date }) => date ?? "unknown");
		expect(dates).toEqual([...dates].sort());
		expect(dates.at(-1)).toBe("unknown");
	});

	it("is divided into parts that have each entry once", async () => {
		const listed = await listRecognitions();
		const parts = groupRecognitions(listed).flatMap(({ entries }) => entries);
		expect(parts).toHaveLength(listed.length);
		expect(new Set(parts)).toEqual(new Set(listed));
	});

	it("answers what its description says, as JSON", async () => {
		const listed = await listRecognitions();
		expect(recognitionSchema.array().parse(JSON.parse(JSON.stringify(listed)))).toEqual(listed);
	});
});
