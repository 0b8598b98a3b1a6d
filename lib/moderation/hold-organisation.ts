import { z } from "zod";
import { audit } from "@/lib/audit/audit";
import { refreshOrganiser } from "@/lib/calendar/refresh-organiser";
import { settleOrganiserEverywhere } from "@/lib/calendar/settle-organisers";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { listMembersToTell } from "@/lib/events/people-to-tell";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { endBadge } from "@/lib/organisations/end-badge";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import type { Viewer } from "@/lib/permissions/viewer";
import { cleanText } from "@/lib/text/plain";
import { lockAsAdmin } from "./organisation-standing";

export const holdInput = z.strictObject({
	organisationId: z.uuid(),
	reason: z
		.string()
		.max(1000, "field.tooLong")
		.transform(cleanText)
		.refine((reason) => reason.length >= 3, "field.reason"),
});

/**
 * Holds an organisation by hand, until `releaseOrganisation`: nothing new of it becomes public, be it approved or trusted.
 * Badge and trust end, and events of others name it no more; its own events and its page stay. Its members are mailed
 * the reason.
 * @throws DomainError as lockAsAdmin does; proof_needed, illegal_transition (held by hand already)
 */
export async function holdOrganisation(
	tx: Tx,
	viewer: Viewer,
	{ input: { organisationId, reason }, now }: { input: z.infer<typeof holdInput>; now: Date },
): Promise<void> {
	const { organisation, admin } = await lockAsAdmin(tx, viewer, organisationId);
	requireFreshProof(admin, now);
	if (organisation.heldReason !== null) throw new DomainError("illegal_transition");
	await endBadge(tx, { organisation, actorId: admin.id, reason: "held", now });
	await tx.organisation.update({
		where: { id: organisationId },
		data: { heldAt: organisation.heldAt ?? now, heldReason: reason },
		select: { id: true },
	});
	await refreshOrganiser(tx, organisationId);
	await settleOrganiserEverywhere(tx, { organisationId, now });
	await audit(tx, {
		actorId: admin.id,
		action: "organisation.held",
		subjectType: "organisation",
		subjectId: organisationId,
		// A release erases it.
		detail: { reason },
		at: now,
	});
	for (const { email, locale } of await listMembersToTell(tx, organisationId))
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "organisationHeld",
			props: { organisationId, organisation: organisation.name, reason },
		});
}
