import type { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { closingInput, requireDayGone } from "@/lib/events/close-organisation";
import { endOrganisation, isOfTheProgram, lockOpenMatters } from "@/lib/events/end-organisation";
import { listMembersToTell, type Person } from "@/lib/events/people-to-tell";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { OPEN_CLAIM } from "@/lib/organisations/claim-organisation";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import { asOwnerOf, type Viewer } from "@/lib/permissions/viewer";
import { holdInput } from "./hold-organisation";
import { lockAsAdmin } from "./organisation-standing";

export const closingByAdminInput = closingInput.extend({ reason: holdInput.shape.reason });
export type ClosingByAdmin = z.infer<typeof closingByAdminInput>;

/**
 * An admin closes an organisation for good, whoever is a member (`endOrganisation`); its members, and those who claim it, are
 * mailed the reason. What is public stays, coming events too. Those of imported lists are not closed: they exist on.
 * @throws DomainError as lockAsAdmin does; proof_needed, invalid (a day to come), illegal_transition (closed, or of a list)
 */
export async function closeAsAdmin(
	tx: Tx,
	viewer: Viewer,
	{ input, now }: { input: ClosingByAdmin; now: Date },
): Promise<{ slug: string }> {
	const { organisationId, dissolvedOn, reason } = input;
	const open = await lockOpenMatters(tx, organisationId);
	const { organisation, admin } = await lockAsAdmin(tx, viewer, organisationId);
	requireFreshProof(admin, now);
	requireDayGone(dissolvedOn, now);
	if (organisation.closedAt || (await isOfTheProgram(tx, organisationId)))
		throw new DomainError("illegal_transition");
	const members = await listMembersToTell(tx, organisationId);
	const claimants = await endOpenClaims(tx, { organisationId, now });
	const actor = asOwnerOf(admin, organisationId);
	const ended = await endOrganisation(tx, actor, { organisation, open, dissolvedOn, reason, now });
	const props = { organisation: organisation.name, reason };
	for (const { email, locale } of members)
		await enqueueMail(tx, { to: email, locale, template: "organisationClosed", props });
	for (const { email, locale } of claimants)
		await enqueueMail(tx, { to: email, locale, template: "claimRefused", props });
	return ended;
}

/** Nobody gets an organisation that is closed. */
async function endOpenClaims(
	tx: Tx,
	{ organisationId, now }: { organisationId: string; now: Date },
): Promise<Person[]> {
	const where = { organisationId, ...OPEN_CLAIM };
	const claims = await tx.claim.findMany({
		where: { ...where, claimant: { disabledAt: null } },
		orderBy: { id: "asc" },
		select: { claimant: { select: { email: true, locale: true } } },
	});
	await tx.claim.updateMany({ where, data: { endedAt: now } });
	return claims.map(({ claimant }) => claimant);
}
