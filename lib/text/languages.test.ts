import { describe, expect, it } from "vitest";
import { LOCALES, languageNames } from "./languages";

describe("languageNames", () => {
	it.each(LOCALES)("keeps the names of a list apart by more than a space in %s", (locale) => {
		const [first, second, third] = ["az", "de", "fr"].map((tag) => languageNames([tag], locale));
		const list = languageNames(["az", "de", "fr"], locale);
		expect(list).toContain(first);
		expect(list).not.toContain(`${first} ${second} `);
		expect(list).not.toMatch(new RegExp(`${second} ${third}$`));
	});

	it("reads as the language does", () => {
		expect(languageNames(["az", "en", "de"], "en")).toBe("Azerbaijani, English, and German");
		expect(languageNames(["az", "tr"], "az")).toBe("azərbaycan və türk");
		expect(languageNames(["az"], "ru")).toBe("азербайджанский");
		expect(languageNames([], "en")).toBe("");
	});
});
