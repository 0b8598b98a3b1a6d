import type { StationView } from "@/lib/calendar/sun-view";
import type { Span } from "@/lib/time/span";
import type { PlaceMoment } from "./own-time";
import type { SunTexts } from "./sun-texts";

/** 26 February of a season in one language, as the page and the wall screen get it. */
export type SunDay = {
	season: number;
	/** "2027-02-26", and the day after. */
	date: string;
	next: string;
	locale: string;
	/** Milliseconds since 1970, as all times here. */
	renderedAt: number;
	/** From its first moment on Earth to its last. */
	earth: Span;
	/** The first one by the clocks of UTC. */
	begin: PlaceMoment;
	stations: StationView[];
	texts: SunTexts;
};
