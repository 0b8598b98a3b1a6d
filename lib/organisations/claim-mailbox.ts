import { hashSecret } from "@/lib/accounts/session-cookie";
import { audit } from "@/lib/audit/audit";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { OPEN_CLAIM } from "./claim-organisation";
import { tellOfClaim } from "./tell-of-claim";

/** What a link to a mailbox that a claim has named is about; null when it is over or unknown. It changes nothing. */
export async function findClaimProof(
	token: string,
	now: Date,
): Promise<{ organisation: string; email: string | null; claimant: string } | null> {
	const row = await db.claim.findFirst({
		where: openProof(token, now),
		select: {
			email: true,
			organisation: { select: { name: true } },
			claimant: { select: { email: true } },
		},
	});
	return (
		row && {
			organisation: row.organisation.name,
			email: row.email,
			claimant: row.claimant.email,
		}
	);
}

/** Notes that the mailbox has answered, once. @throws DomainError expired */
export async function proveClaim(token: string, now: Date): Promise<void> {
	await inTransaction(async (tx) => {
		const where = openProof(token, now);
		const row = await tx.claim.findFirst({
			where,
			select: {
				id: true,
				claimantId: true,
				organisation: { select: { id: true, name: true, country: true } },
			},
		});
		if (!row) throw new DomainError("expired");
		const { count } = await tx.claim.updateMany({
			where: { ...where, id: row.id },
			data: { provenAt: now, tokenHash: null },
		});
		if (count === 0) throw new DomainError("expired");
		await audit(tx, {
			actorId: null,
			action: "organisation.mailbox_proven",
			subjectType: "organisation",
			subjectId: row.organisation.id,
			detail: { claimId: row.id },
			at: now,
		});
		await tellOfClaim(tx, { ...row, now });
	});
}

function openProof(token: string, now: Date) {
	return {
		tokenHash: hashSecret(token),
		provenAt: null,
		expiresAt: { gt: now },
		...OPEN_CLAIM,
	};
}
