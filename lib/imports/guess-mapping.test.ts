import { expect, it } from "vitest";
import { tableColumns } from "@/lib/events/table-fields";
import { knownWords, tableWords } from "@/lib/events/table-words";
import { LOCALES } from "@/lib/text/languages";
import { guessMapping } from "./guess-mapping";

const guess = async (headers: string[], locale = "en") =>
	guessMapping({ format: "csv", headers }, { words: await knownWords(), locale }).columns;

it.each(LOCALES)("knows every header of the template in %s", async (locale) => {
	const columns = tableColumns([...LOCALES]);
	const { header } = await tableWords(locale);
	expect(await guess(columns.map(header))).toEqual(columns);
});

it("takes the first of two alike, leaves what it does not know, and texts without a language in the reader's", async () => {
	expect(await guess(["Stadt", "şəhər", "Budget", "TITLE", ""], "de")).toEqual([
		"cityName",
		null,
		null,
		"title.de",
		null,
	]);
});
