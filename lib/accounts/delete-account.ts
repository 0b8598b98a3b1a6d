import { audit } from "@/lib/audit/audit";
import { db, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { leaveWork } from "./leave-work";
import { deleteFactors } from "./remove-factor";
import { hashSecret } from "./session-cookie";

/** For so long after signing in a person counts as the one who signed in. */
const FRESH_MINUTES = 15;

/** Whether the session of this cookie value was opened a moment ago, so that a device left open deletes nothing. */
export async function isFreshSession(token: string | undefined, now: Date): Promise<boolean> {
	if (!token) return false;
	const since = new Date(now.getTime() - FRESH_MINUTES * 60_000);
	const session = await db.session.findFirst({
		where: { sessionToken: hashSecret(token), createdAt: { gt: since }, expires: { gt: now } },
		select: { id: true },
	});
	return session !== null;
}

/** The organisations of which nobody else is an owner who can sign in, by name. */
export async function listOnlyOwned(
	tx: Tx,
	userId: string,
): Promise<{ id: string; name: string }[]> {
	return tx.organisation.findMany({
		where: {
			memberships: {
				some: { userId, role: "owner" },
				none: { userId: { not: userId }, role: "owner", user: { disabledAt: null } },
			},
		},
		orderBy: [{ name: "asc" }, { id: "asc" }],
		select: { id: true, name: true },
	});
}

/**
 * Deletes the person's account: name, address, roles, memberships, sessions and mails go. The row stays without any of
 * them, because events, versions, decisions and the audit point to it; it can never sign in.
 * @throws DomainError invalid with `account`: the only owner of an organisation, or the only admin; factor_needed
 */
export async function deleteAccount(
	tx: Tx,
	viewer: SignedInViewer,
	{ now }: { now: Date },
): Promise<void> {
	await lockMemberships(tx, viewer.id);
	if ((await listOnlyOwned(tx, viewer.id)).length > 0) throw refused("account.onlyOwner");
	// Who got hold of a mailbox alone does not take a coordinator away.
	if (viewer.hasOffice && viewer.factor !== "proven") throw new DomainError("factor_needed");
	if (viewer.isAdmin && (await isOnlyAdmin(tx, viewer.id))) throw refused("account.onlyAdmin");
	await enqueueMail(tx, {
		to: viewer.email,
		locale: viewer.locale,
		template: "accountDeleted",
		props: {},
	});
	await audit(tx, {
		actorId: viewer.id,
		action: "account.deleted",
		subjectType: "user",
		subjectId: viewer.id,
		at: now,
	});
	const own = { where: { userId: viewer.id } };
	await deleteFactors(tx, viewer.id);
	await leaveWork(tx, viewer.id, now);
	await tx.session.deleteMany(own);
	await tx.account.deleteMany(own);
	await tx.membership.deleteMany(own);
	await tx.coordinator.deleteMany(own);
	await tx.idempotencyKey.deleteMany(own);
	await tx.draftReader.deleteMany(own);
	await tx.invitation.deleteMany({
		where: { OR: [{ email: viewer.email }, { invitedById: viewer.id }] },
	});
	await tx.signInRequest.deleteMany({ where: { email: viewer.email } });
	await tx.report.updateMany({ where: { email: viewer.email }, data: { email: null } });
	await tx.outboxMail.deleteMany({
		where: { to: { equals: viewer.email, mode: "insensitive" } },
	});
	await tx.claim.updateMany({ where: { claimantId: viewer.id }, data: { statement: "" } });
	// That a mailbox answered must stay; whose it was need not.
	await tx.$executeRaw`
		UPDATE "Claim" SET "email" = 'deleted@' || "domain"
		WHERE "domain" IS NOT NULL AND ("email" = ${viewer.email}::citext OR "claimantId" = ${viewer.id}::uuid)`;
	await tx.$executeRaw`
		UPDATE "Verification" SET "email" = 'deleted@' || "domain"
		WHERE "email" = ${viewer.email}::citext AND "domain" IS NOT NULL`;
	await tx.user.update({
		where: { id: viewer.id },
		data: {
			name: null,
			image: null,
			email: `deleted-${viewer.id}@deleted.invalid`,
			emailVerified: null,
			locale: "en",
			isAdmin: false,
			disabledAt: now,
		},
		select: { id: true },
	});
}

/** Two owners who delete their accounts at once come one after the other. */
async function lockMemberships(tx: Tx, userId: string): Promise<void> {
	await tx.$queryRaw`
		SELECT m."userId" FROM "Membership" m
		WHERE m."organisationId" IN (SELECT "organisationId" FROM "Membership" WHERE "userId" = ${userId}::uuid)
		ORDER BY m."organisationId", m."userId" FOR UPDATE`;
	await tx.$queryRaw`SELECT "id" FROM "User" WHERE "isAdmin" ORDER BY "id" FOR UPDATE`;
}

async function isOnlyAdmin(tx: Tx, userId: string): Promise<boolean> {
	const others = await tx.user.count({
		where: { isAdmin: true, disabledAt: null, id: { not: userId } },
	});
	return others === 0;
}

function refused(key: string): DomainError {
	return new DomainError("invalid", { fields: { account: key } });
}
