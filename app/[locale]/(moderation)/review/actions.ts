"use server";

import { defineAction } from "@/app/define-action";
import { CALENDAR_TAG } from "@/lib/calendar/tags";
import { decide } from "@/lib/moderation/decide";
import { decisionInput } from "@/lib/moderation/schema";
import { isReviewer } from "@/lib/permissions/viewer";

/** A reviewer's decision on the submission that waits; `decide` asks for the permission on the event itself. */
export const decideAction = defineAction({
	name: "moderation.decide",
	input: decisionInput,
	permission: (viewer) => isReviewer(viewer),
	idempotent: true,
	run: ({ viewer, input, tx, now }) => decide(tx, viewer, { input, now }),
	tags: () => [CALENDAR_TAG],
});
