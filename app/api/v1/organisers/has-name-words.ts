import { foldName } from "@/lib/places/fold";

/** Whether every word of a search begins some word of a name, whatever the accents. */
export function hasNameWords(name: string, search: string): boolean {
	const words = wordsOf(name);
	return wordsOf(search).every((word) => words.some((each) => each.startsWith(word)));
}

function wordsOf(text: string): string[] {
	return foldName(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
}
