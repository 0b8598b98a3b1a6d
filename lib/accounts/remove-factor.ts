import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { requireCan } from "@/lib/permissions/can";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { countFactors } from "./add-factor";
import { mailFactorChange } from "./prove-factor";

/** Removes the person's own app. @throws DomainError proof_needed, not_found */
export async function removeApp(
	tx: Tx,
	viewer: SignedInViewer,
	{ now }: { now: Date },
): Promise<void> {
	requireFreshProof(viewer, now);
	const { count } = await tx.authenticator.deleteMany({ where: { userId: viewer.id } });
	if (count === 0) throw new DomainError("not_found");
	await noteRemoved(tx, viewer, { kind: "app", now });
}

/** Removes one of the person's own passkeys. @throws DomainError proof_needed, not_found */
export async function removePasskey(
	tx: Tx,
	viewer: SignedInViewer,
	{ passkeyId, now }: { passkeyId: string; now: Date },
): Promise<void> {
	requireFreshProof(viewer, now);
	const { count } = await tx.passkey.deleteMany({ where: { id: passkeyId, userId: viewer.id } });
	if (count === 0) throw new DomainError("not_found");
	await noteRemoved(tx, viewer, { kind: "passkey", now });
}

/**
 * Takes all factors and sign-ins of another person away, who has lost their device: they sign in with their mailbox and
 * set up a new one. Never one's own.
 * @throws DomainError proof_needed, forbidden, not_found (no such person)
 */
export async function resetFactors(
	tx: Tx,
	viewer: SignedInViewer,
	{ userId, now }: { userId: string; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "factors.reset", userId });
	requireFreshProof(viewer, now);
	const person = await tx.user.findFirst({
		where: { id: userId, disabledAt: null },
		select: { id: true, email: true, locale: true },
	});
	if (!person) throw new DomainError("not_found");
	await takeAllFactors(tx, { person, actorId: viewer.id, now });
}

/** For `resetFactors` and for whoever runs the program (`npm run factors:reset`). */
export async function takeAllFactors(
	tx: Tx,
	{
		person,
		actorId,
		now,
	}: {
		person: { id: string; email: string; locale: string };
		actorId: string | null;
		now: Date;
	},
): Promise<void> {
	await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${person.id}::uuid FOR UPDATE`;
	await deleteFactors(tx, person.id);
	await tx.session.deleteMany({ where: { userId: person.id } });
	await audit(tx, {
		actorId,
		action: "factor.reset",
		subjectType: "user",
		subjectId: person.id,
		at: now,
	});
	await mailFactorChange(tx, person, "reset");
}

/** Everything by which the person proves the second factor. */
export async function deleteFactors(tx: Tx, userId: string): Promise<void> {
	await tx.authenticator.deleteMany({ where: { userId } });
	await tx.passkey.deleteMany({ where: { userId } });
	await tx.recoveryCode.deleteMany({ where: { userId } });
	await tx.session.updateMany({ where: { userId }, data: { provenAt: null } });
	await tx.user.update({
		where: { id: userId },
		data: { factorFailures: 0, factorLockedUntil: null },
		select: { id: true },
	});
}

async function noteRemoved(
	tx: Tx,
	viewer: SignedInViewer,
	{ kind, now }: { kind: "app" | "passkey"; now: Date },
): Promise<void> {
	// Recovery codes stand in for a factor; without any they are worth nothing.
	if ((await countFactors(tx, viewer.id)) === 0) await deleteFactors(tx, viewer.id);
	await audit(tx, {
		actorId: viewer.id,
		action: "factor.removed",
		subjectType: "user",
		subjectId: viewer.id,
		detail: { kind },
		at: now,
	});
	await mailFactorChange(tx, viewer, `${kind}_removed`);
}
