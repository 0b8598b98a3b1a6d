import { z } from "zod";
import { DECISION_ACTIONS } from "@/lib/lifecycle/lifecycle";
import { countInput } from "@/lib/text/number-input";
import { cleanText } from "@/lib/text/plain";

export const MAX_REASON_LENGTH = 2000;

export const decisionInput = z
	.strictObject({
		eventId: z.uuid(),
		eventVersion: countInput("field.number"),
		kind: z.enum(DECISION_ACTIONS, "field.choose"),
		reason: z.string().max(MAX_REASON_LENGTH, "field.tooLong").transform(cleanText).default(""),
	})
	.refine((decision) => decision.kind === "approve" || decision.reason.length >= 3, {
		path: ["reason"],
		error: "field.reason",
	});
export type DecisionInput = z.infer<typeof decisionInput>;

export const noteInput = z.strictObject({
	eventId: z.uuid(),
	text: z
		.string()
		.max(MAX_REASON_LENGTH, "field.tooLong")
		.transform(cleanText)
		.pipe(z.string().min(1, "field.required")),
});

export const takeOnInput = z.strictObject({
	eventId: z.uuid(),
	isTaken: z.enum(["1", "0"]).transform((value) => value === "1"),
});
