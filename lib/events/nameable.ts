import type { Prisma } from "@/lib/db/client";
import { UNSTATED_SLUG } from "@/lib/organisations/unstated";

/**
 * The organisations that an event's owner may name beside itself, as a where clause: those that the public knows already,
 * so that naming brings no name before the public which nobody has read.
 */
export function nameableBy(ownerId: string): Prisma.OrganisationWhereInput {
	return {
		id: { not: ownerId },
		slug: { not: UNSTATED_SLUG },
		heldAt: null,
		OR: [{ published: { some: {} } }, { importKey: { startsWith: "mission:" }, isOperating: true }],
	};
}
