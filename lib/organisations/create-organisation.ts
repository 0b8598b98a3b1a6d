import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { skeleton } from "@/lib/text/plain";
import { freeSlug, slugify } from "@/lib/text/slug";
import type { OrganisationInput } from "./schema";

/**
 * Makes an organisation with the viewer as its owner.
 * A name that looks like an existing one (UTS 39 skeleton) is marked `isLookAlike`: reviewers see the mark with each submission.
 * @throws DomainError unauthenticated
 */
export async function createOrganisation(
	tx: Tx,
	viewer: Viewer,
	{ input, now }: { input: OrganisationInput; now: Date },
): Promise<{ id: string; slug: string }> {
	requireCan(viewer, { action: "organisation.create" });
	if (viewer.kind !== "user") throw new DomainError("unauthenticated");
	await lockNames(tx, "organisation");
	const nameSkeleton = skeleton(input.name);
	const alike = await tx.organisation.findFirst({ where: { nameSkeleton }, select: { id: true } });
	const slug = await freeSlug(slugify(input.name, "organisation"), (candidate) =>
		isTaken(tx, candidate),
	);
	const organisation = await tx.organisation.create({
		data: {
			slug,
			name: input.name,
			nameSkeleton,
			isLookAlike: alike !== null,
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
		detail: { isLookAlike: alike !== null },
		at: now,
	});
	return organisation;
}

/** Also by an organisation that had it before: old addresses lead to it for ever. */
async function isTaken(tx: Tx, slug: string): Promise<boolean> {
	const present = await tx.organisation.findUnique({ where: { slug }, select: { id: true } });
	if (present) return true;
	const former = await tx.formerOrganisationSlug.findUnique({
		where: { slug },
		select: { slug: true },
	});
	return former !== null;
}
