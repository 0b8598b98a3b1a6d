const SPECIAL: Record<string, string> = {
	ə: "e",
	ı: "i",
	ğ: "g",
	ş: "s",
	ç: "c",
	ß: "ss",
	æ: "ae",
	ø: "o",
	å: "a",
	ł: "l",
	đ: "d",
	ð: "d",
	þ: "th",
	а: "a",
	б: "b",
	в: "v",
	г: "g",
	д: "d",
	е: "e",
	ё: "e",
	ж: "zh",
	з: "z",
	и: "i",
	й: "i",
	к: "k",
	л: "l",
	м: "m",
	н: "n",
	о: "o",
	п: "p",
	р: "r",
	с: "s",
	т: "t",
	у: "u",
	ф: "f",
	х: "kh",
	ц: "ts",
	ч: "ch",
	ш: "sh",
	щ: "shch",
	ъ: "",
	ы: "y",
	ь: "",
	э: "e",
	ю: "yu",
	я: "ya",
	і: "i",
	ї: "i",
	є: "e",
	ґ: "g",
};

/**
 * An address part of at most 80 characters `[a-z0-9-]` from any title; `fallback` where nothing Latin or Cyrillic is left
 * (a title in Arabic script or Japanese).
 */
export function slugify(text: string, fallback: string): string {
	const latin = [...text.toLowerCase().replaceAll("i̇", "i")]
		.map((letter) => SPECIAL[letter] ?? letter)
		.join("");
	const words = latin
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-+|-+$/g, "");
	const short =
		words.length <= 80
			? words
			: words
					.slice(0, 81)
					.replace(/-[^-]*$/, "")
					.slice(0, 80);
	return short.replace(/-+$/, "") || fallback;
}

/** So many are asked for at once at first, and four times as many each time when all of them are taken. */
const FIRST_ASKED = 4;

/**
 * The first of slug, slug-2, slug-3 … that is free.
 * @param findTaken of candidates, those that are taken
 */
export async function freeSlug(
	slug: string,
	findTaken: (candidates: string[]) => Promise<ReadonlySet<string>>,
): Promise<string> {
	for (let from = 1, count = FIRST_ASKED; ; from += count, count *= 4) {
		const candidates = Array.from({ length: count }, (_, index) => numbered(slug, from + index));
		const taken = await findTaken(candidates);
		const free = candidates.find((candidate) => !taken.has(candidate));
		if (free !== undefined) return free;
	}
}

function numbered(slug: string, number: number): string {
	return number === 1 ? slug : `${slug}-${number}`;
}
