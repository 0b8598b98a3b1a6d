import { expect, it } from "vitest";
import { listMinutesOfSilence, removeMinuteOfSilence } from "@/lib/calendar/minutes-of-silence";
import { inTransaction } from "@/lib/db/client";
import { useDatabase } from "@/prisma/factories/use-database";
import { importSilence } from "./registers";

useDatabase();

const now = new Date("2026-11-26T12:00:00Z");

it("the minute of silence in Azerbaijan comes with its source, once, and stays away when it was removed", async () => {
	expect([await importSilence(now), await importSilence(now)]).toEqual([1, 0]);
	expect(await listMinutesOfSilence()).toEqual([
		{ country: "AZ", time: "17:00", sourceUrl: expect.stringMatching(/^https:/) },
	]);
	await inTransaction((tx) => removeMinuteOfSilence(tx, "AZ", now));
	expect(await importSilence(now)).toBe(0);
	expect(await listMinutesOfSilence()).toEqual([]);
});
