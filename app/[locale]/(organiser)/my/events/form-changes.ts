import "server-only";
import type { Change } from "@/lib/events/draft-past";
import type { RevisionContent } from "@/lib/events/revision";
import { formValues } from "./[id]/edit/form-values";

/** A change that was made elsewhere, as inputs of the form: a name that `values` lacks is not there any more. */
export type FormChange = {
	/** Of the control beside which it is shown. */
	field: string;
	names: string[];
	values: Record<string, string>;
	secondsAgo: number;
	/** By the same person, in another window. */
	isOwn: boolean;
};

/** Inputs that the form has beside the answers: what was typed when the city was picked. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
	cityName: ["pickedCity", "pickedCountry"],
};

/** Changes of a draft in the words of its form, as `content` has them. */
export function formChanges(
	changes: readonly Change[],
	content: RevisionContent,
	locale: string,
): FormChange[] {
	if (changes.length === 0) return [];
	const all = Object.entries(formValues(content, locale));
	return changes.map(({ field, names: answers, secondsAgo, isOwn }) => {
		const names = [...answers, ...answers.flatMap((name) => BESIDE[name] ?? [])];
		const values = all.filter(([name]) => names.some((each) => isUnder(name, each)));
		return { field, names, values: Object.fromEntries(values), secondsAgo, isOwn };
	});
}

/** A list has inputs of its own for each of its items. */
function isUnder(name: string, answer: string): boolean {
	return name === answer || name.startsWith(`${answer}.`) || name.startsWith(`${answer}[`);
}
