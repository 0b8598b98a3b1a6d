const ALPHABETS: readonly (readonly [RegExp, string])[] = [
	[/\p{Script=Latin}/u, "abcdefghijklmnopqrstuvwxyz"],
	[/\p{Script=Cyrillic}/u, "абвгдежзиклмнопрстуфхцчшщъыьэюяіє"],
	[/\p{Script=Arabic}/u, "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ"],
];

/**
 * All texts one slip away from `folded`: two neighbours swapped, a letter missing, too many or wrong.
 * At most 70 × length + 35 of them, which bounds the cost of the search that uses them.
 */
export function spellingVariants(folded: string): Set<string> {
	const letters = ALPHABETS.find(([script]) => script.test(folded))?.[1] ?? "";
	const variants = new Set<string>();
	for (let at = 0; at <= folded.length; at++) {
		const before = folded.slice(0, at);
		const after = folded.slice(at);
		const rest = after.slice(1);
		for (const letter of letters) variants.add(before + letter + after);
		if (after === "") continue;
		variants.add(before + rest);
		variants.add(before + rest.slice(0, 1) + after.slice(0, 1) + rest.slice(1));
		for (const letter of letters) variants.add(before + letter + rest);
	}
	variants.delete(folded);
	return variants;
}
