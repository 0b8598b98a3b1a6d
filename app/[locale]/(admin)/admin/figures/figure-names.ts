import "server-only";
import { createTranslator } from "next-intl";
import { loadMessages } from "@/i18n/messages";
import { countryName } from "@/lib/places/countries";
import { isLocale, languageName } from "@/lib/text/languages";

type Translator = ReturnType<typeof createTranslator>;

/** What submissions are told apart by, in the order of the page and the file. */
export const BREAKDOWNS = ["country", "type", "language", "attendance"] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** Names of their values in the reader's language. */
export async function namesOf(locale: string): Promise<Record<Breakdown, (key: string) => string>> {
	const t: Translator = createTranslator({
		locale,
		messages: await loadMessages(isLocale(locale) ? locale : "en"),
	});
	return {
		country: (key) => countryName(key, locale),
		type: (key) => t(`eventType.${key}`),
		language: (key) => languageName(key, locale),
		attendance: (key) => t(`attendanceMode.${key}`),
	};
}
