import { join } from "node:path";
import sharp from "sharp";

const FONTS = join(process.cwd(), "lib/media/preview-fonts");

// Fontconfig reads this once, before the first text is drawn: our fonts and none of the machine's.
process.env.FONTCONFIG_FILE = join(FONTS, "fonts.conf");

const FAMILIES = {
	light: "Onest Light, Vazirmatn",
	regular: "Onest, Vazirmatn",
	medium: "Onest Medium, Vazirmatn Medium",
} as const;

export type TextStyle = {
	weight: keyof typeof FAMILIES;
	/** Pixels. */
	size: number;
	/** "#rrggbb". */
	colour: string;
	/** Of the paragraph; stands in for the first strong letter. */
	direction: "ltr" | "rtl";
	/** The edge that the lines share. */
	align: "left" | "right";
	/** Pixels; longer lines are broken between words, and within one where it must be. */
	maxWidth: number;
};

/** RGBA pixels, as small as the ink allows. */
export type Drawn = { data: Buffer; width: number; height: number };

/** Sets a text with Pango: shaped, in bidirectional order, broken into lines. */
export async function drawText(text: string, style: TextStyle): Promise<Drawn> {
	const isTurned = (style.direction === "rtl") !== (style.align === "right");
	const { data, info } = await sharp({
		text: {
			text: markup(text, style),
			font: `${FAMILIES[style.weight]} ${style.size}px`,
			width: style.maxWidth,
			// Pango's "left" is where a paragraph begins.
			align: isTurned ? "right" : "left",
			wrap: "word-char",
			rgba: true,
			dpi: 72,
		},
	})
		.raw()
		.toBuffer({ resolveWithObject: true });
	return { data, width: info.width, height: info.height };
}

function markup(text: string, { colour, direction }: TextStyle): string {
	const mark = direction === "rtl" ? "\u200f" : "\u200e";
	const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
	// Arabic needs its full line; the others stand closer as headings.
	const height = direction === "rtl" ? 1 : 0.92;
	return `<span foreground="${colour}" line_height="${height}">${mark}${escaped}</span>`;
}
