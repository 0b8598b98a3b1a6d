/**
 * Writes lib/media/preview-fonts: the fonts of the interface as TrueType, the only form that Pango draws, and which
 * characters they have. From @fontsource/onest and @fontsource/vazirmatn (both OFL 1.1). Run `npm run preview-fonts`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { charactersOf, woffToTrueType } from "@/scripts/true-type";

const TARGET = join(import.meta.dirname, "../lib/media/preview-fonts");

/** Of the wordmark's large figures only Latin is needed. */
const FILES = [
	"onest-latin-300",
	...["400", "500"].flatMap((weight) => [
		`onest-latin-${weight}`,
		`onest-latin-ext-${weight}`,
		`onest-cyrillic-${weight}`,
		`onest-cyrillic-ext-${weight}`,
		`onest-vietnamese-${weight}`,
		`vazirmatn-arabic-${weight}`,
	]),
];

const resolve = createRequire(import.meta.url).resolve;
const characters = new Set<number>();
let bytes = 0;
rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET);
for (const file of FILES) {
	const family = file.slice(0, file.indexOf("-"));
	const font = woffToTrueType(
		readFileSync(resolve(`@fontsource/${family}/files/${file}-normal.woff`)),
	);
	bytes += font.length;
	writeFileSync(join(TARGET, `${file}.ttf`), font);
	for (const character of charactersOf(font)) characters.add(character);
}
writeFileSync(join(TARGET, "characters.json"), `${JSON.stringify(rangesOf(characters))}\n`);
writeFileSync(join(TARGET, "fonts.conf"), fontConfiguration());
writeFileSync(join(TARGET, "LICENSE"), ["onest", "vazirmatn"].map(licenceOf).join("\n\n"));
console.log(`${FILES.length} fonts, ${bytes} bytes, ${characters.size} characters`);

/** Nothing but this folder: what the machine has installed is never drawn with. */
function fontConfiguration(): string {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
	<dir prefix="relative">.</dir>
	<cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
}

function licenceOf(family: string): string {
	return readFileSync(
		join(dirname(resolve(`@fontsource/${family}/package.json`)), "LICENSE"),
		"utf8",
	);
}

/** Sorted pairs of the first and last code point of each unbroken row. */
function rangesOf(points: ReadonlySet<number>): [first: number, last: number][] {
	const ranges: [number, number][] = [];
	for (const point of [...points].sort((a, b) => a - b)) {
		const open = ranges.at(-1);
		if (open && open[1] === point - 1) open[1] = point;
		else ranges.push([point, point]);
	}
	return ranges;
}
