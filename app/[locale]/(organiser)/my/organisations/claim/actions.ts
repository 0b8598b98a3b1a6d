"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { consume } from "@/lib/http/rate-limit";
import { claimOrganisation, withdrawClaim } from "@/lib/organisations/claim-organisation";
import { claimInput, claimRef } from "@/lib/organisations/claim-schema";
import { can } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";

const inLanguage = { locale: z.enum(LOCALES) };
const input = z.strictObject({
	...inLanguage,
	organisationId: z.uuid(),
	statement: z.string().max(2000, "field.tooLong"),
	method: z.enum(["domain", "coordinator"], "field.choose"),
	email: z.string().max(254, "field.tooLong").default(""),
});

/** Says that an organisation without an owner is one's own. */
export const claim = defineAction({
	name: "organisations.claim",
	input: input
		.transform(({ email, ...rest }) => (rest.method === "domain" ? { ...rest, email } : rest))
		.pipe(
			z.union([claimInput.options[0].extend(inLanguage), claimInput.options[1].extend(inLanguage)]),
		),
	permission: (viewer) => can(viewer, { action: "organisation.claim" }),
	limit: { points: 10, seconds: 3600 },
	// The same bucket as of requests for the badge: a mailbox that nobody asked about must not be flooded.
	prepare: async ({ input: asked }) => {
		if (asked.method === "domain")
			await consume({
				bucket: "organisations.mailbox",
				key: asked.email,
				points: 4,
				seconds: 86_400,
			});
	},
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
