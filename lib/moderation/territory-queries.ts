import { isAway } from "@/lib/accounts/reviewers";
import { db, type Prisma } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { todayIn } from "@/lib/time/wall-time";

const territorySelect = {
	id: true,
	name: true,
	timezone: true,
	countries: { orderBy: { country: "asc" }, select: { country: true } },
	coordinators: {
		orderBy: [{ isDeputy: "asc" }, { createdAt: "asc" }],
		select: {
			isDeputy: true,
			user: {
				select: {
					id: true,
					name: true,
					email: true,
					disabledAt: true,
					absences: { orderBy: { fromDate: "asc" }, select: { fromDate: true, toDate: true } },
				},
			},
		},
	},
} satisfies Prisma.TerritorySelect;

/** First and last day of an absence, "YYYY-MM-DD". */
export type DaysAway = { id: string; fromDate: string; toDate: string };

/** A territory with its people and how many submissions wait in it. */
export type TerritoryView = Awaited<ReturnType<typeof listTerritories>>[number];

/**
 * The territories: all for admins, their own for coordinators.
 * @throws DomainError unauthenticated, forbidden (no reviewer)
 */
export async function listTerritories(viewer: Viewer, now: Date) {
	requireCan(viewer, { action: "queue.read" });
	const isAdmin = viewer.kind === "user" && viewer.isAdmin;
	const own = viewer.kind === "user" ? { coordinators: { some: { userId: viewer.id } } } : {};
	const [territories, waiting] = await Promise.all([
		db.territory.findMany({
			where: isAdmin ? {} : own,
			orderBy: { name: "asc" },
			select: territorySelect,
		}),
		waitingByCountry(),
	]);
	return territories.map((territory) => toView(territory, waiting, now));
}

/** One territory, to edit. @throws DomainError unauthenticated, forbidden (no admin), not_found */
export async function getTerritory(viewer: Viewer, territoryId: string, now: Date) {
	requireCan(viewer, { action: "territories.edit" });
	const territory = await db.territory.findUnique({
		where: { id: territoryId },
		select: territorySelect,
	});
	if (!territory) throw new DomainError("not_found");
	return toView(territory, await waitingByCountry(), now);
}

/** The countries in which submissions wait and that no territory has, the most first: the admins look after them. */
export async function listUnwatchedCountries(
	viewer: Viewer,
): Promise<{ country: string; count: number }[]> {
	requireCan(viewer, { action: "territories.edit" });
	const [waiting, watched] = await Promise.all([
		waitingByCountry(),
		db.territoryCountry.findMany({
			where: { territory: { coordinators: { some: { user: { disabledAt: null } } } } },
			distinct: ["country"],
			select: { country: true },
		}),
	]);
	const known = new Set(watched.map(({ country }) => country));
	return [...waiting]
		.filter(([country]) => !known.has(country))
		.map(([country, count]) => ({ country, count }))
		.sort((one, other) => other.count - one.count || one.country.localeCompare(other.country));
}

/** The viewer's own days away that are not over. @throws DomainError unauthenticated, forbidden (no reviewer) */
export async function listOwnAbsences(viewer: Viewer, now: Date): Promise<DaysAway[]> {
	requireCan(viewer, { action: "queue.read" });
	return listAbsences(viewer.id, now);
}

/** Somebody's days away that are not over; for admins. @throws DomainError unauthenticated, forbidden (no admin) */
export async function listAbsencesOf(
	viewer: Viewer,
	userId: string,
	now: Date,
): Promise<DaysAway[]> {
	requireCan(viewer, { action: "people.read" });
	return listAbsences(userId, now);
}

async function listAbsences(userId: string, now: Date): Promise<DaysAway[]> {
	const rows = await db.absence.findMany({
		where: {
			userId,
			toDate: { gte: new Date(`${todayIn("Etc/GMT+12", now)}T00:00:00Z`) },
		},
		orderBy: { fromDate: "asc" },
		select: { id: true, fromDate: true, toDate: true },
	});
	return rows.map(({ id, fromDate, toDate }) => ({
		id,
		fromDate: fromDateColumn(fromDate),
		toDate: fromDateColumn(toDate),
	}));
}

async function waitingByCountry(): Promise<Map<string, number>> {
	const rows = await db.event.groupBy({
		by: ["country"],
		where: { state: "submitted" },
		_count: { _all: true },
	});
	return new Map(rows.map(({ country, _count }) => [country ?? "", _count._all]));
}

function toView(
	territory: Prisma.TerritoryGetPayload<{ select: typeof territorySelect }>,
	waiting: ReadonlyMap<string, number>,
	now: Date,
) {
	const today = todayIn(territory.timezone, now);
	const countries = territory.countries.map(({ country }) => country);
	return {
		id: territory.id,
		name: territory.name,
		timezone: territory.timezone,
		countries,
		waiting: countries.reduce((sum, country) => sum + (waiting.get(country) ?? 0), 0),
		people: territory.coordinators.map(({ isDeputy, user }) => {
			const present = user.absences.find((absence) => isAway([absence], today));
			return {
				id: user.id,
				name: user.name,
				email: user.email,
				isDeputy,
				isDisabled: user.disabledAt !== null,
				/** Last day of an absence that is going on, "YYYY-MM-DD". */
				awayUntil: present ? fromDateColumn(present.toDate) : null,
			};
		}),
	};
}
