import { z } from "zod";
import { cleanText } from "@/lib/text/plain";

const MIN_STATEMENT_LENGTH = 20;
const MAX_STATEMENT_LENGTH = 1000;

const organisationId = z.uuid();
const statement = z
	.string()
	.max(MAX_STATEMENT_LENGTH, "field.tooLong")
	.transform(cleanText)
	.refine((text) => text.trim().length >= MIN_STATEMENT_LENGTH, "field.statement");
const mailbox = z
	.string()
	.trim()
	.pipe(z.email({ error: "field.email" }).max(254));

/** That an organisation is one's own, and how reviewers can know. */
export const claimInput = z.discriminatedUnion("method", [
	z.strictObject({ organisationId, statement, method: z.literal("domain"), email: mailbox }),
	z.strictObject({ organisationId, statement, method: z.literal("coordinator") }),
]);
export type ClaimInput = z.infer<typeof claimInput>;

export const claimRef = z.strictObject({ organisationId, claimId: z.uuid() });
export const claimRefusal = claimRef.extend({
	reason: z
		.string()
		.max(1000, "field.tooLong")
		.transform(cleanText)
		.refine((reason) => reason.trim().length >= 3, "field.reason"),
});
export type ClaimRef = z.infer<typeof claimRef>;
