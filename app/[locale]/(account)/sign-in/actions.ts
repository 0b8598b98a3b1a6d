"use server";

import { cookies, headers } from "next/headers";
import { defineAction, definePublicAction } from "@/app/define-action";
import { confirmSignIn, type SignedIn } from "@/lib/accounts/confirm-sign-in";
import { viewerByToken } from "@/lib/accounts/current-viewer";
import { type Device, deviceOf } from "@/lib/accounts/device";
import { requestSignIn, SIGN_IN_MINUTES } from "@/lib/accounts/request-sign-in";
import { codeSchema, localeSchema, requestSignInSchema, tokenSchema } from "@/lib/accounts/schema";
import {
	cookieAttributes,
	requestCookieName,
	sessionCookieName,
} from "@/lib/accounts/session-cookie";
import { deleteSession } from "@/lib/accounts/sessions";
import { DomainError } from "@/lib/errors";

/** Mails a link and a code; the answer is the same whether the address has an account or not. */
export const askForSignIn = definePublicAction({
	name: "account.request_sign_in",
	input: requestSignInSchema,
	limit: { points: 30, seconds: 900 },
	limitBy: ({ email }) => [
		{ key: email, points: 5, seconds: 900 },
		{ key: email, points: 15, seconds: 86_400 },
	],
	async run({ input, now }) {
		const { requestId } = await requestSignIn(input, now);
		(await cookies()).set(requestCookieName(), requestId, {
			...cookieAttributes(),
			maxAge: SIGN_IN_MINUTES * 60,
		});
	},
	redirectTo: (_result, { locale }) => `/${locale}/sign-in/check`,
});

/** Signs in with the six digits, in the browser that asked for them. */
export const confirmCode = definePublicAction({
	name: "account.confirm_code",
	input: codeSchema,
	limit: { points: 30, seconds: 900 },
	async run({ input, now }) {
		const requestId = (await cookies()).get(requestCookieName())?.value;
		if (!requestId) throw new DomainError("expired");
		return keepSession(await confirmSignIn({ requestId, code: input.code }, now, await device()));
	},
	redirectTo: (result, { locale }) => landing(result, locale),
});

/** Signs in with the link's token, in whichever browser it was opened. */
export const confirmLink = definePublicAction({
	name: "account.confirm_link",
	input: tokenSchema,
	limit: { points: 30, seconds: 900 },
	run: async ({ input, now }) =>
		keepSession(await confirmSignIn({ token: input.token }, now, await device())),
	redirectTo: (result, { locale }) => landing(result, locale),
});

/** Ends this browser's session, in the database and in its cookie. */
export const signOut = defineAction({
	name: "account.sign_out",
	input: localeSchema,
	async run() {
		const jar = await cookies();
		const token = jar.get(sessionCookieName())?.value;
		if (token) await deleteSession(token);
		jar.set(sessionCookieName(), "", { ...cookieAttributes(), maxAge: 0 });
	},
	redirectTo: (_result, { locale }) => `/${locale}`,
});

function landing(
	result: { returnTo: string | null; isOnlyReviewer: boolean },
	locale: string,
): string {
	return result.returnTo ?? `/${locale}/${result.isOnlyReviewer ? "review" : "my"}`;
}

async function device(): Promise<Device> {
	return deviceOf((await headers()).get("user-agent"));
}

/** Where to go on: where the person came from, else a reviewer without events of their own to the queue. */
async function keepSession({
	session,
	returnTo,
}: SignedIn): Promise<{ returnTo: string | null; isOnlyReviewer: boolean }> {
	const jar = await cookies();
	jar.set(session.cookieName, session.token, { ...cookieAttributes(), expires: session.expires });
	jar.set(requestCookieName(), "", { ...cookieAttributes(), maxAge: 0 });
	const viewer = await viewerByToken(session.token, new Date());
	const isOnlyReviewer =
		viewer.kind === "user" && viewer.hasOffice && viewer.memberships.length === 0;
	return { returnTo, isOnlyReviewer };
}
