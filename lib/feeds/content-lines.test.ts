import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText, foldLine, rawLine, textLine, uriLine } from "./content-lines";

function octets(line: string): number {
	return new TextEncoder().encode(line).length;
}

describe("foldLine", () => {
	it("leaves 75 octets whole and cuts the 76th off", () => {
		expect(foldLine("x".repeat(75))).toBe("x".repeat(75));
		expect(foldLine("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x`);
	});

	it("counts octets, not characters", () => {
		const [first = "", second = ""] = foldLine("ə".repeat(40)).split("\r\n");
		expect(octets(first)).toBe(74);
		expect(second).toBe(` ${"ə".repeat(3)}`);
	});

	it("keeps every line within 75 octets and loses nothing", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
				const line = text.replace(/[\r\n]/g, "");
				const folded = foldLine(line);
				expect(Math.max(...folded.split("\r\n").map(octets))).toBeLessThanOrEqual(75);
				expect(folded.replaceAll("\r\n ", "")).toBe(line);
			}),
		);
	});
});

it.each([
	["a,b;c\\d", "a\\,b\\;c\\\\d"],
	["a\r\nb\rc\nd\u2028e\u0085f", "a\\nb\\nc\\nd\\ne\\nf"],
	["a\\nb", "a\\\\nb"],
	["a\u0000b\u000bc\u001fd\ud800e", "abcde"],
	["az: 19:00", "az: 19:00"],
])("escapeText writes %j as %j", (value, text) => {
	expect(escapeText(value)).toBe(text);
});

it("no value or parameter can begin another line", () => {
	expect(textLine("SUMMARY", "x\r\nATTENDEE:mailto:a@b.example")).toBe(
		"SUMMARY:x\\nATTENDEE:mailto:a@b.example",
	);
	expect(rawLine("X-A", "x\r\nATTENDEE:y", { CN: 'a"\r\nb:c' })).toBe(
		'X-A;CN="a\'b:c":xATTENDEE:y',
	);
});

it("uriLine writes web and mail addresses only", () => {
	expect(uriLine("URL", "https://a.example/?a=1,2;b=\u0259")).toEqual([
		"URL:https://a.example/?a=1,2;b=%C9%99",
	]);
	expect(uriLine("URL", "https://a.example/\r\nATTENDEE:x")).toEqual([
		"URL:https://a.example/ATTENDEE:x",
	]);
	for (const address of ["javascript:alert(1)", "data:text/html,x", "not an address", ""]) {
		expect(uriLine("URL", address)).toEqual([]);
	}
});
