"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { acceptInvitation } from "@/lib/organisations/accept-invitation";
import { secretInput } from "@/lib/organisations/schema";
import { LOCALES } from "@/lib/text/languages";

/** Accepts an invitation, as the person of its very address. */
export const accept = defineAction({
	name: "organisations.accept_invitation",
	input: secretInput.extend({ locale: z.enum(LOCALES) }),
	permission: () => true,
	limit: { points: 20, seconds: 900 },
	run: ({ viewer, input: { token }, tx, now }) => acceptInvitation(tx, viewer, { token, now }),
	redirectTo: ({ organisationId }, { locale }) =>
		`/${locale}/my/organisations/${organisationId}?done=joined`,
});
