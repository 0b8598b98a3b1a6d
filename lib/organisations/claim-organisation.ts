import { hashSecret } from "@/lib/accounts/session-cookie";
import { newLinkToken } from "@/lib/accounts/sign-in-secrets";
import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { requireCan } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import type { ClaimInput, ClaimRef } from "./claim-schema";
import { type LockedOrganisation, lockOrganisation } from "./lock-organisation";
import { findOfficialDomain } from "./official-domains";
import { isClaimable } from "./ownerless";
import { PROOF_DAYS } from "./request-verification";
import { tellOfClaim } from "./tell-of-claim";

/** Open at once, so that nobody claims the world. */
export const MAX_OPEN_CLAIMS = 3;
const DAY_MS = 86_400_000;

/** A claim on which nobody has decided. */
export const OPEN_CLAIM = { confirmedAt: null, endedAt: null } as const;

/**
 * Says that an organisation which nobody owns is one's own; an earlier claim of the same person on it ends. A mailbox on an
 * official domain is proven as for the badge: by signing in with it, or by a link that it gets.
 * @returns whether a mail to the mailbox is on its way
 * @throws DomainError unauthenticated, not_found (unknown, or the public does not know it), conflict (it has an owner),
 * invalid (no official domain, too many open claims)
 */
export async function claimOrganisation(
	tx: Tx,
	viewer: Viewer,
	{ input, now }: { input: ClaimInput; now: Date },
): Promise<{ isMailed: boolean }> {
	requireCan(viewer, { action: "organisation.claim" });
	const organisation = await lockOrganisation(tx, input.organisationId);
	if (!(await isClaimable(tx, organisation.id))) throw new DomainError("conflict");
	await lockClaims(tx, viewer);
	const mine = { claimantId: viewer.id, ...OPEN_CLAIM };
	await tx.claim.updateMany({
		where: { organisationId: organisation.id, ...mine },
		data: { endedAt: now },
	});
	if ((await tx.claim.count({ where: mine })) >= MAX_OPEN_CLAIMS)
		throw new DomainError("invalid", { fields: { statement: "field.tooManyClaims" } });
	const { claimId, isMailed } = await keep(tx, viewer, { organisation, input, now });
	await note(tx, viewer, {
		action: "organisation.claim_made",
		organisationId: organisation.id,
		claimId,
		now,
	});
	if (!isMailed) await tellOfClaim(tx, { organisation, claimantId: viewer.id, now });
	return { isMailed };
}

/** Takes one's own claim back. @throws DomainError unauthenticated, not_found (another's, or decided) */
export async function withdrawClaim(
	tx: Tx,
	viewer: Viewer,
	{ organisationId, claimId, now }: ClaimRef & { now: Date },
): Promise<void> {
	requireCan(viewer, { action: "organisation.claim" });
	const { count } = await tx.claim.updateMany({
		where: { id: claimId, organisationId, claimantId: viewer.id, ...OPEN_CLAIM },
		data: { endedAt: now },
	});
	if (count === 0) throw new DomainError("not_found");
	await note(tx, viewer, { action: "organisation.claim_withdrawn", organisationId, claimId, now });
}

/** Two claims of one person at once come one after the other. */
async function lockClaims(tx: Tx, { id }: SignedInViewer): Promise<void> {
	await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
}

async function keep(
	tx: Tx,
	viewer: SignedInViewer,
	{ organisation, input, now }: { organisation: LockedOrganisation; input: ClaimInput; now: Date },
): Promise<{ claimId: string; isMailed: boolean }> {
	const claim = {
		organisationId: organisation.id,
		claimantId: viewer.id,
		statement: input.statement,
		method: input.method,
		createdAt: now,
	};
	const select = { id: true };
	if (input.method === "coordinator") {
		const { id: claimId } = await tx.claim.create({ data: claim, select });
		return { claimId, isMailed: false };
	}
	const { email } = input;
	const domain = await findOfficialDomain(tx, email);
	if (domain === null)
		throw new DomainError("invalid", { fields: { email: "field.officialDomain" } });
	const isOwn = email.toLowerCase() === viewer.email.toLowerCase();
	const token = newLinkToken();
	const proof = isOwn
		? { provenAt: now }
		: {
				tokenHash: hashSecret(token),
				expiresAt: new Date(now.getTime() + PROOF_DAYS * DAY_MS),
			};
	const { id: claimId } = await tx.claim.create({
		data: { ...claim, email, domain, ...proof },
		select,
	});
	if (!isOwn)
		await enqueueMail(tx, {
			to: email,
			locale: viewer.locale,
			template: "claimProof",
			props: {
				link: `${env().APP_URL}/${viewer.locale}/mailbox?token=${token}`,
				organisation: organisation.name,
				claimant: viewer.email,
			},
		});
	return { claimId, isMailed: !isOwn };
}

async function note(
	tx: Tx,
	{ id: actorId }: SignedInViewer,
	{
		action,
		organisationId,
		claimId,
		now,
	}: {
		action: "organisation.claim_made" | "organisation.claim_withdrawn";
		organisationId: string;
		claimId: string;
		now: Date;
	},
): Promise<void> {
	await audit(tx, {
		actorId,
		action,
		subjectType: "organisation",
		subjectId: organisationId,
		detail: { claimId },
		at: now,
	});
}
