/** What belongs to an input: what was typed, else what is stored, and its error. */
export type FieldOf = (
	name: string,
	stored?: string,
) => { name: string; defaultValue: string; error: string | undefined };

/** The text in one language; empty where there is none. */
export function textIn(
	texts: readonly { locale: string; text: string }[] | undefined,
	tag: string,
): string {
	return texts?.find(({ locale }) => locale === tag)?.text ?? "";
}

/** A language (BCP 47) with its name in the reader's, told by the server: not every browser knows it in Azerbaijani. */
export type NamedLanguage = { tag: string; name: string };
