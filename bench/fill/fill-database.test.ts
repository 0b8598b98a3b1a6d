import { Client } from "pg";
import { expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { emptyDatabase, ownerDatabaseUrl, useDatabase } from "@/prisma/factories/use-database";
import {
	APPROVER_EMAIL,
	IMPORTER_EMAIL,
	prepareServiceAccounts,
	serviceViewer,
} from "@/prisma/seed/accounts";
import { importOrganisations } from "@/prisma/seed/archive";
import { type NewEvent, publishNewEvent } from "@/prisma/seed/import-event";
import { readRows } from "@/prisma/seed/rows";
import { bulkPublish } from "./fill-database";
import { planEvents } from "./plan-events";
import { realParts } from "./real-parts";
import { seededRandom } from "./seeded-random";

useDatabase();

const COUNT = 40;
const now = new Date("2026-12-01T10:00:00Z");
const rows = readRows();
const few = { missions: rows.missions.slice(0, 12), events: [] };

/** Where a publication leaves its traces; queue, audit and cache tags are of the moment. */
const TABLES = [
	"Event",
	"EventRevision",
	"EventText",
	"Venue",
	"RevisionOrganiser",
	"Decision",
	"PublishedEvent",
	"PublishedEventText",
	"PublishedOrganiser",
	"PublishedSearch",
	"SearchWord",
];
/** Drawn anew, or the database's clock. */
const OF_THE_MOMENT = ["createdAt", "updatedAt"];

async function plan(): Promise<NewEvent[]> {
	await emptyDatabase();
	await prepareServiceAccounts(now);
	await importOrganisations(few, now);
	const organisers = await db.organisation.findMany({
		where: { importKey: { startsWith: "mission:" } },
		orderBy: { importKey: "asc" },
		select: { id: true, country: true },
	});
	const parts = realParts(rows);
	return [...planEvents(seededRandom(7), { parts, organisers, count: COUNT, now })];
}

/** All rows with names instead of ids, so that two runs can be compared. */
async function contents(): Promise<Record<string, string[]>> {
	const names = new Map<string, string>();
	const learn = (list: { id: string; name: string | null }[]) => {
		for (const { id, name } of list) names.set(id, name ?? "");
	};
	learn(await db.$queryRaw`SELECT "id", "importKey" AS name FROM "Event"`);
	learn(await db.$queryRaw`SELECT "id", "importKey" AS name FROM "Organisation"`);
	learn(await db.$queryRaw`SELECT "id", "email"::text AS name FROM "User"`);
	learn(
		await db.$queryRaw`
		SELECT r."id", 'revision of ' || e."importKey" AS name
		FROM "EventRevision" r JOIN "Event" e ON e."id" = r."eventId"`,
	);
	learn(
		await db.$queryRaw`
		SELECT d."id", 'decision on ' || e."importKey" AS name
		FROM "Decision" d JOIN "Event" e ON e."id" = d."eventId"`,
	);
	const found: Record<string, string[]> = {};
	for (const table of TABLES) {
		const list = await db.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
			`SELECT to_jsonb(t) AS row FROM "${table}" t`,
		);
		found[table] = list
			.map(({ row }) => {
				const kept = Object.entries(row).filter(([key]) => !OF_THE_MOMENT.includes(key));
				const text = JSON.stringify(Object.fromEntries(kept));
				return text.replace(
					/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
					(id) => names.get(id) ?? id,
				);
			})
			.sort();
	}
	return found;
}

it("leaves in every table, column by column, what the use cases leave", async () => {
	const planned = await plan();
	const author = await serviceViewer(db, IMPORTER_EMAIL);
	const approver = await serviceViewer(db, APPROVER_EMAIL);
	for (const event of planned)
		await inTransaction((tx) => publishNewEvent(tx, author, approver, event));
	const byUseCases = await contents();

	const client = new Client(ownerDatabaseUrl());
	await client.connect();
	const again = await plan();
	await bulkPublish(client, again, { random: seededRandom(8), say: () => undefined });
	await client.end();
	const inBulk = await contents();

	expect(byUseCases.PublishedEvent).toHaveLength(COUNT);
	for (const table of TABLES) expect(inBulk[table], table).toEqual(byUseCases[table]);
}, 240_000);

it("spreads the events like the real ones, the same in every run", () => {
	const parts = realParts(rows);
	const organisers = [{ id: "1", country: "DE" }];
	const spread = () => [...planEvents(seededRandom(7), { parts, organisers, count: 3_000, now })];
	const many = spread();
	expect(spread()).toEqual(many);
	const share = (matches: (event: NewEvent) => boolean) =>
		many.filter(matches).length / many.length;
	expect(
		share(({ content }) => /-0(2-2[0-9]|3-0[1-4])$/.test(content.startDate ?? "")),
	).toBeGreaterThan(0.8);
	expect(share(({ content }) => content.lat !== null)).toBeCloseTo(0.57, 1);
	expect(share(({ content }) => content.type === "ceremony")).toBeCloseTo(0.55, 1);
	expect(share(({ archive }) => archive === undefined)).toBeCloseTo(0.1, 1);
	const languages = many.map(({ content }) => Object.keys(content.texts).length);
	expect([...new Set(languages)].sort()).toEqual([1, 2, 3, 4]);
});
