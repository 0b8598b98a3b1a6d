import { defineRouting } from "next-intl/routing";

/** Interface languages, in the order in which people are offered them. */
export const LOCALES = ["en", "az", "tr", "ru", "de", "fr", "es", "ar"] as const;

export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "en";

/** Remembers a language that a person picked; set in the browser only, so cached answers stay cookieless. */
export const LOCALE_COOKIE = "locale";

/** Each language's name for itself. */
export const LOCALE_NAMES: Record<Locale, string> = {
	en: "English",
	az: "Azərbaycanca",
	tr: "Türkçe",
	ru: "Русский",
	de: "Deutsch",
	fr: "Français",
	es: "Español",
	ar: "العربية",
};

export const routing = defineRouting({
	locales: LOCALES,
	defaultLocale: DEFAULT_LOCALE,
	localePrefix: "always",
	localeCookie: false,
	alternateLinks: false,
});

/** Says which way a language is written. */
export function directionOf(locale: string): "ltr" | "rtl" {
	return locale === "ar" ? "rtl" : "ltr";
}
