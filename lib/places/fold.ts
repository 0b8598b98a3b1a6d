/** Letters that Unicode decomposition leaves alone, and the plain letters people type for them. */
const LETTERS: Readonly<Record<string, string>> = {
	ə: "e",
	ǝ: "e",
	ı: "i",
	ß: "ss",
	ø: "o",
	æ: "ae",
	œ: "oe",
	đ: "d",
	ð: "d",
	þ: "th",
	ł: "l",
	ħ: "h",
	ŋ: "n",
	ŧ: "t",
	// Persian and Urdu keyboards against Arabic ones
	ک: "ك",
	ی: "ي",
	ى: "ي",
	ې: "ي",
	ة: "ه",
	ہ: "ه",
	ھ: "ه",
	ە: "ه",
	ڵ: "ل",
};
const LETTERS_PATTERN = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");
const APOSTROPHES = /['’‘`´"ʻʼʹʾʿʽˈـ]/gu;

/**
 * Reduces a name to what two spellings of it share: small letters without marks or punctuation,
 * one space between words; "Nuku‘alofa" → "nukualofa", "Xankəndi" → "xankendi", "İzmir" → "izmir".
 */
export function foldName(text: string): string {
	return text
		.normalize("NFKD")
		.toLowerCase()
		.replace(/\p{M}+/gu, "")
		.replace(LETTERS_PATTERN, (letter) => LETTERS[letter] ?? letter)
		.replace(APOSTROPHES, "")
		.replace(/&/g, " and ")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim()
		.normalize("NFC");
}

/** Ways in which Latin transliterations of one sound differ, the longest first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
	[/\b(?:saint|sankt|sainte)\b/g, "st"],
	[/dzh|dsch|dj|zh|tch|tsch|ch|j/g, "c"],
	[/kh|gh|x/g, "h"],
	[/sch|sh/g, "s"],
	[/ue/g, "u"],
	[/oe/g, "o"],
	[/ae/g, "a"],
	[/ph/g, "f"],
	[/th/g, "t"],
	[/ck|q/g, "k"],
	[/w/g, "v"],
	[/y/g, "i"],
	[/(.)\1/gu, "$1"],
];

/**
 * Folds further, so that spellings by sound meet: "khankendi", "xankendi" → "hankendi",
 * "muenchen" → "muncen", "khojaly", "xocali" → "hocali". Takes the output of `foldName`.
 */
export function looseFold(folded: string): string {
	return SOUNDS.reduce((text, [pattern, plain]) => text.replace(pattern, plain), folded);
}
