import type { Prisma } from "@/lib/db/client";

/** Types of events, as people choose them in the form and read them in public. */
export const EVENT_TYPES = [
	"ceremony",
	"exhibition",
	"conference",
	"lecture",
	"screening",
	"concert",
	"march",
	"book_presentation",
	"other",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** What a revision says and a published event repeats, column by column of the same name: one select for both. */
export const contentColumns = {
	type: true,
	typesAlso: true,
	status: true,
	statusReason: true,
	visibility: true,
	attendanceMode: true,
	datePrecision: true,
	year: true,
	startDate: true,
	endDate: true,
	startTime: true,
	endTime: true,
	isAllDay: true,
	hasStartTime: true,
	startDisambiguation: true,
	endDisambiguation: true,
	timezone: true,
	cityGeonameId: true,
	cityName: true,
	country: true,
	onlineUrl: true,
	isFree: true,
	isWheelchairAccessible: true,
	languages: true,
	contactName: true,
	contactEmail: true,
	contactPhone: true,
	contactUrl: true,
	sourceUrl: true,
	sourceTitle: true,
	sourceNote: true,
	programme: true,
	openingHours: true,
} satisfies Prisma.EventRevisionSelect & Prisma.PublishedEventSelect;
