import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, it } from "vitest";
import { charactersOf, woffToTrueType } from "./true-type";

const FOLDER = join(import.meta.dirname, "../lib/media/preview-fonts");
const { resolve } = createRequire(import.meta.url);
const fonts = readdirSync(FOLDER).filter((name) => name.endsWith(".ttf"));

it.each(fonts)("%s is what the installed package holds", (name) => {
	const family = name.slice(0, name.indexOf("-"));
	const file = `@fontsource/${family}/files/${name.replace(".ttf", "-normal.woff")}`;
	expect(woffToTrueType(readFileSync(resolve(file))).equals(readFileSync(join(FOLDER, name)))).toBe(
		true,
	);
});

it("knows which characters a font has", () => {
	const arabic = new Set(charactersOf(readFileSync(join(FOLDER, "vazirmatn-arabic-400.ttf"))));
	const has = (text: string) => [...text].every((sign) => arabic.has(sign.codePointAt(0) ?? 0));
	expect([has("ابجدپچگ"), has("ä"), has("東")]).toEqual([true, false, false]);
});

it("takes nothing else for a font", () => {
	expect(() => woffToTrueType(Buffer.from("wOF2 and so on"))).toThrow("not a WOFF 1.0 file");
});
