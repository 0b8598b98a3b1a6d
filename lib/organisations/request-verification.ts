import { listReviewersOf } from "@/lib/accounts/reviewers";
import { hashSecret } from "@/lib/accounts/session-cookie";
import { newLinkToken } from "@/lib/accounts/sign-in-secrets";
import { audit } from "@/lib/audit/audit";
import { db, inTransaction, type Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { type LockedOrganisation, lockAsOwner } from "./lock-organisation";
import { findOfficialDomain } from "./official-domains";
import type { VerificationInput } from "./schema";

export const PROOF_DAYS = 3;
const DAY_MS = 86_400_000;

/**
 * Asks for the badge, by a mailbox on a listed official domain or by a coordinator; an earlier request ends. The address
 * that one signs in with is proven by that; any other mailbox gets a link.
 * @returns whether a mail to the mailbox is on its way
 * @throws DomainError as lockAsOwner does; conflict (verified already), invalid (no official domain)
 */
export async function requestVerification(
	tx: Tx,
	viewer: Viewer,
	{ input, now }: { input: VerificationInput; now: Date },
): Promise<{ isMailed: boolean }> {
	const { organisation, owner } = await lockAsOwner(tx, viewer, input.organisationId);
	if (organisation.verifiedAt) throw new DomainError("conflict");
	await tx.verification.updateMany({
		where: { organisationId: organisation.id, endedAt: null },
		data: { endedAt: now },
	});
	const isMailed =
		input.method === "domain"
			? await askMailbox(tx, owner, { organisation, email: input.email, now })
			: await askCoordinators(tx, owner, { organisation, now });
	await audit(tx, {
		actorId: owner.id,
		action: "organisation.verification_requested",
		subjectType: "organisation",
		subjectId: organisation.id,
		detail: { method: input.method, isMailed },
		at: now,
	});
	if (!isMailed) await tellReviewers(tx, { ...organisation, now });
	return { isMailed };
}

type About = { organisation: LockedOrganisation; now: Date };

async function askCoordinators(
	tx: Tx,
	owner: SignedInViewer,
	{ organisation, now }: About,
): Promise<false> {
	await tx.verification.create({
		data: {
			organisationId: organisation.id,
			method: "coordinator",
			requestedById: owner.id,
			createdAt: now,
		},
		select: { id: true },
	});
	return false;
}

async function askMailbox(
	tx: Tx,
	owner: SignedInViewer,
	{ organisation, email, now }: About & { email: string },
): Promise<boolean> {
	const domain = await findOfficialDomain(tx, email);
	if (domain === null)
		throw new DomainError("invalid", { fields: { email: "field.officialDomain" } });
	const isOwn = email.toLowerCase() === owner.email.toLowerCase();
	const token = newLinkToken();
	await tx.verification.create({
		data: {
			organisationId: organisation.id,
			method: "domain",
			email,
			domain,
			requestedById: owner.id,
			createdAt: now,
			...(isOwn
				? { provenAt: now }
				: {
						tokenHash: hashSecret(token),
						expiresAt: new Date(now.getTime() + PROOF_DAYS * DAY_MS),
					}),
		},
		select: { id: true },
	});
	if (isOwn) return false;
	await enqueueMail(tx, {
		to: email,
		locale: owner.locale,
		template: "mailboxProof",
		props: {
			link: `${env().APP_URL}/${owner.locale}/mailbox?token=${token}`,
			organisation: organisation.name,
		},
	});
	return true;
}

/** The organisation that a link of a mailbox is about; null when it is over or unknown. It changes nothing. */
export async function findMailboxProof(
	token: string,
	now: Date,
): Promise<{ organisation: string; email: string | null } | null> {
	const row = await db.verification.findFirst({
		where: openProof(token, now),
		select: { email: true, organisation: { select: { name: true } } },
	});
	return row && { organisation: row.organisation.name, email: row.email };
}

/**
 * Notes that the mailbox has answered: whoever reads it has the link, and needs no account. It works once.
 * @throws DomainError expired
 */
export async function proveMailbox(token: string, now: Date): Promise<void> {
	await inTransaction(async (tx) => {
		const where = openProof(token, now);
		const row = await tx.verification.findFirst({
			where,
			select: { id: true, organisation: { select: { id: true, name: true, country: true } } },
		});
		if (!row) throw new DomainError("expired");
		const { count } = await tx.verification.updateMany({
			where: { ...where, id: row.id },
			data: { provenAt: now, tokenHash: null },
		});
		if (count === 0) throw new DomainError("expired");
		await audit(tx, {
			actorId: null,
			action: "organisation.mailbox_proven",
			subjectType: "organisation",
			subjectId: row.organisation.id,
			detail: { verificationId: row.id },
			at: now,
		});
		await tellReviewers(tx, { ...row.organisation, now });
	});
}

function openProof(token: string, now: Date) {
	return {
		tokenHash: hashSecret(token),
		provenAt: null,
		endedAt: null,
		expiresAt: { gt: now },
	};
}

async function tellReviewers(
	tx: Tx,
	{ id, name, country, now }: { id: string; name: string; country: string; now: Date },
): Promise<void> {
	const reviewers = await listReviewersOf(tx, { country, except: { organisationIds: [id] }, now });
	for (const { email, locale } of reviewers) {
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "verificationRequested",
			props: { organisationId: id, organisation: name, country },
		});
	}
}
