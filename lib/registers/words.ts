/** Message key of a kind or a grade of evidence in the data: "governor’s letter" is `governor_s_letter`. */
export function messageKeyOf(word: string): string {
	return word
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "_")
		.replace(/^_|_$/g, "");
}
