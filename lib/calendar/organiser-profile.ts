import { db } from "@/lib/db/client";

/** What an organiser says of itself, as it was published, and what its badge rests on. */
export type OrganiserProfile = {
	contactEmail: string | null;
	contactPhone: string | null;
	logo: { id: string; width: number; height: number; credit: string | null } | null;
	/** Names and descriptions by language; either may be empty. */
	texts: { locale: string; name: string; description: string }[];
	/** Null while it is not verified, and for a badge of before there were kinds of them. */
	verification: { by: "domain" | "coordinator"; with: string } | null;
};

/** The profile of a public organiser (findOrganiser); nothing of one that waits. */
export async function readOrganiserProfile(slug: string): Promise<OrganiserProfile> {
	const row = await db.organisation.findUniqueOrThrow({
		where: { slug },
		select: {
			contactEmail: true,
			contactPhone: true,
			logoCredit: true,
			logo: { select: { id: true, width: true, height: true } },
			verifiedAt: true,
			verifiedBy: true,
			verifiedWith: true,
			texts: {
				orderBy: { locale: "asc" },
				select: { locale: true, name: true, description: true },
			},
		},
	});
	const { logo, logoCredit, verifiedAt, verifiedBy, verifiedWith, ...profile } = row;
	return {
		...profile,
		logo: logo && { ...logo, credit: logoCredit },
		verification:
			verifiedAt && verifiedBy && verifiedWith ? { by: verifiedBy, with: verifiedWith } : null,
	};
}
