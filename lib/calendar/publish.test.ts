import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { withdrawEvent } from "@/lib/events/withdraw-event";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	decideOn,
	edit,
	type MadeEvent,
	makeDraft,
	makePublished,
	publishedRow,
	submitAgain,
} from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";

useDatabase();

let organisation: MadeOrganisation;
let admin: SignedInViewer;

beforeAll(async () => {
	organisation = await makeOrganisation();
	admin = await makeAdmin();
});

async function republish(
	event: MadeEvent,
	content: Parameters<typeof edit>[1],
): Promise<MadeEvent> {
	return decideOn(await submitAgain(await edit(event, content)), admin, "approve");
}

async function rowOf(event: MadeEvent) {
	const row = await publishedRow(event.eventId);
	if (!row) throw new Error("not public");
	return row;
}

const titled = (title: string) => ({ texts: { en: { title, description: "" } } });

it("UID, address and first publication stay; SEQUENCE grows by one with each approval", async () => {
	const event = await makePublished({
		organisation,
		reviewer: admin,
		now: new Date("2026-11-01T08:00:00Z"),
	});
	const first = await rowOf(event);
	expect(first).toMatchObject({ sequence: 0, uid: `${event.eventId}@february-26` });
	let latest = event;
	for (let n = 1; n <= 3; n++) {
		const now = new Date(first.publishedAt.getTime() + n * 60_000);
		latest = await republish({ ...latest, now }, titled(`Another title ${n}`));
		const row = await rowOf(latest);
		expect(row).toMatchObject({
			sequence: n,
			uid: first.uid,
			slug: first.slug,
			season: first.season,
			firstPublishedAt: first.firstPublishedAt,
			publishedAt: now,
		});
		expect(row.texts[0]?.title).toBe(`Another title ${n}`);
	}
});

it("SEQUENCE never goes back, not even after a withdrawal (RFC 5545 §3.8.7.4)", async () => {
	const event = await makePublished({ organisation, reviewer: admin });
	const edited = await republish(event, titled("A second edition"));
	const before = await rowOf(edited);
	const { eventId, eventVersion, now } = edited;
	const withdrawn = await inTransaction((tx) =>
		withdrawEvent(tx, organisation.owner, { eventId, eventVersion, now }),
	);
	const back = await rowOf(await republish({ ...edited, ...withdrawn }, titled("A third edition")));
	expect(back.uid).toBe(before.uid);
	expect(back.sequence).toBeGreaterThan(before.sequence);
});

it("an event that moves to another season gets that season's address", async () => {
	const event = await makePublished({
		organisation,
		reviewer: admin,
		content: { startDate: "2027-02-26" },
	});
	const before = await rowOf(event);
	const moved = await rowOf(await republish(event, { startDate: "2028-02-26" }));
	expect(moved).toMatchObject({ season: 2028, uid: before.uid });
	const tags = [`event:2027/${before.slug}`, `event:2028/${moved.slug}`];
	expect(await db.cacheTag.count({ where: { tag: { in: tags } } })).toBe(2);
});

describe("the day that a rescheduled event left", () => {
	const [OLD, NEW, LATER] = ["2027-02-24", "2027-02-25", "2027-02-27"];

	/** Publishes on each day in turn, all but the first as rescheduled, and tells what each publication says. */
	async function previousDays(
		...changes: (Parameters<typeof edit>[1] & { status?: "cancelled" | "scheduled" })[]
	): Promise<(string | null)[]> {
		let event = await makePublished({ organisation, reviewer: admin, content: { startDate: OLD } });
		const told: (string | null)[] = [];
		for (const { status, ...content } of changes) {
			event = await edit(event, content);
			await db.eventRevision.update({
				where: { id: event.revisionId },
				data: { status: status ?? "rescheduled" },
				select: { id: true },
			});
			event = await decideOn(await submitAgain(event), admin, "approve");
			const { previousStartDate } = await rowOf(event);
			told.push(previousStartDate?.toISOString().slice(0, 10) ?? null);
		}
		return told;
	}

	it("stays when something else is mended later", async () => {
		const mended = { startDate: NEW, ...titled("Without the slip") };
		expect(await previousDays({ startDate: NEW }, mended, mended)).toEqual([OLD, OLD, OLD]);
	});

	it("is the last one when it moves again, and none when it moves back", async () => {
		const back = { startDate: OLD };
		expect(await previousDays({ startDate: NEW }, { startDate: LATER })).toEqual([OLD, NEW]);
		expect(await previousDays({ startDate: NEW }, back, back)).toEqual([OLD, null, null]);
	});

	it("is none when only the hour changes", async () => {
		expect(await previousDays({ startDate: OLD, startTime: "17:00" })).toEqual([null]);
	});

	it("is kept while it is cancelled, and none once it is as announced", async () => {
		const cancelled = { startDate: NEW, status: "cancelled" } as const;
		expect(await previousDays({ startDate: NEW }, cancelled)).toEqual([OLD, OLD]);
		const asAnnounced = { startDate: OLD, status: "scheduled" } as const;
		expect(await previousDays({ startDate: NEW }, cancelled, asAnnounced)).toEqual([
			OLD,
			OLD,
			null,
		]);
	});
});

it("events of one title get addresses of their own, also when they are approved at once", async () => {
	const same = { ...titled("Requiem"), startDate: "2026-02-26" };
	const waiting = [];
	for (let n = 0; n < 8; n++)
		waiting.push(await submitAgain(await makeDraft({ organisation, content: same })));
	await Promise.all(waiting.map((event) => decideOn(event, admin, "approve")));
	const slugs = await db.publishedEvent.findMany({
		where: { season: 2026, slug: { startsWith: "requiem" } },
		select: { slug: true },
	});
	expect(slugs.map(({ slug }) => slug).sort()).toEqual([
		"requiem",
		"requiem-2",
		"requiem-3",
		"requiem-4",
		"requiem-5",
		"requiem-6",
		"requiem-7",
		"requiem-8",
	]);
});

it("a title without Latin letters falls back to the city, and hostile ones to a plain word", async () => {
	const arabic = await makePublished({
		organisation,
		reviewer: admin,
		content: { texts: { ar: { title: "مراسم إحياء الذكرى", description: "" } } },
	});
	expect((await rowOf(arabic)).slug).toBe("berlin");
	const hostile = await makePublished({
		organisation,
		reviewer: admin,
		content: titled("../../<script>alert(1)</script>"),
	});
	expect((await rowOf(hostile)).slug).toBe("script-alert-1-script");
});

describe("what is derived", () => {
	it.each([
		["Asia/Kathmandu", 1_283_240, "2027-02-26T13:15:00.000Z"],
		["America/St_Johns", 6_324_733, "2027-02-26T22:30:00.000Z"],
		["Pacific/Auckland", 2_193_733, "2027-02-26T06:00:00.000Z"],
		["America/New_York", 5_128_581, "2027-02-27T00:00:00.000Z"],
	])("19:00 in %s is the right instant", async (timezone, cityGeonameId, startsAt) => {
		const event = await makePublished({
			organisation,
			reviewer: admin,
			content: { cityGeonameId, startDate: "2027-02-26", startTime: "19:00", endTime: null },
		});
		const row = await rowOf(event);
		expect(row).toMatchObject({
			timezone,
			startTime: "19:00",
			startsAtUtc: new Date(startsAt),
			endsAtUtc: null,
			sortAt: new Date(startsAt),
			season: 2027,
		});
		expect(row.startDate).toEqual(new Date("2027-02-26T00:00:00Z"));
	});

	it("19:00 in Kiritimati, a place outside the gazetteer's cities, is the right instant", async () => {
		const event = await makePublished({
			organisation,
			reviewer: admin,
			content: {
				cityGeonameId: null,
				cityName: "Poland village",
				country: "KI",
				timezone: "Pacific/Kiritimati",
				startDate: "2027-02-26",
				startTime: "19:00",
				endTime: null,
				lat: null,
				lon: null,
			},
		});
		expect(await rowOf(event)).toMatchObject({
			timezone: "Pacific/Kiritimati",
			country: "KI",
			startsAtUtc: new Date("2027-02-26T05:00:00Z"),
			lat: null,
			lon: null,
		});
	});

	it("the pin is the organiser's, else the city's and marked so", async () => {
		const pinned = await rowOf(
			await makePublished({ organisation, reviewer: admin, content: { lat: 52.4876, lon: 13.29 } }),
		);
		expect(pinned).toMatchObject({ lat: 52.4876, lon: 13.29, isPinExact: true });
		const unpinned = await rowOf(
			await makePublished({ organisation, reviewer: admin, content: { lat: null, lon: 13.29 } }),
		);
		expect(unpinned).toMatchObject({ isPinExact: false });
		expect(unpinned.lat).toBeCloseTo(52.52, 1);
	});

	it("the demonstration's mark and the organisers in their order go along", async () => {
		const partner = await makeOrganisation({ country: "AT" });
		const event = await makePublished({
			organisation,
			reviewer: admin,
			isDemo: true,
			archive: { coOrganiserIds: [partner.id] },
		});
		expect(await rowOf(event)).toMatchObject({
			isDemo: true,
			organisers: [
				{ position: 0, organisationId: organisation.id, isVerified: false },
				{ position: 1, organisationId: partner.id },
			],
		});
	});
});
