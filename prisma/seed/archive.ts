import { db, inTransaction } from "@/lib/db/client";
import { APPROVER_EMAIL, IMPORTER_EMAIL, serviceViewer } from "./accounts";
import { placeKey, toArchiveContent } from "./archive-events";
import { publishNewEvent } from "./import-event";
import {
	collectOrganisations,
	importOrganisation,
	organiserKey,
	UNSTATED_KEY,
} from "./organisations";
import type { EventRow, Rows } from "./rows";

/** Imports the organisations that are not there yet. @returns how many were added */
export async function importOrganisations(
	rows: Pick<Rows, "missions" | "events">,
	now: Date,
): Promise<number> {
	const importer = await serviceViewer(db, IMPORTER_EMAIL);
	const known = await organisationIds();
	const missing = collectOrganisations(rows).filter(({ importKey }) => !known.has(importKey));
	for (const organisation of missing) await importOrganisation(importer, organisation, now);
	return missing.length;
}

/** Imports the past events that are not there yet, one transaction each, in the order of the file. @returns how many were added */
export async function importArchive(
	{ events, places }: Pick<Rows, "events" | "places">,
	now: Date,
): Promise<number> {
	const importer = await serviceViewer(db, IMPORTER_EMAIL);
	const approver = await serviceViewer(db, APPROVER_EMAIL);
	const ids = await organisationIds();
	const known = await eventKeys("archive:");
	const placesByKey = new Map(places.map((place) => [placeKey(place.country, place.city), place]));
	const missing = events.filter((row) => !known.has(archiveKey(row)));
	for (const row of missing) {
		const [owner, ...others] = organisersOf(row, ids);
		if (!owner) throw new Error(`events.json: ${row.id} has no organiser`);
		const { content, archive } = toArchiveContent(row, placesByKey);
		const event = {
			importKey: archiveKey(row),
			organisationId: owner,
			content,
			isDemo: false,
			now,
			archive: { ...archive, coOrganiserIds: others },
		};
		await inTransaction((tx) => publishNewEvent(tx, importer, approver, event));
	}
	return missing.length;
}

/** Ids of the imported organisations by import key. */
export async function organisationIds(): Promise<Map<string, string>> {
	const rows = await db.organisation.findMany({
		where: { importKey: { not: null } },
		select: { id: true, importKey: true },
	});
	return new Map(rows.map(({ id, importKey }) => [importKey ?? "", id]));
}

/** Import keys of events that begin with `prefix`. */
export async function eventKeys(prefix: string): Promise<Set<string>> {
	const rows = await db.event.findMany({
		where: { importKey: { startsWith: prefix } },
		select: { importKey: true },
	});
	return new Set(rows.map(({ importKey }) => importKey ?? ""));
}

function archiveKey(row: EventRow): string {
	return `archive:${row.id}`;
}

function organisersOf(row: EventRow, ids: ReadonlyMap<string, string>): string[] {
	const keys =
		row.organisers.length === 0
			? [UNSTATED_KEY]
			: row.organisers.map((o) => organiserKey(o.name, row.country));
	return [...new Set(keys)].map((key) => {
		const id = ids.get(key);
		if (!id) throw new Error(`No organisation ${key} for ${row.id}`);
		return id;
	});
}
