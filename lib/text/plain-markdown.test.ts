import fc from "fast-check";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { plainParagraphs } from "./plain-markdown";

const parser = unified().use(remarkParse).freeze();

/** What the parser sees: the text of each paragraph, or null where there is anything but paragraphs of text. */
function parsed(source: string): string[] | null {
	const paragraphs = parser.parse(source).children.map((node) => {
		const only = node.type === "paragraph" && node.children.length === 1 ? node.children[0] : null;
		return only?.type === "text" ? only.value : null;
	});
	return paragraphs.every((text) => text !== null) ? paragraphs : null;
}

describe("plainParagraphs", () => {
	it.each([
		["Candles are lit at seven.", ["Candles are lit at seven."]],
		["One\ntwo\n\n\nthree", ["One\ntwo", "three"]],
		["\n\nŞamlar — 19:00 (giriş pulsuz)!\n", ["Şamlar — 19:00 (giriş pulsuz)!"]],
		["in 1992. And 26.2.", ["in 1992. And 26.2."]],
		["", []],
	])("finds the paragraphs of %j", (source, expected) => {
		expect(plainParagraphs(source)).toEqual(expected);
	});

	it.each([
		"*a*",
		"a_b_",
		"- a",
		"+ a",
		"a\n---",
		"a\n===",
		"1. a",
		"26) a",
		"# a",
		"> a",
		"    a",
		"a  \nb",
		"<b>a</b>",
		"&amp;",
		"[a](https://a.example)",
		"`a`",
		"~~~\na",
		"a\\",
	])("leaves %j to the parser", (source) => {
		expect(plainParagraphs(source)).toBeNull();
	});

	it("never takes for plain what the parser reads otherwise", () => {
		const piece = fc.constantFrom(
			..."-+*_=#>~`\\[]()<&!|:.)1 \n\t",
			"\n\n",
			"a",
			"Xocalı",
			"سفارة",
			"\u00a0",
			"\u2028",
			"26",
			"---",
			"http://a.example",
		);
		const source = fc.oneof(
			fc.array(piece, { maxLength: 20 }).map((parts) => parts.join("")),
			fc.string({ unit: "binary", maxLength: 60 }),
		);
		let plain = 0;
		fc.assert(
			fc.property(source, (text) => {
				const paragraphs = plainParagraphs(text);
				if (paragraphs === null) return;
				plain += 1;
				expect(parsed(text)).toEqual(paragraphs);
			}),
			{ numRuns: 1000 },
		);
		expect(plain).toBeGreaterThan(30);
	});
});
