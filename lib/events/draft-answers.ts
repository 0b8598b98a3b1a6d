import { isLanguage } from "@/lib/text/languages";
import type { DraftContent } from "./schema";

/** The answers of a draft by name: `texts.az.title`, `languages.az`, `venueName`; a language without texts has no names. */
export type Answers = Readonly<Record<string, unknown>>;

/** Takes a draft apart into its answers. */
export function answersOf({ texts, languages, coOrganisers, ...others }: DraftContent): Answers {
	const answers: Record<string, unknown> = { ...others };
	for (const id of coOrganisers) answers[`coOrganisers.${id}`] = true;
	for (const tag of languages) answers[`languages.${tag}`] = true;
	for (const [locale, text] of Object.entries(texts)) {
		for (const [part, value] of Object.entries(text)) answers[`texts.${locale}.${part}`] = value;
	}
	return answers;
}

/** Puts the answers of a valid draft together again; languages and co-organisers keep the order of `like`. */
export function draftOf(answers: Answers, like: DraftContent): DraftContent {
	const content: Record<string, unknown> = {};
	const texts: DraftContent["texts"] = {};
	const languages: DraftContent["languages"] = [];
	const coOrganisers: DraftContent["coOrganisers"] = [];
	for (const [name, value] of Object.entries(answers)) {
		const [first = "", second = "", third] = name.split(".");
		if (first === "languages" && isLanguage(second)) languages.push(second);
		else if (first === "coOrganisers" && second) coOrganisers.push(second);
		else if (first === "texts" && third)
			texts[second] = { ...(texts[second] ?? NO_TEXT), [third]: value };
		else content[name] = value;
	}
	inOrderOf(like.languages, languages);
	inOrderOf(like.coOrganisers, coOrganisers);
	// Each value is one that a parsed draft had under this very name.
	const others = content as Omit<DraftContent, "texts" | "languages" | "coOrganisers">;
	return { ...others, texts, languages, coOrganisers };
}

/** What the other list lacks comes last. */
function inOrderOf(order: readonly string[], list: string[]): void {
	const place = (each: string) => order.indexOf(each) >>> 0;
	list.sort((one, other) => place(one) - place(other));
}

/** Whether two answers say the same: what is missing or empty is not stated, and the order of an item's parts is nothing. */
export function isSameAnswer(one: unknown, other: unknown): boolean {
	return JSON.stringify(stated(one)) === JSON.stringify(stated(other));
}

function stated(answer: unknown): unknown {
	if (answer === "" || answer === undefined) return null;
	if (Array.isArray(answer)) return answer.map(stated);
	if (typeof answer !== "object" || answer === null) return answer;
	const parts = Object.entries(answer).map(([name, part]) => [name, stated(part)] as const);
	const filled = parts.filter(([, part]) => part !== null);
	if (filled.length === 0) return null;
	return Object.fromEntries(filled.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What `after` replaced in `before`: the earlier answers by name, null for one that was not there. */
export function replacedIn(before: Answers, after: Answers): Record<string, unknown> {
	const names = new Set([...Object.keys(before), ...Object.keys(after)]);
	const replaced = [...names].filter((name) => {
		const isThere = Object.hasOwn(before, name) === Object.hasOwn(after, name);
		return !isThere || !isSameAnswer(before[name], after[name]);
	});
	return Object.fromEntries(replaced.map((name) => [name, before[name] ?? null]));
}

/** The answers before a save, by what it replaced. */
export function undo(answers: Answers, replaced: Readonly<Record<string, unknown>>): Answers {
	const earlier: Record<string, unknown> = { ...answers, ...replaced };
	for (const [name, value] of Object.entries(replaced)) {
		if (value === null && /^(texts|languages|coOrganisers)\./.test(name)) delete earlier[name];
	}
	return earlier;
}

const NO_TEXT = { title: "", description: "" };
