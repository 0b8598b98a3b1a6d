import type { Tx } from "@/lib/db/client";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { OPEN_CLAIM } from "./claim-organisation";

/** Ends what others claim of an organisation that has an owner now, and tells them; the caller holds its lock. */
export async function endClaims(
	tx: Tx,
	{ organisationId, ownerId, now }: { organisationId: string; ownerId: string; now: Date },
): Promise<void> {
	const where = { organisationId, ...OPEN_CLAIM };
	const claims = await tx.claim.findMany({
		where: { ...where, claimantId: { not: ownerId }, claimant: { disabledAt: null } },
		orderBy: { id: "asc" },
		select: {
			organisation: { select: { name: true } },
			claimant: { select: { email: true, locale: true } },
		},
	});
	await tx.claim.updateMany({ where, data: { endedAt: now } });
	for (const { organisation, claimant } of claims) {
		await enqueueMail(tx, {
			to: claimant.email,
			locale: claimant.locale,
			template: "claimVoid",
			props: { organisation: organisation.name },
		});
	}
}
