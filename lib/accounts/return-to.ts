import { LOCALES } from "@/lib/text/languages";

/** Long enough for the address of the submissions that a reviewer has chosen (lib/moderation/bulk-rules). */
const MAX_LENGTH = 1_500;
const OUR_PAGE = new RegExp(`^/(${LOCALES.join("|")})(/|\\?|$)`);
/** Backslashes, control characters and white space, bare or percent-encoded (also twice); dot segments. */
const TRICK = /[\\\s\p{Cc}]|%(25)*([01][0-9a-f]|20|2f|5c|7f)|\/\.\.?(\/|\?|$)/iu;

/**
 * Where to go after signing in: a path of a page of ours, or null for anything else
 * (`//x`, `/\x`, `%0d`, other schemes and hosts).
 */
export function safeReturnTo(value: unknown): string | null {
	if (typeof value !== "string" || value.length > MAX_LENGTH) return null;
	if (!OUR_PAGE.test(value) || TRICK.test(value) || value.includes("//")) return null;
	const url = new URL(value, "https://here.invalid");
	return url.origin === "https://here.invalid" ? `${url.pathname}${url.search}` : null;
}
