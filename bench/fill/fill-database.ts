import { Client } from "pg";
import { db } from "@/lib/db/client";
import {
	APPROVER_EMAIL,
	IMPORTER_EMAIL,
	prepareServiceAccounts,
	serviceViewer,
} from "@/prisma/seed/accounts";
import { importArchive, importOrganisations } from "@/prisma/seed/archive";
import type { NewEvent } from "@/prisma/seed/import-event";
import { importRegisters } from "@/prisma/seed/registers";
import { readRows } from "@/prisma/seed/rows";
import { insertRows } from "./insert-rows";
import { type EventRows, makeRows, type OrganiserRow, type Surroundings } from "./make-rows";
import { planEvents } from "./plan-events";
import { realParts } from "./real-parts";
import { type SeededRandom, seededRandom } from "./seeded-random";

const SEED = 26_02_1992;
const CHUNK = 1_000;

/**
 * Fills a migrated, empty database with `events` published events: first the seed's own through the use cases, the
 * rest in bulk. `db` must reach the same database as `ownerUrl`.
 * @throws RangeError when another number came out, as in a database that was not empty
 */
export async function fillDatabase({
	ownerUrl,
	events,
	now,
	say = () => undefined,
}: {
	ownerUrl: string;
	events: number;
	now: Date;
	say?: (line: string) => void;
}): Promise<void> {
	const rows = readRows();
	await prepareServiceAccounts(now);
	await importRegisters(rows);
	await importOrganisations(rows, now);
	const own = rows.events.slice(0, events);
	await importArchive({ ...rows, events: own }, now);
	const random = seededRandom(SEED);
	const organisers = await db.organisation.findMany({
		where: { importKey: { startsWith: "mission:" } },
		orderBy: { importKey: "asc" },
		select: { id: true, country: true },
	});
	const count = events - own.length;
	const plan = planEvents(random, { parts: realParts(rows), organisers, count, now });
	await withClient(ownerUrl, async (client) => {
		await bulkPublish(client, plan, { random, say });
		await client.query("VACUUM ANALYZE");
	});
	const published = await db.publishedEvent.count();
	if (published !== events) throw new RangeError(`${published} events instead of ${events}`);
}

/** Publishes the planned events as `publishNewEvent` would, a thousand at a time. */
export async function bulkPublish(
	client: Client,
	plan: Iterable<NewEvent>,
	{ random, say }: { random: SeededRandom; say: (line: string) => void },
): Promise<void> {
	const around = await lookAround(random);
	let [chunk, done]: [EventRows[], number] = [[], 0];
	const write = async () => {
		await insertRows(client, chunk);
		done += chunk.length;
		if (done % (10 * CHUNK) === 0) say(`  ${done} events`);
		chunk = [];
	};
	for (const event of plan) {
		chunk.push(makeRows(event, around));
		if (chunk.length === CHUNK) await write();
	}
	if (chunk.length > 0) await write();
}

async function lookAround(random: SeededRandom): Promise<Surroundings> {
	const organisers: OrganiserRow[] = await db.organisation.findMany({
		select: { id: true, name: true, slug: true, kind: true, website: true, verifiedAt: true },
	});
	const published = await db.publishedEvent.findMany({ select: { season: true, slug: true } });
	return {
		organisers: new Map(organisers.map((organiser) => [organiser.id, organiser])),
		authorId: (await serviceViewer(db, IMPORTER_EMAIL)).id,
		approverId: (await serviceViewer(db, APPROVER_EMAIL)).id,
		takeSlug: slugTaker(published),
		random,
	};
}

function slugTaker(published: readonly { season: number | null; slug: string }[]) {
	const key = (season: number | null, slug: string) => `${season} ${slug}`;
	const taken = new Set(published.map(({ season, slug }) => key(season, slug)));
	const tried = new Map<string, number>();
	return (season: number | null, wanted: string): string => {
		const base = key(season, wanted);
		for (let n = tried.get(base) ?? 1; ; n += 1) {
			const slug = n === 1 ? wanted : `${wanted}-${n}`;
			if (taken.has(key(season, slug))) continue;
			taken.add(key(season, slug));
			tried.set(base, n + 1);
			return slug;
		}
	};
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
	const client = new Client(url);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}
