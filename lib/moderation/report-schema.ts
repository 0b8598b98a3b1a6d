import { z } from "zod";
import { LOCALES } from "@/lib/text/languages";
import { countInput } from "@/lib/text/number-input";
import { cleanText } from "@/lib/text/plain";

/** What can be wrong, in the order in which a visitor is asked. */
export const REPORT_KINDS = [
	"wrong_facts",
	"cancelled",
	"not_organiser",
	"hatred",
	"private_data",
	"graphic",
	"spam",
	"other",
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What hurts people while it stands: reviewers are mailed, and see it first. */
export const URGENT_KINDS: ReadonlySet<ReportKind> = new Set(["hatred", "private_data", "graphic"]);

/** Kinds of which a reviewer can do nothing without words. */
export const KINDS_WITH_TEXT: ReadonlySet<ReportKind> = new Set([
	"wrong_facts",
	"not_organiser",
	"other",
]);

/** What was done in the end, in general words; the last two are what a report is dismissed with. */
export const REPORT_OUTCOMES = ["corrected", "asked", "hidden", "kept", "unclear"] as const;
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

/** Outcomes of which the reason must be on record. */
const DISMISSALS: ReadonlySet<ReportOutcome> = new Set(["kept", "unclear"]);

export const MAX_REPORT_LENGTH = 2_000;
const MAX_TYPED_LENGTH = 20_000;

const text = z.string().max(MAX_TYPED_LENGTH, "field.tooLong").transform(cleanText);
const longText = text.pipe(z.string().max(MAX_REPORT_LENGTH, "field.tooLong"));

/** What a visitor reports: exactly one of `eventId` and `organisationId`. */
export const reportInput = z
	.strictObject({
		formKey: z.uuid(),
		locale: z.enum(LOCALES),
		eventId: z.uuid().optional(),
		organisationId: z.uuid().optional(),
		kind: z.enum(REPORT_KINDS, "field.choose"),
		text: longText.default(""),
		email: z
			.string()
			.trim()
			.pipe(z.union([z.literal(""), z.email("field.email").max(254, "field.tooLong")]))
			.default(""),
		/** People do not see it; what fills in every field does not know that. */
		website: z.string().max(MAX_TYPED_LENGTH).default(""),
	})
	.refine(
		({ eventId, organisationId }) => (eventId === undefined) !== (organisationId === undefined),
	)
	.refine(({ kind, text }) => !KINDS_WITH_TEXT.has(kind) || text.length >= 5, {
		path: ["text"],
		error: "field.reportText",
	});
export type ReportInput = z.infer<typeof reportInput>;

const caseId = z.uuid();

export const takeCaseInput = z.strictObject({
	caseId,
	isTaken: z.enum(["1", "0"]).transform((value) => value === "1"),
});

export const answerInput = z.strictObject({
	reportId: z.uuid(),
	answer: longText.pipe(z.string().min(5, "field.tooShort")),
});

export const closeInput = z
	.strictObject({
		caseId,
		outcome: z.enum(REPORT_OUTCOMES, "field.choose"),
		reason: longText.default(""),
	})
	.refine(({ outcome, reason }) => !DISMISSALS.has(outcome) || reason.length >= 3, {
		path: ["reason"],
		error: "field.reason",
	});
export type CloseInput = z.infer<typeof closeInput>;

export const restoreInput = z.strictObject({
	eventId: z.uuid(),
	eventVersion: countInput("field.number"),
});
export const takeDownInput = restoreInput.extend({
	reason: longText.pipe(z.string().min(3, "field.reason")),
});
