import { expect, it } from "vitest";
import english from "@/messages/en.json";
import { readRows } from "@/prisma/seed/rows";
import { messageKeyOf } from "./words";

const { memorials, recognitions } = readRows();
const kinds = new Set([...memorials, ...recognitions].map(({ kind }) => kind));
const grades = new Set(recognitions.map(({ evidence }) => evidence));

it.each([
	["governor’s letter", "governor_s_letter"],
	["final communiqué", "final_communique"],
	["monument (replaced in 2008)", "monument_replaced_in_2008"],
])("the key of “%s” is %s", (word, key) => {
	expect(messageKeyOf(word)).toBe(key);
});

it("the interface has a text for each kind of the data, and for none that is not in them", () => {
	expect(new Set(Object.keys(english.registers.kind))).toEqual(
		new Set([...kinds].map(messageKeyOf)),
	);
});

it("the interface has a text and an explanation for each grade of evidence", () => {
	const keys = new Set([...grades].map(messageKeyOf));
	expect(new Set(Object.keys(english.registers.evidence))).toEqual(keys);
	expect(new Set(Object.keys(english.registers.evidenceText))).toEqual(keys);
});
