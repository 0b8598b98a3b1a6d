"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { cancelAbsence, planAbsence } from "@/lib/moderation/absences";
import { absenceInput } from "@/lib/moderation/territory-schema";
import { can } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";

/** Says on which days the reviewer is away. */
export const planAbsenceAction = defineAction({
	name: "absence.plan",
	input: absenceInput.safeExtend({ locale: z.enum(LOCALES) }),
	permission: (viewer) => can(viewer, { action: "queue.read" }),
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		planAbsence(tx, viewer, { input, now }),
	redirectTo: (_result, { locale }) => `/${locale}/admin/duty?done=planned`,
});

/** Takes it back. */
export const cancelAbsenceAction = defineAction({
	name: "absence.cancel",
	input: z.strictObject({ absenceId: z.uuid(), locale: z.enum(LOCALES) }),
	permission: (viewer) => can(viewer, { action: "queue.read" }),
	run: ({ viewer, input: { absenceId }, tx, now }) => cancelAbsence(tx, viewer, { absenceId, now }),
	redirectTo: (_result, { locale }) => `/${locale}/admin/duty?done=cancelled`,
});
