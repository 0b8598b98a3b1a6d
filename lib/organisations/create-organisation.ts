import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { skeleton } from "@/lib/text/plain";
import { allotOrganisationSlug } from "./allot-slug";
import { flagNames } from "./look-alikes";
import type { OrganisationInput } from "./schema";

/**
 * Makes an organisation with the viewer as its owner.
 * A name that looks like an existing one (UTS 39 skeleton) is marked `isLookAlike`: reviewers see the mark with each submission.
 * One that looks like a verified one is held besides: nothing of it is published until an admin releases it.
 * @throws DomainError unauthenticated
 */
export async function createOrganisation(
	tx: Tx,
	viewer: Viewer,
	{ input, now }: { input: OrganisationInput; now: Date },
): Promise<{ id: string; slug: string }> {
	requireCan(viewer, { action: "organisation.create" });
	await lockNames(tx, "organisation");
	const nameSkeleton = skeleton(input.name);
	const { isLookAlike, isHeld } = await flagNames(tx, { names: [input.name], exceptId: null });
	const slug = await allotOrganisationSlug(tx, { name: input.name, organisationId: null });
	const organisation = await tx.organisation.create({
		data: {
			slug,
			name: input.name,
			nameSkeleton,
			isLookAlike,
			heldAt: isHeld ? now : null,
			kind: input.kind,
			country: input.country,
			cityName: input.cityName || null,
			website: input.website || null,
			memberships: { create: { userId: viewer.id, role: "owner" } },
		},
		select: { id: true, slug: true },
	});
	await audit(tx, {
		actorId: viewer.id,
		action: "organisation.created",
		subjectType: "organisation",
		subjectId: organisation.id,
		detail: { isLookAlike, isHeld },
		at: now,
	});
	return organisation;
}
