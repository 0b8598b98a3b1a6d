/**
 * Lower-case letters and digits that can be taken for a Latin letter in either case, by the Latin
 * letter they look like. A selection from Unicode's confusables.txt (UTS #39): what a keyboard of
 * our languages can type. Where the two cases of a letter look like different Latin letters, the
 * capital decides, because names begin with capitals; `hasMixedScripts` catches the rest.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
	a: "аαɑ",
	b: "вβьƅ",
	c: "сϲⅽ",
	d: "ԁɗđ",
	e: "еεҽəәǝ",
	f: "ƒ",
	g: "ɡԍ",
	h: "нηһհ",
	j: "јϳ",
	k: "кκҡқĸ",
	l: "i1|ıіɩιӏłⅼ",
	m: "мμ",
	n: "νпող",
	o: "0оοօөøӨσס๐",
	p: "рρҏ",
	q: "ԛզ",
	r: "гѓ",
	s: "ѕꜱ",
	t: "тτŧ",
	u: "սʋц",
	v: "ѵ",
	w: "ԝωшѡ",
	x: "хχҳ×",
	y: "уүұυγ",
	z: "ζʐ",
	"3": "зӡʒ",
	"4": "ч",
	"6": "б",
	// Arabic and Persian letters that share a shape.
	ي: "ىیې",
	ك: "کڪ",
	ه: "ةەہھ",
};

const LATIN_SHAPES = new Map(
	Object.entries(LOOK_ALIKES).flatMap(([shape, letters]) =>
		[...letters].map((letter) => [letter, shape] as const),
	),
);

/** Other digits (Arabic-Indic, Persian) by their value, counted from their zeros. */
const DIGIT_ZEROS = [0x0660, 0x06f0];

/** The shape a lower-case character shares with others; itself when it has no look-alike. */
export function toLatinShape(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	const zero = DIGIT_ZEROS.find((start) => code >= start && code <= start + 9);
	const plain = zero === undefined ? character : String(code - zero);
	return LATIN_SHAPES.get(plain) ?? plain;
}
