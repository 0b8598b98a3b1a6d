import {
	type ClashKind,
	clashOf,
	findClashes,
	type Planned,
	plannedOf,
} from "@/lib/calendar/clashes";
import { eventPath, localCityName } from "@/lib/calendar/event-view";
import { db } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
import { DomainError } from "@/lib/errors";
import type { Viewer } from "@/lib/permissions/viewer";
import { countryName } from "@/lib/places/countries";
import type { Point } from "@/lib/places/distance";
import { getCity } from "@/lib/places/gazetteer";
import { bestText } from "@/lib/text/languages";
import { formatDayRange, formatTimeRange } from "@/lib/time/format";
import type { Schedule } from "@/lib/time/schedule";
import { addDays } from "@/lib/time/wall-time";
import { findOrganiserSlugs } from "./organiser-slugs";
import {
	comparedContent,
	comparedSelect,
	type RevisionContent,
	revisionSelect,
	toContent,
} from "./revision";
import { listRelated } from "./super-event";

/** As many as an import can bring for one day; only what is compared is read of each. */
const MAX_CANDIDATES = 5_000;
/** More are counted by nobody; duplicates come first. */
const MAX_OWN = 5;

/** Another event that somebody should know of, in the reader's language. */
export type Clash = {
	kind: ClashKind;
	/** Read by everybody, or one that the viewer's own organisation has begun. */
	source: "public" | "own";
	/** Without the language. */
	path: string;
	title: string;
	/** BCP 47 */
	titleLanguage: string | null;
	when: string;
	place: string[];
	/** Where it is held; null online and while no place is known. */
	point: Point | null;
	organiser: string | null;
	/** Id of the event to whose organiser the viewer may write; null for one's own, and for whoever is in no organisation. */
	writeTo: string | null;
	/** As the event or its organiser states it in public; null for one's own. */
	contact: { email: string | null; url: string | null } | null;
};

/**
 * Which events a planned one clashes with or probably repeats: public ones, and those that the viewer's own
 * organisations have begun. Nothing that others have not published shows, not even that it is there.
 */
export async function listClashes(
	viewer: Viewer,
	planned: Planned,
	locale: string,
): Promise<Clash[]> {
	try {
		const [own, published] = await Promise.all([
			listOwn(viewer, planned, locale),
			findClashes(planned),
		]);
		const others = await listOthers(
			viewer,
			published.map(({ event }) => event.id),
		);
		return [...published.map((found) => publicClash(found, locale, others)), ...own].sort(
			(a, b) => Number(b.kind === "duplicate") - Number(a.kind === "duplicate"),
		);
	} catch (error) {
		// A time that a clock change skips or repeats: the form says so, and nothing can be compared yet.
		if (error instanceof DomainError) return [];
		throw error;
	}
}

/** `listClashes` for what is written of an event. */
export async function listClashesOf(
	viewer: Viewer,
	{ id, content }: { id: string; content: RevisionContent },
	locale: string,
): Promise<Clash[]> {
	const [organisers, belongsTo] = await Promise.all([
		findOrganiserSlugs(id),
		listRelated(id, content.superEventId),
	]);
	const planned = plannedRevision(content, { eventId: id, organisers });
	return listClashes(viewer, { ...planned, belongsTo }, locale);
}

/** A revision as one that others are compared with. @param organisers slugs */
export function plannedRevision(
	content: Pick<
		RevisionContent,
		"schedule" | "attendanceMode" | "lat" | "lon" | "cityGeonameId"
	> & { texts: readonly { title: string }[] },
	{ eventId, organisers }: { eventId: string; organisers: readonly string[] },
): Planned {
	const { lat, lon, cityGeonameId, attendanceMode } = content;
	const city = cityGeonameId === null ? null : getCity(cityGeonameId);
	const point = lat !== null && lon !== null ? { lat, lon } : city;
	return {
		eventId,
		schedule: content.schedule,
		point: attendanceMode === "online" || !point ? null : { lat: point.lat, lon: point.lon },
		titles: content.texts.map(({ title }) => title).filter(Boolean),
		organisers,
	};
}

type Found = Awaited<ReturnType<typeof findClashes>>[number];

/** Those of the events to whose organisers the viewer may write: it is in an organisation, and they are another's. */
async function listOthers(viewer: Viewer, eventIds: readonly string[]): Promise<Set<string>> {
	if (viewer.kind === "anonymous" || viewer.memberships.length === 0) return new Set();
	const own = viewer.memberships.map(({ organisationId }) => organisationId);
	const rows = await db.event.findMany({
		where: { id: { in: [...eventIds] }, organisationId: { notIn: own } },
		select: { id: true },
	});
	return new Set(rows.map(({ id }) => id));
}

function publicClash({ kind, event }: Found, locale: string, others: ReadonlySet<string>): Clash {
	const best = bestText(event.texts, locale);
	const [organiser] = event.organisers;
	return {
		kind,
		source: "public",
		path: eventPath(event),
		title: best?.text.title ?? "",
		titleLanguage: best?.text.locale ?? null,
		when: whenOf(event.schedule, locale),
		place: placeOf(event, locale),
		point: plannedOf(event).point,
		organiser: organiser?.name ?? null,
		writeTo: others.has(event.id) ? event.id : null,
		contact: {
			email: event.contactEmail,
			url: event.contactUrl ?? organiser?.website ?? null,
		},
	};
}

async function listOwn(viewer: Viewer, planned: Planned, locale: string): Promise<Clash[]> {
	const { startDate, endDate } = planned.schedule;
	if (viewer.kind === "anonymous" || startDate === null) return [];
	const [from, until] = [addDays(startDate, -1), addDays(endDate ?? startDate, 1)].map((date) =>
		toDateColumn(date),
	);
	const candidates = await db.event.findMany({
		where: {
			id: { notIn: [planned.eventId ?? [], planned.belongsTo ?? []].flat() },
			organisationId: { in: viewer.memberships.map(({ organisationId }) => organisationId) },
			state: { in: ["draft", "submitted", "changes_requested"] },
			published: null,
			latestRevision: {
				startDate: { lte: until },
				OR: [{ endDate: { gte: from } }, { endDate: null, startDate: { gte: from } }],
			},
		},
		orderBy: { id: "asc" },
		take: MAX_CANDIDATES,
		select: {
			id: true,
			organisation: { select: { slug: true } },
			latestRevision: { select: comparedSelect },
		},
	});
	const found = candidates.flatMap(({ id, organisation, latestRevision }) => {
		if (!latestRevision) return [];
		const compared = comparedContent(latestRevision);
		const other = plannedRevision(compared, { eventId: id, organisers: [organisation.slug] });
		const kind = ownKind(planned, other);
		return kind ? [{ id, kind, point: other.point }] : [];
	});
	return describeOwn(
		[...found.filter(isDuplicate), ...found.filter((each) => !isDuplicate(each))].slice(0, MAX_OWN),
		locale,
	);
}

type OwnFound = { id: string; kind: ClashKind; point: Point | null };

function isDuplicate({ kind }: OwnFound): boolean {
	return kind === "duplicate";
}

async function describeOwn(found: readonly OwnFound[], locale: string): Promise<Clash[]> {
	const rows = await db.event.findMany({
		where: { id: { in: found.map(({ id }) => id) } },
		select: {
			id: true,
			organisation: { select: { name: true } },
			latestRevision: { select: revisionSelect },
		},
	});
	return found.flatMap(({ id, kind, point }) => {
		const row = rows.find((each) => each.id === id);
		if (!row?.latestRevision) return [];
		const content = toContent(row.latestRevision);
		const best = bestText(
			content.texts.filter(({ title }) => title !== ""),
			locale,
		);
		return {
			kind,
			source: "own" as const,
			path: `/my/events/${id}`,
			title: best?.text.title ?? "",
			titleLanguage: best?.text.locale ?? null,
			when: whenOf(content.schedule, locale),
			place: placeOf(content, locale),
			point,
			organiser: row.organisation.name,
			writeTo: null,
			contact: null,
		};
	});
}

/** A draft of one's own may still state a time that does not exist; then there is nothing to compare. */
function ownKind(planned: Planned, draft: Planned): ClashKind | null {
	try {
		return clashOf(planned, draft);
	} catch (error) {
		if (error instanceof DomainError) return null;
		throw error;
	}
}

function whenOf({ startDate, endDate, startTime, endTime }: Schedule, locale: string): string {
	if (startDate === null) return "";
	const days = formatDayRange(startDate, endDate, locale);
	const time = startTime && formatTimeRange(startTime, endTime, locale);
	return time ? `${days}${locale === "ar" ? "،" : ","} ${time}` : days;
}

function placeOf(
	event: {
		venueName: string | null;
		cityGeonameId: number | null;
		cityName: string | null;
		country: string | null;
	},
	locale: string,
): string[] {
	const country = event.country && countryName(event.country, locale);
	return [event.venueName, localCityName(event, locale), country].filter((part) => part !== null);
}
