import { expect, it } from "vitest";
import { inTransaction } from "@/lib/db/client";
import { callOffEvent } from "@/lib/events/call-off-event";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { readComingOn } from "./coming-on";

useDatabase();

const NOW = new Date("2027-01-26T12:00:00Z");

it("counts and shows the coming events that are not cancelled, however many are", async () => {
	const organisation = await makeOrganisation();
	const reviewer = await makeAdmin();
	const made = async (startDate: string, kind?: "cancel" | "postpone") => {
		const event = await makePublished({ organisation, reviewer, content: { startDate } });
		const { eventId, eventVersion, now } = event;
		if (!kind) return eventId;
		const input = { eventId, eventVersion, kind, reasons: { en: "The hall is closed." } };
		await inTransaction((tx) => callOffEvent(tx, organisation.owner, { input, now }));
		return eventId;
	};
	for (let each = 0; each < 3; each += 1) await made("2027-02-26", "cancel");
	const on = await made("2027-02-27");
	const postponed = await made("2027-02-28", "postpone");
	await made("2027-03-01");
	await made("2026-02-26");
	const { count, events } = await readComingOn(organisation.slug, { now: NOW, limit: 2 });
	expect(count).toBe(3);
	expect(events.map(({ id }) => id)).toEqual([on, postponed]);
});
