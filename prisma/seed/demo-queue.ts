import type { Tx } from "@/lib/db/client";
import { saveDraft } from "@/lib/events/save-draft";
import type { DraftContent } from "@/lib/events/schema";
import { submitEvent } from "@/lib/events/submit-event";
import { noteImportantChange } from "@/lib/moderation/changes-plans";
import { decide } from "@/lib/moderation/decide";
import { decisionInput } from "@/lib/moderation/schema";
import type { Viewer } from "@/lib/permissions/viewer";
import { type DemoPlace, type DemoPlan, demoContent } from "./demo-season";
import { draftEvent, type NewEvent, type Standing, submitNewEvent } from "./import-event";

type Outcome = "draft" | "submitted" | "changes_requested" | "resubmitted" | "rejected";

export type QueueItem = {
	key: string;
	/** Import key of the organisation that registers it. */
	missionKey: string;
	outcome: Outcome;
	plan: DemoPlan;
	place: DemoPlace;
	reason?: string;
};

const ADD_VENUE = "Please add the name and the address of the venue, and the opening hours.";

/** What the demonstration's people find on their desks, beside the published season. */
export const QUEUE: readonly QueueItem[] = [
	item("hamburg", "de", "Hamburg", "submitted", {
		type: "lecture",
		start: "18:00",
		end: "19:30",
		day: -1,
	}),
	item(
		"munich",
		"de",
		"Munich",
		"changes_requested",
		{ type: "exhibition", wholeDays: [0, 5] },
		ADD_VENUE,
	),
	item(
		"cologne",
		"de",
		"Cologne",
		"rejected",
		{ type: "ceremony", start: "11:00" },
		"This event is already registered under another title.",
	),
	item("leipzig", "de", "Leipzig", "draft", { type: "screening", toBeAnnounced: true }),
	item("graz", "at", "Graz", "submitted", {
		type: "screening",
		start: "19:00",
		end: "21:00",
		day: 1,
	}),
	item(
		"salzburg",
		"at",
		"Salzburg",
		"resubmitted",
		{ type: "concert", start: "19:30", end: "21:00" },
		"Please state when the concert ends.",
	),
	item("geneva", "ch", "Geneva", "submitted", {
		type: "conference",
		start: "10:00",
		end: "16:00",
		day: -2,
	}),
	item("debrecen", "hu", "Debrecen", "submitted", { type: "lecture", start: "17:00" }),
];

/** Takes one event of the queue to where it shall stand, in the caller's transaction. */
export async function queueEvent(
	tx: Tx,
	{ author, coordinator }: { author: Viewer; coordinator: Viewer },
	queued: QueueItem,
	event: NewEvent,
): Promise<void> {
	if (queued.outcome === "draft") {
		await draftEvent(tx, author, { ...event, content: { ...event.content, type: null } });
		return;
	}
	const submitted = await submitNewEvent(tx, author, event);
	if (queued.outcome === "submitted") return;
	const kind = queued.outcome === "rejected" ? "reject" : "request_changes";
	await decide(tx, coordinator, {
		input: decisionInput.parse({
			eventId: submitted.eventId,
			eventVersion: submitted.eventVersion,
			kind,
			reason: queued.reason,
		}),
		now: event.now,
		notify: false,
	});
	if (queued.outcome === "resubmitted")
		await resubmit(tx, author, submitted, event.content, event.now);
}

/** Edits what was submitted or published, and hands the new revision in. */
export async function resubmit(
	tx: Tx,
	author: Viewer,
	at: Standing,
	content: DraftContent,
	now: Date,
): Promise<void> {
	const { eventId, revisionId, revisionVersion } = at;
	const saved = await saveDraft(tx, author, { eventId, revisionId, revisionVersion, content, now });
	await submitEvent(tx, author, {
		eventId,
		eventVersion: saved.eventVersion,
		now,
		notify: false,
		asksWindow: false,
	});
	await noteImportantChange(tx, eventId);
}

/** The content of a queued event. */
export function queueContent({ plan, place }: QueueItem, commemoration: string): DraftContent {
	return demoContent(plan, place, commemoration);
}

function item(
	key: string,
	country: string,
	city: string,
	outcome: Outcome,
	plan: DemoPlan,
	reason?: string,
): QueueItem {
	return {
		key,
		missionKey: `mission:${country}:embassy`,
		outcome,
		plan,
		place: { country: country.toUpperCase(), city, venueName: null, lat: null, lon: null },
		...(reason ? { reason } : {}),
	};
}
