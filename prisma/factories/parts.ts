import type { DraftContent } from "@/lib/events/schema";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { decideOn, type EventOptions, type MadeEvent, makeDraft, submitAgain } from "./events";

/** A draft of a part of another event: of the same organisation, unless told otherwise. */
export function makePart(
	whole: MadeEvent,
	{ content, ...options }: EventOptions = {},
): Promise<MadeEvent> {
	const part: Partial<DraftContent> = {
		type: "exhibition",
		startTime: "17:00",
		endTime: "17:30",
		superEventId: whole.eventId,
		texts: { en: { title: "Opening of the exhibition", description: "" } },
		...content,
	};
	return makeDraft({ organisation: whole.organisation, content: part, ...options });
}

/** Hands a draft in and has it approved. */
export async function publish(event: MadeEvent, reviewer: SignedInViewer): Promise<MadeEvent> {
	return decideOn(await submitAgain(event), reviewer, "approve");
}
