import { db, inTransaction } from "@/lib/db/client";
import { type ArchiveContent, saveDraft } from "@/lib/events/save-draft";
import { type DraftContent, draftContent } from "@/lib/events/schema";
import { submitEvent } from "@/lib/events/submit-event";
import { decide } from "@/lib/moderation/decide";
import { decisionInput } from "@/lib/moderation/schema";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { zonesOfCountry } from "@/lib/places/countries";
import { findCityByName } from "@/lib/places/gazetteer";
import { nextCommemoration } from "@/lib/time/season";
import { draftEvent, type Standing } from "@/prisma/seed/import-event";
import { type MadeOrganisation, makeOrganisation, missionIn } from "./organisations";
import { makeAdmin } from "./people";

export type EventOptions = {
	organisation?: MadeOrganisation;
	/** Who writes; the organisation's owner unless told otherwise. */
	author?: SignedInViewer;
	content?: Partial<DraftContent>;
	/** What only imports state: year or no date, source, co-organisers. */
	archive?: Partial<ArchiveContent>;
	isDemo?: boolean;
	now?: Date;
};

export type MadeEvent = Standing & {
	organisation: MadeOrganisation;
	author: SignedInViewer;
	now: Date;
};

/** A complete event: the ceremony at the embassy in `country` on the coming 26 February, 18:00 to 19:30. */
export function eventContent(country = "DE", overrides: Partial<DraftContent> = {}): DraftContent {
	const mission = missionIn(country);
	const city = mission.city ? findCityByName(mission.city, country) : null;
	const complete = draftContent.parse({
		type: "ceremony",
		timing: "timed",
		startDate: nextCommemoration(new Date(), "UTC").date,
		startTime: "18:00",
		endTime: "19:30",
		cityGeonameId: city?.id ?? null,
		country,
		timezone: city?.timezone ?? zonesOfCountry(country)[0] ?? "UTC",
		venueName: mission.name,
		lat: mission.lat,
		lon: mission.lon,
		texts: {
			en: {
				title: `Commemoration at the embassy, ${mission.city ?? country}`,
				description: "Speeches and a minute of silence.",
			},
		},
	});
	const isOnline = overrides.attendanceMode === "online";
	const place = isOnline ? { venueName: null, lat: null, lon: null } : {};
	return { ...complete, ...place, ...overrides };
}

/** A saved draft. */
export async function makeDraft(options: EventOptions = {}): Promise<MadeEvent> {
	const organisation = options.organisation ?? (await makeOrganisation());
	const { author = organisation.owner, isDemo = false, now = new Date() } = options;
	const content = eventContent(organisation.country, options.content);
	const archive = options.archive ? { archive: { ...NO_ARCHIVE, ...options.archive } } : {};
	const standing = await inTransaction((tx) =>
		draftEvent(tx, author, {
			importKey: null,
			organisationId: organisation.id,
			content,
			isDemo,
			now,
			...archive,
		}),
	);
	return { ...standing, organisation, author, now };
}

/** An event that waits for a decision. */
export async function makeSubmitted(options: EventOptions = {}): Promise<MadeEvent> {
	const event = await makeDraft(options);
	return submitAgain(event);
}

/** An event that an admin, or `reviewer`, has approved. */
export async function makePublished(
	options: EventOptions & { reviewer?: SignedInViewer } = {},
): Promise<MadeEvent> {
	const event = await makeSubmitted(options);
	return decideOn(event, options.reviewer ?? (await makeAdmin()), "approve");
}

/** Saves new content over the event, as its author. */
export async function edit(event: MadeEvent, content: Partial<DraftContent>): Promise<MadeEvent> {
	const { eventId, revisionId, revisionVersion, author, now } = event;
	const named = await db.revisionOrganiser.findMany({
		where: { revisionId },
		orderBy: { position: "asc" },
		select: { organisationId: true },
	});
	const coOrganisers = named.map((row) => row.organisationId);
	const full = eventContent(event.organisation.country, { coOrganisers, ...content });
	const saved = await inTransaction((tx) =>
		saveDraft(tx, author, { eventId, revisionId, revisionVersion, content: full, now }),
	);
	return { ...event, ...saved };
}

/** Hands the open draft in, as its author, without mails. */
export async function submitAgain(event: MadeEvent): Promise<MadeEvent> {
	const { eventId, eventVersion, author, now } = event;
	const submitted = await inTransaction((tx) =>
		submitEvent(tx, author, { eventId, eventVersion, now, notify: false }),
	);
	return { ...event, ...submitted };
}

/** Decides on what waits, without mails. */
export async function decideOn(
	event: MadeEvent,
	reviewer: SignedInViewer,
	kind: "approve" | "request_changes" | "reject",
	reason = kind === "approve" ? "" : "Please add the address.",
): Promise<MadeEvent> {
	const input = decisionInput.parse({
		eventId: event.eventId,
		eventVersion: event.eventVersion,
		kind,
		reason,
	});
	const { eventVersion } = await inTransaction((tx) =>
		decide(tx, reviewer, { input, now: event.now, notify: false }),
	);
	return { ...event, eventVersion };
}

/** The published row with its parts, as the database has it; null when it is not public. */
export async function publishedRow(eventId: string) {
	return db.publishedEvent.findUnique({
		where: { id: eventId },
		include: {
			texts: { orderBy: { locale: "asc" } },
			organisers: { orderBy: { position: "asc" } },
		},
	});
}

const NO_ARCHIVE: ArchiveContent = {
	year: null,
	datePrecision: "day",
	typesAlso: [],
	sourceUrl: "https://example.org/source",
	sourceTitle: null,
	sourceNote: null,
	coOrganiserIds: [],
};
