import type { OpeningHours } from "@/lib/calendar/opening-hours";
import type { Focus } from "@/lib/calendar/pictures";
import type { Licence } from "@/lib/media/licences";
import { type Schedule, timingOf } from "@/lib/time/schedule";

/** A picture of an event, described in the reader's language or the best one there is. */
export type FeedPicture = {
	id: string;
	/** Absolute address. */
	url: string;
	/** Pixels of the file at `url`. */
	width: number;
	height: number;
	alt: string | null;
	/** Language of `alt` (BCP 47). */
	language: string;
	credit: string | null;
	licence: Licence | null;
	focus: Focus | null;
};

/** A published event as feeds see it: what is public about it, in one language. */
export type FeedEvent = {
	id: string;
	/** Absolute address of its page. */
	url: string;
	/** iCalendar UID: the same for the whole life of the event. */
	uid: string;
	/** iCalendar SEQUENCE: grows with each public change. */
	sequence: number;
	season: number | null;
	type: string;
	typesAlso: readonly string[];
	status: "scheduled" | "rescheduled" | "postponed" | "cancelled";
	statusReason: string | null;
	attendanceMode: "in_person" | "online" | "mixed";
	schedule: Schedule;
	startsAtUtc: Date | null;
	endsAtUtc: Date | null;
	/** When it stops being live; null where no day is known. */
	liveUntil: Date | null;
	title: string;
	descriptionText: string;
	/** The same as the Markdown subset that the organiser wrote. */
	descriptionMarkdown: string;
	/** Language of title and description (BCP 47). */
	language: string;
	/** Interface language of the reader, in which cities and countries are named. */
	locale: string;
	organiserName: string;
	organiserUrl: string | null;
	/** All of them; the first one registered the event. */
	organisers: readonly { name: string; kind: string; website: string | null }[];
	venueName: string | null;
	/** Null also when the exact address is told only after registration. */
	address: string | null;
	cityName: string | null;
	/** ISO 3166-1 alpha-2. */
	country: string;
	/** Of the exact place; null where only the city is known. */
	lat: number | null;
	lon: number | null;
	onlineUrl: string | null;
	/** Null: not stated. */
	isFree: boolean | null;
	/** Null: not stated. */
	isWheelchairAccessible: boolean | null;
	/** In their order; the first stands for the event. */
	pictures: readonly FeedPicture[];
	contactEmail: string | null;
	/** Languages spoken at the event (BCP 47). */
	languages: string[];
	firstPublishedAt: Date;
	lastModified: Date;
	/** "YYYY-MM-DD" before it was rescheduled. */
	previousStartDate: string | null;
	/** When it is open, as `hoursRows` reads it. */
	openingHours: OpeningHours;
	/** Its parts in the order of days and clocks; times are on the clocks of the place. */
	programme: readonly {
		/** "YYYY-MM-DD"; null where the day is not known. */
		date: string | null;
		startTime: string | null;
		endTime: string | null;
		startsAtUtc: Date | null;
		endsAtUtc: Date | null;
		title: string;
		speakers: readonly { name: string; role: string }[];
	}[];
	/** The public event that it is part of; `url` is the address of its page. */
	superEvent: { uid: string; url: string; title: string } | null;
	/** Where an event of the archive is reported. */
	source: { url: string; title: string | null } | null;
	isDemo: boolean;
};

/** Sentences that feeds add to descriptions, in the reader's language: messages `feeds.notes`. */
export type FeedNotes = {
	timeToBeAnnounced: string;
	timeNotKnown: string;
	demonstration: string;
	cancelled: string;
	postponed: string;
	rescheduled: string;
};

/** The words that feeds need in the reader's language. */
export type FeedWords = {
	notes: FeedNotes;
	/** Names of the types of events. */
	types: Readonly<Record<string, string>>;
	/** Stands above the opening hours, and in them where it is closed. */
	openingHours: string;
	closed: string;
	/** Stands above the parts of an event. */
	programme: string;
	/** For an event without a place. */
	online: string;
	dateNotKnown: string;
	/** For one of which only the year is known. */
	dateNotKnownIn: (year: number) => string;
};

/** What a reader must know beside the description: one sentence each, most important first. */
export function noteLines(event: FeedEvent, notes: FeedNotes, now: Date): string[] {
	const lines: string[] = [];
	if (event.isDemo) lines.push(notes.demonstration);
	if (event.status !== "scheduled") {
		lines.push(notes[event.status]);
		if (event.statusReason) lines.push(event.statusReason);
	}
	if (timingOf(event.schedule) === "to_be_announced") {
		const isPast = event.liveUntil !== null && event.liveUntil <= now;
		lines.push(isPast ? notes.timeNotKnown : notes.timeToBeAnnounced);
	}
	return lines;
}
