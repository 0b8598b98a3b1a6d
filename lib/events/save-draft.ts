import type { Tx } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { yearOf } from "@/lib/time/wall-time";
import { followNaming, recordNamed } from "./ask-co-organisers";
import { answersOf, draftOf, replacedIn } from "./draft-answers";
import { type Change, datedChanges, findAnswersAt, rememberSave } from "./draft-past";
import { draftPlace } from "./draft-place";
import { mergeDraft } from "./merge-draft";
import { nameableBy } from "./nameable";
import { newestNumber } from "./newest-number";
import { replaceParts } from "./replace-parts";
import { type RevisionRow, revisionSelect, toContent } from "./revision";
import { type DraftContent, MAX_CO_ORGANISERS } from "./schema";
import { asStored, storedDraft } from "./stored-draft";
import { requireWhole } from "./super-event";
import { type LockedEvent, lockEvent, transition } from "./transition";

/** What only the importer may state beside the form's content. */
export type ArchiveContent = {
	year: number | null;
	datePrecision: "day" | "year" | "unknown";
	typesAlso: NonNullable<DraftContent["type"]>[];
	sourceUrl: string;
	sourceTitle: string | null;
	sourceNote: string | null;
	coOrganiserIds: string[];
};

type Input = {
	eventId: string;
	revisionId: string;
	revisionVersion: number;
	content: DraftContent;
	/** Fields of earlier conflicts about which the organiser has not decided. */
	unresolved?: readonly string[];
	archive?: ArchiveContent;
	now: Date;
};

/** Ids and versions for the next save, and what somebody else changed since the form was filled. */
export type SavedDraft = {
	revisionId: string;
	revisionVersion: number;
	eventVersion: number;
	/** As it is stored now. */
	content: DraftContent;
	/** Changed by both: stored is what was stored before. */
	conflicts: Change[];
	/** Changed by others only. */
	taken: Change[];
};

/**
 * Saves what an organiser typed. An open draft is overwritten; anything already submitted stays as it is and a new
 * revision is begun, so that the approved one remains public. What others have saved since `revisionVersion` is merged
 * answer by answer (record 0022); nothing of anybody is overwritten.
 * @throws DomainError unauthenticated, not_found, forbidden; conflict (the revision was thrown away since);
 * invalid with fields (unknown city, zone not of the country, a picture that is not the organisation's, an event of which
 * this one cannot be a part)
 */
export async function saveDraft(tx: Tx, viewer: Viewer, input: Input): Promise<SavedDraft> {
	if (viewer.kind !== "user") throw new DomainError("unauthenticated");
	const event = await lockEvent(tx, input.eventId);
	requireCan(viewer, { action: "event.edit", event });
	if (event.latestRevisionId === null) throw new DomainError("conflict");
	const { archive } = input;
	const typed = archive
		? { ...input.content, coOrganisers: archive.coOrganiserIds }
		: input.content;
	const latest = await tx.eventRevision.findUniqueOrThrow({
		where: { id: event.latestRevisionId },
		select: revisionSelect,
	});
	const merge = await mergeWith(tx, latest, { ...input, content: typed });
	const dated = { revisionId: latest.id, viewerId: viewer.id, now: input.now };
	const result = {
		content: merge.content,
		conflicts: await datedChanges(tx, merge.conflicts, dated),
		taken: await datedChanges(tx, merge.taken, dated),
	};
	if (merge.isStored) {
		const { id: revisionId, version: revisionVersion } = latest;
		return { ...result, revisionId, revisionVersion, eventVersion: event.version };
	}
	await requireOwnPictures(tx, event, merge.content.pictures);
	if (!archive) await requireNameable(tx, event, { latest, wanted: merge.content.coOrganisers });
	const { superEventId } = merge.content;
	if (superEventId !== latest.superEventId) await requireWhole(tx, event, superEventId);
	const eventVersion =
		event.state === "draft" ? event.version : await reopen(tx, viewer, event, input.now);
	const revisionId =
		latest.submittedAt === null ? latest.id : await nextRevision(tx, viewer, event, latest.number);
	const saved = await write(tx, viewer, { ...input, ...merge, revisionId, from: latest.id });
	const naming = { event, revisionId, actorId: viewer.id, now: input.now };
	if (archive) await recordNamed(tx, naming);
	else await followNaming(tx, { ...naming, mayAsk: true });
	return { ...result, revisionId, revisionVersion: saved.version, eventVersion };
}

/** What is to be stored, given what is stored now and what the form was filled from. */
async function mergeWith(tx: Tx, latest: RevisionRow, input: Input) {
	const { eventId, revisionId, revisionVersion, unresolved = [] } = input;
	const mine = asStored(input.content);
	const theirs = answersOf(storedDraft(toContent(latest)));
	const isNewest = revisionId === latest.id && revisionVersion === latest.version;
	const base = isNewest
		? theirs
		: await findAnswersAt(tx, { eventId, revisionId, revisionVersion });
	const merged = mergeDraft({ base, mine: answersOf(mine), theirs, unresolved });
	const before = replacedIn(theirs, merged.answers);
	return {
		...merged,
		before,
		content: draftOf(merged.answers, mine),
		// Who saves twice without a change still makes a version, as ever; who only takes over makes none.
		isStored: Object.keys(before).length === 0 && (!isNewest || unresolved.length > 0),
	};
}

async function write(
	tx: Tx,
	viewer: SignedInViewer,
	{
		revisionId,
		from,
		content,
		before,
		archive,
		now,
	}: Pick<Input, "content" | "archive" | "now"> & {
		revisionId: string;
		from: string;
		before: Record<string, unknown>;
	},
): Promise<{ version: number }> {
	const saved = await tx.eventRevision.update({
		where: { id: revisionId },
		data: { ...revisionColumns(content, archive), version: { increment: 1 } },
		select: { version: true },
	});
	await replaceParts(tx, { revisionId, from, content });
	const { version } = saved;
	await rememberSave(tx, { revisionId, version, savedById: viewer.id, at: now, before });
	return saved;
}

async function reopen(tx: Tx, viewer: Viewer, event: LockedEvent, now: Date): Promise<number> {
	const { version } = await transition(tx, viewer, {
		eventId: event.id,
		action: "edit",
		expectedVersion: event.version,
		now,
	});
	return version;
}

/** A new draft after a submitted revision; source and co-organisers, which no form states, are carried over; so is what it is part of, which stood before. */
async function nextRevision(
	tx: Tx,
	viewer: SignedInViewer,
	event: LockedEvent,
	number: number,
): Promise<string> {
	const from = await tx.eventRevision.findUniqueOrThrow({
		where: { eventId_number: { eventId: event.id, number } },
		select: {
			typesAlso: true,
			datePrecision: true,
			year: true,
			status: true,
			statusReason: true,
			visibility: true,
			sourceUrl: true,
			sourceTitle: true,
			sourceNote: true,
			superEventId: true,
			coOrganisers: { select: { organisationId: true, position: true } },
		},
	});
	const { coOrganisers, ...carried } = from;
	const revision = await tx.eventRevision.create({
		data: {
			...carried,
			eventId: event.id,
			number: (await newestNumber(tx, event.id)) + 1,
			authorId: viewer.id,
			coOrganisers: { createMany: { data: coOrganisers } },
		},
		select: { id: true },
	});
	await tx.event.update({
		where: { id: event.id },
		data: { latestRevisionId: revision.id },
		select: { id: true },
	});
	return revision.id;
}

/** The columns of `EventRevision` that follow from what was typed. @throws DomainError invalid, as `draftPlace` does */
export function revisionColumns(content: DraftContent, archive?: ArchiveContent) {
	return { ...columnsOf(content), ...archiveColumns(archive) };
}

function columnsOf(content: DraftContent) {
	const isTimed = content.timing === "timed";
	const place = draftPlace(content);
	return {
		type: content.type,
		attendanceMode: content.attendanceMode,
		// Without a day the precision stays as it is: an event of the archive keeps its year.
		...(content.startDate === null
			? {}
			: { datePrecision: "day" as const, year: yearOf(content.startDate) }),
		startDate: toDateColumn(content.startDate),
		endDate: toDateColumn(content.endDate),
		startTime: isTimed ? content.startTime : null,
		endTime: isTimed && content.startTime !== null ? content.endTime : null,
		isAllDay: content.timing === "all_day",
		hasStartTime: isTimed && content.startTime !== null,
		startDisambiguation: isTimed ? content.startDisambiguation : null,
		endDisambiguation: isTimed ? content.endDisambiguation : null,
		...place,
		onlineUrl: content.onlineUrl,
		isFree: content.isFree,
		isWheelchairAccessible: content.isWheelchairAccessible,
		languages: content.languages,
		contactName: content.contactName,
		contactEmail: content.contactEmail,
		contactPhone: content.contactPhone,
		contactUrl: content.contactUrl,
		programme: content.programme,
		openingHours: content.openingHours,
		superEventId: content.superEventId,
	};
}

function archiveColumns(archive: ArchiveContent | undefined) {
	if (!archive) return {};
	const { coOrganiserIds: _, ...columns } = archive;
	return columns;
}

/** Organisations that were not named before must be others, public ones, and not held. */
async function requireNameable(
	tx: Tx,
	event: LockedEvent,
	{ latest, wanted }: { latest: RevisionRow; wanted: readonly string[] },
): Promise<void> {
	const refuse = (key: string) => {
		throw new DomainError("invalid", { fields: { coOrganisers: key } });
	};
	if (wanted.length > MAX_CO_ORGANISERS) refuse("field.tooMany");
	const before = latest.coOrganisers.map(({ organisation }) => organisation.id);
	const added = wanted.filter((id) => !before.includes(id));
	if (added.length === 0) return;
	const known = await tx.organisation.count({
		where: { AND: [nameableBy(event.organisationId), { id: { in: added } }] },
	});
	if (known !== added.length) refuse("field.choose");
}

async function requireOwnPictures(
	tx: Tx,
	event: LockedEvent,
	pictures: DraftContent["pictures"],
): Promise<void> {
	if (pictures.length === 0) return;
	const own = await tx.media.count({
		where: { id: { in: pictures.map(({ id }) => id) }, organisationId: event.organisationId },
	});
	if (own !== pictures.length)
		throw new DomainError("invalid", { fields: { pictures: "field.choose" } });
}
