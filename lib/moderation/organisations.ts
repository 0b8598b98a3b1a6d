import { readWaiting } from "@/lib/calendar/publish-profile";
import { db, Prisma } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { isOfTheProgram } from "@/lib/events/end-organisation";
import { alikeTo } from "@/lib/organisations/look-alikes";
import { isOwnerless } from "@/lib/organisations/ownerless";
import { stillVouches } from "@/lib/organisations/still-vouches";
import { can, organisationsReviewedBy, requireCan } from "@/lib/permissions/can";
import type { Viewer } from "@/lib/permissions/viewer";
import { skeleton } from "@/lib/text/plain";
import { listClaims, WAITING_CLAIM } from "./claim-queries";
import { APPROVED_BEFORE_TRUST, countReadAndApproved } from "./trust";

export type OrganisationFilter = "attention" | "all";

/** A request that somebody can act on: the mailbox has answered, or a coordinator is asked. */
const OPEN_REQUEST = {
	endedAt: null,
	confirmedAt: null,
	OR: [{ method: "coordinator" }, { provenAt: { not: null } }],
} satisfies Prisma.VerificationWhereInput;

const NEEDS_SOMEBODY = {
	closedAt: null,
	OR: [
		{ heldAt: { not: null }, heldReason: null },
		{ waiting: { not: Prisma.DbNull } },
		{ verifications: { some: OPEN_REQUEST } },
		{ claims: { some: WAITING_CLAIM } },
	],
} satisfies Prisma.OrganisationWhereInput;

/**
 * The organisations of the viewer's countries by name: those that wait for somebody, or all whose name has the words.
 * @throws DomainError unauthenticated, forbidden (no reviewer)
 */
export async function listReviewedOrganisations(
	viewer: Viewer,
	{
		filter,
		words = "",
		cursor = null,
		limit = 50,
	}: { filter: OrganisationFilter; words?: string; cursor?: string | null; limit?: number },
) {
	requireCan(viewer, { action: "queue.read" });
	const named: Prisma.OrganisationWhereInput = words
		? { name: { contains: words, mode: "insensitive" } }
		: {};
	const rows = await db.organisation.findMany({
		where: {
			AND: [organisationsReviewedBy(viewer), filter === "attention" ? NEEDS_SOMEBODY : named],
		},
		orderBy: [{ name: "asc" }, { id: "asc" }],
		take: limit + 1,
		...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
		select: {
			id: true,
			name: true,
			kind: true,
			country: true,
			isLookAlike: true,
			heldAt: true,
			waiting: true,
			verifiedAt: true,
			trustedAt: true,
			closedAt: true,
			verifications: { where: OPEN_REQUEST, select: { id: true } },
			claims: { where: WAITING_CLAIM, select: { id: true } },
		},
	});
	const items = rows.slice(0, limit).map(({ waiting, verifications, claims, ...row }) => ({
		...row,
		hasWaitingProfile: waiting !== null,
		asksForBadge: verifications.length > 0,
		isClaimed: claims.length > 0,
	}));
	return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** How many organisations wait for somebody in the viewer's countries. */
export async function countOrganisationsInNeed(viewer: Viewer): Promise<number> {
	return db.organisation.count({
		where: { AND: [organisationsReviewedBy(viewer), NEEDS_SOMEBODY] },
	});
}

/**
 * One organisation as a reviewer sees it, with what the viewer may do; who vouched is told only as "you" or "another".
 * @throws DomainError unauthenticated, forbidden (no reviewer), not_found (another territory)
 */
export async function getReviewedOrganisation(viewer: Viewer, organisationId: string) {
	requireCan(viewer, { action: "queue.read" });
	const row = await db.organisation.findFirst({
		where: { AND: [{ id: organisationId }, organisationsReviewedBy(viewer)] },
		select: {
			id: true,
			slug: true,
			name: true,
			nameSkeleton: true,
			kind: true,
			country: true,
			cityName: true,
			website: true,
			isLookAlike: true,
			heldAt: true,
			heldReason: true,
			waiting: true,
			waitingLogoId: true,
			version: true,
			verifiedAt: true,
			verifiedBy: true,
			verifiedWith: true,
			trustedAt: true,
			closedAt: true,
			createdAt: true,
			invitations: {
				where: { role: "owner" },
				orderBy: { sentAt: "desc" },
				select: { id: true, email: true, expiresAt: true },
			},
			texts: { select: { locale: true, name: true, nameSkeleton: true } },
			verifications: {
				where: { endedAt: null },
				select: {
					method: true,
					email: true,
					domain: true,
					provenAt: true,
					vouchedAt: true,
					vouchedById: true,
					requestedById: true,
					confirmedAt: true,
				},
			},
		},
	});
	if (!row || viewer.kind !== "user") throw new DomainError("not_found");
	const { verifications, nameSkeleton, texts, invitations, ...organisation } = row;
	const verification = verifications[0] ?? null;
	const approved = await countReadAndApproved(db, organisationId);
	const mayDecide = can(viewer, { action: "organisation.decide", organisation });
	const isFirst = [verification?.vouchedById, verification?.requestedById].includes(viewer.id);
	const isVouchedFor =
		verification !== null &&
		(await stillVouches(db, verification.vouchedById, {
			organisation,
			method: verification.method,
		}));
	const isProven = verification?.method === "domain" && verification.provenAt !== null;
	const mayVouch =
		!organisation.verifiedAt &&
		!organisation.closedAt &&
		!isVouchedFor &&
		verification?.requestedById !== viewer.id &&
		can(viewer, { action: "organisation.vouch", organisation }) &&
		(isProven ||
			(verification?.method !== "domain" && viewer.countries.includes(organisation.country)));
	return {
		...organisation,
		texts,
		verification: verification && {
			method: verification.method,
			email: verification.email,
			domain: verification.domain,
			provenAt: verification.provenAt,
			vouchedAt: verification.vouchedAt,
			isVouchedByViewer: verification.vouchedById === viewer.id,
			isVoucherGone: verification.vouchedAt !== null && !verification.confirmedAt && !isVouchedFor,
			confirmedAt: verification.confirmedAt,
		},
		lookAlikes: await listLookAlikes(organisation, [
			nameSkeleton,
			...texts.map((text) => text.nameSkeleton),
		]),
		approved,
		isOwnerless: await isOwnerless(db, organisationId),
		invitations: mayDecide ? invitations : [],
		claims: await listClaims(viewer, organisation),
		isOwn: viewer.memberships.some((membership) => membership.organisationId === row.id),
		mayDecide,
		mayVouch,
		mayConfirm:
			mayDecide &&
			!isFirst &&
			organisation.heldReason === null &&
			isVouchedFor &&
			!verification?.confirmedAt,
		mayClose: mayDecide && !organisation.closedAt && !(await isOfTheProgram(db, organisationId)),
		mayTrust:
			mayDecide &&
			!organisation.trustedAt &&
			!organisation.closedAt &&
			!organisation.heldAt &&
			approved >= APPROVED_BEFORE_TRUST,
	};
}
export type ReviewedOrganisation = Awaited<ReturnType<typeof getReviewedOrganisation>>;

async function listLookAlikes(
	{ id, waiting }: { id: string; waiting: unknown },
	skeletons: string[],
) {
	const wanted = readWaiting(waiting);
	const names = wanted ? [wanted.name, ...wanted.texts.map(({ name }) => name)] : [];
	return db.organisation.findMany({
		where: { AND: [alikeTo([...skeletons, ...names.map(skeleton)]), { id: { not: id } }] },
		orderBy: { createdAt: "asc" },
		take: 5,
		select: { name: true, slug: true, country: true, verifiedAt: true },
	});
}
