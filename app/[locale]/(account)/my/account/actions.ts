"use server";

import { cookies } from "next/headers";
import { defineAction } from "@/app/define-action";
import { accountSchema, localeSchema, sessionRefSchema } from "@/lib/accounts/schema";
import { cookieAttributes, sessionCookieName } from "@/lib/accounts/session-cookie";
import { endAllSessions, endSession } from "@/lib/accounts/sessions";
import { updateAccount } from "@/lib/accounts/update-account";

/** Saves the person's own name and mail language. */
export const saveAccount = defineAction({
	name: "account.update",
	input: accountSchema,
	run: ({ viewer, input, tx }) => updateAccount(viewer, input, tx),
});

/** Ends one of the person's other sign-ins. */
export const endOneSession = defineAction({
	name: "account.end_session",
	input: sessionRefSchema,
	worksInReadOnly: true,
	run: ({ viewer, input: { sessionId }, tx, now }) => endSession(tx, viewer, { sessionId, now }),
	redirectTo: (_result, { locale }) => `/${locale}/my/account?done=ended#sessions`,
});

/** Signs out everywhere, here too. */
export const signOutEverywhere = defineAction({
	name: "account.sign_out_everywhere",
	input: localeSchema,
	worksInReadOnly: true,
	async run({ viewer, tx, now }) {
		await endAllSessions(tx, viewer, { now });
		(await cookies()).set(sessionCookieName(), "", { ...cookieAttributes(), maxAge: 0 });
	},
	redirectTo: (_result, { locale }) => `/${locale}`,
});
