import { beforeAll, describe, expect, it } from "vitest";
import { viewerById } from "@/lib/accounts/current-viewer";
import { DEMO_EMAILS } from "@/lib/accounts/demonstration";
import { listPublished } from "@/lib/calendar/queries";
import { db } from "@/lib/db/client";
import { getMyEvent, listMyEvents } from "@/lib/events/queries";
import { countWaiting, listQueue } from "@/lib/moderation/queue";
import { decideOn, makePublished, makeSubmitted } from "@/prisma/factories/events";
import { useDatabase } from "@/prisma/factories/use-database";
import { APPROVER_EMAIL, IMPORTER_EMAIL, prepareServiceAccounts } from "./accounts";
import { importArchive, importOrganisations } from "./archive";
import { missedByCityNames } from "./city-names.fixture";
import { seedDemo } from "./demo";
import { QUEUE } from "./demo-queue";
import { describeMission } from "./missions";
import { importRegisters } from "./registers";
import { removeDemo } from "./remove-demo";
import { readRows } from "./rows";

useDatabase();
const rows = readRows();
const now = new Date("2026-11-23T12:00:00Z");
const operating = rows.missions.filter((row) => describeMission(row).isOperating);

async function seedAll() {
	await prepareServiceAccounts(now);
	return {
		registers: await importRegisters(rows),
		organisations: await importOrganisations(rows, now),
		events: await importArchive(rows, now),
		demo: await seedDemo(rows, now),
	};
}

/** Number and newest time of every table, to see that nothing changed. */
async function state() {
	const tables = await db.$queryRaw<{ name: string }[]>`
		SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1`;
	const sums: Record<string, string> = {};
	for (const { name } of tables) {
		const [row] = await db.$queryRawUnsafe<{ sum: string }[]>(
			`SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') AS sum FROM "${name}" t`,
		);
		sums[name] = row?.sum ?? "";
	}
	return sums;
}

async function viewerOf(email: string) {
	const { id } = await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
	return viewerById(id);
}

beforeAll(async () => {
	const added = await seedAll();
	expect(added).toEqual({
		registers: rows.memorials.length + rows.recognitions.length,
		organisations: 213,
		events: rows.events.length,
		demo: operating.length + QUEUE.length,
	});
}, 120_000);

it("a second run adds and changes nothing", async () => {
	const before = await state();
	expect(await seedAll()).toEqual({ registers: 0, organisations: 0, events: 0, demo: 0 });
	expect(await state()).toEqual(before);
});

it("search finds each event by the name of its city in four languages", async () => {
	const found = await missedByCityNames(["en", "az", "tr", "ru"]);
	expect([found.cities > 60, found.missed]).toEqual([true, []]);
}, 120_000);

describe("the archive", () => {
	it("holds every row, published, with its source", async () => {
		const published = await db.publishedEvent.findMany({
			where: { isDemo: false },
			select: {
				sourceUrl: true,
				startDate: true,
				startTime: true,
				datePrecision: true,
				event: { select: { importKey: true } },
			},
		});
		expect(published).toHaveLength(rows.events.length);
		const byKey = new Map(published.map((row) => [row.event.importKey, row]));
		for (const row of rows.events) {
			expect(byKey.get(`archive:${row.id}`)).toMatchObject({
				sourceUrl: row.source_url,
				startDate: row.date_start === null ? null : new Date(`${row.date_start}T00:00:00Z`),
				startTime: row.date_start === null ? null : row.start_time,
				datePrecision: row.date_start !== null ? "day" : row.year === null ? "unknown" : "year",
			});
		}
	});

	it("shows what has no day in its year, and the day of the report only in words", async () => {
		const { items } = await listPublished({ season: 2007 });
		const talk = items.find(
			(item) => item.slug === "talk-and-screening-at-the-frontline-club-with-street-display",
		);
		expect(talk).toMatchObject({
			startsAtUtc: null,
			schedule: { startDate: null, datePrecision: "year", year: 2007 },
		});
		expect(talk?.sourceNote).toMatch(
			/^Reported on 26 February 2007; the day of the event is not stated\./,
		);
		expect((await listPublished({ season: "undated" })).items).toHaveLength(3);
	});

	it("says nothing of admission and access, as its sources do", async () => {
		const silent = { isFree: null, isWheelchairAccessible: null };
		expect(await db.publishedEvent.count({ where: { isDemo: false, ...silent } })).toBe(
			rows.events.length,
		);
		expect(await db.publishedEvent.count({ where: { isDemo: true, isFree: true } })).not.toBe(0);
	});

	it("says of announced events that they were announced", async () => {
		const announced = rows.events.filter((row) => row.status_in_source === "announced").length;
		const noted = await db.publishedEvent.count({
			where: {
				sourceNote: { startsWith: "Announced in the source; whether it took place is not stated." },
			},
		});
		expect([announced, noted]).toEqual([17, 17]);
	});

	it("went through review by somebody who is a member of nothing", async () => {
		const approver = await db.user.findUniqueOrThrow({
			where: { email: APPROVER_EMAIL },
			select: { id: true, memberships: true },
		});
		expect(approver.memberships).toEqual([]);
		expect(
			await db.decision.count({ where: { actorId: approver.id, event: { isDemo: false } } }),
		).toBe(rows.events.length);
	});

	it("mails nobody", async () => {
		const [jobs] = await db.$queryRaw<
			{ count: bigint }[]
		>`SELECT count(*) FROM graphile_worker._private_jobs`;
		expect(jobs?.count).toBe(0n);
	});
});

describe("organisations", () => {
	it("hold each mission once, however the sources spell it", async () => {
		const sarajevo = await db.organisation.findMany({
			where: { country: "BA", kind: "embassy" },
			select: { name: true, events: { select: { importKey: true } } },
		});
		expect(sarajevo).toHaveLength(1);
		expect(sarajevo[0]?.events.map(({ importKey }) => importKey)).toContain(
			"archive:2015-sarajevo-ius",
		);
		const missions = await db.organisation.count({
			where: { importKey: { startsWith: "mission:" } },
		});
		// The embassy in Peru is in events.json only.
		expect(missions).toBe(rows.missions.length + 1);
	});

	it("are not taken for look-alikes of each other, and nobody has verified them", async () => {
		expect(
			await db.organisation.count({
				where: { OR: [{ isLookAlike: true }, { verifiedAt: { not: null } }] },
			}),
		).toBe(0);
	});

	it("carry what a mission covers besides its own country", async () => {
		const stockholm = await db.organisation.findUniqueOrThrow({
			where: { importKey: "mission:se:embassy" },
		});
		expect(stockholm).toMatchObject({
			name: "Embassy of Azerbaijan in Sweden",
			covers: ["NO", "FI"],
			cityName: "Stockholm",
			isOperating: true,
		});
		expect(await db.organisation.count({ where: { isOperating: false } })).toBe(
			rows.missions.length - operating.length,
		);
	});
});

describe("service accounts", () => {
	it.each([IMPORTER_EMAIL, APPROVER_EMAIL])(
		"%s is disabled and is nobody to the app",
		async (email) => {
			expect(await viewerOf(email)).toEqual({ kind: "anonymous" });
		},
	);
});

describe("the demonstration", () => {
	it("has an event at each operating mission around the coming 26 February, marked as an example in every language", async () => {
		const season = await db.publishedEvent.findMany({
			where: { isDemo: true },
			select: {
				season: true,
				startDate: true,
				contactEmail: true,
				contactName: true,
				texts: { select: { locale: true, description: true } },
			},
		});
		expect(season).toHaveLength(operating.length);
		const marks: Record<string, RegExp> = {
			en: /^Example entry: /,
			az: /^Nümunə: /,
			tr: /^Örnek kayıt: /,
			ru: /^Демонстрационная запись: /,
			de: /^Beispieleintrag: /,
			fr: /^Entrée de démonstration : /,
			es: /^Entrada de demostración: /,
			ar: /^إدخال للعرض التوضيحي: /,
		};
		for (const event of season) {
			expect(event).toMatchObject({ season: 2027, contactEmail: null, contactName: null });
			expect(event.texts.map(({ locale }) => locale)).toEqual(expect.arrayContaining(["en", "az"]));
			for (const text of event.texts)
				expect(text.description).toMatch(marks[text.locale] ?? /never/);
		}
		expect(new Set(season.flatMap((event) => event.texts.map(({ locale }) => locale)))).toEqual(
			new Set(Object.keys(marks)),
		);
	});

	it("puts work on the desks of its coordinator and its organiser", async () => {
		const coordinator = await viewerOf(DEMO_EMAILS.coordinator);
		const { items } = await listQueue(coordinator);
		expect(items).toHaveLength(5);
		expect(await countWaiting(coordinator)).toBe(5);
		expect(items.every((item) => item.mayDecide && item.isDemo)).toBe(true);
		expect(items.filter((item) => item.isEdit)).toHaveLength(1);
		expect(await countWaiting(await viewerOf(DEMO_EMAILS.admin))).toBe(6);

		const organiser = await viewerOf(DEMO_EMAILS.organiser);
		const mine = (await listMyEvents(organiser)).items.filter((event) => event.isDemo);
		expect(mine.map((event) => event.state).sort()).toEqual([
			"changes_requested",
			"draft",
			"rejected",
			"submitted",
			"submitted",
		]);
		const sentBack = mine.find((event) => event.state === "changes_requested");
		expect(sentBack?.lastDecision?.reason).toMatch(/^Please add/);
		expect((await getMyEvent(organiser, sentBack?.id ?? "")).actions).toContain("edit");
	});

	it("goes with one command: events, people and territory; the audit stays, and so does what it did to other events", async () => {
		const archive = async () =>
			db.publishedEvent.findMany({ where: { isDemo: false }, orderBy: { id: "asc" } });
		const [before, auditBefore] = [await archive(), await db.auditEntry.count()];
		const publicDemo = await db.publishedEvent.count({ where: { isDemo: true } });
		const coordinator = await viewerOf(DEMO_EMAILS.coordinator);
		if (coordinator.kind !== "user") throw new Error("no coordinator");
		const foreign = await decideOn(await makeSubmitted(), coordinator, "reject");
		const kept = await makePublished();

		expect(await removeDemo(now)).toEqual({
			events: operating.length + QUEUE.length,
			organisations: 0,
			people: 2,
			disabled: 1,
		});

		expect(await db.event.count({ where: { isDemo: true } })).toBe(0);
		expect(await db.territory.count()).toBe(0);
		expect(
			await db.user.findMany({
				where: { email: { in: Object.values(DEMO_EMAILS) } },
				select: { email: true, isAdmin: true },
			}),
		).toEqual([{ email: DEMO_EMAILS.coordinator, isAdmin: false }]);
		expect(await viewerOf(DEMO_EMAILS.coordinator)).toEqual({ kind: "anonymous" });
		expect(await db.decision.count({ where: { eventId: foreign.eventId } })).toBe(1);
		expect((await archive()).filter(({ id }) => id !== kept.eventId)).toEqual(before);
		expect(
			await db.auditEntry.count({ where: { action: "event.unpublished", actorId: null } }),
		).toBe(publicDemo);
		expect(await db.auditEntry.count()).toBeGreaterThan(auditBefore + publicDemo);
		expect(await removeDemo(now)).toEqual({ events: 0, organisations: 0, people: 0, disabled: 0 });
	});

	it("does not come back with the next seed, and its coordinator stays disabled", async () => {
		await removeDemo(now);
		expect(await seedDemo(rows, new Date("2027-11-23T12:00:00Z"))).toBe(0);
		expect(await db.event.count({ where: { isDemo: true } })).toBe(0);
		expect(await db.user.count({ where: { email: DEMO_EMAILS.admin } })).toBe(0);
		expect(await viewerOf(DEMO_EMAILS.coordinator)).toEqual({ kind: "anonymous" });
	});
});
