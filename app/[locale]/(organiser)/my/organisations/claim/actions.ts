"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { claimOrganisation, withdrawClaim } from "@/lib/organisations/claim-organisation";
import { claimInput, claimRef } from "@/lib/organisations/claim-schema";
import { can } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";
import { limitMailbox, ofMethod, proofFields } from "../proof-input";

const inLanguage = { locale: z.enum(LOCALES) };
const input = z.strictObject({
	...inLanguage,
	...proofFields,
	statement: z.string().max(2000, "field.tooLong"),
});

/** Says that an organisation without an owner is one's own. */
export const claim = defineAction({
	name: "organisations.claim",
	input: input
		.transform(ofMethod)
		.pipe(
			z.union([claimInput.options[0].extend(inLanguage), claimInput.options[1].extend(inLanguage)]),
		),
	permission: (viewer) => can(viewer, { action: "organisation.claim" }),
	limit: { points: 10, seconds: 3600 },
	prepare: ({ input: asked }) => limitMailbox(asked),
	run: ({ viewer, input: { locale: _, ...asked }, tx, now }) =>
		claimOrganisation(tx, viewer, { input: asked, now }),
	redirectTo: ({ isMailed }, { locale }) =>
		`/${locale}/my/organisations/claim?done=${isMailed ? "mailed" : "claimed"}`,
});

/** Takes one's own claim back. */
export const withdraw = defineAction({
	name: "organisations.withdraw_claim",
	input: claimRef.extend(inLanguage),
	permission: (viewer) => can(viewer, { action: "organisation.claim" }),
	run: ({ viewer, input: { organisationId, claimId }, tx, now }) =>
		withdrawClaim(tx, viewer, { organisationId, claimId, now }),
	redirectTo: (_result, { locale }) => `/${locale}/my/organisations/claim?done=withdrawn`,
});
