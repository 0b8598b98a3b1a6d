"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { askOrganiser, conversationInput, readAnswers } from "@/lib/moderation/converse";
import { isReviewer } from "@/lib/permissions/viewer";
import { LOCALES } from "@/lib/text/languages";

const locale = z.enum(LOCALES);

/** A question to the organiser of an event. */
export const askAction = defineAction({
	name: "conversation.ask",
	input: conversationInput.extend({ locale }),
	permission: (viewer) => isReviewer(viewer),
	limit: { points: 60, seconds: 600 },
	idempotent: true,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		askOrganiser(tx, viewer, { input, now }),
	redirectTo: ({ messageId }, { locale, eventId }) =>
		`/${locale}/review/${eventId}?message=${messageId}#messages`,
});

/** Notes that the organiser's answers were read. */
export const readAction = defineAction({
	name: "conversation.read",
	input: z.strictObject({ eventId: z.uuid(), locale }),
	permission: (viewer) => isReviewer(viewer),
	run: ({ viewer, input: { eventId }, tx, now }) => readAnswers(tx, viewer, { eventId, now }),
	redirectTo: (_, { locale, eventId }) => `/${locale}/review/${eventId}#messages`,
});
