import { z } from "zod";
import { db, type Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { listOnlyOwned } from "./delete-account";

export const PEOPLE_GROUPS = ["all", "admins", "coordinators", "closed"] as const;

export const peopleFilters = z.object({
	/** Part of a name or an address. */
	q: z.string().trim().max(160).catch(""),
	group: z.enum(PEOPLE_GROUPS).catch("all"),
	page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PeopleFilters = z.infer<typeof peopleFilters>;

const AT_ONCE = 50;
/** Of accounts that their owners have deleted (delete-account), and of the program's own: no mail reaches it (RFC 2606). */
const IS_NOBODY = { email: { endsWith: ".invalid" } };
/** Named in the list; the person's page has all. */
const NAMED_MEMBERSHIPS = 3;

const GROUPS: Record<(typeof PEOPLE_GROUPS)[number], Prisma.UserWhereInput> = {
	all: {},
	admins: { isAdmin: true },
	coordinators: { coordinatorOf: { some: {} } },
	closed: { disabledAt: { not: null } },
};

/**
 * The people with an account, by address; for admins. Deleted accounts and the program's own are not among them.
 * @throws DomainError unauthenticated, forbidden
 */
export async function listPeople(viewer: Viewer, { q, group, page }: PeopleFilters) {
	requireCan(viewer, { action: "people.read" });
	// Prisma hands "%" and "_" on as they are, and they would stand for anything.
	const like = { contains: q.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
	const isNamed = q ? { OR: [{ email: like }, { name: like }] } : {};
	const rows = await db.user.findMany({
		where: { AND: [{ NOT: IS_NOBODY }, GROUPS[group], isNamed] },
		orderBy: [{ email: "asc" }],
		take: AT_ONCE + 1,
		skip: (page - 1) * AT_ONCE,
		select: {
			id: true,
			name: true,
			email: true,
			isAdmin: true,
			disabledAt: true,
			createdAt: true,
			coordinatorOf: { select: { isDeputy: true, territory: { select: { name: true } } } },
			memberships: {
				take: NAMED_MEMBERSHIPS,
				orderBy: { createdAt: "asc" },
				select: { organisation: { select: { name: true } } },
			},
		},
	});
	return { items: rows.slice(0, AT_ONCE), hasMore: rows.length > AT_ONCE };
}
export type PersonRow = Awaited<ReturnType<typeof listPeople>>["items"][number];

/** One person with what is theirs, and the organisations of which nobody else is an owner who can sign in; for admins. @throws DomainError unauthenticated, forbidden, not_found */
export async function getPerson(viewer: Viewer, userId: string) {
	requireCan(viewer, { action: "people.read" });
	const person = await db.user.findFirst({
		where: { id: userId, NOT: IS_NOBODY },
		select: {
			id: true,
			name: true,
			email: true,
			locale: true,
			isAdmin: true,
			disabledAt: true,
			createdAt: true,
			coordinatorOf: {
				orderBy: { territory: { name: "asc" } },
				select: { isDeputy: true, territory: { select: { id: true, name: true } } },
			},
			memberships: {
				orderBy: { organisation: { name: "asc" } },
				select: { role: true, organisation: { select: { id: true, name: true } } },
			},
			sessions: {
				where: { expires: { gt: new Date() } },
				orderBy: { lastSeenAt: { sort: "desc", nulls: "last" } },
				select: { lastSeenAt: true, createdAt: true },
			},
			_count: { select: { eventsCreated: true, decisions: true } },
		},
	});
	if (!person) throw new DomainError("not_found");
	return { ...person, onlyOwned: await listOnlyOwned(db, userId) };
}
