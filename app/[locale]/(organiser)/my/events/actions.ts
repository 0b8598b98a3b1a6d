"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { CALENDAR_TAG, eventTag } from "@/lib/calendar/tags";
import { callOffEvent } from "@/lib/events/call-off-event";
import { createEvent } from "@/lib/events/create-event";
import { discardDraft } from "@/lib/events/discard-draft";
import { mayEditEvent } from "@/lib/events/may-edit-event";
import { findPublicAddress } from "@/lib/events/public-address";
import { reinstateEvent } from "@/lib/events/reinstate-event";
import { repeatEvent } from "@/lib/events/repeat-event";
import { callOffInput, createEventInput, eventVersionInput } from "@/lib/events/schema";
import { withdrawEvent } from "@/lib/events/withdraw-event";
import { can } from "@/lib/permissions/can";
import { LOCALES } from "@/lib/text/languages";
import { MAX_MARKDOWN_LENGTH, renderMarkdown } from "@/lib/text/markdown";
import { type EventFormInput, eventFormInput } from "./event-form-input";
import { type EventFormResult, prepareEventForm, saveEventForm } from "./save-event-form";
import { type StoredOutcome, submitStored } from "./submit-stored";
import { watchEventForm, watchedFormInput } from "./watch-event-form";

const inLanguage = { locale: z.enum(LOCALES) };

/** Starts a draft for one of the viewer's organisations and opens its form. */
export const startEvent = defineAction({
	name: "events.create",
	input: createEventInput.extend(inLanguage),
	permission: (viewer, { organisationId }) =>
		can(viewer, { action: "event.create", organisationId }),
	limit: { points: 30, seconds: 3600 },
	idempotent: true,
	run: ({ viewer, input, tx, now }) =>
		createEvent(tx, viewer, { organisationId: input.organisationId, now }),
	redirectTo: ({ eventId }, { locale }) => `/${locale}/my/events/${eventId}/edit`,
});

/** Begins the event of the coming season from a past one, and opens its form. */
export const repeat = defineAction({
	name: "events.repeat",
	input: z.strictObject({ eventId: z.uuid(), ...inLanguage }),
	permission: (viewer, { eventId }) => mayEditEvent(viewer, eventId),
	limit: { points: 30, seconds: 3600 },
	idempotent: true,
	run: ({ viewer, input, tx, now }) => repeatEvent(tx, viewer, { eventId: input.eventId, now }),
	redirectTo: ({ eventId, isNew }, { locale }) =>
		`/${locale}/my/events/${eventId}${isNew ? "/edit?begun=1" : ""}`,
});

/** Saves the form, or submits it, for the page's script, which goes on by itself. */
export const saveForm = defineAction({
	name: "events.save_form",
	input: eventFormInput,
	permission: (viewer, { eventId }) => mayEditEvent(viewer, eventId),
	idempotent: true,
	prepare: prepareEventForm,
	run: saveEventForm,
});

/** The same for a browser without script, which is led to the next page. */
export const postForm = defineAction({
	name: "events.post_form",
	input: eventFormInput,
	permission: (viewer, { eventId }) => mayEditEvent(viewer, eventId),
	idempotent: true,
	prepare: prepareEventForm,
	run: saveEventForm,
	redirectTo: afterForm,
});

function afterForm(
	{ outcome }: EventFormResult,
	{ locale, eventId, intent, newLanguage, timing, organiserQuery }: EventFormInput,
): string | null {
	if (outcome === "conflict") return null;
	const event = `/${locale}/my/events/${eventId}`;
	if (outcome === "submitted") return `${event}?done=submitted`;
	if (outcome === "incomplete") return `${event}/edit?check=${timing}`;
	if (outcome === "shut") return `${event}/edit?shut=1`;
	if (/^(?:add|remove)_item/.test(intent)) return `${event}/edit?saved=1#programme`;
	if (/_organiser/.test(intent) || (intent === "save" && organiserQuery !== ""))
		return `${event}/edit?${new URLSearchParams({
			saved: "1",
			...(intent.startsWith("add_") ? {} : { organiser: organiserQuery }),
		})}#coOrganisers`;
	if (/^(?:add|remove)_date/.test(intent)) return `${event}/edit?saved=1#openingHours`;
	return intent === "add_language" && newLanguage
		? `${event}/edit?saved=1#texts.${newLanguage}`
		: `${event}/edit?saved=1`;
}

/** Asked every few seconds by an open form: who else has it open, and what was saved elsewhere. */
export const watchForm = defineAction({
	name: "events.watch",
	input: watchedFormInput,
	permission: (viewer, { eventId }) => mayEditEvent(viewer, eventId),
	run: watchEventForm,
});

const AFTER_STORED: Record<StoredOutcome, string> = {
	submitted: "?done=submitted",
	incomplete: "/edit?check=1",
	shut: "?done=shut",
};

/** Submits the draft as it is stored; what is missing is shown in the form. */
export const submitDraft = defineAction({
	name: "events.submit",
	input: eventVersionInput.extend(inLanguage),
	permission: (viewer, { eventId }) => mayEditEvent(viewer, eventId),
	run: submitStored,
	redirectTo: ({ outcome }, { locale, eventId }) =>
		`/${locale}/my/events/${eventId}${AFTER_STORED[outcome]}`,
});

/** Takes the event back, out of the public calendar too. */
export const withdraw = defineAction({
	name: "events.withdraw",
	input: eventVersionInput.extend(inLanguage),
	permission: (viewer, { eventId }) => mayEditEvent(viewer, eventId),
	run: async ({ viewer, input, tx, now }) => {
		const address = await findPublicAddress(tx, input.eventId);
		await withdrawEvent(tx, viewer, {
			eventId: input.eventId,
			eventVersion: input.eventVersion,
			now,
		});
		return address;
	},
	tags: (address) => (address ? [CALENDAR_TAG, eventTag(address.season, address.slug)] : []),
	redirectTo: (_address, { locale, eventId }) => `/${locale}/my/events/${eventId}?done=withdrawn`,
});

/** Cancels or postpones a public event; the public reads it at once. */
export const callOff = defineAction({
	name: "events.call_off",
	input: callOffInput.safeExtend(inLanguage),
	permission: (viewer, { eventId }) => mayEditEvent(viewer, eventId),
	limit: { points: 20, seconds: 3600 },
	idempotent: true,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		callOffEvent(tx, viewer, { input, now }),
	tags: ({ parts, ...whole }) => [
		CALENDAR_TAG,
		...[whole, ...parts].map(({ season, slug }) => eventTag(season, slug)),
	],
	redirectTo: (_result, { locale, eventId, kind }) =>
		`/${locale}/my/events/${eventId}?done=${kind === "cancel" ? "cancelled" : "postponed"}`,
});

/** Begins the version that says that the event takes place after all, and opens its form. */
export const reinstate = defineAction({
	name: "events.reinstate",
	input: eventVersionInput.extend(inLanguage),
	permission: (viewer, { eventId }) => mayEditEvent(viewer, eventId),
	run: ({ viewer, input, tx, now }) =>
		reinstateEvent(tx, viewer, { eventId: input.eventId, eventVersion: input.eventVersion, now }),
	redirectTo: (_result, { locale, eventId }) => `/${locale}/my/events/${eventId}/edit#when`,
});

/** Throws the unpublished edit of a public event away. */
export const discard = defineAction({
	name: "events.discard",
	input: eventVersionInput.extend(inLanguage),
	permission: (viewer, { eventId }) => mayEditEvent(viewer, eventId),
	run: ({ viewer, input, tx, now }) =>
		discardDraft(tx, viewer, { eventId: input.eventId, eventVersion: input.eventVersion, now }),
	redirectTo: (_result, { locale, eventId }) => `/${locale}/my/events/${eventId}?done=discarded`,
});

/** How a description will look: the same sanitiser as the public page. */
export const previewDescription = defineAction({
	name: "events.preview",
	input: z.strictObject({ source: z.string().max(MAX_MARKDOWN_LENGTH, "field.tooLong") }),
	permission: () => true,
	// A long text takes half a second of a processor core.
	limit: { points: 30, seconds: 60 },
	run: async ({ input }) => renderMarkdown(input.source),
});
