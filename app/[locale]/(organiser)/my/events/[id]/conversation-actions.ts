"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { answerReviewers, conversationInput } from "@/lib/moderation/converse";
import { LOCALES } from "@/lib/text/languages";

/** An answer to the coordinators; `answerReviewers` asks for the permission on the event itself. */
export const answerAction = defineAction({
	name: "conversation.answer",
	input: conversationInput.extend({ locale: z.enum(LOCALES) }),
	limit: { points: 20, seconds: 3600 },
	idempotent: true,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		answerReviewers(tx, viewer, { input, now }),
	redirectTo: ({ messageId }, { locale, eventId }) =>
		`/${locale}/my/events/${eventId}?message=${messageId}#messages`,
});
