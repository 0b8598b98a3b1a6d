import { db } from "@/lib/db/client";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { skeleton } from "@/lib/text/plain";
import { OPEN_CLAIM } from "./claim-organisation";
import { alikeTo } from "./look-alikes";
import { CLAIMABLE, isClaimable, PUBLICLY_KNOWN } from "./ownerless";
import type { OrganisationInput, OrganisationKind } from "./schema";

/** Of which a country has one or few, so that a second one is hardly meant. */
const MISSIONS: readonly OrganisationKind[] = ["embassy", "consulate"];
const MAX_SAME = 10;

const claimableSelect = {
	id: true,
	slug: true,
	name: true,
	kind: true,
	country: true,
	cityName: true,
	texts: { select: { locale: true, name: true } },
} as const;

/** Every organisation that can be claimed, by name: a few hundred. @throws DomainError unauthenticated */
export async function listClaimable(viewer: Viewer) {
	requireCan(viewer, { action: "organisation.claim" });
	return db.organisation.findMany({
		where: CLAIMABLE,
		orderBy: [{ name: "asc" }, { id: "asc" }],
		select: claimableSelect,
	});
}
export type Claimable = Awaited<ReturnType<typeof listClaimable>>[number];

/**
 * Those that a new organisation may mean: of the same name (look-alikes too), or the missions of its country where it is one
 * itself. @throws DomainError unauthenticated
 */
export async function listClaimableLike(
	viewer: Viewer,
	{ name, kind, country }: Pick<OrganisationInput, "name" | "kind" | "country">,
): Promise<Claimable[]> {
	requireCan(viewer, { action: "organisation.claim" });
	const isMission = MISSIONS.includes(kind);
	return db.organisation.findMany({
		where: {
			AND: [
				CLAIMABLE,
				{ OR: [alikeTo([skeleton(name)]), ...(isMission ? [{ kind, country }] : [])] },
			],
		},
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: MAX_SAME,
		select: claimableSelect,
	});
}

/** One that the public knows by its slug: whether somebody owns it, and the viewer's open claim. @throws DomainError unauthenticated */
export async function findClaimed(viewer: Viewer, slug: string) {
	requireCan(viewer, { action: "organisation.claim" });
	const organisation = await db.organisation.findFirst({
		where: { AND: [{ slug }, PUBLICLY_KNOWN] },
		select: {
			...claimableSelect,
			claims: { where: { claimantId: viewer.id, ...OPEN_CLAIM }, select: claimSelect },
		},
	});
	if (!organisation) return null;
	const { claims, ...rest } = organisation;
	const isOwned = !(await isClaimable(db, organisation.id));
	return { ...rest, isOwned, claim: claims[0] ?? null };
}

const claimSelect = {
	id: true,
	method: true,
	email: true,
	provenAt: true,
	vouchedAt: true,
	createdAt: true,
} as const;

/** What the viewer claims and nobody has decided on. */
export async function listMyClaims(viewer: Viewer) {
	if (viewer.kind === "anonymous") return [];
	return db.claim.findMany({
		where: { claimantId: viewer.id, ...OPEN_CLAIM, organisation: CLAIMABLE },
		orderBy: { createdAt: "asc" },
		select: { ...claimSelect, organisation: { select: { id: true, name: true } } },
	});
}
