"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import {
	minuteOfSilence,
	removeMinuteOfSilence,
	setMinuteOfSilence,
} from "@/lib/calendar/minutes-of-silence";
import { CALENDAR_TAG } from "@/lib/calendar/tags";
import { can } from "@/lib/permissions/can";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import type { Viewer } from "@/lib/permissions/viewer";
import { LOCALES } from "@/lib/text/languages";

const locale = z.enum(LOCALES);
const mayEdit = (viewer: Viewer) => can(viewer, { action: "silence.edit" });
const { country, time, sourceUrl } = minuteOfSilence.shape;

/** Sets or changes when a country observes the minute of silence. */
export const setSilenceAction = defineAction({
	name: "silence.set",
	input: z.strictObject({
		country,
		time,
		sourceUrl: z.union([z.literal("").transform(() => null), sourceUrl]),
		locale,
	}),
	permission: mayEdit,
	run: ({ viewer, input: { locale: _, ...minute }, tx, now }) => {
		requireFreshProof(viewer, now);
		return setMinuteOfSilence(tx, minute, now, viewer.id);
	},
	tags: () => [CALENDAR_TAG],
	redirectTo: (_result, input) => `/${input.locale}/admin/silence?done=set`,
});

/** Takes it away. */
export const removeSilenceAction = defineAction({
	name: "silence.remove",
	input: z.strictObject({ country, locale }),
	permission: mayEdit,
	run: ({ viewer, input, tx, now }) => {
		requireFreshProof(viewer, now);
		return removeMinuteOfSilence(tx, input.country, now, viewer.id);
	},
	tags: () => [CALENDAR_TAG],
	redirectTo: (_result, input) => `/${input.locale}/admin/silence?done=removed`,
});
