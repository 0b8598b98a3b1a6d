import sharp, { type OverlayOptions } from "sharp";
import { PREVIEW_SIZE, type Preview } from "./preview";
import { type Drawn, drawText, type TextStyle } from "./preview-text";
import { Turns } from "./turns";

// The colours of app/tokens.css by day: a preview cannot know the reader's scheme.
const PAPER = "#f8f6f2";
const INK = "#1c1a17";
const SOFT = "#3a3630";
const MUTED = "#5c574e";
const RULE = "#8e1b22";

const MARGIN = 64;
const INNER = PREVIEW_SIZE.width - 2 * MARGIN;
const MARK_HEIGHT = 84;
const TITLE_TOP = 196;
const TITLE_HEIGHT = 256;
const TITLE_SIZES = [76, 68, 62, 56, 50, 45, 40, 35];
const LINE_TOP = 476;
const FACT_SIZES = [38, 34, 30, 26, 22];
const FACTS_HEIGHT = 96;
/** More would only be measured in vain. */
const MAX_LETTERS = 320;

// A picture takes a twentieth of a second of a processor core.
const turns = new Turns({ atOnce: 2, waiting: 40 });

/**
 * Draws the picture that programs show beside a link: a PNG of 1200 × 630 pixels.
 * @throws DomainError rate_limited while too many others are being drawn or wait for it
 */
export function drawPreview(preview: Preview): Promise<Buffer> {
	return turns.take(async () => {
		const title = await fitText(preview.title.text, TITLE_SIZES, TITLE_HEIGHT, {
			weight: "medium",
			colour: INK,
			...sides(preview, preview.title.direction),
		});
		const layers = [
			...(await drawMark(preview)),
			place(preview, title, TITLE_TOP),
			...(await drawFacts(preview)),
		];
		return sharp({ create: { ...PREVIEW_SIZE, channels: 3, background: PAPER } })
			.composite(layers)
			.png({ compressionLevel: 9 })
			.toBuffer();
	});
}

/** As on the pages: the day, a red stele, the month and what this is; a notice at the other end. */
async function drawMark(preview: Preview): Promise<OverlayOptions[]> {
	const { mark, notice } = preview;
	const style = { ...sides(preview), maxWidth: INNER };
	const day = await drawText(mark.day, { ...style, weight: "light", size: 108, colour: INK });
	const month = await drawText(mark.month, { ...style, weight: "medium", size: 36, colour: INK });
	const stele = day.width + 22;
	const words = stele + 26;
	const layers = [
		place(preview, day, MARGIN + Math.round((MARK_HEIGHT - day.height) / 2)),
		box(preview, { start: stele, top: MARGIN, width: 4, height: MARK_HEIGHT, colour: RULE }),
		place(preview, month, MARGIN + 4, words),
	];
	if (mark.tagline !== null) {
		const look = { ...style, weight: "regular", size: 24, colour: MUTED } as const;
		const tagline = await drawText(mark.tagline, look);
		layers.push(place(preview, tagline, MARGIN + MARK_HEIGHT - tagline.height - 2, words));
	}
	if (notice !== null) {
		const drawn = await drawText(notice, { ...style, weight: "medium", size: 34, colour: RULE });
		layers.push(place(preview, drawn, MARGIN + 4, INNER - drawn.width));
	}
	return layers;
}

async function drawFacts(preview: Preview): Promise<OverlayOptions[]> {
	if (preview.facts.length === 0) return [];
	const facts = await fitText(preview.facts.join("\n"), FACT_SIZES, FACTS_HEIGHT, {
		weight: "regular",
		colour: SOFT,
		...sides(preview),
	});
	return [
		box(preview, { start: 0, top: LINE_TOP, width: INNER, height: 2, colour: INK }),
		place(preview, facts, LINE_TOP + 2 + 26),
	];
}

type Look = Omit<TextStyle, "size" | "maxWidth">;

/** The largest of the sizes in which the text is no higher than `height`; what is too long in all of them is cut. */
async function fitText(
	whole: string,
	sizes: readonly number[],
	height: number,
	look: Look,
): Promise<Drawn> {
	const text = whole.slice(0, MAX_LETTERS);
	const smallest = sizes.at(-1) ?? 0;
	for (const size of sizes) {
		const drawn = await drawText(text, { ...look, size, maxWidth: INNER });
		if (drawn.height <= height && drawn.width <= INNER) return drawn;
	}
	for (let length = Math.floor(text.length * 0.9); length > 0; length = Math.floor(length * 0.9)) {
		const cut = `${text.slice(0, length).trimEnd()}…`;
		const drawn = await drawText(cut, { ...look, size: smallest, maxWidth: INNER });
		if (drawn.height <= height && drawn.width <= INNER) return drawn;
	}
	throw new RangeError("the text fits in no size");
}

function sides(preview: Preview, direction = preview.direction) {
	const align = preview.direction === "rtl" ? ("right" as const) : ("left" as const);
	return { direction, align };
}

/** Puts something so many pixels from the side on which everything begins. */
function place(preview: Preview, drawn: Drawn, top: number, start = 0): OverlayOptions {
	const { data, width, height } = drawn;
	return {
		input: data,
		raw: { width, height, channels: 4 },
		top,
		left: leftOf(preview, start, width),
	};
}

type Box = { start: number; top: number; width: number; height: number; colour: string };

function box(preview: Preview, { start, top, width, height, colour }: Box): OverlayOptions {
	return {
		input: { create: { width, height, channels: 3, background: colour } },
		top,
		left: leftOf(preview, start, width),
	};
}

function leftOf({ direction }: Preview, start: number, width: number): number {
	return direction === "rtl" ? PREVIEW_SIZE.width - MARGIN - start - width : MARGIN + start;
}
