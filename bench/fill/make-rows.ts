import { columnsOf, partsOf, type Revision, scheduleOf, slugOf } from "@/lib/calendar/publish";
import { revisionColumns } from "@/lib/events/save-draft";
import { standing } from "@/lib/events/submit-event";
import { seasonOfSchedule } from "@/lib/time/season";
import type { NewEvent } from "@/prisma/seed/import-event";
import type { SeededRandom } from "./seeded-random";

export type OrganiserRow = Revision["event"]["organisation"];
type Row = Record<string, unknown>;

/** What must be known of the database before rows can be made for it. */
export type Surroundings = {
	organisers: ReadonlyMap<string, OrganiserRow>;
	authorId: string;
	approverId: string;
	/** The first of slug, slug-2, slug-3 … that is free in the season; it is taken from then on. */
	takeSlug: (season: number | null, wanted: string) => string;
	random: SeededRandom;
};

/** The rows that stand in the tables once an event was saved, submitted and approved, by table. */
export type EventRows = ReturnType<typeof makeRows>;

const UNSTATED = {
	typesAlso: [],
	status: "scheduled",
	statusReason: null,
	visibility: "public",
	datePrecision: "day",
	year: null,
	sourceUrl: null,
	sourceTitle: null,
	sourceNote: null,
} as const;

/** Makes the rows of one event; bench/fill.test.ts proves that the use cases write the same. */
export function makeRows(event: NewEvent, around: Surroundings) {
	const { content, archive, importKey, now } = event;
	const [id, revisionId, decisionId] = [0, 1, 2].map(() => uuid7(now, around.random));
	const [organisation, ...others] = [event.organisationId, ...(archive?.coOrganiserIds ?? [])].map(
		(organiserId) => organiserOf(around, organiserId),
	);
	if (!organisation || !id) throw new RangeError("no organiser");
	const columns = { ...UNSTATED, typesAlso: [], ...revisionColumns(content, archive) };
	const texts = Object.entries(content.texts).map(([locale, { title, description }]) => ({
		locale,
		title,
		description,
		statusReason: null,
	}));
	const { venueName: name, address, lat, lon } = content;
	const revision: Revision = {
		...columns,
		venue: { name, address, lat, lon },
		texts,
		pictures: [],
		coOrganisers: others.map((other) => ({ organisation: other })),
		event: {
			id,
			isDemo: event.isDemo,
			organisation,
			coOrganisers: others.map((other) => ({ organisationId: other.id })),
		},
	};
	const times = { createdAt: now, updatedAt: now };
	return {
		Event: [
			{
				id,
				organisationId: organisation.id,
				createdById: around.authorId,
				state: "approved",
				latestRevisionId: revisionId,
				version: 2,
				country: columns.country,
				submittedAt: now,
				...standing({ schedule: scheduleOf(revision) }, { isPublished: false, now }),
				isDemo: event.isDemo,
				importKey,
				...times,
			},
		],
		EventRevision: [
			{
				...columns,
				id: revisionId,
				eventId: id,
				number: 1,
				authorId: around.authorId,
				version: 1,
				...times,
			},
		],
		EventText: texts.map((text) => ({ ...text, revisionId })),
		Venue: [{ ...revision.venue, revisionId }],
		RevisionOrganiser: others.map((other, index) => ({
			revisionId,
			organisationId: other.id,
			position: index + 1,
		})),
		CoOrganiser: others.map((other) => ({
			id: uuid7(now, around.random),
			eventId: id,
			organisationId: other.id,
			requestedAt: now,
			timesAsked: 0,
			timesDeclined: 0,
			answer: "accepted",
			answeredAt: now,
		})),
		Decision: [
			{
				id: decisionId,
				eventId: id,
				revisionId,
				actorId: around.approverId,
				kind: "approve",
				reason: null,
				createdAt: now,
			},
		],
		...publishedRows(revision, { id, revisionId, now, takeSlug: around.takeSlug }),
	} satisfies Record<string, Row[]>;
}

function publishedRows(
	revision: Revision,
	{
		id,
		revisionId,
		now,
		takeSlug,
	}: {
		id: string;
		revisionId: string | undefined;
		now: Date;
		takeSlug: Surroundings["takeSlug"];
	},
) {
	const schedule = scheduleOf(revision);
	const season = seasonOfSchedule(schedule);
	const { texts, organisers } = partsOf(id, revision);
	return {
		PublishedEvent: [
			{
				...columnsOf(revision, schedule),
				id,
				revisionId,
				season,
				slug: takeSlug(season, slugOf(revision)),
				uid: `${id}@february-26`,
				sequence: 0,
				previousStartDate: null,
				firstPublishedAt: now,
				publishedAt: now,
			},
		],
		PublishedEventText: texts,
		PublishedOrganiser: organisers,
	};
}

function organiserOf({ organisers }: Surroundings, id: string): OrganiserRow {
	const organiser = organisers.get(id);
	if (!organiser) throw new RangeError(`no organisation ${id}`);
	return organiser;
}

/** As Prisma's `uuid(7)`, but of the seed (RFC 9562 §5.7). */
function uuid7(now: Date, random: SeededRandom): string {
	const time = now.getTime().toString(16).padStart(12, "0");
	const hex = (digits: number) =>
		random
			.whole(0, 16 ** digits - 1)
			.toString(16)
			.padStart(digits, "0");
	const variant = random.pick(["8", "9", "a", "b"]);
	return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`;
}
