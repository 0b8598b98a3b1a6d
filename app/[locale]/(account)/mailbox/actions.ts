"use server";

import { z } from "zod";
import { definePublicAction } from "@/app/define-action";
import { findClaimProof, proveClaim } from "@/lib/organisations/claim-mailbox";
import { proveMailbox } from "@/lib/organisations/request-verification";
import { secretInput } from "@/lib/organisations/schema";
import { LOCALES } from "@/lib/text/languages";

/** Answers from a mailbox that an organisation, or who claims one, has named; whoever reads the mailbox needs no account. */
export const confirmMailbox = definePublicAction({
	name: "organisations.prove_mailbox",
	input: secretInput.extend({ locale: z.enum(LOCALES) }),
	limit: { points: 30, seconds: 900 },
	run: async ({ input: { token }, now }) => {
		const isClaim = (await findClaimProof(token, now)) !== null;
		await (isClaim ? proveClaim : proveMailbox)(token, now);
	},
	redirectTo: (_result, { locale }) => `/${locale}/mailbox?done=1`,
});
