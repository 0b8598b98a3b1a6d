import type { Prisma, Tx } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
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
export type TerritoryDuty = { countries: string[]; timezone: string; people: OnDuty[] };

/** The clock of whoever has no territory: admins, whose day is that of Baku. */
export const DEFAULT_ZONE = "Asia/Baku";

const DAY_MS = 86_400_000;

/**
 * Who is told of a submission: the coordinators of the country's territories who are there, else their deputies, else
 * the admins; never a member of the organisation itself, nor a disabled account.
 */
export async function listReviewersOf(
	tx: Tx,
	{
		country,
		exceptOrganisationId,
		now,
	}: { country: string; exceptOrganisationId: string; now: Date },
): Promise<{ email: string; locale: string }[]> {
	const territories = await listDuties(tx, { country, exceptOrganisationId, now });
	const coordinators = new Map(
		territories.flatMap(({ people }) => people.map((person) => [person.id, person])),
	);
	if (coordinators.size > 0) return [...coordinators.values()];
	const admins = await listAdminsOnDuty(tx, now);
	return admins.filter(({ organisationIds }) => !organisationIds.includes(exceptOrganisationId));
}

/**
 * Each territory with those of its people who are to look today: its coordinators, and its deputies while every
 * coordinator is away (by the territory's own date), disabled, or a member of `exceptOrganisationId`.
 * @param about.country only the territories of this country (ISO 3166-1 alpha-2).
 */
export async function listDuties(
	tx: Tx,
	about: { now: Date; country?: string; exceptOrganisationId?: string },
): Promise<TerritoryDuty[]> {
	const { now, country, exceptOrganisationId } = about;
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
			.filter(({ user, person }) => {
				const isOwn = person.organisationIds.includes(exceptOrganisationId ?? "");
				return !isOwn && !isAway(user.absences, today);
			});
		const first = present.filter(({ isDeputy }) => !isDeputy);
		return {
			timezone,
			countries: countries.map((row) => row.country),
			people: (first.length > 0 ? first : present).map(({ person }) => person),
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
