import { randomUUID } from "node:crypto";
import { safeReturnTo } from "@/lib/accounts/return-to";
import type { RequestSignInInput } from "@/lib/accounts/schema";
import { hashSecret } from "@/lib/accounts/session-cookie";
import { hashCode, newCode, newLinkToken } from "@/lib/accounts/sign-in-secrets";
import { inTransaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { enqueueMail } from "@/lib/mail/enqueue-mail";

export const SIGN_IN_MINUTES = 20;

/**
 * Mails a link and a code for signing in. It never looks whether the address has an account, so
 * answer and duration are the same for all (first sign-in makes the account).
 * @returns the request's id, to be kept in an httpOnly cookie: the code is good only beside it.
 */
export async function requestSignIn(
	input: RequestSignInInput,
	now: Date,
): Promise<{ requestId: string; expiresAt: Date }> {
	const requestId = randomUUID();
	const token = newLinkToken();
	const code = newCode();
	const expiresAt = new Date(now.getTime() + SIGN_IN_MINUTES * 60_000);
	await inTransaction(async (tx) => {
		await tx.signInRequest.create({
			data: {
				id: requestId,
				email: input.email,
				tokenHash: hashSecret(token),
				codeHash: hashCode(requestId, code),
				locale: input.locale,
				returnTo: safeReturnTo(input.returnTo),
				createdAt: now,
				expiresAt,
			},
			select: { id: true },
		});
		await enqueueMail(tx, {
			to: input.email,
			locale: input.locale,
			template: "signIn",
			props: {
				link: `${env().APP_URL}/${input.locale}/sign-in/link?token=${token}`,
				code,
				expiresAt: expiresAt.toISOString(),
			},
		});
	});
	return { requestId, expiresAt };
}
