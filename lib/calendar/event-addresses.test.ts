import { beforeEach, describe, expect, it } from "vitest";
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
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { findFormerAddress } from "./event-addresses";

useDatabase();
beforeEach(emptyDatabase);

let organisation: MadeOrganisation;
let admin: SignedInViewer;

beforeEach(async () => {
	organisation = await makeOrganisation();
	admin = await makeAdmin();
});

const requiem = (startDate: string) => ({
	startDate,
	texts: { en: { title: "Requiem", description: "" } },
});

function publish(startDate: string): Promise<MadeEvent> {
	return makePublished({ organisation, reviewer: admin, content: requiem(startDate) });
}

async function move(event: MadeEvent, startDate: string): Promise<MadeEvent> {
	return decideOn(await submitAgain(await edit(event, requiem(startDate))), admin, "approve");
}

async function withdraw(event: MadeEvent): Promise<MadeEvent> {
	const { eventId, eventVersion, now } = event;
	const withdrawn = await inTransaction((tx) =>
		withdrawEvent(tx, organisation.owner, { eventId, eventVersion, now }),
	);
	return { ...event, ...withdrawn };
}

async function addressOf({ eventId }: MadeEvent): Promise<string> {
	const row = await publishedRow(eventId);
	return `${row?.season}/${row?.slug}`;
}

async function formerAddresses(): Promise<string[]> {
	const rows = await db.formerEventAddress.findMany({
		orderBy: [{ season: "asc" }, { slug: "asc" }],
	});
	return rows.map(({ season, slug }) => `${season}/${slug}`);
}

async function tagTimes(): Promise<Map<string, number>> {
	const rows = await db.cacheTag.findMany();
	return new Map(rows.map(({ tag, invalidatedAt }) => [tag, invalidatedAt.getTime()]));
}

const at = (season: number | null, slug = "requiem") => findFormerAddress({ season, slug });

describe("an event that moves", () => {
	it("is found at every address that it had, directly and not through the next one", async () => {
		const event = await move(await move(await publish("2027-02-26"), "2028-02-26"), "2026-02-26");
		expect(await addressOf(event)).toBe("2026/requiem");
		expect(await at(2027)).toEqual({ present: { season: 2026, slug: "requiem" } });
		expect(await at(2028)).toEqual({ present: { season: 2026, slug: "requiem" } });
		expect(await at(2026)).toBeNull();
		expect(await at(2025)).toBeNull();
	});

	it("takes its former address again when it comes back, which then leads nowhere else", async () => {
		await publish("2027-02-26");
		const second = await publish("2027-02-26");
		expect(await addressOf(second)).toBe("2027/requiem-2");
		const away = await move(second, "2028-02-26");
		expect(await addressOf(away)).toBe("2028/requiem-2");
		const back = await move(away, "2027-02-26");
		expect(await addressOf(back)).toBe("2027/requiem-2");
		expect(await formerAddresses()).toEqual(["2028/requiem-2"]);
	});

	it("keeps its address while it stays in its season", async () => {
		await move(await publish("2027-02-26"), "2027-02-27");
		expect(await formerAddresses()).toEqual([]);
	});

	it("makes the pages of all its addresses stale", async () => {
		const moved = await move(await publish("2027-02-26"), "2028-02-26");
		const before = await tagTimes();
		await move(moved, "2026-02-26");
		const after = await tagTimes();
		for (const season of [2026, 2027, 2028]) {
			const tag = `event:${season}/requiem`;
			expect(after.get(tag), tag).toBeGreaterThan(before.get(tag) ?? 0);
		}
	});
});

describe("an address that an event had", () => {
	it("is given to no other event", async () => {
		await move(await publish("2027-02-26"), "2028-02-26");
		const other = await publish("2027-02-26");
		expect(await addressOf(other)).toBe("2027/requiem-2");
		expect(await at(2027)).toEqual({ present: { season: 2028, slug: "requiem" } });
	});

	it("is given to no other while it is being left", async () => {
		const event = await publish("2027-02-26");
		const leaving = await submitAgain(await edit(event, requiem("2028-02-26")));
		const others = [];
		for (let n = 0; n < 4; n++) {
			const draft = await makeDraft({ organisation, content: requiem("2027-02-26") });
			others.push(await submitAgain(draft));
		}
		await Promise.all([leaving, ...others].map((each) => decideOn(each, admin, "approve")));
		const taken = await Promise.all(others.map(addressOf));
		expect(taken.sort()).toEqual([2, 3, 4, 5].map((n) => `2027/requiem-${n}`));
	});
});

describe("an event that is withdrawn", () => {
	it("leaves word that it is no longer public, at all its addresses", async () => {
		const event = await move(await publish("2027-02-26"), "2028-02-26");
		const before = await tagTimes();
		await withdraw(event);
		expect(await at(2027)).toEqual({ present: null });
		expect(await at(2028)).toEqual({ present: null });
		const after = await tagTimes();
		for (const tag of ["event:2027/requiem", "event:2028/requiem"]) {
			expect(after.get(tag), tag).toBeGreaterThan(before.get(tag) ?? 0);
		}
	});

	it("has its address again when it is published again, whatever others were published meanwhile", async () => {
		const withdrawn = await withdraw(await publish("2027-02-26"));
		expect(await addressOf(await publish("2027-02-26"))).toBe("2027/requiem-2");
		const back = await move(withdrawn, "2027-02-26");
		expect(await addressOf(back)).toBe("2027/requiem");
		expect(await formerAddresses()).toEqual([]);
	});

	it("takes its addresses along when it is deleted", async () => {
		const { eventId } = await withdraw(await publish("2027-02-26"));
		await db.event.update({ where: { id: eventId }, data: { latestRevisionId: null } });
		await db.event.delete({ where: { id: eventId } });
		expect(await formerAddresses()).toEqual([]);
	});
});

it("knows an event of an unknown year by the word that its address has", async () => {
	const event = await makePublished({
		organisation,
		reviewer: admin,
		content: {
			...requiem("2027-02-26"),
			timing: "to_be_announced",
			startDate: null,
			startTime: null,
			endTime: null,
		},
		archive: { datePrecision: "unknown" },
	});
	expect(await addressOf(event)).toBe("null/requiem");
	await move(event, "2027-02-26");
	expect(await formerAddresses()).toEqual(["undated/requiem"]);
	expect(await at(null)).toEqual({ present: { season: 2027, slug: "requiem" } });
});
