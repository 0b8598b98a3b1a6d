import { audit } from "@/lib/audit/audit";
import { inTransaction, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import type { FactorChange } from "@/lib/mail/mail-schema";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { sessionIdOf } from "./factor-challenges";
import { forgiveTries, payTry, refuseFactor } from "./factor-tries";
import { unseal } from "./seal";
import { hashSecret, newSessionToken, sessionCookieName } from "./session-cookie";
import type { NewSession } from "./sessions";
import { totpStepOf } from "./totp";

export type FactorKind = "app" | "passkey" | "recovery_code";

/**
 * Proves the second factor with a code of the person's app. Each code works once.
 * @throws DomainError factor_locked, wrong_code
 */
export async function proveByApp(
	viewer: SignedInViewer,
	{ code, now }: { code: string; now: Date },
): Promise<NewSession> {
	await payTry(viewer.id, now);
	const proven = await inTransaction(async (tx) =>
		(await takeAppCode(tx, viewer.id, { code, now }))
			? noteProof(tx, viewer, { by: "app", now })
			: null,
	);
	if (proven) return proven;
	const message = "factor.wrongCode";
	return refuseFactor(viewer.id, { by: "app", field: "code", message, now });
}

/**
 * Proves it with one of the person's recovery codes, which is used up then; a mail tells them.
 * @throws DomainError factor_locked, wrong_code
 */
export async function proveByRecoveryCode(
	viewer: SignedInViewer,
	{ code, now }: { code: string; now: Date },
): Promise<NewSession> {
	await payTry(viewer.id, now);
	const proven = await inTransaction(async (tx) => {
		const { count } = await tx.recoveryCode.deleteMany({
			where: { userId: viewer.id, hash: hashSecret(code) },
		});
		if (count === 0) return null;
		await mailFactorChange(tx, viewer, "code_used");
		return noteProof(tx, viewer, { by: "recovery_code", now });
	});
	if (proven) return proven;
	const message = "factor.wrongRecoveryCode";
	return refuseFactor(viewer.id, { by: "recovery_code", field: "recoveryCode", message, now });
}

/**
 * The session has proven its second factor. It gets another secret: whoever had copied the cookie before is left with
 * nothing (OWASP ASVS 5.0, 7.2.4).
 * @throws DomainError unauthenticated (the session has ended meanwhile)
 */
export async function noteProof(
	tx: Tx,
	viewer: SignedInViewer,
	{ by, now }: { by: FactorKind; now: Date },
): Promise<NewSession> {
	const { token } = newSessionToken(now);
	const [session] = await tx.session.updateManyAndReturn({
		where: { id: sessionIdOf(viewer), userId: viewer.id },
		data: { provenAt: now, sessionToken: hashSecret(token) },
		select: { expires: true },
	});
	if (!session) throw new DomainError("unauthenticated");
	await forgiveTries(tx, viewer.id);
	await audit(tx, {
		actorId: viewer.id,
		action: "factor.proven",
		subjectType: "user",
		subjectId: viewer.id,
		detail: { by },
		at: now,
	});
	return { token, expires: session.expires, cookieName: sessionCookieName() };
}

/** Tells a person that a way to prove who they are has come, gone or been used. */
export async function mailFactorChange(
	tx: Tx,
	person: { email: string; locale: string },
	change: FactorChange,
): Promise<void> {
	await enqueueMail(tx, {
		to: person.email,
		locale: person.locale,
		template: "factorChanged",
		props: { change },
	});
}

/** True when it is a code of the person's app that was not used yet, which it is from now on. */
async function takeAppCode(
	tx: Tx,
	userId: string,
	{ code, now }: { code: string; now: Date },
): Promise<boolean> {
	const app = await tx.authenticator.findUnique({ where: { userId }, select: { secret: true } });
	const secret = app && unseal(app.secret, userId);
	const step = secret ? totpStepOf(secret, code, now) : null;
	if (step === null) return false;
	const { count } = await tx.authenticator.updateMany({
		where: { userId, lastStep: { lt: step } },
		data: { lastStep: step },
	});
	return count === 1;
}
