import { auditMany } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { insertRows } from "@/lib/db/insert-rows";
import { newId } from "@/lib/db/new-id";
import { DomainError } from "@/lib/errors";
import { nextState } from "@/lib/lifecycle/lifecycle";
import { requireCan } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { revisionColumns } from "./save-draft";
import type { DraftContent } from "./schema";
import { requireOpenWindows } from "./season-window";

/** So many rows go into one statement, which must end within the client's 4 s. */
const AT_ONCE = 500;

type Batch = { eventId: string; revisionId: string; content: DraftContent }[];

/**
 * Makes many events at once, in few statements, as drafts or submitted; what each says was checked with `checkComplete`.
 * States, versions, revisions and audit rows are those of createEvent, saveDraft and submitEvent one after another.
 * @param onProgress is told after each batch how many events are there.
 * @returns their ids in the order of `contents`
 * @throws DomainError unauthenticated, forbidden (not a member); invalid as `draftPlace` does; season_closed
 */
export async function createEvents(
	tx: Tx,
	viewer: Viewer,
	{
		organisationId,
		contents,
		isSubmitted,
		now,
		onProgress,
	}: {
		organisationId: string;
		contents: readonly DraftContent[];
		isSubmitted: boolean;
		now: Date;
		onProgress: (count: number) => Promise<void>;
	},
): Promise<string[]> {
	requireCan(viewer, { action: "events.import", organisationId });
	// The triggers' kept plans were made when the tables were smaller, and would read all of them for each row.
	await tx.$executeRaw`SET LOCAL plan_cache_mode = force_custom_plan`;
	const ids: string[] = [];
	for (let from = 0; from < contents.length; from += AT_ONCE) {
		const batch = contents
			.slice(from, from + AT_ONCE)
			.map((content, index) => ({ eventId: newId(index), revisionId: newId(index), content }));
		await insertDrafts(tx, viewer, { organisationId, batch, now });
		if (isSubmitted) await submitBatch(tx, viewer, { batch, now });
		ids.push(...batch.map(({ eventId }) => eventId));
		await onProgress(ids.length);
	}
	// At the end: an admin who shuts a window waits for whoever has asked.
	if (isSubmitted)
		await requireOpenWindows(tx, { days: contents.map(({ startDate }) => startDate), now });
	return ids;
}

async function insertDrafts(
	tx: Tx,
	viewer: SignedInViewer,
	{ organisationId, batch, now }: { organisationId: string; batch: Batch; now: Date },
): Promise<void> {
	await insertRows(
		tx,
		"Event",
		batch.map(({ eventId }) => ({
			id: eventId,
			organisationId,
			createdById: viewer.id,
			createdAt: now,
			updatedAt: now,
		})),
	);
	await insertRows(
		tx,
		"EventRevision",
		batch.map(({ eventId, revisionId, content }) => ({
			...revisionColumns(content),
			id: revisionId,
			eventId,
			number: 1,
			version: 1,
			authorId: viewer.id,
			createdAt: now,
			updatedAt: now,
		})),
	);
	await insertRows(tx, "EventText", batch.flatMap(textsOf));
	await insertRows(tx, "Venue", batch.map(venueOf));
	await tx.$executeRaw`
		UPDATE "Event" e SET "latestRevisionId" = r."id" FROM "EventRevision" r
		WHERE r."eventId" = e."id" AND e."id" = ANY(${batch.map(({ eventId }) => eventId)}::uuid[])`;
	await auditMany(
		tx,
		batch.map(({ eventId }) => ({
			actorId: viewer.id,
			action: "event.created",
			subjectType: "event",
			subjectId: eventId,
			detail: { organisationId },
			at: now,
		})),
	);
}

async function submitBatch(
	tx: Tx,
	viewer: SignedInViewer,
	{ batch, now }: { batch: Batch; now: Date },
): Promise<void> {
	const state = nextState("draft", "submit", { isPublished: false });
	if (state === null) throw new DomainError("illegal_transition");
	const eventIds = batch.map(({ eventId }) => eventId);
	await tx.eventRevision.updateMany({
		where: { eventId: { in: eventIds } },
		data: { submittedAt: now },
	});
	await tx.$executeRaw`
		UPDATE "Event" e SET "state" = ${state}::"EventState", "version" = 1, "submittedAt" = ${now},
			"updatedAt" = ${now}, "country" = r."country",
			"dueOn" = CASE WHEN COALESCE(r."endDate", r."startDate") >= ${now}::date THEN r."startDate" END
		FROM "EventRevision" r WHERE r."eventId" = e."id" AND e."id" = ANY(${eventIds}::uuid[])`;
	await auditMany(
		tx,
		batch.map(({ eventId, revisionId }) => ({
			actorId: viewer.id,
			action: "event.submit",
			subjectType: "event",
			subjectId: eventId,
			detail: { from: "draft", to: state, revisionId },
			at: now,
		})),
	);
}

/** Only texts with a title: a submission keeps no others. */
function textsOf({ revisionId, content }: Batch[number]) {
	return Object.entries(content.texts)
		.filter(([, text]) => text.title !== "")
		.map(([locale, { title, description }]) => ({
			revisionId,
			locale,
			title,
			description,
		}));
}

function venueOf({ revisionId, content }: Batch[number]) {
	const hasPin = content.lat !== null && content.lon !== null;
	return {
		revisionId,
		name: content.venueName,
		address: content.address,
		lat: hasPin ? content.lat : null,
		lon: hasPin ? content.lon : null,
	};
}
