import { defineRouting } from "next-intl/routing";
import { LOCALES, type Locale } from "@/lib/text/languages";

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
