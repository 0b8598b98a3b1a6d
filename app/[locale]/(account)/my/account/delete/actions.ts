"use server";

import { cookies } from "next/headers";
import { defineAction } from "@/app/define-action";
import { deleteAccount, isFreshSession } from "@/lib/accounts/delete-account";
import { requestSignIn, SIGN_IN_MINUTES } from "@/lib/accounts/request-sign-in";
import { localeSchema } from "@/lib/accounts/schema";
import {
	cookieAttributes,
	requestCookieName,
	sessionCookieName,
} from "@/lib/accounts/session-cookie";
import { DomainError } from "@/lib/errors";

/** Mails a code to the person's own address; signing in with it leads back to the deletion. */
export const askForCode = defineAction({
	name: "account.ask_for_code",
	input: localeSchema,
	limit: { points: 5, seconds: 900 },
	async run({ viewer, input: { locale }, now }) {
		const { email } = viewer;
		const returnTo = `/${locale}/my/account/delete`;
		const { requestId } = await requestSignIn({ email, locale, returnTo }, now);
		(await cookies()).set(requestCookieName(), requestId, {
			...cookieAttributes(),
			maxAge: SIGN_IN_MINUTES * 60,
		});
	},
	redirectTo: (_result, { locale }) => `/${locale}/sign-in/check`,
});

/** Deletes the account of whoever has just signed in, and signs out everywhere. */
export const deleteMyAccount = defineAction({
	name: "account.delete",
	input: localeSchema,
	limit: { points: 10, seconds: 900 },
	async run({ viewer, tx, now }) {
		const jar = await cookies();
		if (!(await isFreshSession(jar.get(sessionCookieName())?.value, now)))
			throw new DomainError("invalid", { fields: { account: "account.signInAgain" } });
		await deleteAccount(tx, viewer, { now });
		jar.set(sessionCookieName(), "", { ...cookieAttributes(), maxAge: 0 });
	},
	redirectTo: (_result, { locale }) => `/${locale}`,
});
