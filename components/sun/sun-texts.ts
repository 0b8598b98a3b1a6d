import type { Published } from "@/lib/calendar/published";

type ByPhase = Record<"past" | "live" | "upcoming", string>;

/** What the live parts of the page say; places {in braces} are filled in the browser. */
export type SunTexts = {
	/** Short names that need no plural. */
	units: Record<"days" | "hours" | "minutes" | "seconds", string>;
	/** Above the countdown. */
	untilBegin: string;
	/** Where it begins first. */
	firstPlace: string;
	/** {time} */
	forYou: string;
	/** {time}, {place} */
	timeThere: string;
	/** {time}, {place}, {own} */
	timeThereAndHere: string;
	/** What is counted, and the three counts. */
	placesTitle: string;
	places: ByPhase;
	/** Headings of what happens. */
	columns: ByPhase;
	/** Where a column has nothing. */
	nothing: ByPhase;
	/** {count} more than are named. */
	more: string;
	/** It is over everywhere. */
	after: string;
	afterText: string;
	/** Before how long it is until the next begins. */
	startsIn: string;
	/** Of a place: {time} at which the day begins there, whether it is there, its present {time}. */
	begins: string;
	phase: ByPhase;
	clock: string;
	/** Of an event or a minute of silence. */
	hour: ByPhase;
	example: string;
	source: string;
	status: Record<Published["status"], string>;
};
