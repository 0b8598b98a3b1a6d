import { type Answers, isSameAnswer } from "./draft-answers";

/** Answers that make sense only together: they are merged, kept or taken as one, under the name of the first. */
export type Unit = { field: string; names: readonly string[] };

export type MergedDraft = {
	answers: Answers;
	/** What both changed: the merged answers say theirs. */
	conflicts: Unit[];
	/** What only they changed. */
	taken: Unit[];
};

const TOGETHER: readonly (readonly string[])[] = [
	["cityName", "cityGeonameId", "country", "timezone"],
	["lat", "lon"],
	["startTime", "startDisambiguation"],
	["endTime", "endDisambiguation"],
];

/** Answers that empty others: those are then one with them, so that a choice of one member deletes no word of another. */
const EMPTIES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	attendanceMode: {
		online: ["venueName", "address", "lat", "lon", "isWheelchairAccessible"],
		in_person: ["onlineUrl"],
	},
	timing: {
		all_day: ["startTime", "startDisambiguation", "endTime", "endDisambiguation"],
		to_be_announced: ["startTime", "startDisambiguation", "endTime", "endDisambiguation"],
	},
};

/**
 * Merges by answer what two people made of one draft. What one of them changed stays changed; what both changed is a
 * conflict, and stays as they have it. A language that one took away and the other wrote in stays.
 * @param base what both began with; null when that is not known any more, and every difference is a conflict
 * @param unresolved fields of earlier conflicts about which this person has not decided
 */
export function mergeDraft({
	base,
	mine,
	theirs,
	unresolved,
}: {
	base: Answers | null;
	mine: Answers;
	theirs: Answers;
	unresolved: readonly string[];
}): MergedDraft {
	const standing = standingOf({ base, mine, theirs });
	const merged: Record<string, unknown> = { ...mine };
	const conflicts: Unit[] = [];
	const taken: Unit[] = [];
	for (const unit of unitsOf({ base, mine, theirs })) {
		const differs = (one: Answers, other: Answers) =>
			unit.names.some((name) => !isSameAnswer(one[name], other[name]));
		const isGone = unit.names.some((name) => isMissing(name, mine, theirs));
		if (!isGone && !differs(mine, theirs)) continue;
		const isOpen = unresolved.includes(unit.field);
		const whose =
			standing(unit.field) ??
			(base && !differs(base, theirs) ? "mine" : base && !differs(base, mine) ? "theirs" : null);
		if (whose === "mine" && !isOpen) continue;
		for (const name of unit.names) put(merged, name, theirs);
		(whose === "theirs" && !isOpen ? taken : conflicts).push(unit);
	}
	return { answers: merged, conflicts, taken };
}

function put(merged: Record<string, unknown>, name: string, from: Answers): void {
	if (Object.hasOwn(from, name)) merged[name] = from[name];
	else delete merged[name];
}

/** A language that is there without a word is not one that is missing. */
function isMissing(name: string, mine: Answers, theirs: Answers): boolean {
	return name.startsWith("texts.") && Object.hasOwn(mine, name) !== Object.hasOwn(theirs, name);
}

type Three = { base: Answers | null; mine: Answers; theirs: Answers };

function unitsOf({ base, mine, theirs }: Three): Unit[] {
	const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
	const units = new Map<string, string[]>();
	const join = emptied({ base, mine, theirs });
	for (const name of names) {
		const pair = TOGETHER.find((together) => together.includes(name));
		const field = join.get(name) ?? pair?.[0] ?? name;
		units.set(field, [...(units.get(field) ?? []), name]);
	}
	return [...units].map(([field, all]) => ({ field, names: all }));
}

/** Answers that are emptied by what either chose, and the choice that they go with. */
function emptied({ base, mine, theirs }: Three): Map<string, string> {
	const joined = new Map<string, string>();
	for (const [lead, choices] of Object.entries(EMPTIES)) {
		const hasMoved = [mine, theirs].some((each) => !isSameAnswer(each[lead], base?.[lead]));
		if (!hasMoved || isSameAnswer(mine[lead], theirs[lead])) continue;
		for (const { [lead]: choice } of [mine, theirs]) {
			for (const name of choices[String(choice)] ?? []) joined.set(name, lead);
		}
	}
	return joined;
}

/**
 * Of a language that one has and the other has not: whose version stands, by field; undefined where the answers decide.
 * Spoken languages and co-organisers are only added where nobody knows who took one away.
 */
function standingOf({
	base,
	mine,
	theirs,
}: Three): (field: string) => "mine" | "theirs" | undefined {
	return (field) => {
		if (base === null && /^(languages|coOrganisers)\./.test(field))
			return Object.hasOwn(mine, field) ? "mine" : "theirs";
		const locale = /^texts\.([^.]+)\./.exec(field)?.[1];
		if (locale === undefined || has(mine, locale) === has(theirs, locale)) return undefined;
		if (has(mine, locale)) return hasWritten(mine, locale, base) ? "mine" : "theirs";
		return hasWritten(theirs, locale, base) ? "theirs" : "mine";
	};
}

function has(answers: Answers, locale: string): boolean {
	return Object.hasOwn(answers, `texts.${locale}.title`);
}

/** Whether a text says anything that it did not say before. */
function hasWritten(answers: Answers, locale: string, base: Answers | null): boolean {
	if (base === null || !has(base, locale)) return true;
	return Object.entries(answers).some(
		([name, value]) => name.startsWith(`texts.${locale}.`) && !isSameAnswer(value, base[name]),
	);
}
