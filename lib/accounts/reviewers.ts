import type { Tx } from "@/lib/db/client";

/**
 * Who is told of a submission: the coordinators of the country's territories, else the admins;
 * never a member of the organisation itself, nor a disabled account.
 */
export async function listReviewersOf(
	tx: Tx,
	{ country, exceptOrganisationId }: { country: string; exceptOrganisationId: string },
): Promise<{ email: string; locale: string }[]> {
	const isOutside = {
		disabledAt: null,
		memberships: { none: { organisationId: exceptOrganisationId } },
	};
	const select = { email: true, locale: true } as const;
	const coordinators = await tx.user.findMany({
		where: {
			...isOutside,
			coordinatorOf: { some: { territory: { countries: { some: { country } } } } },
		},
		orderBy: { id: "asc" },
		select,
	});
	if (coordinators.length > 0) return coordinators;
	return tx.user.findMany({
		where: { ...isOutside, isAdmin: true },
		orderBy: { id: "asc" },
		select,
	});
}
