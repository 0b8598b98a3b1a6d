import type { Tx } from "@/lib/db/client";
import { createEvent } from "@/lib/events/create-event";
import { type ArchiveContent, saveDraft } from "@/lib/events/save-draft";
import type { DraftContent } from "@/lib/events/schema";
import { submitEvent } from "@/lib/events/submit-event";
import { decide } from "@/lib/moderation/decide";
import { decisionInput } from "@/lib/moderation/schema";
import type { Viewer } from "@/lib/permissions/viewer";

export type NewEvent = {
	importKey: string | null;
	organisationId: string;
	content: DraftContent;
	archive?: ArchiveContent;
	isDemo: boolean;
	now: Date;
};

/** Where an event stands: what the next step of a use case asks for. */
export type Standing = {
	eventId: string;
	revisionId: string;
	revisionVersion: number;
	eventVersion: number;
};

/** Makes an event and saves its content, in the caller's transaction. */
export async function draftEvent(tx: Tx, author: Viewer, event: NewEvent): Promise<Standing> {
	const { organisationId, importKey, isDemo, now } = event;
	const { eventId, revisionId } = await createEvent(tx, author, {
		organisationId,
		importKey,
		isDemo,
		now,
	});
	const saved = await saveDraft(tx, author, {
		eventId,
		revisionId,
		revisionVersion: 0,
		content: event.content,
		...(event.archive ? { archive: event.archive } : {}),
		now,
	});
	return { eventId, ...saved };
}

/** As `draftEvent`, and hands it in; nobody is mailed. */
export async function submitNewEvent(tx: Tx, author: Viewer, event: NewEvent): Promise<Standing> {
	const drafted = await draftEvent(tx, author, event);
	const { eventVersion } = await submitEvent(tx, author, {
		eventId: drafted.eventId,
		eventVersion: drafted.eventVersion,
		now: event.now,
		notify: false,
		asksWindow: false,
	});
	return { ...drafted, eventVersion };
}

/** As `submitNewEvent`, and approves it as `approver`; nobody is mailed. */
export async function publishNewEvent(
	tx: Tx,
	author: Viewer,
	approver: Viewer,
	event: NewEvent,
): Promise<Standing> {
	const submitted = await submitNewEvent(tx, author, event);
	const { eventVersion } = await decide(tx, approver, {
		input: decisionInput.parse({
			eventId: submitted.eventId,
			eventVersion: submitted.eventVersion,
			kind: "approve",
		}),
		now: event.now,
		notify: false,
	});
	return { ...submitted, eventVersion };
}
