import { beforeEach, expect, it } from "vitest";
import { listMinutesOfSilence } from "@/lib/calendar/minutes-of-silence";
import { db } from "@/lib/db/client";
import { useDatabase } from "@/prisma/factories/use-database";
import { runSilence } from "./silence";

useDatabase();
beforeEach(async () => {
	await db.minuteOfSilence.deleteMany();
});

const now = new Date("2027-02-01T08:00:00Z");
const run = (...words: string[]) => runSilence(words, now);

it("sets, lists, changes and removes", async () => {
	expect(await run("list")).toBe("No country has a minute of silence.");
	expect(await run("AZ", "17:00", "https://example.org/a")).toBe(
		"set: AZ Azerbaijan 17:00, https://example.org/a",
	);
	expect(await run("tr", "14:00")).toBe("set: TR Türkiye 14:00, without a source");
	await run("TR", "14:05");
	expect(await run("list")).toBe(
		"AZ Azerbaijan 17:00, https://example.org/a\nTR Türkiye 14:05, without a source",
	);
	expect(await run("remove", "tr")).toBe("removed: TR Türkiye");
	expect(await run("list")).toBe("AZ Azerbaijan 17:00, https://example.org/a");
});

it.each([
	[["XX", "17:00"], /"XX" is not the code of a country/],
	[["Azerbaijan", "17:00"], /"AZERBAIJAN" is not the code of a country/],
	[["AZ", "25:00"], /"25:00" is not a time/],
	[["AZ", "17.00"], /"17.00" is not a time/],
	[["AZ", "17:00", "azertag"], /"azertag" is not the address of a source/],
	[["AZ", "17:00", "http://example.org"], /must begin with https/],
	[["remove", "JP"], /No minute of silence is set for "JP"/],
	[[], /Say what to do/],
	[["AZ"], /Say what to do/],
	[["remove"], /Say what to do/],
	[["list", "AZ"], /Say what to do/],
	[["AZ", "17:00", "https://example.org", "more"], /Say what to do/],
])("refuses %j in a plain sentence and changes nothing", async (words, sentence) => {
	await expect(run(...words)).rejects.toThrow(sentence);
	expect(await listMinutesOfSilence()).toEqual([]);
});
