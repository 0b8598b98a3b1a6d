import type { SourceId } from "./sources";

/** What one source says about the victims; the words to the numbers are `about.says.<id>`. */
export type Figure = {
	id: string;
	/** When it was said: "YYYY" or "YYYY-MM". */
	date: string;
	numbers: Readonly<Record<string, number>>;
	sources: readonly SourceId[];
};

/** Side by side, the official figures first; none is the calendar's own. */
export const FIGURES: readonly Figure[] = [
	{
		id: "official",
		date: "2025",
		numbers: { killed: 613, women: 106, children: 63, elderly: 70, hostages: 1275, missing: 150 },
		sources: ["official"],
	},
	{ id: "investigation", date: "1992-06", numbers: { killed: 600 }, sources: ["investigation"] },
	{
		id: "memorial",
		date: "1992",
		numbers: { bodies: 200, examined: 181, male: 130, female: 51, children: 13 },
		sources: ["memorialFigures"],
	},
	{
		id: "hrw1993",
		date: "1993",
		numbers: { killed: 161, estimate: 800 },
		sources: ["hrwExcerpts"],
	},
	{
		id: "hrw1994",
		date: "1994",
		numbers: { killed: 200, low: 500, high: 1000 },
		sources: ["hrwExcerpts", "hrw1994"],
	},
];
