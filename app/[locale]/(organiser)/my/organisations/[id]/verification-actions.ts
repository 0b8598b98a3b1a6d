"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { consume } from "@/lib/http/rate-limit";
import { requestVerification } from "@/lib/organisations/request-verification";
import { verificationInput } from "@/lib/organisations/schema";
import { requireCan } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";

const input = z.strictObject({
	locale: z.enum(LOCALES),
	organisationId: z.uuid(),
	method: z.enum(["domain", "coordinator"], "field.choose"),
	email: z.string().max(254, "field.tooLong").default(""),
});

/** Asks for the badge. */
export const requestBadge = defineAction({
	name: "organisations.request_verification",
	input: input
		.transform(({ email, ...rest }) => (rest.method === "domain" ? { ...rest, email } : rest))
		.pipe(
			z.union([
				verificationInput.options[0].extend({ locale: z.enum(LOCALES) }),
				verificationInput.options[1].extend({ locale: z.enum(LOCALES) }),
			]),
		),
	permission: (viewer, { organisationId }) => {
		requireCan(viewer, { action: "organisation.edit", organisationId });
		return true;
	},
	limit: { points: 10, seconds: 3600 },
	// A mailbox that nobody asked about must not be flooded.
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
		requestVerification(tx, viewer, { input: asked, now }),
	redirectTo: ({ isMailed }, { locale, organisationId }) =>
		`/${locale}/my/organisations/${organisationId}?done=${isMailed ? "mailed" : "requested"}`,
});
