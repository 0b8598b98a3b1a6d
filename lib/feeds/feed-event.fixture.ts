import { deriveInstants, liveUntil, type Schedule } from "@/lib/time/schedule";
import type { FeedEvent, FeedNotes, FeedPicture, FeedWords } from "./feed-event";

export const NOTES: FeedNotes = {
	timeToBeAnnounced: "The time will be announced.",
	timeNotKnown: "The source does not state the time.",
	demonstration: "Demonstration data.",
	cancelled: "This event is cancelled.",
	postponed: "This event is postponed.",
	rescheduled: "This event has a new date or time.",
};

export const WORDS: FeedWords = {
	notes: NOTES,
	programme: "Programme",
	openingHours: "Opening hours",
	closed: "closed",
	types: { ceremony: "Ceremony", exhibition: "Exhibition" },
	online: "Online",
	dateNotKnown: "Date not known",
	dateNotKnownIn: (year) => `${year}: date not known`,
};

const TIMED: Schedule = {
	datePrecision: "day",
	year: null,
	startDate: "2027-02-26",
	endDate: null,
	startTime: "19:00",
	endTime: "21:00",
	isAllDay: false,
	hasStartTime: true,
	timezone: "Asia/Kathmandu",
	startDisambiguation: null,
	endDisambiguation: null,
};

export const PICTURE: FeedPicture = {
	id: "1",
	url: "https://calendar.example/media/1.webp",
	width: 1600,
	height: 900,
	alt: "A candle",
	language: "en",
	credit: "Embassy",
	licence: "CC-BY-4.0",
	focus: null,
};

/** A moment before the events of these tests. */
export const NOW = new Date("2027-02-01T00:00:00Z");

export const NO_TIMES = { startTime: null, endTime: null, hasStartTime: false } as const;

/** A published event for tests: 26 February 2027, 19:00 to 21:00 in Kathmandu, with what differs. */
export function makeFeedEvent(
	changes: Partial<FeedEvent> = {},
	schedule: Partial<Schedule> = {},
): FeedEvent {
	const whole = { ...TIMED, ...schedule };
	return {
		id: "0190",
		url: "https://calendar.example/en/events/2027/kathmandu",
		uid: "0190@calendar.example",
		sequence: 2,
		season: 2027,
		type: "ceremony",
		typesAlso: [],
		status: "scheduled",
		statusReason: null,
		attendanceMode: "in_person",
		schedule: whole,
		...deriveInstants(whole),
		liveUntil: liveUntil(whole),
		title: "Evening of remembrance",
		descriptionText: "Candles are lit at seven.",
		descriptionMarkdown: "Candles are lit at *seven*.",
		language: "en",
		locale: "en",
		organiserName: "Embassy of Azerbaijan",
		organiserUrl: "https://embassy.example/",
		organisers: [
			{ name: "Embassy of Azerbaijan", kind: "embassy", website: "https://embassy.example/" },
		],
		venueName: "City Hall",
		address: "Durbar Marg 1",
		cityName: "Kathmandu",
		country: "NP",
		lat: 27.7172,
		lon: 85.324,
		onlineUrl: null,
		isFree: null,
		isWheelchairAccessible: null,
		pictures: [PICTURE],
		contactEmail: "post@embassy.example",
		languages: ["en", "az"],
		firstPublishedAt: new Date("2027-01-10T08:00:00Z"),
		lastModified: new Date("2027-01-12T09:30:15Z"),
		previousStartDate: null,
		programme: [],
		openingHours: { week: {}, dates: [] },
		superEvent: null,
		source: null,
		isDemo: false,
		...changes,
	};
}
