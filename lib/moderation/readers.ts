import { DEFAULT_ZONE, listAdminsOnDuty, listDuties, type OnDuty } from "@/lib/accounts/reviewers";
import { db, type Prisma } from "@/lib/db/client";
import { ownOf } from "@/lib/permissions/can";

/** A part of what waits. */
type Share = {
	/** ISO 3166-1 alpha-2. */
	countries: string[];
	/** Those who are told before: only what is the own matter of all of them is left. */
	after: OnDuty[];
};

/** Somebody on duty, with what is theirs today. */
export type Reader = OnDuty & {
	timezone: string;
	shares: Share[];
	/** Of an admin: whoever is on duty for a territory; what none of them may decide on is the admin's. */
	watched: { countries: string[]; person: OnDuty }[] | null;
};

/**
 * Who looks after what today: coordinators after their countries, deputies while every coordinator is away and after what
 * is the coordinators' own matter, admins after what nobody of a territory may decide on.
 */
export async function listReaders(now: Date): Promise<Reader[]> {
	const duties = await listDuties(db, { now });
	const readers = new Map<string, Reader>();
	const read = (person: OnDuty, timezone: string): Reader => {
		const known = readers.get(person.id) ?? { ...person, timezone, shares: [], watched: null };
		readers.set(person.id, known);
		return known;
	};
	for (const { people, behind, countries, timezone } of duties) {
		for (const person of people) read(person, timezone).shares.push({ countries, after: [] });
		for (const person of behind) read(person, timezone).shares.push({ countries, after: people });
	}
	const watched = duties.flatMap(({ people, behind, countries }) =>
		[...people, ...behind].map((person) => ({ countries, person })),
	);
	for (const admin of await listAdminsOnDuty(db, now)) read(admin, DEFAULT_ZONE).watched = watched;
	return [...readers.values()];
}

/** The events that are the reader's to look at; an admin's also what `late` says, wherever it is. */
export function eventsOf(reader: Reader, late?: Prisma.EventWhereInput): Prisma.EventWhereInput {
	const { shares, watched } = reader;
	const notOwn = { NOT: ownOf(reader) };
	// An empty condition among others would count as none.
	if (watched?.length === 0) return notOwn;
	const unwatched = watched?.map(({ countries, person }) => ({
		OR: [{ country: { notIn: countries } }, ownOf(person)],
	}));
	return {
		...notOwn,
		OR: [
			...shares.map(({ countries, after }) => ({
				AND: [{ country: { in: countries } }, ...after.map(ownOf)],
			})),
			...(unwatched ? [{ AND: unwatched }] : []),
			...(unwatched && late ? [late] : []),
		],
	};
}

/** The same of organisations. */
export function organisationsOf(
	reader: Reader,
	late?: Prisma.OrganisationWhereInput,
): Prisma.OrganisationWhereInput {
	const { shares, watched, organisationIds } = reader;
	const notOwn = { id: { notIn: organisationIds } };
	if (watched?.length === 0) return notOwn;
	const of = (person: OnDuty) => ({ id: { in: person.organisationIds } });
	const unwatched = watched?.map(({ countries, person }) => ({
		OR: [{ country: { notIn: countries } }, of(person)],
	}));
	return {
		...notOwn,
		OR: [
			...shares.map(({ countries, after }) => ({
				AND: [{ country: { in: countries } }, ...after.map(of)],
			})),
			...(unwatched ? [{ AND: unwatched }] : []),
			...(unwatched && late ? [late] : []),
		],
	};
}
