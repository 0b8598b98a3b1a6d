"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { requestVerification } from "@/lib/organisations/request-verification";
import { verificationInput } from "@/lib/organisations/schema";
import { requireCan } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";
import { limitMailbox, ofMethod, proofFields } from "../proof-input";

const input = z.strictObject({ ...proofFields, locale: z.enum(LOCALES) });

/** Asks for the badge. */
export const requestBadge = defineAction({
	name: "organisations.request_verification",
	input: input
		.transform(ofMethod)
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
	prepare: ({ input: asked }) => limitMailbox(asked),
	run: ({ viewer, input: { locale: _, ...asked }, tx, now }) =>
		requestVerification(tx, viewer, { input: asked, now }),
	redirectTo: ({ isMailed }, { locale, organisationId }) =>
		`/${locale}/my/organisations/${organisationId}?done=${isMailed ? "mailed" : "requested"}`,
});
