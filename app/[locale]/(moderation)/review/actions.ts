"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { CALENDAR_TAG } from "@/lib/calendar/tags";
import { decide } from "@/lib/moderation/decide";
import { lookAt } from "@/lib/moderation/look-at";
import { decisionInput } from "@/lib/moderation/schema";
import { isReviewer } from "@/lib/permissions/viewer";
import { LOCALES } from "@/lib/text/languages";

/** A reviewer's decision on the submission that waits; `decide` asks for the permission on the event itself. */
export const decideAction = defineAction({
	name: "moderation.decide",
	input: decisionInput.safeExtend({ locale: z.enum(LOCALES) }),
	permission: (viewer) => isReviewer(viewer),
	idempotent: true,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) => decide(tx, viewer, { input, now }),
	tags: () => [CALENDAR_TAG],
	redirectTo: (_, { locale, kind }) => `/${locale}/review?sent=${kind}`,
});

/** Notes that a reviewer has looked at what a trusted organisation published. */
export const lookAtAction = defineAction({
	name: "moderation.look_at",
	input: z.strictObject({ eventId: z.uuid(), locale: z.enum(LOCALES) }),
	permission: (viewer) => isReviewer(viewer),
	run: ({ viewer, input: { eventId }, tx, now }) =>
		lookAt(tx, viewer, { eventId, what: "event", now }),
	redirectTo: (_, { locale }) => `/${locale}/review?view=published&sent=looked`,
});
