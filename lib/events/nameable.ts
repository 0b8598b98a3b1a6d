import type { Prisma } from "@/lib/db/client";
import { UNSTATED_SLUG } from "@/lib/organisations/unstated";

/** Organisations of which somebody has read the name: it is public, or two people have verified it. */
export const OF_KNOWN_NAME = {
	OR: [
		{ published: { some: {} } },
		// What is said of NULL is neither true nor false, and "every" would let it pass.
		{ importKey: { not: null, startsWith: "mission:" }, isOperating: true },
		{ verifiedAt: { not: null } },
	],
} satisfies Prisma.OrganisationWhereInput;

/**
 * The organisations that an event's owner may name beside itself, as a where clause: those that the public knows already,
 * and verified ones, so that naming brings no name before the public which nobody has read.
 */
export function nameableBy(ownerId: string): Prisma.OrganisationWhereInput {
	return {
		id: { not: ownerId },
		slug: { not: UNSTATED_SLUG },
		heldAt: null,
		closedAt: null,
		...OF_KNOWN_NAME,
	};
}
