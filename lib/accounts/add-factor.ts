import { audit } from "@/lib/audit/audit";
import { db, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { mayAddFactor, requireFreshProof } from "@/lib/permissions/second-factor";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { findChallenge, putChallenge } from "./factor-challenges";
import { mailFactorChange, noteProof } from "./prove-factor";
import { seal, unseal } from "./seal";
import type { NewSession } from "./sessions";
import { newTotpSecret, totpAddress, totpStepOf } from "./totp";

/** What an app needs to be set up: shown once, to the session that asked. */
export type NewApp = { secret: string; address: string };

/**
 * Makes a secret for an app; it counts once a code of it was typed.
 * @throws DomainError proof_needed, forbidden, conflict (the person has an app)
 */
export async function beginApp(
	tx: Tx,
	viewer: SignedInViewer,
	{ now }: { now: Date },
): Promise<void> {
	requireMayAdd(viewer, now);
	if (await tx.authenticator.findUnique({ where: { userId: viewer.id }, select: { userId: true } }))
		throw new DomainError("conflict");
	const value = seal(newTotpSecret(), viewer.id);
	await putChallenge(tx, viewer, { purpose: "new_app", value, now });
}

/** The app that this session is setting up; null when it is not, may not or took too long. */
export async function findNewApp(viewer: SignedInViewer, now: Date): Promise<NewApp | null> {
	if (!mayAddFactor(viewer, now)) return null;
	const sealed = await findChallenge(db, viewer, { purpose: "new_app", now });
	const secret = sealed && unseal(sealed, viewer.id);
	return secret ? { secret, address: totpAddress(secret, viewer.email) } : null;
}

/**
 * Adds the app, whose first code proves the factor for this session.
 * @throws DomainError expired, wrong_code, proof_needed, forbidden, conflict (another factor was added meanwhile)
 */
export async function addApp(
	tx: Tx,
	viewer: SignedInViewer,
	{ code, now }: { code: string; now: Date },
): Promise<NewSession> {
	await lockFactors(tx, viewer, now);
	const sealed = await findChallenge(tx, viewer, { purpose: "new_app", now });
	const secret = sealed && unseal(sealed, viewer.id);
	if (!sealed || !secret) throw new DomainError("expired", { fields: { code: "factor.over" } });
	const step = totpStepOf(secret, code, now);
	if (step === null) throw new DomainError("wrong_code", { fields: { code: "factor.wrongCode" } });
	const { count } = await tx.authenticator.createMany({
		data: [{ userId: viewer.id, secret: sealed, lastStep: step, createdAt: now }],
		skipDuplicates: true,
	});
	if (count === 0) throw new DomainError("conflict");
	await tx.factorChallenge.deleteMany({
		where: { purpose: "new_app", session: { userId: viewer.id } },
	});
	return noteAdded(tx, viewer, { kind: "app", now });
}

/** @throws DomainError forbidden (no office), proof_needed (there is a factor: prove it first) */
export function requireMayAdd(viewer: SignedInViewer, now: Date): void {
	if (mayAddFactor(viewer, now)) return;
	if (viewer.factor === "none") throw new DomainError("forbidden");
	requireFreshProof(viewer, now);
}

/**
 * Holds the person's factors as they stand until the end of the transaction: of two sessions that both found none, only
 * one adds the first.
 * @throws DomainError as requireMayAdd does; conflict (another session was faster)
 */
export async function lockFactors(tx: Tx, viewer: SignedInViewer, now: Date): Promise<void> {
	requireMayAdd(viewer, now);
	await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${viewer.id}::uuid FOR UPDATE`;
	if (viewer.factor === "none" && (await countFactors(tx, viewer.id)) > 0)
		throw new DomainError("conflict");
}

/** How many factors the person could prove. */
export async function countFactors(tx: Tx, userId: string): Promise<number> {
	const [apps, passkeys] = [
		await tx.authenticator.count({ where: { userId } }),
		await tx.passkey.count({ where: { userId } }),
	];
	return apps + passkeys;
}

/** Trace and mail of a factor that was added; having added it proves it. */
export async function noteAdded(
	tx: Tx,
	viewer: SignedInViewer,
	{ kind, now }: { kind: "app" | "passkey"; now: Date },
): Promise<NewSession> {
	await audit(tx, {
		actorId: viewer.id,
		action: "factor.added",
		subjectType: "user",
		subjectId: viewer.id,
		detail: { kind },
		at: now,
	});
	await mailFactorChange(tx, viewer, `${kind}_added`);
	return noteProof(tx, viewer, { by: kind, now });
}
