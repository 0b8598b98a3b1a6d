import type { Tx } from "@/lib/db/client";
import { freeSlug, slugify } from "@/lib/text/slug";

/**
 * An address part for a name that no other organisation has or had; one's own former one comes back.
 * The caller holds the lock on names (`lockNames`).
 */
export async function allotOrganisationSlug(
	tx: Tx,
	{ name, organisationId }: { name: string; organisationId: string | null },
): Promise<string> {
	return freeSlug(slugify(name, "organisation"), async (candidates) => {
		const present = await tx.organisation.findMany({
			where: { slug: { in: candidates } },
			select: { slug: true, id: true },
		});
		// Old addresses lead to their organisation for ever.
		const former = await tx.formerOrganisationSlug.findMany({
			where: { slug: { in: candidates } },
			select: { slug: true, organisationId: true },
		});
		const owners = [...former.map(({ slug, organisationId: id }) => ({ slug, id })), ...present];
		return new Set(owners.filter(({ id }) => id !== organisationId).map(({ slug }) => slug));
	});
}
