"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { CALENDAR_TAG } from "@/lib/calendar/tags";
import { decideRecap } from "@/lib/moderation/decide-recap";
import { lookAt } from "@/lib/moderation/look-at";
import { reopenInput } from "@/lib/moderation/reopen";
import { reopenRecap } from "@/lib/moderation/reopen-recap";
import { decisionInput } from "@/lib/moderation/schema";
import { isReviewer } from "@/lib/permissions/viewer";
import { LOCALES } from "@/lib/text/languages";

/** A reviewer's decision on the recap that waits; `decideRecap` asks for the permission on the event itself. */
export const decideRecapAction = defineAction({
	name: "moderation.decide_recap",
	input: decisionInput.safeExtend({ locale: z.enum(LOCALES) }),
	permission: (viewer) => isReviewer(viewer),
	idempotent: true,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		decideRecap(tx, viewer, { input, now }),
	tags: () => [CALENDAR_TAG],
	redirectTo: (_, { locale, kind }) => `/${locale}/review?sent=${kind}`,
});

/** Takes the last decision on a recap back. */
export const reopenRecapAction = defineAction({
	name: "moderation.reopen_recap",
	input: reopenInput.extend({ locale: z.enum(LOCALES) }),
	permission: (viewer) => isReviewer(viewer),
	idempotent: true,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		reopenRecap(tx, viewer, { input, now }),
	tags: () => [CALENDAR_TAG],
	redirectTo: (_, { locale, eventId }) => `/${locale}/review/recaps/${eventId}?sent=reopened`,
});

/** Notes that a reviewer has looked at the recap that a trusted organisation published. */
export const lookAtRecapAction = defineAction({
	name: "moderation.look_at_recap",
	input: z.strictObject({ eventId: z.uuid(), locale: z.enum(LOCALES) }),
	permission: (viewer) => isReviewer(viewer),
	run: ({ viewer, input: { eventId }, tx, now }) =>
		lookAt(tx, viewer, { eventId, what: "recap", now }),
	redirectTo: (_, { locale }) => `/${locale}/review?view=published&sent=looked`,
});
