import type { Prisma, Tx } from "@/lib/db/client";
import { UNSTATED_SLUG } from "./unstated";

/**
 * The organisations without an owner who can sign in, as a where clause: those that the program has imported belong to an
 * account of its own, which nobody signs in to, and an admin may have closed the account of the only owner. A closed one
 * needs none.
 */
export const OWNERLESS = {
	slug: { not: UNSTATED_SLUG },
	closedAt: null,
	memberships: { none: { role: "owner", user: { disabledAt: null } } },
} satisfies Prisma.OrganisationWhereInput;

/** The membership of the account to which imported organisations belong; no other owner's address ends so (RFC 2606 §2). */
export const PROGRAM_OWNS = {
	role: "owner",
	user: { email: { endsWith: ".invalid" }, disabledAt: { not: null } },
} satisfies Prisma.MembershipWhereInput;

/** What the public knows of organisations: nobody learns of others by claiming them. */
export const PUBLICLY_KNOWN = {
	slug: { not: UNSTATED_SLUG },
	OR: [
		{ published: { some: {} } },
		// What is said of NULL is neither true nor false.
		{ importKey: { not: null, startsWith: "mission:" }, isOperating: true },
	],
} satisfies Prisma.OrganisationWhereInput;

/** Those that somebody may say are theirs. */
export const CLAIMABLE = {
	AND: [OWNERLESS, PUBLICLY_KNOWN],
} satisfies Prisma.OrganisationWhereInput;

/** Whether nobody who can sign in owns the organisation; the caller holds its lock. */
export async function isOwnerless(tx: Tx, organisationId: string): Promise<boolean> {
	return isAmong(tx, organisationId, OWNERLESS);
}

/** Whether it can be claimed; the caller holds its lock. */
export async function isClaimable(tx: Tx, organisationId: string): Promise<boolean> {
	return isAmong(tx, organisationId, CLAIMABLE);
}

async function isAmong(
	tx: Tx,
	organisationId: string,
	where: Prisma.OrganisationWhereInput,
): Promise<boolean> {
	const found = await tx.organisation.findFirst({
		where: { AND: [{ id: organisationId }, where] },
		select: { id: true },
	});
	return found !== null;
}
