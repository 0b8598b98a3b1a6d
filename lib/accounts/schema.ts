import { z } from "zod";
import { LOCALES } from "@/lib/text/languages";
import { cleanLine } from "@/lib/text/plain";
import { passkeyAnswer, passkeyMade } from "./passkey-schema";
import { readRecoveryCode } from "./read-recovery-code";

const MAX_NAME_LENGTH = 120;
const MAX_RETURN_TO_LENGTH = 2_000;

const email = z
	.string()
	.trim()
	.pipe(z.email({ error: "field.email" }).max(254));
const locale = z.enum(LOCALES);
const returnTo = z.string().max(MAX_RETURN_TO_LENGTH).default("");

export const requestSignInSchema = z.strictObject({ email, locale, returnTo });
export type RequestSignInInput = z.infer<typeof requestSignInSchema>;

/** People type and paste codes with spaces or a dash in the middle. */
export const codeSchema = z.strictObject({
	locale,
	code: z
		.string()
		.max(20)
		.transform((code) => code.replace(/[\s-]/g, ""))
		.pipe(z.string().regex(/^[0-9]{6}$/, { error: "field.code" })),
});

const goesOn = { locale, returnTo };

/** A code of the person's app. */
export const appCodeSchema = z.strictObject({
	...goesOn,
	code: z
		.string()
		.max(20)
		.transform((code) => code.replace(/[\s-]/g, ""))
		.pipe(z.string().regex(/^[0-9]{6}$/, { error: "factor.code" })),
});

export const recoveryCodeSchema = z.strictObject({
	...goesOn,
	recoveryCode: z
		.string()
		.max(60)
		.transform(readRecoveryCode)
		.pipe(z.string().regex(/^[0-9A-Z]{16}$/, { error: "factor.wrongRecoveryCode" })),
});

export const passkeyMadeSchema = z.strictObject({ ...goesOn, response: passkeyMade });
export const passkeyAnswerSchema = z.strictObject({ ...goesOn, response: passkeyAnswer });
export const sessionRefSchema = z.strictObject({ locale, sessionId: z.uuid() });
export const passkeyRefSchema = z.strictObject({ locale, passkeyId: z.uuid() });
export const returnToSchema = z.strictObject(goesOn);

export const localeSchema = z.strictObject({ locale });

export const tokenSchema = z.strictObject({ locale, token: z.string().min(1).max(100) });

export const accountSchema = z.strictObject({
	name: z.string().max(500).transform(cleanLine).pipe(z.string().max(MAX_NAME_LENGTH)),
	locale,
});
export type AccountInput = z.infer<typeof accountSchema>;
