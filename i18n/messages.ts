import type { AbstractIntlMessages } from "next-intl";
import type { Locale } from "@/lib/text/languages";
import english from "@/messages/en.json";
import { DEFAULT_LOCALE } from "./routing";

const merged = new Map<Locale, Promise<AbstractIntlMessages>>();

/** Interface text of a language; a text not translated yet is English. */
export function loadMessages(locale: Locale): Promise<AbstractIntlMessages> {
	const found = merged.get(locale) ?? readMessages(locale);
	merged.set(locale, found);
	return found;
}

async function readMessages(locale: Locale): Promise<AbstractIntlMessages> {
	if (locale === DEFAULT_LOCALE) return english;
	const own: { default: AbstractIntlMessages } = await import(`../messages/${locale}.json`);
	return withFallback(english, own.default);
}

function withFallback(
	fallback: AbstractIntlMessages,
	own: AbstractIntlMessages,
): AbstractIntlMessages {
	const result: AbstractIntlMessages = { ...fallback, ...own };
	for (const [key, value] of Object.entries(fallback)) {
		const mine = own[key];
		if (typeof value === "object" && typeof mine === "object") {
			result[key] = withFallback(value, mine);
		}
	}
	return result;
}
