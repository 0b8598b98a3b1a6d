import { LOCALES, type Locale } from "@/lib/text/languages";

const MAX_HEADER_LENGTH = 500;

/**
 * Picks the interface language of a visitor who asked for none: the remembered one, else the best of
 * `Accept-Language` (RFC 9110, section 12.5.4), else English.
 */
export function negotiateLocale(
	acceptLanguage: string | null,
	remembered: string | undefined,
): Locale {
	const kept = LOCALES.find((locale) => locale === remembered);
	if (kept) return kept;
	for (const language of preferredLanguages(acceptLanguage ?? "")) {
		const match = LOCALES.find((locale) => locale === language);
		if (match) return match;
	}
	return LOCALES[0];
}

function preferredLanguages(header: string): string[] {
	return header
		.slice(0, MAX_HEADER_LENGTH)
		.split(",")
		.map((part) => {
			const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
			const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
			const weight = quality ? Number(quality.trim().slice(2)) : 1;
			return { language: tag.trim().split("-")[0] ?? "", weight };
		})
		.filter(({ language, weight }) => language !== "" && weight > 0)
		.sort((a, b) => b.weight - a.weight)
		.map(({ language }) => language);
}
