import { viewerById } from "@/lib/accounts/current-viewer";
import { audit } from "@/lib/audit/audit";
import { db, type Tx } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { DomainError } from "@/lib/errors";
import { createEvents } from "@/lib/events/create-events";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { can } from "@/lib/permissions/can";
import { requireWritable } from "@/lib/permissions/switches";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { type CheckedContent, checkRows, noteProgress, readImport } from "./check-import";
import { findDuplicate, readKnownEvents } from "./find-duplicates";
import { organisationName, returnImport } from "./return-import";
import { waitWhileReadOnly } from "./wait-while-read-only";

/** Longer than 5,000 rows take on a slow machine; below the time limit of a job. */
const LIMIT_MS = 80_000;

type Found = NonNullable<Awaited<ReturnType<typeof readImport>>>;

/**
 * The job that makes an import's rows events: all in one transaction with the import's end, or none. Broken off by
 * whatever, it leaves nothing and is run again; run again after its end, it finds nothing to do. Rows are checked anew,
 * since the calendar may have changed; with a new problem, or without the right to do it, the import goes back,
 * and whoever pressed the button is told why. While nothing may be changed it waits.
 */
export async function runImport({ importId }: { importId: string }): Promise<void> {
	await waitWhileReadOnly("imports.run", importId, () => runNow(importId));
}

async function runNow(importId: string): Promise<void> {
	const found = await readImport(importId, "importing");
	if (!found) return;
	const now = new Date();
	const viewer = await viewerById(found.createdById);
	const { organisationId } = found;
	const known = await readKnownEvents(db, organisationId);
	const { contents, problemCount, shutCount } = await checkRows(found, {
		known,
		now,
		// To look at the rows is half of the way.
		onProgress: (count) => noteProgress(importId, Math.floor(count / 2)),
	});
	const isAllowed = can(viewer, { action: "events.import", organisationId });
	const isShut = shutCount > 0 && !found.asDrafts;
	if (viewer.kind === "anonymous" || !isAllowed)
		return returnImport(found, viewer, { reason: "access", problemCount });
	if (problemCount > 0) return returnImport(found, viewer, { reason: "problems", problemCount });
	if (isShut) return returnImport(found, viewer, { reason: "season", problemCount });
	const reason = await db
		.$transaction((tx) => importAll(tx, viewer, { found, contents, now }), {
			maxWait: 5_000,
			timeout: LIMIT_MS,
		})
		.catch(seasonIfShut);
	// What came in between is found by looking at the rows once more.
	if (reason) await returnImport(found, viewer, { reason, problemCount: null });
}

/** An admin shut a season meanwhile. */
function seasonIfShut(error: unknown): "season" {
	if (error instanceof DomainError && error.code === "season_closed") return "season";
	throw error;
}

/** @returns "problems" when a member registered one of the events meanwhile; null when all are there */
async function importAll(
	tx: Tx,
	viewer: SignedInViewer,
	{ found, contents, now }: { found: Found; contents: CheckedContent[]; now: Date },
): Promise<"problems" | null> {
	// Two runs, or two imports of one organisation, come one after the other and see each other's events.
	await lockNames(tx, `imports ${found.organisationId}`);
	const state = await tx.import.findUnique({ where: { id: found.id }, select: { state: true } });
	if (state?.state !== "importing") return null;
	const known = await readKnownEvents(tx, found.organisationId);
	const earlier = new Map<string, number>();
	if (contents.some(({ content, number }) => findDuplicate(content, { known, earlier }, number)))
		return "problems";
	const eventIds = await createEvents(tx, viewer, {
		organisationId: found.organisationId,
		contents: contents.map(({ content }) => content),
		isSubmitted: !found.asDrafts,
		now,
		onProgress: (count) =>
			noteProgress(found.id, Math.floor((found.rowCount * (1 + count / contents.length)) / 2)),
	});
	await nameEvents(tx, found.id, { contents, eventIds });
	// Asked at the end: held for as long as the rows take, the switch could not be turned.
	await requireWritable(tx);
	await audit(tx, {
		actorId: viewer.id,
		action: "import.run",
		subjectType: "import",
		subjectId: found.id,
		detail: {
			organisationId: found.organisationId,
			events: eventIds.length,
			asDrafts: found.asDrafts,
		},
		at: now,
	});
	await tellImporter(tx, viewer, { found, contents });
	await tx.import.update({
		where: { id: found.id },
		data: { state: "done", version: { increment: 1 } },
		select: { id: true },
	});
	return null;
}

async function nameEvents(
	tx: Tx,
	importId: string,
	{ contents, eventIds }: { contents: CheckedContent[]; eventIds: string[] },
): Promise<void> {
	const made = contents.map(({ number }, index) => ({ number, event: eventIds[index] }));
	await tx.$executeRaw`
		UPDATE "ImportRow" r SET "eventId" = v.event
		FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS v(number int, event uuid)
		WHERE r."importId" = ${importId}::uuid AND r."number" = v.number`;
}

async function tellImporter(
	tx: Tx,
	viewer: SignedInViewer,
	{ found, contents }: { found: Found; contents: CheckedContent[] },
): Promise<void> {
	const name = await organisationName(tx, found.organisationId);
	await enqueueMail(tx, {
		to: viewer.email,
		locale: viewer.locale,
		template: "importFinished",
		props: { importId: found.id, organisation: name, count: String(contents.length) },
	});
}
