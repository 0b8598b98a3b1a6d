import type { Prisma, Tx } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
import type { DecisionFacts } from "@/lib/permissions/can";
import { todayIn } from "@/lib/time/wall-time";

/** A reviewer who is there today. */
export type OnDuty = {
	id: string;
	email: string;
	locale: string;
	/** Organisations on whose events they never decide. */
	organisationIds: string[];
};

/** Who looks after the countries of one territory today. */
export type TerritoryDuty = {
	countries: string[];
	timezone: string;
	/** Those who are told: its coordinators, or its deputies while every coordinator is away. */
	people: OnDuty[];
	/** Deputies who are there: told of what is the own matter of all of `people`. */
	behind: OnDuty[];
};

/** Whose own matter something is: members of these organisations, and who wrote it. */
export type Concerned = { organisationIds: string[]; userId?: string | null };

/** The clock of whoever has no territory: admins, whose day is that of Baku. */
export const DEFAULT_ZONE = "Asia/Baku";

const DAY_MS = 86_400_000;

/**
 * Who is told of a submission: the coordinators of the country's territories who are there, else their deputies, else
 * the admins; never whose own matter it is, nor a disabled account.
 */
export async function listReviewersOf(
	tx: Tx,
	{ country, except, now }: { country: string; except: Concerned; now: Date },
): Promise<OnDuty[]> {
	const territories = await listDuties(tx, { country, now });
	const coordinators = new Map(
		territories.flatMap(({ people, behind }) => {
			const first = people.filter((person) => !isConcerned(person, except));
			const asked = first.length > 0 ? first : behind.filter((each) => !isConcerned(each, except));
			return asked.map((person) => [person.id, person]);
		}),
	);
	if (coordinators.size > 0) return [...coordinators.values()];
	const admins = await listAdminsOnDuty(tx, now);
	return admins.filter((person) => !isConcerned(person, except));
}

/** Those on whose own matter of an event they must not be asked. */
export function concernedBy(event: DecisionFacts): Concerned {
	return {
		organisationIds: [event, ...event.coOrganisers].map(({ organisationId }) => organisationId),
		userId: event.latestRevision?.authorId ?? null,
	};
}

function isConcerned(person: OnDuty, { organisationIds, userId }: Concerned): boolean {
	return person.id === userId || person.organisationIds.some((id) => organisationIds.includes(id));
}

/**
 * Each territory with those of its people who are to look today: its coordinators, and its deputies while every
 * coordinator is away (by the territory's own date) or disabled.
 * @param about.country only the territories of this country (ISO 3166-1 alpha-2).
 */
export async function listDuties(
	tx: Tx,
	{ now, country }: { now: Date; country?: string },
): Promise<TerritoryDuty[]> {
	const territories = await tx.territory.findMany({
		where: country === undefined ? {} : { countries: { some: { country } } },
		orderBy: { name: "asc" },
		select: {
			timezone: true,
			countries: { select: { country: true } },
			coordinators: {
				where: { user: { disabledAt: null } },
				orderBy: { userId: "asc" },
				select: { isDeputy: true, user: { select: personSelect(now) } },
			},
		},
	});
	return territories.map(({ timezone, countries, coordinators }) => {
		const today = todayIn(timezone, now);
		const present = coordinators
			.map(({ isDeputy, user }) => ({ isDeputy, user, person: onDuty(user) }))
			.filter(({ user }) => !isAway(user.absences, today));
		const first = present.filter(({ isDeputy }) => !isDeputy).map(({ person }) => person);
		const deputies = present.filter(({ isDeputy }) => isDeputy).map(({ person }) => person);
		return {
			timezone,
			countries: countries.map((row) => row.country),
			...(first.length > 0
				? { people: first, behind: deputies }
				: { people: deputies, behind: [] }),
		};
	});
}

/** The admins who are there; all of them where every one is away. */
export async function listAdminsOnDuty(tx: Tx, now: Date): Promise<OnDuty[]> {
	const admins = await tx.user.findMany({
		where: { isAdmin: true, disabledAt: null },
		orderBy: { id: "asc" },
		select: personSelect(now),
	});
	const today = todayIn(DEFAULT_ZONE, now);
	const present = admins.filter(({ absences }) => !isAway(absences, today));
	return (present.length > 0 ? present : admins).map(onDuty);
}

/** Whether one of the absences (first and last day included) has the day ("YYYY-MM-DD"). */
export function isAway(absences: readonly { fromDate: Date; toDate: Date }[], day: string) {
	const date = toDateColumn(day);
	return (
		date !== null && absences.some(({ fromDate, toDate }) => fromDate <= date && date <= toDate)
	);
}

function personSelect(now: Date) {
	return {
		id: true,
		email: true,
		locale: true,
		memberships: { select: { organisationId: true } },
		// No zone is more than a day away from UTC.
		absences: {
			where: {
				fromDate: { lte: new Date(now.getTime() + DAY_MS) },
				toDate: { gte: new Date(now.getTime() - 2 * DAY_MS) },
			},
			select: { fromDate: true, toDate: true },
		},
	} satisfies Prisma.UserSelect;
}

function onDuty(user: Prisma.UserGetPayload<{ select: ReturnType<typeof personSelect> }>): OnDuty {
	const { id, email, locale, memberships } = user;
	return {
		id,
		email,
		locale,
		organisationIds: memberships.map(({ organisationId }) => organisationId),
	};
}
