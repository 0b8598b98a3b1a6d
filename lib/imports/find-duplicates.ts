import type { Tx } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import type { DraftContent } from "@/lib/events/schema";
import { foldName } from "@/lib/places/fold";
import type { Problem } from "./schema";

const AT_ONCE = 1000;

type Facts = {
	startDate: string | null;
	startTime: string | null;
	cityGeonameId: number | null;
	cityName: string | null;
	titles: readonly string[];
};

/** What the organisation's events are known by: day, start, city and one of the titles. */
export type KnownEvents = ReadonlySet<string>;

/** Of all its events but those withdrawn or not accepted, as they stand in their newest version. */
export async function readKnownEvents(tx: Tx, organisationId: string): Promise<KnownEvents> {
	const known = new Set<string>();
	let after: string | null = null;
	for (;;) {
		const page: { id: string; latestRevision: RevisionFacts | null }[] = await tx.event.findMany({
			where: {
				organisationId,
				state: { notIn: ["withdrawn", "rejected"] },
				...(after ? { id: { gt: after } } : {}),
			},
			orderBy: { id: "asc" },
			take: AT_ONCE,
			select: { id: true, latestRevision: { select: factsSelect } },
		});
		for (const { latestRevision } of page) {
			if (latestRevision) for (const key of keysOf(factsOf(latestRevision))) known.add(key);
		}
		if (page.length < AT_ONCE) return known;
		after = page.at(-1)?.id ?? null;
	}
}

/** The problem of a row whose event is there already: in an earlier row, or among the organisation's events. */
export function findDuplicate(
	content: DraftContent,
	{ known, earlier }: { known: KnownEvents; earlier: Map<string, number> },
	row: number,
): Omit<Problem, "column"> | null {
	const keys = keysOf({
		...content,
		titles: Object.values(content.texts).map(({ title }) => title),
	});
	const same = keys.map((key) => earlier.get(key)).find((number) => number !== undefined);
	if (same !== undefined)
		return { field: "title", key: "imports.duplicateRow", values: { row: String(same) } };
	for (const key of keys) earlier.set(key, row);
	return keys.some((key) => known.has(key))
		? { field: "title", key: "imports.duplicateEvent" }
		: null;
}

const factsSelect = {
	startDate: true,
	startTime: true,
	cityGeonameId: true,
	cityName: true,
	texts: { select: { title: true } },
} as const;

type RevisionFacts = {
	startDate: Date | null;
	startTime: string | null;
	cityGeonameId: number | null;
	cityName: string | null;
	texts: { title: string }[];
};

function factsOf({ texts, startDate, ...revision }: RevisionFacts): Facts {
	return {
		...revision,
		startDate: fromDateColumn(startDate),
		titles: texts.map(({ title }) => title),
	};
}

function keysOf({ startDate, startTime, cityGeonameId, cityName, titles }: Facts): string[] {
	const place = cityGeonameId ?? foldName(cityName ?? "");
	return titles
		.map(foldName)
		.filter((title) => title !== "")
		.map((title) => [startDate, startTime, place, title].join("|"));
}
