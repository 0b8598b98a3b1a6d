import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import {
	hasSilenceHistory,
	listMinutesOfSilence,
	minuteOfSilence,
	removeMinuteOfSilence,
	setMinuteOfSilence,
} from "./minutes-of-silence";
import { CALENDAR_TAG } from "./tags";

useDatabase();

const at = new Date("2027-02-01T08:00:00Z");
const BAKU = { country: "AZ", time: "17:00", sourceUrl: "https://example.org/source" };

function set(minute: typeof BAKU | { country: string; time: string; sourceUrl: null }) {
	return inTransaction((tx) => setMinuteOfSilence(tx, minute, at));
}

describe("a minute of silence", () => {
	beforeEach(emptyDatabase);

	it("is set, changed and listed by country", async () => {
		await set({ country: "TR", time: "14:00", sourceUrl: null });
		await set(BAKU);
		await set({ ...BAKU, time: "17:05" });
		expect(await listMinutesOfSilence()).toEqual([
			{ ...BAKU, time: "17:05" },
			{ country: "TR", time: "14:00", sourceUrl: null },
		]);
	});

	it("leaves a trace and makes cached pages follow", async () => {
		await set(BAKU);
		expect(await db.cacheTag.count({ where: { tag: CALENDAR_TAG } })).toBe(1);
		await db.cacheTag.deleteMany();
		await inTransaction((tx) => removeMinuteOfSilence(tx, "AZ", at));
		expect(await listMinutesOfSilence()).toEqual([]);
		expect(await db.cacheTag.count({ where: { tag: CALENDAR_TAG } })).toBe(1);
		const lines = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
		expect(lines).toMatchObject([
			{ action: "silence.set", subjectId: "AZ", detail: { time: "17:00" }, actorId: null },
			{ action: "silence.removed", subjectId: "AZ" },
		]);
	});

	it("remembers that one was set, also when it is gone", async () => {
		expect(await hasSilenceHistory("AZ")).toBe(false);
		await set(BAKU);
		await inTransaction((tx) => removeMinuteOfSilence(tx, "AZ", at));
		expect([await hasSilenceHistory("AZ"), await hasSilenceHistory("TR")]).toEqual([true, false]);
	});

	it("cannot be removed where there is none", async () => {
		await set(BAKU);
		await expect(inTransaction((tx) => removeMinuteOfSilence(tx, "JP", at))).rejects.toThrow(
			"not_found",
		);
		expect(await db.auditEntry.count({ where: { subjectId: "JP" } })).toBe(0);
	});

	it("the database refuses a time that is none", async () => {
		await expect(set({ ...BAKU, time: "25:00" })).rejects.toThrow();
	});
});

it.each([
	[{ ...BAKU, country: "XX" }, "field.choose"],
	[{ ...BAKU, country: "az" }, "field.choose"],
	[{ ...BAKU, time: "24:00" }, "field.time"],
	[{ ...BAKU, time: "5 pm" }, "field.time"],
	[{ ...BAKU, sourceUrl: "javascript:alert(1)" }, "field.url"],
	[{ ...BAKU, sourceUrl: "http://example.org" }, "field.url"],
	[{ ...BAKU, sourceUrl: `https://example.org/${"a".repeat(500)}` }, "field.tooLong"],
])("refuses %j with %s", (input, message) => {
	expect(minuteOfSilence.safeParse(input).error?.issues[0]?.message).toBe(message);
});

it("refuses what it does not know", () => {
	expect(minuteOfSilence.safeParse({ ...BAKU, id: 1 }).success).toBe(false);
});
