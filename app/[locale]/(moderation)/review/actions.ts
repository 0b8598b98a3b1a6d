"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { CALENDAR_TAG } from "@/lib/calendar/tags";
import { decide } from "@/lib/moderation/decide";
import { lookAt } from "@/lib/moderation/look-at";
import { nextInQueue } from "@/lib/moderation/queue-order";
import { reopen, reopenInput } from "@/lib/moderation/reopen";
import { decisionInput, noteInput, takeOnInput } from "@/lib/moderation/schema";
import { addNote, takeOn } from "@/lib/moderation/work-together";
import { isReviewer } from "@/lib/permissions/viewer";
import { LOCALES } from "@/lib/text/languages";

/** A reviewer's decision on the submission that waits; `decide` asks for the permission on the event itself. */
export const decideAction = defineAction({
	name: "moderation.decide",
	input: decisionInput.safeExtend({ locale: z.enum(LOCALES) }),
	permission: (viewer) => isReviewer(viewer),
	idempotent: true,
	run: async ({ viewer, input: { locale: _, ...input }, tx, now }) => {
		const decided = await decide(tx, viewer, { input, now });
		return { ...decided, next: await nextInQueue(viewer, input.eventId, tx) };
	},
	tags: () => [CALENDAR_TAG],
	redirectTo: ({ next }, { locale, kind, eventId }) =>
		`/${locale}/review${next ? `/${next}` : ""}?sent=${kind}&last=${eventId}`,
});

/** Takes the last decision back. */
export const reopenAction = defineAction({
	name: "moderation.reopen",
	input: reopenInput.extend({ locale: z.enum(LOCALES) }),
	permission: (viewer) => isReviewer(viewer),
	idempotent: true,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) => reopen(tx, viewer, { input, now }),
	tags: () => [CALENDAR_TAG],
	redirectTo: (_, { locale, eventId }) => `/${locale}/review/${eventId}?sent=reopened`,
});

/** Takes an event on, or leaves it to others. */
export const takeOnAction = defineAction({
	name: "moderation.take_on",
	input: takeOnInput.extend({ locale: z.enum(LOCALES) }),
	permission: (viewer) => isReviewer(viewer),
	run: ({ viewer, input: { eventId, isTaken }, tx, now }) =>
		takeOn(tx, viewer, { eventId, isTaken, now }),
	redirectTo: (_, { locale, eventId }) => `/${locale}/review/${eventId}`,
});

/** A note for the other reviewers. */
export const noteAction = defineAction({
	name: "moderation.note",
	input: noteInput.extend({ locale: z.enum(LOCALES) }),
	permission: (viewer) => isReviewer(viewer),
	limit: { points: 60, seconds: 600 },
	idempotent: true,
	run: ({ viewer, input: { eventId, text }, tx, now }) =>
		addNote(tx, viewer, { eventId, text, now }),
	redirectTo: ({ noteId }, { locale, eventId }) =>
		`/${locale}/review/${eventId}?note=${noteId}#notes`,
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
