"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { CALENDAR_TAG } from "@/lib/calendar/tags";
import { approveMany } from "@/lib/moderation/bulk-approve";
import { chosenInput } from "@/lib/moderation/bulk-rules";
import { isReviewer } from "@/lib/permissions/viewer";
import { LOCALES } from "@/lib/text/languages";

/** Approves the chosen submissions, each by itself, and says what became of each. */
export const approveChosen = defineAction({
	name: "moderation.approve_many",
	input: z.strictObject({ e: chosenInput, locale: z.enum(LOCALES) }),
	permission: isReviewer,
	limit: { points: 20, seconds: 600 },
	idempotent: true,
	opensTransactions: true,
	run: async ({ viewer, input: { e: chosen }, now }) => ({
		results: await approveMany(viewer, { chosen, now }),
	}),
	tags: () => [CALENDAR_TAG],
});
