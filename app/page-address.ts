import "server-only";
import type { Metadata } from "next";
import { DEFAULT_LOCALE } from "@/i18n/routing";
import { env } from "@/lib/env";
import { LOCALES } from "@/lib/text/languages";

/** Absolute address of a page of this site; `path` without the language, "" for home. */
export function pageAddress(locale: string, path: string): string {
	return `${env().APP_URL}/${locale}${path}`;
}

/** Canonical address of a page and its addresses in the other languages. */
export function alternatesOf(locale: string, path: string): NonNullable<Metadata["alternates"]> {
	return { canonical: pageAddress(locale, path), languages: languageAddresses(path) };
}

/** A page's address in each interface language, and in none in particular. */
export function languageAddresses(path: string): Record<string, string> {
	return {
		...Object.fromEntries(LOCALES.map((locale) => [locale, pageAddress(locale, path)])),
		"x-default": pageAddress(DEFAULT_LOCALE, path),
	};
}
