import type { Tx } from "@/lib/db/client";
import { domainsAbove, type Token, tokensOf } from "@/lib/text/block-key";
import { linkHost, linksIn } from "@/lib/text/links";
import type { Said } from "./said";

export type Blocklist = {
	words: { keys: string[]; reason: string }[];
	/** Reasons by link domain. */
	domains: ReadonlyMap<string, string>;
};

/** The blocked words and link domains. */
export async function readBlocklist(tx: Pick<Tx, "block">): Promise<Blocklist> {
	const rows = await tx.block.findMany({
		where: { kind: { in: ["word", "link_domain"] } },
		select: { kind: true, key: true, reason: true },
	});
	const words = rows.filter(({ kind }) => kind === "word");
	const domains = rows.filter(({ kind }) => kind === "link_domain");
	return {
		words: words.map(({ key, reason }) => ({ keys: key.split(" "), reason })),
		domains: new Map(domains.map(({ key, reason }) => [key, reason])),
	};
}

/** Where blocked words stand in a text: whole words and phrases only. */
export function blockedWordsIn(
	text: string,
	{ words }: Blocklist,
): { start: number; end: number; reason: string }[] {
	const tokens = tokensOf(text);
	return words.flatMap(({ keys, reason }) =>
		tokens.flatMap((first, index) => {
			const last = tokens[index + keys.length - 1];
			return last && isPhrase(tokens, index, keys)
				? [{ start: first.start, end: last.end, reason }]
				: [];
		}),
	);
}

/** Why a host is blocked; null when it is not. */
export function blockedHost(host: string, { domains }: Blocklist): string | null {
	const found = domainsAbove(host).find((domain) => domains.has(domain));
	return found === undefined ? null : (domains.get(found) ?? null);
}

/** Whether a submission says or links anything blocked: then somebody reads it before it is public. */
export async function saysBlocked(tx: Pick<Tx, "block">, said: readonly Said[]): Promise<boolean> {
	return isBlocked(said, await readBlocklist(tx));
}

/** The same by a blocklist that was read before. */
export function isBlocked(said: readonly Said[], blocklist: Blocklist): boolean {
	return said.some(
		({ text }) =>
			blockedWordsIn(text, blocklist).length > 0 ||
			linksIn(text).some(({ address }) => blockedHost(linkHost(address), blocklist) !== null),
	);
}

function isPhrase(tokens: readonly Token[], index: number, keys: readonly string[]): boolean {
	return keys.every((key, offset) => tokens[index + offset]?.key === key);
}
