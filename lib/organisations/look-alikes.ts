import type { Prisma, Tx } from "@/lib/db/client";
import { skeleton } from "@/lib/text/plain";

export type NameFlags = {
	/** Another organisation has a name that can hardly be told from one of these. */
	isLookAlike: boolean;
	/** That other one is verified: nothing is published under these names until an admin says so. */
	isHeld: boolean;
};

/**
 * Compares names with those of all other organisations, in every language, by their look-alike skeletons (UTS 39).
 * The caller holds the lock on names (`lockNames`), so that of two who take one name at once the second is found out.
 */
export async function flagNames(
	tx: Tx,
	{ names, exceptId }: { names: readonly string[]; exceptId: string | null },
): Promise<NameFlags> {
	const where = { AND: [alikeTo(names.map(skeleton)), exceptId ? { id: { not: exceptId } } : {}] };
	const alike = await tx.organisation.findFirst({ where, select: { id: true } });
	if (!alike) return { isLookAlike: false, isHeld: false };
	const verified = await tx.organisation.findFirst({
		where: { AND: [where, { verifiedAt: { not: null } }] },
		select: { id: true },
	});
	return { isLookAlike: true, isHeld: verified !== null };
}

/** The organisations of which a name, in any language, has one of these skeletons. */
export function alikeTo(skeletons: readonly string[]): Prisma.OrganisationWhereInput {
	const nameSkeleton = { in: skeletons.filter((each) => each !== "") };
	return { OR: [{ nameSkeleton }, { texts: { some: { nameSkeleton } } }] };
}
