/** Who speaks: the name as the organiser gives it, and the public role in which; "" where none is given. */
export type Speaker = { name: string; role: string };

/** One part of an event's programme. */
export type ProgrammeItem = {
	/** 1 is the event's first day, so that the programme moves with it. */
	day: number;
	/** Wall time "HH:MM" at the place; null while a draft does not say. */
	startTime: string | null;
	endTime: string | null;
	/** By language (BCP 47). */
	titles: Record<string, string>;
	speakers: Speaker[];
};

/** A column `programme`, which holds only what `draftContent` accepted. */
export function readProgramme(value: unknown): ProgrammeItem[] {
	return Array.isArray(value) ? (value as ProgrammeItem[]) : [];
}

/** Whether nothing was written of an item but its day. */
export function isBlankItem({ startTime, endTime, titles, speakers }: ProgrammeItem): boolean {
	const isTitled = Object.values(titles).some((title) => title !== "");
	return startTime === null && endTime === null && !isTitled && speakers.length === 0;
}

/** The programme as the public reads it: what was written, in the order of days and clocks. */
export function writtenProgramme(programme: readonly ProgrammeItem[]): ProgrammeItem[] {
	// A page kept by an earlier version has none.
	return readProgramme(programme)
		.filter((item) => !isBlankItem(item))
		.map((item) => ({
			...item,
			titles: Object.fromEntries(Object.entries(item.titles).filter(([, title]) => title !== "")),
		}))
		.sort((a, b) => a.day - b.day || (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** The titles of an item as texts, for `bestText`. */
export function titlesOf({ titles }: ProgrammeItem): { locale: string; title: string }[] {
	return Object.entries(titles).map(([locale, title]) => ({ locale, title }));
}

function orderOf({ startTime, endTime }: ProgrammeItem): string {
	return `${startTime ?? "~"} ${endTime ?? ""}`;
}
