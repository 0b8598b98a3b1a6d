import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { makeEditor, makeOrganisation } from "@/prisma/factories/organisations";
import { makePast, saveTyped, submitTyped } from "@/prisma/factories/recaps";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { askForRecaps } from "./ask-for-recaps";
import { callOffEvent } from "./call-off-event";
import { withdrawEvent } from "./withdraw-event";

useDatabase();
beforeEach(emptyDatabase);

/** Nine o'clock of the 27th in Berlin. */
const NINE = new Date("2027-02-27T08:00:00Z");
const later = (days: number) => new Date(NINE.getTime() + days * 86_400_000);

async function mails(): Promise<{ template: string; to: string }[]> {
	return db.$queryRaw`
		SELECT payload->>'template' AS template, payload->>'to' AS to
		FROM graphile_worker._private_jobs WHERE payload->>'template' LIKE 'recap%' ORDER BY id`;
}

async function templates(): Promise<string[]> {
	return (await mails()).map(({ template }) => template);
}

describe("askForRecaps", () => {
	it("asks every member at nine o'clock of the place on the next morning, not a minute before", async () => {
		const organisation = await makeOrganisation();
		const editor = await makeEditor(organisation.id);
		await makePast({ organisation });
		await askForRecaps(new Date(NINE.getTime() - 60_000));
		expect(await mails()).toEqual([]);
		await askForRecaps(NINE);
		expect(new Set((await mails()).map(({ to }) => to))).toEqual(
			new Set([organisation.owner.email, editor.email]),
		);
	});

	it.each([
		["NP", "Asia/Kathmandu", "2027-02-27T03:15:00Z"],
		["CA", "America/St_Johns", "2027-02-27T12:30:00Z"],
		["KI", "Pacific/Kiritimati", "2027-02-26T19:00:00Z"],
		["NZ", "Pacific/Auckland", "2027-02-26T20:00:00Z"],
	])("knows the morning in %s, %s", async (country, timezone, nine) => {
		await makePast({ content: { country, timezone, cityGeonameId: null, cityName: "Here" } });
		await askForRecaps(new Date(Date.parse(nine) - 60_000));
		expect(await mails()).toEqual([]);
		await askForRecaps(new Date(nine));
		expect(await templates()).toEqual(["recapAsked"]);
	});

	it("asks nobody while nothing may be changed, and afterwards", async () => {
		await makePast();
		await db.switch.create({ data: { name: "read_only", isOn: true, changedAt: NINE } });
		await askForRecaps(NINE);
		expect(await templates()).toEqual([]);
		expect(await db.recapNotice.count()).toBe(0);
		await db.switch.update({ where: { name: "read_only" }, data: { isOn: false } });
		await askForRecaps(later(1));
		expect(await templates()).toEqual(["recapAsked"]);
	});

	it("waits for the last day of an exhibition", async () => {
		await makePast({
			content: { timing: "all_day", startTime: null, endTime: null, endDate: "2027-03-03" },
		});
		await askForRecaps(later(1));
		expect(await mails()).toEqual([]);
		await askForRecaps(new Date("2027-03-04T08:00:00Z"));
		expect(await templates()).toEqual(["recapAsked"]);
	});

	it("asks once and reminds once, a week later, whoever runs it how often and whichever way the clock moves", async () => {
		await makePast();
		await Promise.all(Array.from({ length: 6 }, () => askForRecaps(NINE)));
		for (const at of [later(-1), NINE, later(1), later(6.9)]) await askForRecaps(at);
		expect(await templates()).toEqual(["recapAsked"]);
		await Promise.all(Array.from({ length: 6 }, () => askForRecaps(later(7))));
		for (const at of [later(8), later(-3), later(7.5), later(30)]) await askForRecaps(at);
		expect(await templates()).toEqual(["recapAsked", "recapReminder"]);
		expect(await db.auditEntry.count({ where: { action: "recap.asked_for" } })).toBe(2);
	});

	it("does not remind where something came, but where it was only begun", async () => {
		const [told, begun] = [await makePast(), await makePast()];
		await askForRecaps(NINE);
		await submitTyped(told, { attendanceMin: "40" });
		await saveTyped(begun, { attendanceMin: "40" });
		await askForRecaps(later(7));
		const reminders = await db.recapNotice.findMany({ where: { kind: "reminded" } });
		expect(reminders.map(({ eventId }) => eventId)).toEqual([begun.eventId]);
	});

	it("never writes for what was called off, withdrawn, is an example or became public long after", async () => {
		const [cancelled, postponed, withdrawn] = [
			await makePast(),
			await makePast(),
			await makePast(),
		];
		await makePast({ isDemo: true });
		const off = { reasons: { en: "The hall is closed." } };
		for (const [event, kind] of [
			[cancelled, "cancel"],
			[postponed, "postpone"],
		] as const) {
			const { eventId, eventVersion, author, now } = event;
			await inTransaction((tx) =>
				callOffEvent(tx, author, { input: { eventId, eventVersion, kind, ...off }, now }),
			);
		}
		await inTransaction((tx) => withdrawEvent(tx, withdrawn.author, withdrawn));
		await askForRecaps(NINE);
		await makePublished({
			content: { startDate: "2026-02-26" },
			now: new Date("2026-01-10T10:00:00Z"),
		});
		await makePast();
		await askForRecaps(later(4));
		expect(await mails()).toEqual([]);
	});

	it("does not remind of an event that was called off after it was asked for", async () => {
		const { eventId, eventVersion, author } = await makePast();
		await askForRecaps(NINE);
		const input = {
			eventId,
			eventVersion,
			kind: "cancel" as const,
			reasons: { en: "It did not take place." },
		};
		await inTransaction((tx) => callOffEvent(tx, author, { input, now: later(1) }));
		await askForRecaps(later(7));
		expect(await templates()).toEqual(["recapAsked"]);
	});
});
