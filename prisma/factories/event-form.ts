import { formValues } from "@/app/[locale]/(organiser)/my/events/[id]/edit/form-values";
import {
	type EventFormInput,
	eventFormInput,
} from "@/app/[locale]/(organiser)/my/events/event-form-input";
import {
	prepareEventForm,
	saveEventForm,
} from "@/app/[locale]/(organiser)/my/events/save-event-form";
import { viewerById } from "@/lib/accounts/current-viewer";
import { db, inTransaction } from "@/lib/db/client";
import { createEvent } from "@/lib/events/create-event";
import { getMyEvent } from "@/lib/events/queries";
import { parseForm } from "@/lib/http/form";
import type { SignedInViewer } from "@/lib/permissions/viewer";

/** When these forms are sent. */
export const FORM_NOW = new Date("2026-12-01T10:00:00Z");

/** An organisation of this name in Nepal, its owner, and a draft just begun. */
export async function startDraft(name = "embassy") {
	const user = await db.user.create({
		data: { email: `${name}@example.org` },
		select: { id: true },
	});
	const organisation = await db.organisation.create({
		data: {
			slug: name,
			name,
			nameSkeleton: name,
			kind: "embassy",
			country: "NP",
			cityName: "Kathmandu",
			memberships: { create: { userId: user.id, role: "owner" } },
		},
		select: { id: true },
	});
	const viewer = await viewerById(user.id);
	if (viewer.kind !== "user") throw new Error("the user exists");
	const { eventId, revisionId } = await inTransaction((tx) =>
		createEvent(tx, viewer, { organisationId: organisation.id, now: FORM_NOW }),
	);
	return { viewer, eventId, revisionId };
}

export type StartedDraft = Awaited<ReturnType<typeof startDraft>>;

/** What a browser sends: the form as the page fills it, and what the person changed. */
export async function sentForm(
	{ viewer, eventId }: StartedDraft,
	typed: Record<string, string | File>,
): Promise<FormData> {
	const { content } = await getMyEvent(viewer, eventId);
	const values = formValues(content, "en");
	const form = new FormData();
	const ids = {
		eventId,
		revisionId: content.id,
		revisionVersion: String(content.version),
		locale: "en",
		newLanguage: "",
	};
	for (const [name, value] of Object.entries({ ...values, ...ids, intent: "save", ...typed })) {
		// A radio group without an answer sends nothing.
		if (value !== "" || name !== "type") form.set(name, value);
	}
	return form;
}

/** Sends the form, as `saveForm` takes it. */
export async function save(draft: StartedDraft, typed: Record<string, string | File>) {
	const form = await sentForm(draft, typed);
	return run(draft.viewer, eventFormInput.parse(parseForm(form)));
}

/** Prepares and runs what a form asks for. */
export async function run(viewer: SignedInViewer, input: EventFormInput) {
	const prepared = await prepareEventForm({ viewer, input });
	return inTransaction((tx) => saveEventForm({ viewer, input, prepared, tx, now: FORM_NOW }));
}
