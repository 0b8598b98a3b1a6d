import { db } from "@/lib/db/client";
import type { Viewer } from "@/lib/permissions/viewer";

/** The organisations that the viewer is a member of, by name. */
export async function listMyOrganisations(viewer: Viewer) {
	if (viewer.kind === "anonymous") return [];
	return db.organisation.findMany({
		where: { memberships: { some: { userId: viewer.id } } },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		select: {
			id: true,
			slug: true,
			name: true,
			kind: true,
			country: true,
			cityName: true,
			website: true,
			isLookAlike: true,
			verifiedAt: true,
		},
	});
}
