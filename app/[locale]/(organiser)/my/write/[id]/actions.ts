"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { messageInput, writeToOrganiser } from "@/lib/events/write-to-organiser";
import { can } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";

/** Sends a message to the organiser of a public event. */
export const send = defineAction({
	name: "events.write_to_organiser",
	input: messageInput.extend({ locale: z.enum(LOCALES) }),
	permission: (viewer, { organisationId }) =>
		can(viewer, { action: "organisation.answer", organisationId }),
	limit: { points: 10, seconds: 3600 },
	idempotent: true,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		writeToOrganiser(tx, viewer, { input, now }),
	redirectTo: (_result, { locale, eventId }) => `/${locale}/my/write/${eventId}?sent=1`,
});
