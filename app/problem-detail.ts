import "server-only";
import { createTranslator } from "next-intl";
import { loadMessages } from "@/i18n/messages";
import type { Refusal } from "@/lib/http/problem";
import { isLocale } from "@/lib/text/languages";

/** Codes whose sentence in `errors` is for people at a form. */
const OF_PARAMETERS = /^field\./;

/**
 * What is wrong with a question, in the language that its address asks for, else in English: a sentence for each bad
 * parameter, or one for the whole. Machines read `code` and `fields`.
 */
export async function problemDetail(
	{ code, fields }: Pick<Refusal, "code" | "fields">,
	{ address, requestId }: { address: string; requestId: string },
): Promise<string> {
	const { searchParams } = new URL(address);
	const asked = searchParams.get("lang") ?? searchParams.get("locale") ?? "";
	const locale = isLocale(asked) ? asked : "en";
	const t: ReturnType<typeof createTranslator> = createTranslator({
		locale,
		messages: await loadMessages(locale),
	});
	const wrong = Object.entries(fields);
	if (wrong.length === 0) return t(`errors.${code}`, { reference: requestId });
	const sentence = (key: string) => {
		const ofParameter = `errors.${key.replace(OF_PARAMETERS, "parameter.")}`;
		return t.has(ofParameter) ? t(ofParameter) : t(`errors.${key}`);
	};
	return wrong.map(([name, key]) => `${name}: ${sentence(key)}`).join(" ");
}
