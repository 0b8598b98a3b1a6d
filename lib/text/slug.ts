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

/** The first of slug, slug-2, slug-3 … that `isTaken` does not know. */
export async function freeSlug(
	slug: string,
	isTaken: (slug: string) => Promise<boolean>,
): Promise<string> {
	for (let n = 1; ; n++) {
		const candidate = n === 1 ? slug : `${slug}-${n}`;
		if (!(await isTaken(candidate))) return candidate;
	}
}
