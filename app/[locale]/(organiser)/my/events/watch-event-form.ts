import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { saveDraftInput } from "@/lib/events/schema";
import { watchDraft } from "@/lib/events/watch-draft";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { LOCALES } from "@/lib/text/languages";
import { type FormChange, formChanges } from "./form-changes";

/** What an open form was filled from. */
export const watchedFormInput = z.strictObject({
	eventId: saveDraftInput.shape.eventId,
	revisionId: saveDraftInput.shape.revisionId,
	revisionVersion: saveDraftInput.shape.revisionVersion,
	locale: z.enum(LOCALES),
});

/** Who else has the form open, and what was saved elsewhere since it was filled. */
export type WatchedForm = {
	isAnotherHere: boolean;
	state: string;
	revisionId: string;
	revisionVersion: number;
	taken: FormChange[];
};

/** Answers an open form. @throws DomainError as watchDraft does */
export async function watchEventForm({
	viewer,
	input: { locale, ...filledFrom },
	tx,
	now,
}: {
	viewer: SignedInViewer;
	input: z.output<typeof watchedFormInput>;
	tx: Tx;
	now: Date;
}): Promise<WatchedForm> {
	const { content, changes, ...seen } = await watchDraft(tx, viewer, { ...filledFrom, now });
	return {
		...seen,
		revisionId: content.id,
		revisionVersion: content.version,
		taken: formChanges(changes, content, locale),
	};
}
