import { expect, it } from "vitest";
import { savedTitle } from "./title-crumb";

function formWith(titles: Record<string, string>): FormData {
	const form = new FormData();
	for (const [locale, title] of Object.entries(titles)) form.set(`texts.${locale}.title`, title);
	form.set("venueName", "Town hall");
	return form;
}

it.each([
	[{ en: "Evening", az: "Axşam" }, "az", [], "Axşam"],
	[{ en: "Evening", az: " " }, "az", [], "Evening"],
	[{ de: "Abend" }, "az", [], "Abend"],
	[{ en: " " }, "en", [], ""],
	[{ en: "Evening" }, "en", [{ values: { "texts.en.title": "Morning" } }], "Morning"],
	[{ en: "Evening" }, "en", [{ values: { venueName: "Opera" } }], "Evening"],
])("of %j a reader of %s, with %j of others, has “%s”", (titles, locale, others, expected) => {
	expect(savedTitle(formWith(titles), { locale, others })).toBe(expected);
});
