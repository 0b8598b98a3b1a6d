import { expect, it } from "vitest";
import { getMyEvent } from "@/lib/events/queries";
import { decideOn, makeDraft, publishedRow, submitAgain } from "@/prisma/factories/events";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";

useDatabase();

// On 31 October 2027 the clocks of Berlin go from 03:00 (UTC+2) back to 02:00 (UTC+1).
const night = { startDate: "2027-10-31", startTime: "02:45", endTime: "02:15" };
const now = new Date("2026-12-01T10:00:00Z");

it("an event from 02:45 to 02:15 of the repeated hour is submitted and published as half an hour", async () => {
	const draft = await makeDraft({
		content: { ...night, startDisambiguation: "earlier", endDisambiguation: "later" },
		now,
	});
	const event = await decideOn(await submitAgain(draft), await makeAdmin(), "approve");
	expect(await publishedRow(event.eventId)).toMatchObject({
		startsAtUtc: new Date("2027-10-31T00:45:00Z"),
		endsAtUtc: new Date("2027-10-31T01:15:00Z"),
	});
});

it("one that would end before it began is refused with a word beside the field", async () => {
	const draft = await makeDraft({
		content: { ...night, startDisambiguation: "later", endDisambiguation: "earlier" },
		now,
	});
	await expect(submitAgain(draft)).rejects.toMatchObject({
		code: "invalid",
		fields: { endTime: "schedule.endBeforeStart" },
	});
	expect((await getMyEvent(draft.author, draft.eventId)).state).toBe("draft");
});
