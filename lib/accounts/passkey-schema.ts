import { z } from "zod";

const MAX_JSON_LENGTH = 20_000;
const base64url = z
	.string()
	.max(MAX_JSON_LENGTH)
	.regex(/^[A-Za-z0-9_-]+$/);
const invalid = { error: "factor.passkeyRefused" };

/** A browser's answer as JSON text in a form; what we do not read of it is left out. */
function answer<Shape extends z.ZodRawShape>(response: Shape) {
	return z
		.string()
		.min(2, invalid)
		.max(MAX_JSON_LENGTH, invalid)
		.transform((text, context) => {
			try {
				return JSON.parse(text) as unknown;
			} catch {
				context.addIssue({ code: "custom", message: invalid.error });
				return z.NEVER;
			}
		})
		.pipe(
			z
				.object({
					id: base64url,
					rawId: base64url,
					type: z.literal("public-key"),
					response: z.object(response),
				})
				.transform((credential) => ({ ...credential, clientExtensionResults: {} })),
		);
}

/** AuthenticatorAttestationResponse (WebAuthn level 3, 5.2.1). */
export const passkeyMade = answer({
	clientDataJSON: base64url,
	attestationObject: base64url,
	transports: z.array(z.string().max(20)).max(10).optional(),
});
export type PasskeyMade = z.infer<typeof passkeyMade>;

/** AuthenticatorAssertionResponse (WebAuthn level 3, 5.2.2). */
export const passkeyAnswer = answer({
	clientDataJSON: base64url,
	authenticatorData: base64url,
	signature: base64url,
});
export type PasskeyAnswer = z.infer<typeof passkeyAnswer>;
