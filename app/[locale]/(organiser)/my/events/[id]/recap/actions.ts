"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { CALENDAR_TAG, eventTag } from "@/lib/calendar/tags";
import { mayEditEvent } from "@/lib/events/may-edit-event";
import { recapFormInput, recapVersionInput } from "@/lib/events/recap-schema";
import { withdrawRecap } from "@/lib/events/withdraw-recap";
import { LOCALES } from "@/lib/text/languages";
import { prepareRecapForm, saveRecapForm } from "./save-recap-form";

/** Saves the recap, takes or removes a picture, or hands it in: the button says which. */
export const saveRecapAction = defineAction({
	name: "recaps.save",
	input: recapFormInput.safeExtend({ locale: z.enum(LOCALES) }),
	permission: (viewer, { eventId }) => mayEditEvent(viewer, eventId),
	idempotent: true,
	prepare: prepareRecapForm,
	run: ({ input: { locale: _, ...input }, ...call }) => saveRecapForm({ ...call, input }),
	tags: ({ done }) => (done === "published" ? [CALENDAR_TAG] : []),
	redirectTo: ({ done }, { locale, eventId, intent }) => {
		const isPicture = intent === "add_picture" || intent.startsWith("remove_picture");
		const page = `/${locale}/my/events/${eventId}/recap?done=${done}`;
		return isPicture ? `${page}#pictures` : page;
	},
});

/** Takes the recap back, off the public page too. */
export const withdrawRecapAction = defineAction({
	name: "recaps.withdraw",
	input: recapVersionInput.extend({ locale: z.enum(LOCALES) }),
	permission: (viewer, { eventId }) => mayEditEvent(viewer, eventId),
	run: ({ viewer, input: { eventId, eventVersion }, tx, now }) =>
		withdrawRecap(tx, viewer, { eventId, recapVersion: eventVersion, now }),
	tags: (address) => (address ? [CALENDAR_TAG, eventTag(address.season, address.slug)] : []),
	redirectTo: (_address, { locale, eventId }) =>
		`/${locale}/my/events/${eventId}/recap?done=withdrawn`,
});
