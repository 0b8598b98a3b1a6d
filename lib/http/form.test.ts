import { describe, expect, it } from "vitest";
import { parseForm, typedValues } from "./form";

function formOf(entries: [string, string | File][]): FormData {
	const form = new FormData();
	for (const [name, value] of entries) form.append(name, value);
	return form;
}

describe("parseForm", () => {
	it("nests names in brackets and with dots", () => {
		const form = formOf([
			["texts[az][title]", "Anım mərasimi"],
			["texts.az.description", "Mətn"],
			["texts.en.title", "Ceremony"],
			["date", "2027-02-26"],
		]);
		expect(parseForm(form)).toEqual({
			texts: { az: { title: "Anım mərasimi", description: "Mətn" }, en: { title: "Ceremony" } },
			date: "2027-02-26",
		});
	});

	it("makes lists of [] names, repeated names and numbered segments", () => {
		const form = formOf([
			["languages[]", "az"],
			["also", "lecture"],
			["also", "concert"],
			["people[0][role]", "owner"],
			["people[1][role]", "editor"],
		]);
		expect(parseForm(form)).toEqual({
			languages: ["az"],
			also: ["lecture", "concert"],
			people: [{ role: "owner" }, { role: "editor" }],
		});
	});

	it("drops the framework's fields and files that were not chosen, and keeps the others", () => {
		const picture = new File(["x"], "a.png");
		const form = formOf([
			["$ACTION_REF_1", ""],
			["$ACTION_1:0", "{}"],
			["empty", new File([], "")],
			["emptyByScript", new File([], "undefined")],
			["picture", picture],
		]);
		expect(parseForm(form)).toEqual({ picture: expect.any(File) });
	});

	it.each([
		"__proto__[polluted]",
		"a.constructor.prototype.x",
		"a[__proto__]",
		"a[b",
		"a b",
		"",
		"[]",
		".",
		"a.b.c.d.e.f.g",
		"a..b",
	])("refuses or keeps harmless the name %j", (name) => {
		try {
			parseForm(formOf([[name, "1"]]));
		} catch (error) {
			expect(error).toMatchObject({ code: "invalid" });
		}
		expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	});

	it("refuses a name that is a text and a group at once", () => {
		const both: [string, string][] = [
			["a", "1"],
			["a.b", "2"],
		];
		expect(() => parseForm(formOf(both))).toThrow("invalid");
		expect(() => parseForm(formOf(both.reverse()))).toThrow("invalid");
	});

	it("refuses more than 500 fields and more than 400,000 characters", () => {
		const many = Array.from({ length: 501 }, (_, index): [string, string] => [`f${index}`, ""]);
		expect(() => parseForm(formOf(many))).toThrow("too_large");
		expect(() => parseForm(formOf([["text", "x".repeat(400_001)]]))).toThrow("too_large");
	});
});

describe("typedValues", () => {
	it("keeps what was typed by the inputs' own names", () => {
		const form = formOf([
			["texts[az][title]", "Anım"],
			["$ACTION_KEY", "k"],
			["picture", new File(["x"], "a.png")],
		]);
		expect(typedValues(form)).toEqual({ "texts[az][title]": "Anım" });
	});
});
