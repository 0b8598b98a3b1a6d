import { db, type Prisma } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { UNSTATED_SLUG } from "@/lib/organisations/unstated";
import { countBy, organisersOf } from "./numbers";
import { currentSnapshot } from "./snapshot";

/** All that is public of an organisation: nothing of its members, and nothing that only reviewers see. */
const organiserSelect = {
	slug: true,
	name: true,
	kind: true,
	country: true,
	cityName: true,
	website: true,
	covers: true,
	isOperating: true,
	verifiedAt: true,
	closedAt: true,
	dissolvedOn: true,
	sourceUrl: true,
	sourceNote: true,
} satisfies Prisma.OrganisationSelect;

type Row = Prisma.OrganisationGetPayload<{ select: typeof organiserSelect }>;

export type Organiser = Omit<Row, "verifiedAt" | "closedAt" | "dissolvedOn"> & {
	/** ISO 8601; null while nobody has vouched for it. */
	verifiedAt: string | null;
	/** ISO 8601: since when its entry is closed for good. */
	closedAt: string | null;
	/** "YYYY-MM-DD" of a closed one, where it is known. */
	dissolvedOn: string | null;
	/** Listed events: all, or those of a place. */
	events: number;
};

/** A mission of Azerbaijan that the imported lists name and that works. */
const OFFICIAL_MISSION = {
	importKey: { startsWith: "mission:" },
	isOperating: true,
} satisfies Prisma.OrganisationWhereInput;

/** All public organisers by name: those of listed events, and the official missions. */
export async function listOrganisers(): Promise<Organiser[]> {
	const { rows } = await currentSnapshot();
	const events = countBy(rows, organisersOf);
	return readOrganisers({ OR: [{ slug: { in: [...events.keys()] } }, OFFICIAL_MISSION] }, events);
}

/** The public organisers that are seated in a country, whose mission covers it, or that hold the counted events. */
export async function listOrganisersOf(
	country: string,
	{ here, anywhere }: { here: ReadonlyMap<string, number>; anywhere: ReadonlyMap<string, number> },
): Promise<Organiser[]> {
	const isPublic = { OR: [{ slug: { in: [...anywhere.keys()] } }, OFFICIAL_MISSION] };
	const belongs = { OR: [{ country }, { covers: { has: country } }] };
	const where = { OR: [{ slug: { in: [...here.keys()] } }, { AND: [isPublic, belongs] }] };
	return readOrganisers(where, here);
}

/** The organisers of the counted events, those of most events first. */
export async function listOrganisersBySlug(
	events: ReadonlyMap<string, number>,
): Promise<Organiser[]> {
	const organisers = await readOrganisers({ slug: { in: [...events.keys()] } }, events);
	return organisers.sort((a, b) => b.events - a.events);
}

/** A public organiser by its slug; `events` are its listed ones, and without any only an official mission is public. */
export async function findOrganiser(slug: string, events: number): Promise<Organiser | null> {
	const where = events > 0 ? { slug } : { slug, ...OFFICIAL_MISSION };
	const found = await readOrganisers(where, new Map([[slug, events]]));
	return found[0] ?? null;
}

/** The present slug of the organiser that had this one before, or null. */
export async function findRenamedOrganiser(slug: string): Promise<string | null> {
	const row = await db.formerOrganisationSlug.findUnique({
		where: { slug },
		select: { organisation: { select: { slug: true } } },
	});
	return row?.organisation.slug ?? null;
}

async function readOrganisers(
	where: Prisma.OrganisationWhereInput,
	events: ReadonlyMap<string, number>,
): Promise<Organiser[]> {
	const rows = await db.organisation.findMany({
		where: { AND: [where, { slug: { not: UNSTATED_SLUG } }] },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		select: organiserSelect,
	});
	return rows.map((row) => ({
		...row,
		verifiedAt: row.verifiedAt?.toISOString() ?? null,
		closedAt: row.closedAt?.toISOString() ?? null,
		dissolvedOn: fromDateColumn(row.dissolvedOn),
		events: events.get(row.slug) ?? 0,
	}));
}
