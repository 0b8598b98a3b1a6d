"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { CALENDAR_TAG, eventTag } from "@/lib/calendar/tags";
import { answerRequest } from "@/lib/events/answer-request";
import { LOCALES } from "@/lib/text/languages";

/** Answers for an organisation that was asked to hold an event with another; the public reads it at once. */
export const answer = defineAction({
	name: "events.answer_request",
	input: z.strictObject({
		requestId: z.uuid(),
		answer: z.enum(["accepted", "declined"], "field.choose"),
		locale: z.enum(LOCALES),
	}),
	// Whose request it is, the use case reads under the event's lock.
	permission: () => true,
	limit: { points: 30, seconds: 900 },
	run: ({ viewer, input: { requestId, answer: said }, tx, now }) =>
		answerRequest(tx, viewer, { requestId, answer: said, now }),
	tags: (address) => (address ? [CALENDAR_TAG, eventTag(address.season, address.slug)] : []),
	redirectTo: (_address, { locale, requestId }) => `/${locale}/my/together/${requestId}`,
});
