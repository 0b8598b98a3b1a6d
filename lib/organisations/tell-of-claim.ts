import { listReviewersOf } from "@/lib/accounts/reviewers";
import type { Tx } from "@/lib/db/client";
import { enqueueMail } from "@/lib/mail/enqueue-mail";

/** Tells those who review the organisation's country that a claim waits on which they can act. */
export async function tellOfClaim(
	tx: Tx,
	{
		organisation: { id, name, country },
		claimantId,
		now,
	}: {
		organisation: { id: string; name: string; country: string };
		claimantId: string;
		now: Date;
	},
): Promise<void> {
	const except = { organisationIds: [id], userId: claimantId };
	const reviewers = await listReviewersOf(tx, { country, except, now });
	for (const { email, locale } of reviewers) {
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "organisationClaimed",
			props: { organisationId: id, organisation: name, country },
		});
	}
}
