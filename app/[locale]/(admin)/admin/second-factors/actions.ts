"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { resetFactors } from "@/lib/accounts/remove-factor";
import { can } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";

/** Takes the second factor of somebody who has lost it away, and signs them out everywhere. */
export const resetFactorsAction = defineAction({
	name: "factors.reset",
	input: z.strictObject({ userId: z.uuid(), locale: z.enum(LOCALES) }),
	permission: (viewer, { userId }) => can(viewer, { action: "factors.reset", userId }),
	run: ({ viewer, input: { userId }, tx, now }) => resetFactors(tx, viewer, { userId, now }),
	redirectTo: (_result, { locale }) => `/${locale}/admin/second-factors?done=reset`,
});
