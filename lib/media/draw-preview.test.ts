import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawPreview } from "./draw-preview";
import type { Preview } from "./preview";
import { type Drawn, drawText } from "./preview-text";

const ENGLISH: Preview = {
	direction: "ltr",
	mark: { day: "26", month: "February", tagline: "World Calendar of Remembrance" },
	notice: null,
	title: { text: "Evening of remembrance", direction: "ltr" },
	facts: ["26 February 2027", "Kathmandu, Nepal"],
};
const ARABIC: Preview = {
	direction: "rtl",
	mark: { day: "26", month: "فبراير", tagline: "التقويم العالمي لإحياء الذكرى" },
	notice: "ملغاة",
	title: { text: "أمسية لإحياء ذكرى ضحايا خوجالي (26 فبراير)", direction: "rtl" },
	facts: ["24 فبراير – 2 مارس 2027", "القاهرة، مصر"],
};
const LONG =
	"Вечер памяти: выступления, показ фильма, минута молчания, открытие выставки и обсуждение. ";
const MAX_BYTES = 150_000;

/** How much paper is left on each side of the ink. */
async function roomAround(png: Buffer) {
	const { info } = await sharp(png).trim({ threshold: 8 }).toBuffer({ resolveWithObject: true });
	const left = -(info.trimOffsetLeft ?? 0);
	const top = -(info.trimOffsetTop ?? 0);
	return { left, top, right: 1200 - left - info.width, bottom: 630 - top - info.height };
}

describe("drawPreview", () => {
	it.each([
		["English", ENGLISH],
		["Arabic", ARABIC],
		[
			"a title of 160 letters",
			{ ...ENGLISH, title: { text: LONG.repeat(2).slice(0, 160), direction: "ltr" } },
		],
		[
			"one word of 160 wide letters",
			{ ...ENGLISH, title: { text: "W".repeat(160), direction: "ltr" } },
		],
		[
			"a title that fits in no size",
			{ ...ENGLISH, title: { text: LONG.repeat(40), direction: "ltr" } },
		],
		["a long place", { ...ENGLISH, facts: ["26 February 2027", LONG.repeat(4)] }],
		[
			"markup",
			{ ...ENGLISH, title: { text: "<b>A</b> & <span size='99999'>B", direction: "ltr" } },
		],
	] satisfies [string, Preview][])("keeps %s inside its margins and light", async (_, preview) => {
		const png = await drawPreview(preview);
		expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
		expect(png.length).toBeLessThan(MAX_BYTES);
		const { left, right, top, bottom } = await roomAround(png);
		expect(Math.min(left, right)).toBeGreaterThanOrEqual(60);
		expect(Math.min(top, bottom)).toBeGreaterThanOrEqual(24);
	});

	it("begins at the right in Arabic", async () => {
		const short = { text: "أمسية", direction: "rtl" } as const;
		const middle = { left: 64, top: 190, width: 400, height: 280 };
		const english = await drawPreview(ENGLISH);
		const arabic = await drawPreview({ ...ARABIC, title: short });
		const isBlank = async (png: Buffer) => {
			const cut = await sharp(png).extract(middle).png().toBuffer();
			return (await sharp(cut).stats()).channels.every(({ stdev }) => stdev < 1);
		};
		expect(await isBlank(english)).toBe(false);
		expect(await isBlank(arabic)).toBe(true);
	});

	it("draws the same words alike, others otherwise", async () => {
		const [one, two] = await Promise.all([drawPreview(ENGLISH), drawPreview(ENGLISH)]);
		expect(one.equals(two)).toBe(true);
		const moved = await drawPreview({ ...ENGLISH, notice: "Postponed" });
		expect(one.equals(moved)).toBe(false);
	});
});

describe("drawText", () => {
	const style = {
		weight: "medium",
		size: 60,
		colour: "#000000",
		direction: "rtl",
		align: "right",
		maxWidth: 1000,
	} as const;

	it("joins Arabic letters", async () => {
		const joined = await drawText("سسس", style);
		const apart = await drawText("س\u200cس\u200cس", style);
		expect(joined.width).toBeLessThan(0.9 * apart.width);
	});

	it("puts words of both directions in the order of the paragraph", async () => {
		const letter = await drawText("ب", style);
		const inArabic = await drawText("(26) ب", style);
		const inEnglish = await drawText("(26) ب", { ...style, direction: "ltr" });
		expect(Math.abs(gapOf(inArabic) - letter.width)).toBeLessThan(4);
		expect(gapOf(inEnglish)).toBeGreaterThan(letter.width + 4);
	});
});

/** Where the first column without ink is that has seven more beside it. */
function gapOf({ data, width, height }: Drawn): number {
	const isEmpty = (column: number) =>
		Array.from({ length: height }, (_, row) => data[(row * width + column) * 4 + 3]).every(
			(alpha) => alpha === 0,
		);
	for (let column = 0; column < width - 8; column++) {
		if (Array.from({ length: 8 }, (_, index) => column + index).every(isEmpty)) return column;
	}
	return -1;
}
