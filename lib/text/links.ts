import { domainToUnicode } from "node:url";
import { domainsAbove } from "./block-key";
import { skeleton } from "./plain";

/** What a link's host is, besides its name. */
export type LinkMark = "punycode" | "shortener" | "number" | "lookAlike";

/** An address in a text, with its place. */
export type FoundLink = { address: string; start: number; end: number };

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>()[\]"'«»“”]{1,2000}/giu;

/** Services behind whose addresses any other can hide. */
const SHORTENERS = new Set([
	"bit.do",
	"bit.ly",
	"buff.ly",
	"clck.ru",
	"cutt.ly",
	"goo.gl",
	"is.gd",
	"ow.ly",
	"qr.ae",
	"rb.gy",
	"rebrand.ly",
	"s.id",
	"shorturl.at",
	"t.co",
	"t.ly",
	"tiny.cc",
	"tinyurl.com",
	"v.gd",
	"vk.cc",
]);

/** The web addresses that stand in a text, Markdown or not. */
export function linksIn(text: string): FoundLink[] {
	return [...text.matchAll(ADDRESS)].map(({ 0: found, index }) => {
		const address = found.replace(/[.,;:!?*_]+$/, "");
		return { address, start: index, end: index + address.length };
	});
}

/** Host of an address in ASCII without "www."; "" where it has none. */
export function linkHost(address: string): string {
	const whole = /^https?:/i.test(address) ? address : `https://${address}`;
	return URL.canParse(whole) ? new URL(whole).hostname.replace(/^www\.|\.$/g, "") : "";
}

/** The host as its owner writes it: punycode in letters. */
export function readableHost(host: string): string {
	return domainToUnicode(host) || host;
}

/**
 * What is to be known of a host before somebody opens it.
 * @param known hosts that an impostor would imitate, such as the organiser's own
 */
export function marksOf(host: string, known: readonly string[]): LinkMark[] {
	const marks: LinkMark[] = [];
	if (host.split(".").some((label) => label.startsWith("xn--"))) marks.push("punycode");
	if (domainsAbove(host).some((domain) => SHORTENERS.has(domain))) marks.push("shortener");
	if (/^(\d{1,3}\.){3}\d{1,3}$/.test(host) || host.startsWith("[")) marks.push("number");
	if (known.some((other) => isLike(host, other))) marks.push("lookAlike");
	return marks;
}

/** A shorter name stands by chance within others. */
const SHORTEST_WITHIN = 8;

/** "rnfa.gov.az" and "mfa-gov-az.example" are like "mfa.gov.az"; its own subdomains are not. */
function isLike(host: string, known: string): boolean {
	if (domainsAbove(host).includes(known)) return false;
	const [shape, wanted] = [skeleton(readableHost(host)), skeleton(readableHost(known))];
	return shape === wanted || (wanted.length >= SHORTEST_WITHIN && shape.includes(wanted));
}
