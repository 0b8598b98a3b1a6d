import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import type { LockedOrganisation } from "./lock-organisation";

/**
 * Ends badge, open verification and trust of a locked organisation: a person took them away, or it bears another name.
 * The caller refreshes what is public (`lib/calendar/refresh-organiser`).
 */
export async function endBadge(
	tx: Tx,
	{
		organisation: { id, verifiedAt, trustedAt },
		actorId,
		reason,
		now,
	}: {
		organisation: LockedOrganisation;
		actorId: string;
		reason: "renamed" | "taken_away" | "closed" | "held";
		now: Date;
	},
): Promise<void> {
	const { count } = await tx.verification.updateMany({
		where: { organisationId: id, endedAt: null },
		data: { endedAt: now },
	});
	await tx.organisation.update({
		where: { id },
		data: {
			verifiedAt: null,
			verifiedBy: null,
			verifiedWith: null,
			trustedAt: null,
			trustedById: null,
		},
		select: { id: true },
	});
	const about = { actorId, subjectType: "organisation", subjectId: id, at: now } as const;
	if (verifiedAt || count > 0) {
		await audit(tx, {
			...about,
			action: "organisation.verification_ended",
			detail: { reason, wasVerified: verifiedAt !== null },
		});
	}
	if (trustedAt)
		await audit(tx, { ...about, action: "organisation.trust_ended", detail: { reason } });
}
