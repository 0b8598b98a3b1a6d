import { z } from "zod";
import type { Device } from "@/lib/accounts/device";
import { hashSecret } from "@/lib/accounts/session-cookie";
import { createSession, type NewSession } from "@/lib/accounts/sessions";
import { hashCode, isSameHash } from "@/lib/accounts/sign-in-secrets";
import { audit } from "@/lib/audit/audit";
import { db, inTransaction, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { isBlockedAddress } from "@/lib/mail/blocked-addresses";

type Proof = { token: string } | { requestId: string; code: string };

/** A finished sign-in; `returnTo` is a path that was checked when the request was made. */
export type SignedIn = { userId: string; session: NewSession; returnTo: string | null };

/**
 * Signs in by the link's token, or by a code together with the id of the request that this browser
 * made. Either works once, for 20 minutes; five wrong codes end the request. The first sign-in
 * makes the account, in the language of the request.
 * @throws DomainError `expired`, `wrong_code`, `too_many_tries`, or `forbidden` for a disabled user.
 */
export async function confirmSignIn(
	proof: Proof,
	now: Date,
	device: Device = { browser: null, system: null },
): Promise<SignedIn> {
	const requestId =
		"token" in proof ? await requestOfToken(proof.token) : await requestOfCode(proof, now);
	return inTransaction(async (tx) => {
		const request = await consume(tx, requestId, now);
		// Asked for before the address was blocked.
		if (await isBlockedAddress(tx, request.email)) throw new DomainError("expired");
		const userId = await userOf(tx, request, now);
		const session = await createSession(tx, userId, now, device);
		await audit(tx, {
			actorId: userId,
			action: "account.signed_in",
			subjectType: "user",
			subjectId: userId,
			detail: { by: "token" in proof ? "link" : "code" },
			at: now,
		});
		return { userId, session, returnTo: request.returnTo };
	});
}

/**
 * The address that a link would sign in, or null when it is used up, over or unknown. It changes
 * nothing, so mail scanners that follow links do no harm.
 */
export async function findSignInEmail(token: string, now: Date): Promise<string | null> {
	const request = await db.signInRequest.findFirst({
		where: { tokenHash: hashSecret(token), consumedAt: null, expiresAt: { gt: now } },
		select: { email: true },
	});
	return request?.email ?? null;
}

/** The request of this browser, if it can still be answered with a code. */
export async function findOpenRequest(
	requestId: string,
	now: Date,
): Promise<{ email: string; returnTo: string | null } | null> {
	if (!z.uuid().safeParse(requestId).success) return null;
	return db.signInRequest.findFirst({
		where: { id: requestId, consumedAt: null, expiresAt: { gt: now } },
		select: { email: true, returnTo: true },
	});
}

async function requestOfToken(token: string): Promise<string> {
	const request = await db.signInRequest.findUnique({
		where: { tokenHash: hashSecret(token) },
		select: { id: true },
	});
	if (!request) throw new DomainError("expired");
	return request.id;
}

/** Each guess is paid for first and in one statement, so that parallel guesses gain nothing. */
async function requestOfCode(
	{ requestId, code }: { requestId: string; code: string },
	now: Date,
): Promise<string> {
	// The id comes from a cookie, which anyone can write.
	if (!z.uuid().safeParse(requestId).success) throw new DomainError("expired");
	const [paid] = await db.signInRequest.updateManyAndReturn({
		where: { id: requestId, consumedAt: null, expiresAt: { gt: now }, triesLeft: { gt: 0 } },
		data: { triesLeft: { decrement: 1 } },
		select: { codeHash: true, triesLeft: true },
	});
	if (!paid) {
		const open = await findOpenRequest(requestId, now);
		throw new DomainError(open ? "too_many_tries" : "expired");
	}
	if (isSameHash(paid.codeHash, hashCode(requestId, code))) return requestId;
	throw new DomainError(paid.triesLeft > 0 ? "wrong_code" : "too_many_tries");
}

async function consume(tx: Tx, requestId: string, now: Date) {
	const [request] = await tx.signInRequest.updateManyAndReturn({
		where: { id: requestId, consumedAt: null, expiresAt: { gt: now } },
		data: { consumedAt: now },
		select: { email: true, locale: true, returnTo: true },
	});
	if (!request) throw new DomainError("expired");
	return request;
}

async function userOf(
	tx: Tx,
	request: { email: string; locale: string },
	now: Date,
): Promise<string> {
	// ON CONFLICT DO NOTHING: two first sign-ins of one address at once make one account.
	const [made] = await tx.user.createManyAndReturn({
		data: [{ email: request.email, locale: request.locale, emailVerified: now }],
		skipDuplicates: true,
		select: { id: true },
	});
	if (made) {
		await audit(tx, {
			actorId: made.id,
			action: "account.created",
			subjectType: "user",
			subjectId: made.id,
			at: now,
		});
		return made.id;
	}
	const user = await tx.user.findUniqueOrThrow({
		where: { email: request.email },
		select: { id: true, emailVerified: true, disabledAt: true },
	});
	if (user.disabledAt) throw new DomainError("forbidden");
	if (!user.emailVerified) {
		await tx.user.update({
			where: { id: user.id },
			data: { emailVerified: now },
			select: { id: true },
		});
	}
	return user.id;
}
