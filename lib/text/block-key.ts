import { skeleton } from "./plain";

/** A word of a text with its place in it. */
export type Token = {
	/** Its look-alike skeleton (lib/text/plain). */
	key: string;
	start: number;
	end: number;
};

const WORD = /[\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}]+/gu;

/** The words of a text, folded so that case, accents, invisible signs and look-alike letters make no difference. */
export function tokensOf(text: string): Token[] {
	return [...text.matchAll(WORD)]
		.map(({ 0: word, index }) => ({
			key: skeleton(word),
			start: index,
			end: index + word.length,
		}))
		.filter(({ key }) => key !== "");
}

/** A word or phrase as it is compared: its folded words, one space between; "" where it has none. */
export function wordKey(phrase: string): string {
	return tokensOf(phrase)
		.map(({ key }) => key)
		.join(" ");
}

/** The host that was typed, alone or as part of an address, in ASCII (punycode) and without "www."; "" for none. */
export function domainKey(typed: string): string {
	const text = typed.trim().replace(/^(https?:\/\/|@)/i, "");
	if (!/^[^\s/@:]+\.[^\s/@:]+(\/.*)?$/.test(text) || !URL.canParse(`https://${text}`)) return "";
	return new URL(`https://${text}`).hostname.replace(/^www\./, "").replace(/\.$/, "");
}

/** A host and all above it: "a.b.example" → itself, "b.example", "example". */
export function domainsAbove(host: string): string[] {
	const labels = host.replace(/\.$/, "").split(".");
	return labels.map((_, index) => labels.slice(index).join("."));
}
