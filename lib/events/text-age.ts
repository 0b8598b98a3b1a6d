type Aged = { locale: string; changedIn: number };

/**
 * By language, which other one was changed after it: the one changed last, and the first of several.
 * @param texts with the number of the revision in which each was changed last
 */
export function newerTexts(texts: readonly Aged[]): Record<string, string> {
	const newest = texts.reduce<Aged | null>(
		(found, text) => (found === null || text.changedIn > found.changedIn ? text : found),
		null,
	);
	if (newest === null) return {};
	return Object.fromEntries(
		texts.flatMap(({ locale, changedIn }) =>
			changedIn < newest.changedIn ? [[locale, newest.locale]] : [],
		),
	);
}
