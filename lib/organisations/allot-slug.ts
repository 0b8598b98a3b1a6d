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
	return freeSlug(slugify(name, "organisation"), async (slug) => {
		const present = await tx.organisation.findUnique({ where: { slug }, select: { id: true } });
		if (present) return present.id !== organisationId;
		// Old addresses lead to their organisation for ever.
		const former = await tx.formerOrganisationSlug.findUnique({
			where: { slug },
			select: { organisationId: true },
		});
		return former !== null && former.organisationId !== organisationId;
	});
}
