import { db, type Prisma } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { UNSTATED_SLUG } from "@/lib/organisations/unstated";
import { cityKey } from "./numbers";

const lineSelect = {
	id: true,
	season: true,
	slug: true,
	startDate: true,
	endDate: true,
	country: true,
	cityGeonameId: true,
	cityName: true,
	status: true,
	sourceUrl: true,
	texts: { orderBy: { locale: "asc" }, select: { locale: true, title: true } },
	organisers: { orderBy: { position: "asc" }, select: { slug: true, name: true } },
} satisfies Prisma.PublishedEventSelect;

/** An event in one line, with its organisers as far as a source names them. */
export type ListedLine = Omit<
	Prisma.PublishedEventGetPayload<{ select: typeof lineSelect }>,
	"startDate" | "endDate"
> & {
	/** "YYYY-MM-DD"; null where the day is not known. */
	startDate: string | null;
	endDate: string | null;
};

/** The public events of a country (ISO 3166-1 alpha-2) in a season, by their day, and what they come to. */
export type ListedCountry = {
	country: string;
	events: ListedLine[];
	cities: number;
	organisers: number;
};

/** Events read at once: a query must not take seconds. */
const CHUNK = 2_000;

/**
 * Every public event of a season by country, most events first.
 * @param countries ISO 3166-1 alpha-2; null: all @param withExamples whether those of the demonstration are among them
 */
export async function listSeasonByCountry(
	season: number,
	{ countries, withExamples }: { countries: readonly string[] | null; withExamples: boolean },
): Promise<ListedCountry[]> {
	const lines = await readLines({
		season,
		visibility: "public",
		...(countries === null ? {} : { country: { in: [...countries] } }),
		...(withExamples ? {} : { isDemo: false }),
	});
	const byCountry = new Map<string, ListedLine[]>();
	for (const line of lines) {
		const known = byCountry.get(line.country);
		if (known) known.push(line);
		else byCountry.set(line.country, [line]);
	}
	return [...byCountry]
		.map(([country, events]) => ({ country, events, ...placesAndOrganisers(events) }))
		.sort(
			(one, other) =>
				other.events.length - one.events.length || one.country.localeCompare(other.country),
		);
}

/** How many cities and organisers some events have. */
export function placesAndOrganisers(events: readonly ListedLine[]): {
	cities: number;
	organisers: number;
} {
	const cities = events.flatMap(({ cityGeonameId: city, cityName, country }) =>
		cityKey({ city, cityName, country }),
	);
	const organisers = events.flatMap((event) => event.organisers.map(({ slug }) => slug));
	return { cities: new Set(cities).size, organisers: new Set(organisers).size };
}

async function readLines(where: Prisma.PublishedEventWhereInput): Promise<ListedLine[]> {
	const lines: ListedLine[] = [];
	for (;;) {
		const rows = await db.publishedEvent.findMany({
			where,
			orderBy: [{ sortAt: "asc" }, { id: "asc" }],
			skip: lines.length,
			take: CHUNK,
			select: lineSelect,
		});
		lines.push(
			...rows.map((row) => ({
				...row,
				startDate: fromDateColumn(row.startDate),
				endDate: fromDateColumn(row.endDate),
				organisers: row.organisers.filter(({ slug }) => slug !== UNSTATED_SLUG),
			})),
		);
		if (rows.length < CHUNK) return lines;
	}
}
