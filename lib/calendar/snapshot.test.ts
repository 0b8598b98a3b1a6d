import { beforeAll, describe, expect, it } from "vitest";
import { unpublishEvent } from "@/lib/calendar/publish";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { makePublished } from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { selectEvents } from "./select-events";
import { currentSnapshot } from "./snapshot";

useDatabase();

let organisation: MadeOrganisation;
let reviewer: SignedInViewer;

beforeAll(async () => {
	organisation = await makeOrganisation();
	reviewer = await makeAdmin();
});

async function publishOn(startDate: string): Promise<string> {
	return (await makePublished({ organisation, reviewer, content: { startDate } })).eventId;
}

async function ids(): Promise<string[]> {
	return (await currentSnapshot()).rows.map(({ id }) => id);
}

describe("the calendar in memory", () => {
	it("holds at each look what was committed before it, in the order of days", async () => {
		const later = await publishOn("2027-02-27");
		expect(await ids()).toEqual([later]);
		const earlier = await publishOn("2027-02-25");
		expect(await ids()).toEqual([earlier, later]);
		const other = await publishOn("2026-02-26");
		expect(await ids()).toEqual([other, earlier, later]);
		const { seasons } = await currentSnapshot();
		expect([...seasons].map(([season, rows]) => [season, rows.length])).toEqual([
			[2027, 2],
			[2026, 1],
		]);
		await inTransaction((tx) => unpublishEvent(tx, { eventId: earlier, now: new Date() }));
		expect(await ids()).toEqual([other, later]);
	});

	it("is the same again when nothing changed, and an older look keeps what it saw", async () => {
		const before = await currentSnapshot();
		expect(await currentSnapshot()).toBe(before);
		const count = before.rows.length;
		await publishOn("2027-02-26");
		expect((await currentSnapshot()).rows).toHaveLength(count + 1);
		expect(before.rows).toHaveLength(count);
	});

	it("follows what is changed by hand: hidden, shown again, an organiser renamed", async () => {
		const id = await publishOn("2027-03-01");
		const hide = (visibility: "public" | "unlisted") =>
			db.publishedEvent.update({ where: { id }, data: { visibility }, select: { id: true } });
		await hide("unlisted");
		expect(await ids()).not.toContain(id);
		await hide("public");
		expect(await ids()).toContain(id);
		await db.publishedOrganiser.updateMany({ where: { eventId: id }, data: { slug: "renamed" } });
		expect((await selectEvents({ organiser: "renamed" })).rows.map((row) => row.id)).toEqual([id]);
	});

	it("misses nothing that is published while many look", async () => {
		const known = await ids();
		const looks: Promise<string[]>[] = [];
		const published: string[] = [];
		for (let day = 10; day < 18; day++) {
			looks.push(ids(), ids());
			published.push(await publishOn(`2028-02-${day}`));
			expect(await ids()).toContain(published.at(-1));
		}
		await Promise.all(looks);
		expect((await ids()).filter((id) => !known.includes(id))).toEqual(published);
	});

	it("starts anew when the database was emptied", async () => {
		await emptyDatabase();
		expect(await ids()).toEqual([]);
	});
});
