"use server";

import { z } from "zod";
import { defineAction } from "@/app/define-action";
import { CALENDAR_TAG } from "@/lib/calendar/tags";
import { answerReport, closeCase, takeCase } from "@/lib/moderation/handle-report";
import {
	answerInput,
	closeInput,
	restoreInput,
	takeCaseInput,
	takeDownInput,
} from "@/lib/moderation/report-schema";
import { restore, takeDown } from "@/lib/moderation/take-down";
import { isReviewer } from "@/lib/permissions/viewer";
import { LOCALES } from "@/lib/text/languages";

const locale = z.enum(LOCALES);

/** Takes a case of reports on, or leaves it to others. */
export const takeCaseAction = defineAction({
	name: "reports.take_on",
	input: takeCaseInput.extend({ locale }),
	permission: (viewer) => isReviewer(viewer),
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		takeCase(tx, viewer, { input, now }),
	redirectTo: (_, { locale, caseId }) => `/${locale}/review/reports/${caseId}`,
});

/** Answers a reporter. */
export const answerAction = defineAction({
	name: "reports.answer",
	input: answerInput.extend({ locale }),
	permission: (viewer) => isReviewer(viewer),
	limit: { points: 60, seconds: 600 },
	idempotent: true,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		answerReport(tx, viewer, { input, now }),
	redirectTo: ({ caseId }, { locale }) => `/${locale}/review/reports/${caseId}?done=answered`,
});

/** Closes a case with what was done. */
export const closeAction = defineAction({
	name: "reports.close",
	input: closeInput.safeExtend({ locale }),
	permission: (viewer) => isReviewer(viewer),
	idempotent: true,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		closeCase(tx, viewer, { input, now }),
	redirectTo: (_, { locale }) => `/${locale}/review/reports?done=closed`,
});

/** Hides a public event at once; `takeDown` asks for the permission on the event itself. */
export const takeDownAction = defineAction({
	name: "moderation.take_down",
	input: takeDownInput.extend({ locale }),
	permission: (viewer) => isReviewer(viewer),
	idempotent: true,
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) =>
		takeDown(tx, viewer, { input, now }),
	tags: () => [CALENDAR_TAG],
	redirectTo: (_, { locale, eventId }) => `/${locale}/review/${eventId}?sent=hidden`,
});

/** Shows a hidden event again. */
export const restoreAction = defineAction({
	name: "moderation.restore",
	input: restoreInput.extend({ locale }),
	permission: (viewer) => isReviewer(viewer),
	run: ({ viewer, input: { locale: _, ...input }, tx, now }) => restore(tx, viewer, { input, now }),
	tags: () => [CALENDAR_TAG],
	redirectTo: (_, { locale, eventId }) => `/${locale}/review/${eventId}?sent=restored`,
});
