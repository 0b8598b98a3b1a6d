"use server";

import { cookies, headers } from "next/headers";
import { z } from "zod";
import { defineAction, definePublicAction } from "@/app/define-action";
import { addApp, beginApp } from "@/lib/accounts/add-factor";
import { deviceOf } from "@/lib/accounts/device";
import {
	addPasskey,
	beginPasskey,
	beginPasskeyProof,
	proveByPasskey,
} from "@/lib/accounts/passkeys";
import { proveByApp, proveByRecoveryCode } from "@/lib/accounts/prove-factor";
import { makeRecoveryCodes } from "@/lib/accounts/recovery-codes";
import { removeApp, removePasskey } from "@/lib/accounts/remove-factor";
import { safeReturnTo } from "@/lib/accounts/return-to";
import {
	appCodeSchema,
	localeSchema,
	passkeyAnswerSchema,
	passkeyMadeSchema,
	passkeyRefSchema,
	recoveryCodeSchema,
	returnToSchema,
} from "@/lib/accounts/schema";
import { cookieAttributes } from "@/lib/accounts/session-cookie";
import type { NewSession } from "@/lib/accounts/sessions";
import { DomainError } from "@/lib/errors";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";

// To prove who one is belongs to signing in, so it goes on while an admin has stopped every other change.
// A guess is paid for whatever becomes of the answer, so what is guessed opens its own transactions.
const PROOFS = { points: 60, seconds: 900 };

/** Proves the second factor with a code of the person's app. */
export const proveWithApp = definePublicAction({
	name: "factor.prove_app",
	input: appCodeSchema,
	limit: PROOFS,
	run: async ({ viewer, input: { code }, now }) =>
		keepProof(await proveByApp(withFactor(viewer), { code, now })),
	redirectTo: (_result, input) => goOn(input),
});

/** Proves it with a recovery code. */
export const proveWithRecoveryCode = definePublicAction({
	name: "factor.prove_recovery_code",
	input: recoveryCodeSchema,
	limit: PROOFS,
	run: async ({ viewer, input: { recoveryCode: code }, now }) =>
		keepProof(await proveByRecoveryCode(withFactor(viewer), { code, now })),
	redirectTo: (_result, input) => goOn(input),
});

/** Asks the browser for one of the person's passkeys. */
export const askForPasskey = defineAction({
	name: "factor.ask_for_passkey",
	input: z.strictObject({}),
	permission: (viewer) => viewer.factor !== "none",
	worksInReadOnly: true,
	run: ({ viewer, tx, now }) => beginPasskeyProof(tx, viewer, { now }),
});

/** Proves it with a passkey. */
export const proveWithPasskey = definePublicAction({
	name: "factor.prove_passkey",
	input: passkeyAnswerSchema,
	limit: PROOFS,
	run: async ({ viewer, input: { response }, now }) =>
		keepProof(await proveByPasskey(withFactor(viewer), { response, now })),
	redirectTo: (_result, input) => goOn(input),
});

/** Makes the secret of an app that is to be added. */
export const setUpApp = defineAction({
	name: "factor.set_up_app",
	input: returnToSchema,
	permission: mayBegin,
	worksInReadOnly: true,
	run: ({ viewer, tx, now }) => beginApp(tx, viewer, { now }),
	redirectTo: (_result, { locale, returnTo }) =>
		`/${locale}/second-factor/app?returnTo=${encodeURIComponent(safeReturnTo(returnTo) ?? "")}`,
});

/** Adds the app by its first code. */
export const confirmApp = defineAction({
	name: "factor.add_app",
	input: appCodeSchema,
	limit: { points: 30, seconds: 900 },
	permission: mayBegin,
	worksInReadOnly: true,
	run: async ({ viewer, input: { code }, tx, now }) =>
		keepProof(await addApp(tx, viewer, { code, now })),
	redirectTo: (_result, input) => toCodes(input),
});

/** Asks the browser to make a passkey. */
export const askForNewPasskey = defineAction({
	name: "factor.ask_for_new_passkey",
	input: z.strictObject({}),
	permission: mayBegin,
	worksInReadOnly: true,
	run: ({ viewer, tx, now }) => beginPasskey(tx, viewer, { now }),
});

/** Adds the passkey that the browser has made. */
export const confirmPasskey = defineAction({
	name: "factor.add_passkey",
	input: passkeyMadeSchema,
	limit: { points: 30, seconds: 900 },
	permission: mayBegin,
	worksInReadOnly: true,
	run: async ({ viewer, input: { response }, tx, now }) => {
		const device = deviceOf((await headers()).get("user-agent"));
		return keepProof(await addPasskey(tx, viewer, { response, device, now }));
	},
	redirectTo: (_result, input) => toCodes(input),
});

/** Makes ten recovery codes, which this answer shows and nothing else ever. */
export const makeCodes = defineAction({
	name: "factor.make_codes",
	input: localeSchema,
	limit: { points: 10, seconds: 900 },
	worksInReadOnly: true,
	run: async ({ viewer, tx, now }) => ({ codes: await makeRecoveryCodes(tx, viewer, { now }) }),
});

/** Removes the person's own app. */
export const dropApp = defineAction({
	name: "factor.remove_app",
	input: localeSchema,
	run: ({ viewer, tx, now }) => removeApp(tx, viewer, { now }),
	redirectTo: (_result, { locale }) => `/${locale}/my/account?done=removed#second-factor`,
});

/** Removes one of the person's own passkeys. */
export const dropPasskey = defineAction({
	name: "factor.remove_passkey",
	input: passkeyRefSchema,
	run: ({ viewer, input: { passkeyId }, tx, now }) => removePasskey(tx, viewer, { passkeyId, now }),
	redirectTo: (_result, { locale }) => `/${locale}/my/account?done=removed#second-factor`,
});

type GoOn = { locale: string; returnTo: string };

/** The use case says exactly why not. */
function mayBegin(viewer: SignedInViewer): boolean {
	return viewer.factor === "none" ? viewer.hasOffice : viewer.factor === "proven";
}

function withFactor(viewer: Viewer): SignedInViewer {
	if (viewer.kind === "anonymous") throw new DomainError("unauthenticated");
	if (viewer.factor === "none") throw new DomainError("forbidden");
	return viewer;
}

async function keepProof({ cookieName, token, expires }: NewSession): Promise<void> {
	(await cookies()).set(cookieName, token, { ...cookieAttributes(), expires });
}

function goOn({ locale, returnTo }: GoOn): string {
	return safeReturnTo(returnTo) ?? `/${locale}/my/account`;
}

function toCodes({ locale, returnTo }: GoOn): string {
	const query = new URLSearchParams({ new: "1", returnTo: safeReturnTo(returnTo) ?? "" });
	return `/${locale}/second-factor/codes?${query}`;
}
