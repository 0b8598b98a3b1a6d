import type { Prisma, Tx } from "@/lib/db/client";
import { UNSTATED_SLUG } from "./unstated";

/**
 * The organisations without an owner who can sign in, as a where clause: those that the program has imported belong to an
 * account of its own, which nobody signs in to, and an admin may have closed the account of the only owner.
 */
export const OWNERLESS = {
	slug: { not: UNSTATED_SLUG },
	memberships: { none: { role: "owner", user: { disabledAt: null } } },
} satisfies Prisma.OrganisationWhereInput;

/** Whether nobody who can sign in owns the organisation; the caller holds its lock. */
export async function isOwnerless(tx: Tx, organisationId: string): Promise<boolean> {
	const found = await tx.organisation.findFirst({
		where: { AND: [{ id: organisationId }, OWNERLESS] },
		select: { id: true },
	});
	return found !== null;
}
