"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { seasonTag } from "@/lib/calendar/tags";
import { seasonInput } from "@/lib/moderation/season-schema";
import { saveSeason } from "@/lib/moderation/seasons";
import { can } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";

/** Sets the theme and the submission window of a season. */
export const saveSeasonAction = defineAction({
	name: "seasons.save",
	input: seasonInput.safeExtend({ locale: z.enum(LOCALES) }),
	permission: (viewer) => can(viewer, { action: "seasons.edit" }),
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		saveSeason(tx, viewer, { input, now }),
	tags: ({ year }) => [seasonTag(year)],
	redirectTo: ({ year }, { locale }) => `/${locale}/admin/seasons/${year}?done=saved`,
});
