import type { Tx } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { yearOf } from "@/lib/time/wall-time";
import { draftPlace } from "./draft-place";
import { newestNumber } from "./newest-number";
import type { DraftContent } from "./schema";
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

/**
 * Saves what an organiser typed. An open draft is overwritten; anything already submitted stays as it is and a new
 * revision is begun, so that the approved one remains public.
 * @returns ids and versions for the next save
 * @throws DomainError unauthenticated, not_found, forbidden; conflict (saved elsewhere since `revisionVersion`);
 * invalid with fields (unknown city, zone not of the country, a picture that is not the organisation's)
 */
export async function saveDraft(
	tx: Tx,
	viewer: Viewer,
	input: {
		eventId: string;
		revisionId: string;
		revisionVersion: number;
		content: DraftContent;
		archive?: ArchiveContent;
		now: Date;
	},
): Promise<{ revisionId: string; revisionVersion: number; eventVersion: number }> {
	if (viewer.kind !== "user") throw new DomainError("unauthenticated");
	const event = await lockEvent(tx, input.eventId);
	requireCan(viewer, { action: "event.edit", event });
	if (event.latestRevisionId === null || event.latestRevisionId !== input.revisionId)
		throw new DomainError("conflict");
	const latest = await tx.eventRevision.findUniqueOrThrow({
		where: { id: event.latestRevisionId },
		select: { number: true, version: true, submittedAt: true, pictureId: true },
	});
	if (latest.version !== input.revisionVersion) throw new DomainError("conflict");
	await requireOwnPicture(tx, event, input.content.pictureId);
	const eventVersion =
		event.state === "draft" ? event.version : await reopen(tx, viewer, event, input.now);
	const revisionId =
		latest.submittedAt === null
			? input.revisionId
			: await nextRevision(tx, viewer, event, latest.number);
	const saved = await tx.eventRevision.update({
		where: { id: revisionId },
		data: { ...revisionColumns(input.content, input.archive), version: { increment: 1 } },
		select: { version: true },
	});
	await replaceParts(tx, {
		revisionId,
		from: input.revisionId,
		content: input.content,
		coOrganiserIds: input.archive?.coOrganiserIds ?? null,
	});
	return { revisionId, revisionVersion: saved.version, eventVersion };
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

/** A new draft after a submitted revision; source and co-organisers, which no form states, are carried over. */
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
		pictureId: content.pictureId,
		pictureCredit: content.pictureCredit,
		programme: content.programme,
		openingHours: content.openingHours,
	};
}

function archiveColumns(archive: ArchiveContent | undefined) {
	if (!archive) return {};
	const { coOrganiserIds: _, ...columns } = archive;
	return columns;
}

async function replaceParts(
	tx: Tx,
	{
		revisionId,
		from,
		content,
		coOrganiserIds,
	}: {
		revisionId: string;
		/** The revision that was open when this was typed: reasons for a cancellation, which no form states, are carried over. */
		from: string;
		content: DraftContent;
		coOrganiserIds: string[] | null;
	},
): Promise<void> {
	const before = await tx.eventText.findMany({
		where: { revisionId: from, statusReason: { not: null } },
		select: { locale: true, statusReason: true },
	});
	const reasons = new Map(before.map(({ locale, statusReason }) => [locale, statusReason]));
	await tx.eventText.deleteMany({ where: { revisionId } });
	await tx.eventText.createMany({
		data: Object.entries(content.texts).map(([locale, text]) => ({
			revisionId,
			locale,
			title: text.title,
			description: text.description,
			pictureAlt: text.pictureAlt || null,
			statusReason: reasons.get(locale) ?? null,
		})),
	});
	const venue = {
		name: content.venueName,
		address: content.address,
		lat: content.lat,
		lon: content.lon,
	};
	const pin = venue.lat === null || venue.lon === null ? { lat: null, lon: null } : {};
	const data = { ...venue, ...pin };
	await tx.venue.upsert({
		where: { revisionId },
		create: { ...data, revisionId },
		update: data,
		select: { revisionId: true },
	});
	if (coOrganiserIds === null) return;
	await tx.revisionOrganiser.deleteMany({ where: { revisionId } });
	await tx.revisionOrganiser.createMany({
		data: coOrganiserIds.map((organisationId, index) => ({
			revisionId,
			organisationId,
			position: index + 1,
		})),
	});
}

async function requireOwnPicture(
	tx: Tx,
	event: LockedEvent,
	pictureId: string | null,
): Promise<void> {
	if (pictureId === null) return;
	const picture = await tx.media.findFirst({
		where: { id: pictureId, organisationId: event.organisationId },
		select: { id: true },
	});
	if (!picture) throw new DomainError("invalid", { fields: { pictureId: "field.choose" } });
}
