import type { Prisma, Tx } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { DomainError } from "@/lib/errors";
import { UNSTATED_SLUG } from "@/lib/organisations/unstated";
import { getCity } from "@/lib/places/gazetteer";
import { bestText } from "@/lib/text/languages";
import { markdownToText } from "@/lib/text/markdown";
import { slugify } from "@/lib/text/slug";
import { deriveInstants, liveUntil, type Schedule } from "@/lib/time/schedule";
import { seasonOfSchedule } from "@/lib/time/season";
import { contentColumns } from "./content-columns";
import { type Address, allotSlug, moveAddress } from "./event-addresses";
import { searchKeywords } from "./keywords";
import { readHours } from "./opening-hours";
import { pictureColumns, picturesSelect, toPicture } from "./pictures";
import { readProgramme } from "./programme";
import { lockParts, releaseParts, settleParts } from "./settle-parts";
import { CALENDAR_TAG, invalidateTags } from "./tags";

/** What of a revision its publication shows. */
export const publishableSelect = {
	...contentColumns,
	superEventId: true,
	venue: { select: { name: true, address: true, lat: true, lon: true } },
	texts: {
		select: {
			locale: true,
			title: true,
			description: true,
			statusReason: true,
		},
	},
	pictures: picturesSelect,
	coOrganisers: {
		orderBy: { position: "asc" },
		select: { organisation: { select: organiserSelect() } },
	},
	event: {
		select: {
			id: true,
			isDemo: true,
			organisation: { select: organiserSelect() },
			coOrganisers: {
				where: { answer: "accepted", withdrawnAt: null, organisation: { heldAt: null } },
				select: { organisationId: true },
			},
		},
	},
} satisfies Prisma.EventRevisionSelect;

/** A revision with all that its publication shows. */
export type Revision = Prisma.EventRevisionGetPayload<{ select: typeof publishableSelect }>;

/**
 * Copies an approved revision into the public read model, replacing what was there, in the deciding transaction.
 * UID stays for ever, the slug within a season, and an address that it leaves leads to the new one; SEQUENCE grows with
 * each publication, also after a withdrawal (RFC 5545 §3.8.7.4).
 * @returns the address (`season` null: year not known) @throws DomainError not_found, invalid (a submitted revision is never incomplete)
 */
export async function publishRevision(
	tx: Tx,
	{ eventId, revisionId, now }: { eventId: string; revisionId: string; now: Date },
): Promise<Address> {
	const revision = await tx.eventRevision.findFirst({
		where: { id: revisionId, eventId },
		select: publishableSelect,
	});
	if (!revision) throw new DomainError("not_found");
	await lockParts(tx, revision.superEventId ?? eventId);
	const before = await tx.publishedEvent.findUnique({
		where: { id: eventId },
		select: {
			season: true,
			slug: true,
			sequence: true,
			startDate: true,
			previousStartDate: true,
		},
	});
	const schedule = scheduleOf(revision);
	const season = seasonOfSchedule(schedule);
	const slug =
		before && before.season === season
			? before.slug
			: await allotSlug(tx, { eventId, season, wanted: before?.slug ?? slugOf(revision) });
	const data = {
		...columnsOf(revision, schedule),
		revisionId,
		season,
		slug,
		sequence: Math.max(
			before ? before.sequence + 1 : 0,
			(await countPublications(tx, eventId)) - 1,
		),
		previousStartDate: previousDayOf(revision, before),
		publishedAt: now,
	};
	if (before) await removeParts(tx, eventId);
	await tx.publishedEvent.upsert({
		where: { id: eventId },
		create: { ...data, id: eventId, uid: `${eventId}@february-26`, firstPublishedAt: now },
		update: data,
		select: { id: true },
	});
	await writeParts(tx, eventId, revision);
	const moved = await moveAddress(tx, { eventId, from: before, to: { season, slug } });
	const linked = await settleParts(tx, { eventId, isChanged: true, now });
	await invalidateTags(tx, [CALENDAR_TAG, ...moved, ...linked]);
	return { season, slug };
}

/**
 * The day that a rescheduled event left, kept while later revisions leave the new day alone, also through the time that
 * it is off, of which `movedFrom` says nothing; null where it did not move, and where it is back on the day that it left.
 */
export function previousDayOf(
	{ status, startDate }: Pick<Revision, "status" | "startDate">,
	before: { startDate: Date | null; previousStartDate: Date | null } | null,
): Date | null {
	if (status === "scheduled" || !before) return null;
	if (isSameDay(before.startDate, startDate)) return before.previousStartDate;
	const isBack = startDate !== null && isSameDay(before.previousStartDate, startDate);
	return isBack ? null : before.startDate;
}

function isSameDay(a: Date | null, b: Date | null): boolean {
	return a?.getTime() === b?.getTime();
}

/** Decisions and revisions outlive a withdrawal, so their number never goes back. */
async function countPublications(tx: Tx, eventId: string): Promise<number> {
	const approvals = await tx.decision.count({ where: { eventId, kind: "approve" } });
	const restored = await tx.takeDown.count({ where: { eventId, isRestored: true } });
	const calledOff = await tx.eventRevision.count({ where: { eventId, isCallOff: true } });
	return approvals + restored + calledOff;
}

/** Takes an event out of the public calendar and keeps its address for it; does nothing when it is not there. */
export async function unpublishEvent(
	tx: Tx,
	{ eventId, now }: { eventId: string; now: Date },
): Promise<void> {
	const published = await tx.publishedEvent.findUnique({
		where: { id: eventId },
		select: { season: true, slug: true, revision: { select: { superEventId: true } } },
	});
	if (!published) return;
	await lockParts(tx, published.revision.superEventId ?? eventId);
	const linked = await releaseParts(tx, { eventId, now });
	await tx.publishedEvent.delete({ where: { id: eventId }, select: { id: true } });
	const moved = await moveAddress(tx, { eventId, from: published, to: null });
	await invalidateTags(tx, [CALENDAR_TAG, ...moved, ...linked]);
}

function organiserSelect() {
	return { id: true, name: true, slug: true, kind: true, website: true, verifiedAt: true } as const;
}

/** When a submitted revision says that its event happens. @throws DomainError invalid */
export function scheduleOf(revision: Revision): Schedule {
	if (revision.timezone === null)
		throw new DomainError("invalid", { fields: { timezone: "field.required" } });
	return {
		datePrecision: revision.datePrecision,
		year: revision.year,
		startDate: fromDateColumn(revision.startDate),
		endDate: fromDateColumn(revision.endDate),
		startTime: revision.startTime,
		endTime: revision.endTime,
		isAllDay: revision.isAllDay,
		hasStartTime: revision.hasStartTime,
		timezone: revision.timezone,
		startDisambiguation: revision.startDisambiguation,
		endDisambiguation: revision.endDisambiguation,
	};
}

/** The columns of `PublishedEvent` that follow from a revision alone. @throws DomainError invalid */
export function columnsOf(revision: Revision, schedule: Schedule) {
	if (revision.type === null || revision.country === null) throw new DomainError("invalid");
	const { venue, texts, pictures, coOrganisers, event, superEventId, ...content } = revision;
	const instants = deriveInstants(schedule);
	const city = content.cityGeonameId === null ? null : getCity(content.cityGeonameId);
	const isPinExact = typeof venue?.lat === "number" && typeof venue.lon === "number";
	return {
		...content,
		programme: readProgramme(content.programme),
		openingHours: readHours(content.openingHours),
		type: revision.type,
		country: revision.country,
		timezone: schedule.timezone,
		...instants,
		liveUntilUtc: instants.startsAtUtc && liveUntil(schedule),
		sortAt: sortKey(instants.startsAtUtc, schedule),
		venueName: venue?.name ?? null,
		address: venue?.address ?? null,
		lat: isPinExact ? venue.lat : (city?.lat ?? null),
		lon: isPinExact ? venue.lon : (city?.lon ?? null),
		isPinExact,
		isDemo: event.isDemo,
	};
}

function sortKey(startsAtUtc: Date | null, schedule: Schedule): Date {
	return startsAtUtc ?? new Date(Date.UTC(schedule.year ?? 9999, 11, 31, 23, 59, 59));
}

/** The address part that a revision would like: from its title, else its city. */
export function slugOf(revision: Revision): string {
	const title = bestText(revision.texts, "en")?.text.title ?? "";
	return slugify(title, slugify(revision.cityName ?? "", "event"));
}

async function removeParts(tx: Tx, eventId: string): Promise<void> {
	await tx.publishedEventText.deleteMany({ where: { eventId } });
	await tx.publishedOrganiser.deleteMany({ where: { eventId } });
	await tx.publishedPicture.deleteMany({ where: { eventId } });
}

async function writeParts(tx: Tx, eventId: string, revision: Revision): Promise<void> {
	const { texts, organisers } = partsOf(eventId, revision);
	await tx.publishedEventText.createMany({ data: texts });
	await tx.publishedOrganiser.createMany({ data: organisers });
	await tx.publishedPicture.createMany({
		data: revision.pictures
			.map(toPicture)
			.map((picture, position) => ({ ...pictureColumns(picture, position), eventId })),
	});
}

/** The rows of a published event's texts and organisers: besides the owner those who have accepted and are not held. */
export function partsOf(eventId: string, revision: Revision) {
	const accepted = new Set(revision.event.coOrganisers.map((row) => row.organisationId));
	const organisers = [
		revision.event.organisation,
		...revision.coOrganisers
			.map((row) => row.organisation)
			.filter(({ id }) => accepted.has(id) && id !== revision.event.organisation.id),
	].filter(({ slug }) => slug !== UNSTATED_SLUG);
	const keywords = searchKeywords({
		cityGeonameId: revision.cityGeonameId,
		cityName: revision.cityName,
		country: revision.country,
		venueName: revision.venue?.name ?? null,
		organisers: organisers.map((organiser) => organiser.name),
	});
	return {
		texts: revision.texts.map((text) => ({
			...text,
			plainText: markdownToText(text.description),
			eventId,
			keywords,
		})),
		organisers: organisers.map(({ id, verifiedAt, ...organiser }, position) => ({
			...organiser,
			eventId,
			organisationId: id,
			position,
			isVerified: verifiedAt !== null,
		})),
	};
}
