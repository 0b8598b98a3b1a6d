import type { Prisma } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { markdownToText } from "@/lib/text/markdown";
import type { Schedule } from "@/lib/time/schedule";
import { contentColumns } from "./content-columns";

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
	picture: { select: { width: true, height: true } },
	texts: {
		orderBy: { locale: "asc" },
		select: { locale: true, title: true, description: true, plainText: true, pictureAlt: true },
	},
	organisers: {
		orderBy: { position: "asc" },
		select: { name: true, slug: true, kind: true, website: true, isVerified: true },
	},
} satisfies Prisma.PublishedEventSelect;

type Row = Prisma.PublishedEventGetPayload<{ select: typeof publishedSelect }>;

/** A published event as JSON-safe values: dates "YYYY-MM-DD", instants ISO 8601 UTC; what pages, feeds and the API build on. */
export function toPublished(row: Row) {
	const {
		datePrecision,
		year,
		startTime,
		endTime,
		isAllDay,
		hasStartTime,
		timezone,
		startDisambiguation,
		endDisambiguation,
		...rest
	} = row;
	const schedule: Schedule = {
		datePrecision,
		year,
		startTime,
		endTime,
		isAllDay,
		hasStartTime,
		timezone,
		startDisambiguation,
		endDisambiguation,
		startDate: fromDateColumn(row.startDate),
		endDate: fromDateColumn(row.endDate),
	};
	const { startDate: _, endDate: __, ...columns } = rest;
	return {
		...columns,
		texts: row.texts.map(({ plainText, ...text }) => ({
			...text,
			plainText: plainText ?? markdownToText(text.description),
		})),
		schedule,
		previousStartDate: fromDateColumn(row.previousStartDate),
		startsAtUtc: row.startsAtUtc?.toISOString() ?? null,
		endsAtUtc: row.endsAtUtc?.toISOString() ?? null,
		liveUntilUtc: row.liveUntilUtc?.toISOString() ?? null,
		sortAt: row.sortAt.toISOString(),
		firstPublishedAt: row.firstPublishedAt.toISOString(),
		publishedAt: row.publishedAt.toISOString(),
	};
}
export type Published = ReturnType<typeof toPublished>;
