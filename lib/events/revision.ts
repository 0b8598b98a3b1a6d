import { contentColumns, type EventType } from "@/lib/calendar/content-columns";
import { type OpeningHours, readHours } from "@/lib/calendar/opening-hours";
import { type Picture, picturesSelect, toPicture } from "@/lib/calendar/pictures";
import { type ProgrammeItem, readProgramme } from "@/lib/calendar/programme";
import type { Prisma } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import type { EventStatus } from "@/lib/lifecycle/lifecycle";
import { type Schedule, timingOf } from "@/lib/time/schedule";
import type { AttendanceMode } from "./schema";

export const revisionSelect = {
	...contentColumns,
	superEventId: true,
	id: true,
	number: true,
	version: true,
	submittedAt: true,
	updatedAt: true,
	venue: { select: { name: true, address: true, lat: true, lon: true } },
	pictures: picturesSelect,
	coOrganisers: {
		orderBy: { position: "asc" },
		select: { organisation: { select: { id: true, name: true } } },
	},
	texts: {
		orderBy: { locale: "asc" },
		select: {
			locale: true,
			title: true,
			description: true,
			statusReason: true,
			changedIn: true,
		},
	},
} satisfies Prisma.EventRevisionSelect;

/** What is read of a revision that is only compared with others by time, place and title. */
export const comparedSelect = {
	datePrecision: true,
	year: true,
	startDate: true,
	endDate: true,
	startTime: true,
	endTime: true,
	isAllDay: true,
	hasStartTime: true,
	timezone: true,
	startDisambiguation: true,
	endDisambiguation: true,
	attendanceMode: true,
	cityGeonameId: true,
	venue: { select: { lat: true, lon: true } },
	texts: { select: { locale: true, title: true } },
} satisfies Prisma.EventRevisionSelect;

type ComparedRow = Prisma.EventRevisionGetPayload<{ select: typeof comparedSelect }>;

export type RevisionRow = Prisma.EventRevisionGetPayload<{ select: typeof revisionSelect }>;

export type RevisionText = {
	locale: string;
	title: string;
	description: string;
	/** Why the event is off, in this language. */
	statusReason: string | null;
	/** Number of the revision in which title or description were changed last. */
	changedIn: number;
};

/** What an organiser typed, as plain values: dates "YYYY-MM-DD", times "HH:MM", zone IANA ("" while unknown). */
export type RevisionContent = {
	id: string;
	number: number;
	version: number;
	submittedAt: Date | null;
	updatedAt: Date;
	type: EventType | null;
	status: EventStatus;
	/** Why it is off, for readers in whose language no text says it. */
	statusReason: string | null;
	attendanceMode: AttendanceMode;
	schedule: Schedule;
	cityGeonameId: number | null;
	cityName: string | null;
	country: string | null;
	venueName: string | null;
	address: string | null;
	lat: number | null;
	lon: number | null;
	onlineUrl: string | null;
	/** Null: not stated. */
	isFree: boolean | null;
	/** Null: not stated. */
	isWheelchairAccessible: boolean | null;
	languages: string[];
	contactName: string | null;
	contactEmail: string | null;
	contactPhone: string | null;
	contactUrl: string | null;
	/** In their order; the first stands for the event. */
	pictures: Picture[];
	sourceUrl: string | null;
	sourceTitle: string | null;
	sourceNote: string | null;
	programme: ProgrammeItem[];
	openingHours: OpeningHours;
	/** Id of the event that it is part of. */
	superEventId: string | null;
	texts: RevisionText[];
	/** The organisations that are to hold it too, in their order, whether they have accepted or not. */
	coOrganisers: { id: string; name: string }[];
};

/** A row of `EventRevision` with its parts, as plain values. */
export function toContent(row: RevisionRow): RevisionContent {
	return {
		id: row.id,
		number: row.number,
		version: row.version,
		submittedAt: row.submittedAt,
		updatedAt: row.updatedAt,
		type: row.type,
		status: row.status,
		statusReason: row.statusReason,
		attendanceMode: row.attendanceMode,
		schedule: scheduleOf(row),
		cityGeonameId: row.cityGeonameId,
		cityName: row.cityName,
		country: row.country,
		venueName: row.venue?.name ?? null,
		address: row.venue?.address ?? null,
		lat: row.venue?.lat ?? null,
		lon: row.venue?.lon ?? null,
		onlineUrl: row.onlineUrl,
		isFree: row.isFree,
		isWheelchairAccessible: row.isWheelchairAccessible,
		languages: row.languages,
		contactName: row.contactName,
		contactEmail: row.contactEmail,
		contactPhone: row.contactPhone,
		contactUrl: row.contactUrl,
		pictures: row.pictures.map(toPicture),
		sourceUrl: row.sourceUrl,
		sourceTitle: row.sourceTitle,
		sourceNote: row.sourceNote,
		programme: readProgramme(row.programme),
		openingHours: readHours(row.openingHours),
		superEventId: row.superEventId,
		texts: row.texts,
		coOrganisers: row.coOrganisers.map(({ organisation }) => organisation),
	};
}

/** What is compared of a revision, as plain values. */
export function comparedContent(row: ComparedRow) {
	return {
		schedule: scheduleOf(row),
		attendanceMode: row.attendanceMode,
		cityGeonameId: row.cityGeonameId,
		lat: row.venue?.lat ?? null,
		lon: row.venue?.lon ?? null,
		texts: row.texts,
	};
}

function scheduleOf(
	row: Omit<ComparedRow, "attendanceMode" | "cityGeonameId" | "venue" | "texts">,
) {
	return {
		datePrecision: row.datePrecision,
		year: row.year,
		startDate: fromDateColumn(row.startDate),
		endDate: fromDateColumn(row.endDate),
		startTime: row.startTime,
		endTime: row.endTime,
		isAllDay: row.isAllDay,
		hasStartTime: row.hasStartTime,
		timezone: row.timezone ?? "",
		startDisambiguation: row.startDisambiguation,
		endDisambiguation: row.endDisambiguation,
	} satisfies Schedule;
}

/** How the form states the time of a draft; a draft without a start time was left "timed". */
export function formTiming(content: RevisionContent): "timed" | "all_day" | "to_be_announced" {
	const timing = timingOf(content.schedule);
	return timing === "undated" ? "timed" : timing;
}
