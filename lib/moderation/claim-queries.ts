import { db, type Prisma } from "@/lib/db/client";
import { OPEN_CLAIM } from "@/lib/organisations/claim-organisation";
import { stillVouches } from "@/lib/organisations/still-vouches";
import { can } from "@/lib/permissions/can";
import type { SignedInViewer } from "@/lib/permissions/viewer";

/** A claim that somebody can act on: the mailbox has answered, or a coordinator is asked. */
export const WAITING_CLAIM = {
	...OPEN_CLAIM,
	OR: [{ method: "coordinator" }, { provenAt: { not: null } }],
} satisfies Prisma.ClaimWhereInput;

/** The open claims on an organisation that the viewer reviews, first come first, with what the viewer may do. */
export async function listClaims(
	viewer: SignedInViewer,
	organisation: { id: string; country: string },
) {
	// A member learns of them by their decision only: they might know the claimant.
	if (!can(viewer, { action: "organisation.vouch", organisation })) return [];
	const rows = await db.claim.findMany({
		where: { organisationId: organisation.id, ...WAITING_CLAIM },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		select: {
			id: true,
			statement: true,
			method: true,
			email: true,
			domain: true,
			vouchedAt: true,
			vouchedById: true,
			createdAt: true,
			claimantId: true,
			claimant: { select: { name: true, email: true } },
		},
	});
	const mayDecide = can(viewer, { action: "organisation.decide", organisation });
	const open = rows.map(async ({ claimantId, vouchedById, ...claim }) => {
		const isOwn = claimantId === viewer.id;
		const { method } = claim;
		const isVouchedFor = await stillVouches(db, vouchedById, { organisation, method });
		return {
			...claim,
			isOwn,
			isVouchedByViewer: vouchedById === viewer.id,
			/** Whoever vouched has the office no more: somebody else has to. */
			isVoucherGone: vouchedById !== null && !isVouchedFor,
			mayVouch:
				!isOwn &&
				!isVouchedFor &&
				(claim.method === "domain" || viewer.countries.includes(organisation.country)),
			mayConfirm: mayDecide && !isOwn && isVouchedFor && vouchedById !== viewer.id,
			mayRefuse: mayDecide && !isOwn,
		};
	});
	return Promise.all(open);
}
export type WaitingClaim = Awaited<ReturnType<typeof listClaims>>[number];
