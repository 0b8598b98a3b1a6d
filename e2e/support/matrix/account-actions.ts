import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { makeSecurityKey } from "@/prisma/factories/security-key";
import { type Actor, reviewers, signedIn } from "./actors";
import type { ActionRow } from "./fields";

/** Anybody may call these; what they need is a secret, or a limit, and is tried with them (accounts, reports, factors). */
export const FOR_ANYBODY = [
	"(account)/invitation/actions#accept",
	"(account)/mailbox/actions#confirmMailbox",
	"(account)/report/actions#sendReport",
	"(account)/second-factor/actions#proveWithApp",
	"(account)/second-factor/actions#proveWithPasskey",
	"(account)/second-factor/actions#proveWithRecoveryCode",
	"(account)/sign-in/actions#askForSignIn",
	"(account)/sign-in/actions#confirmCode",
	"(account)/sign-in/actions#confirmLink",
];

/** Who have a second factor and have proven it; only they may change anything about it. */
const provenOwners: readonly Actor[] = [...reviewers, "demoted coordinator"];

/** What people do with their own accounts. */
export const ACCOUNT_ACTIONS: Record<string, ActionRow> = {
	"(account)/my/account/actions#endOneSession": {
		for: ["owner"],
		fields: async ({ idOf }) => {
			const data = {
				sessionToken: randomUUID(),
				userId: idOf("owner"),
				expires: new Date(Date.now() + 86_400_000),
			};
			return { sessionId: (await db.session.create({ data })).id };
		},
	},
	"(account)/my/account/actions#saveAccount": { for: signedIn, fields: () => ({ name: "A name" }) },
	"(account)/my/account/actions#signOutEverywhere": { for: signedIn, by: "owner elsewhere" },
	"(account)/my/account/delete/actions#askForCode": { for: signedIn },
	"(account)/second-factor/actions#askForNewPasskey": { for: provenOwners, withoutLanguage: true },
	"(account)/second-factor/actions#askForPasskey": {
		for: [...provenOwners, "admin unproven"],
		withoutLanguage: true,
	},
	"(account)/second-factor/actions#confirmApp": {
		for: provenOwners,
		fields: () => ({ code: "000000" }),
	},
	"(account)/second-factor/actions#confirmPasskey": {
		for: provenOwners,
		fields: () => ({
			response: JSON.stringify(makeSecurityKey().make({ challenge: "never-asked" })),
		}),
	},
	"(account)/second-factor/actions#dropApp": {
		for: provenOwners,
		by: "coordinator and editor",
	},
	"(account)/second-factor/actions#dropPasskey": {
		for: ["coordinator"],
		fields: async ({ idOf }) => {
			const data = {
				userId: idOf("coordinator"),
				credentialId: randomUUID(),
				publicKey: new Uint8Array(8),
				counter: 0,
				transports: [],
			};
			return { passkeyId: (await db.passkey.create({ data })).id };
		},
	},
	"(account)/second-factor/actions#makeCodes": { for: provenOwners },
	"(account)/second-factor/actions#setUpApp": { for: provenOwners },
	"(account)/sign-in/actions#signOut": { for: signedIn, by: "coordinator elsewhere" },
	"(account)/my/account/delete/actions#deleteMyAccount": { for: signedIn },
};
