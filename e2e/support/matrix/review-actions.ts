import { db } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { makeAdmin } from "@/prisma/factories/people";
import { decideOnRecap, makePast, submitTyped } from "@/prisma/factories/recaps";
import { deciders, ofTheCountry, reviewers } from "./actors";
import { type ActionRow, LATE, published, reasoned, submitted } from "./fields";

/** Of the reviewers' desk. */
export const REVIEW_ACTIONS: Record<string, ActionRow> = {
	"(moderation)/review/actions#decideAction": {
		for: deciders,
		fields: (ids) => ({ ...submitted(ids), ...LATE, kind: "approve", reason: "" }),
	},
	"(moderation)/review/actions#reopenAction": {
		for: deciders,
		fields: (ids) => ({ ...published(ids), ...LATE, ...reasoned }),
	},
	"(moderation)/review/actions#takeOnAction": {
		for: deciders,
		fields: (ids) => ({ ...submitted(ids), isTaken: "1" }),
	},
	"(moderation)/review/actions#noteAction": {
		for: ofTheCountry,
		fields: (ids) => ({ ...submitted(ids), text: "A note" }),
	},
	"(moderation)/review/actions#lookAtAction": {
		for: deciders,
		fields: async ({ made: { organisation } }) => {
			const { eventId } = await makePublished({ organisation });
			await db.decision.updateMany({ where: { eventId }, data: { isSampled: true } });
			return { eventId };
		},
	},
	"(moderation)/review/bulk/actions#approveChosen": {
		for: reviewers,
		fields: ({ event }) => ({ e: `${event}.999` }),
	},
	"(moderation)/review/messages/actions#askAction": {
		for: deciders,
		fields: (ids) => ({ ...submitted(ids), text: "When does it begin?" }),
	},
	"(moderation)/review/messages/actions#readAction": { for: deciders, fields: submitted },
	"(moderation)/review/recaps/actions#decideRecapAction": {
		for: deciders,
		fields: (ids) => ({ ...published(ids), ...LATE, kind: "approve", reason: "" }),
	},
	"(moderation)/review/recaps/actions#reopenRecapAction": {
		for: deciders,
		fields: (ids) => ({ ...published(ids), ...LATE, ...reasoned }),
	},
	"(moderation)/review/recaps/actions#lookAtRecapAction": {
		for: deciders,
		fields: async ({ made: { organisation } }) => {
			const event = await makePast({ organisation });
			const { eventId } = event;
			await submitTyped(event, { attendanceMin: "40" });
			await decideOnRecap(event, await makeAdmin(), "approve");
			await db.recapDecision.updateMany({ where: { eventId }, data: { isSampled: true } });
			return { eventId };
		},
	},
	"(moderation)/review/reports/actions#takeCaseAction": {
		for: deciders,
		fields: ({ case: caseId }) => ({ caseId, isTaken: "1" }),
	},
	"(moderation)/review/reports/actions#answerAction": {
		for: deciders,
		fields: ({ report: reportId }) => ({ reportId, answer: "Thank you for telling us." }),
	},
	"(moderation)/review/reports/actions#closeAction": {
		for: deciders,
		fields: ({ case: caseId }) => ({ caseId, outcome: "kept", ...reasoned }),
	},
	"(moderation)/review/reports/actions#takeDownAction": {
		for: deciders,
		fields: (ids) => ({ ...published(ids), ...LATE, ...reasoned }),
	},
	"(moderation)/review/reports/actions#restoreAction": {
		for: deciders,
		fields: (ids) => ({ ...published(ids), ...LATE }),
	},
};
