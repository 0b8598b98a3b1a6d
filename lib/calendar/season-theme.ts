import { z } from "zod";
import { db } from "@/lib/db/client";
import { LOCALES, type Locale } from "@/lib/text/languages";
import { cleanLine, hasBidiControl } from "@/lib/text/plain";

export const MAX_THEME_TITLE = 120;
export const MAX_THEME_TEXT = 600;

function line(max: number) {
	return z
		.string()
		.max(max, "field.tooLong")
		.transform(cleanLine)
		.refine((text) => !hasBidiControl(text), "field.bidiControl")
		.default("");
}

const themeText = z
	.strictObject({ title: line(MAX_THEME_TITLE), text: line(MAX_THEME_TEXT) })
	.refine(({ title, text }) => title !== "" || text === "", {
		path: ["title"],
		error: "field.required",
	});

const oneOfEach = Object.fromEntries(LOCALES.map((locale) => [locale, themeText.optional()]));

/** The theme of a season as a form sends it: a short title and one paragraph, by interface language; both empty where it has none. */
export const seasonThemeInput = z
	.strictObject(oneOfEach as Record<Locale, z.ZodOptional<typeof themeText>>)
	.transform((texts) =>
		LOCALES.flatMap((locale): ThemeText[] => {
			const text = texts[locale];
			return text?.title ? [{ locale, ...text }] : [];
		}),
	);

export type ThemeText = { locale: string; title: string; text: string };

/** What the public reads as the theme of a season, in the languages that it has; empty where none is set. */
export async function readSeasonTheme(season: number): Promise<ThemeText[]> {
	return db.seasonText.findMany({
		where: { year: season },
		orderBy: { locale: "asc" },
		select: { locale: true, title: true, text: true },
	});
}
