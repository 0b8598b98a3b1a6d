import { preload } from "react-dom";

const LATIN = new URL(
	"../../node_modules/@fontsource-variable/onest/files/onest-latin-wght-normal.woff2",
	import.meta.url,
).pathname;
const LATIN_EXTENDED = new URL(
	"../../node_modules/@fontsource-variable/onest/files/onest-latin-ext-wght-normal.woff2",
	import.meta.url,
).pathname;
const CYRILLIC = new URL(
	"../../node_modules/@fontsource-variable/onest/files/onest-cyrillic-wght-normal.woff2",
	import.meta.url,
).pathname;
const ARABIC = new URL(
	"../../node_modules/@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2",
	import.meta.url,
).pathname;

const FILES: Record<string, readonly string[]> = {
	az: [LATIN, LATIN_EXTENDED],
	tr: [LATIN, LATIN_EXTENDED],
	ru: [LATIN, CYRILLIC],
	ar: [LATIN, ARABIC],
};

/** Fetches early the font files that a page in this language certainly needs. */
export function FontPreloads({ locale }: { locale: string }) {
	for (const file of FILES[locale] ?? [LATIN]) {
		preload(file, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
	}
	return null;
}
