import type { Prisma } from "@/lib/db/client";
import { markdownToText } from "@/lib/text/markdown";
import type { Schedule } from "@/lib/time/schedule";
import { contentColumns } from "./content-columns";
import { readHours } from "./opening-hours";
import { picturesSelect, toPicture } from "./pictures";
import { readProgramme } from "./programme";
import { readRecap, type WrittenRecap } from "./recap-content";

export const publishedSelect = {
	...contentColumns,
	id: true,
	season: true,
	slug: true,
	uid: true,
	sequence: true,
	previousStartDate: true,
	startsAtUtc: true,
	endsAtUtc: true,
	liveUntilUtc: true,
	sortAt: true,
	venueName: true,
	address: true,
	lat: true,
	lon: true,
	isPinExact: true,
	isDemo: true,
	firstPublishedAt: true,
	publishedAt: true,
	pictures: picturesSelect,
	texts: {
		orderBy: { locale: "asc" },
		select: {
			locale: true,
			title: true,
			description: true,
			plainText: true,
			statusReason: true,
		},
	},
	organisers: {
		orderBy: { position: "asc" },
		select: { name: true, slug: true, kind: true, website: true, isVerified: true },
	},
} satisfies Prisma.PublishedEventSelect;

type Row = Prisma.PublishedEventGetPayload<{ select: typeof publishedSelect }>;

/** Values as they stand in JSON: days "YYYY-MM-DD", instants ISO 8601 in UTC. */
type Written<Value> = Value extends Date
	? string
	: Value extends object
		? { [Key in keyof Value]: Written<Value[Key]> }
		: Value;

/** The public event of which another one is a part, as far as the part's page and feeds name it. */
export type Whole = {
	id: string;
	uid: string;
	season: number | null;
	slug: string;
	status: Row["status"];
	texts: { locale: string; title: string }[];
};

/** A row with its parts as PostgreSQL writes it (read-published). */
export type WrittenRow = Written<Row> & {
	/** Null too while what it is part of is not public. */
	superEvent: Whole | null;
	/** Ids of the public events that are part of it, in the order of their days. */
	subEvents: string[];
	/** Null too where the event is off by now. */
	recap: WrittenRecap | null;
};

/** A published event as JSON-safe values: dates "YYYY-MM-DD", instants ISO 8601 UTC; what pages, feeds and the API build on. */
export function toPublished(row: WrittenRow) {
	const {
		datePrecision,
		year,
		startDate,
		endDate,
		startTime,
		endTime,
		isAllDay,
		hasStartTime,
		timezone,
		startDisambiguation,
		endDisambiguation,
		...columns
	} = row;
	const schedule: Schedule = {
		datePrecision,
		year,
		startDate,
		endDate,
		startTime,
		endTime,
		isAllDay,
		hasStartTime,
		timezone,
		startDisambiguation,
		endDisambiguation,
	};
	return {
		...columns,
		texts: row.texts.map(({ plainText, ...text }) => ({
			...text,
			plainText: plainText ?? markdownToText(text.description),
		})),
		pictures: row.pictures.map(toPicture),
		programme: readProgramme(row.programme),
		openingHours: readHours(row.openingHours),
		schedule,
		recap: row.recap && readRecap(row.recap),
	};
}
export type Published = ReturnType<typeof toPublished>;
