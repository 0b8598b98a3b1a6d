import sharp from "sharp";
import { encode } from "uqr";

/** ISO/IEC 18004, 6.3.8: the light margin that readers need, in modules. */
const QUIET_ZONE = 4;
/** Wide enough for a poster of A3. */
const MIN_PNG_PIXELS = 1600;
const MAX_TEXT_LENGTH = 500;

/** Rows of modules, quiet zone included; true is dark. A third of it may be lost (level H). */
function modulesOf(text: string): boolean[][] {
	if (text.length > MAX_TEXT_LENGTH) throw new RangeError("too long for a QR code");
	return encode(text, { ecc: "H", border: QUIET_ZONE }).data;
}

/** Modules along each side, quiet zone included: what is drawn in whole pixels a module is the easiest to read. */
export function qrCodeSize(text: string): number {
	return modulesOf(text).length;
}

/** A QR code as SVG text: black on white whatever surrounds it, one unit a module. */
export function qrCodeSvg(text: string): string {
	const rows = modulesOf(text);
	const size = rows.length;
	const path = rows.flatMap((row, y) =>
		barsOf(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`),
	);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 10}" height="${size * 10}" shape-rendering="crispEdges">`,
		`<path fill="#fff" d="M0 0h${size}v${size}H0z"/>`,
		`<path d="${path.join("")}"/>`,
		"</svg>",
	].join("");
}

/** A QR code as PNG, each module a square of whole pixels. */
export async function qrCodePng(text: string): Promise<Buffer> {
	const rows = modulesOf(text);
	const size = rows.length;
	const scale = Math.ceil(MIN_PNG_PIXELS / size);
	const pixels = Buffer.from(rows.flat().map((isDark) => (isDark ? 0 : 255)));
	return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
		.resize(size * scale, size * scale, { kernel: "nearest" })
		.png({ palette: true, colours: 2 })
		.toBuffer();
}

/** Where dark modules stand side by side in a row, and how many. */
function barsOf(row: readonly boolean[]): [start: number, width: number][] {
	const bars: [number, number][] = [];
	for (const [x, isDark] of row.entries()) {
		const open = bars.at(-1);
		if (!isDark) continue;
		if (open && open[0] + open[1] === x) open[1]++;
		else bars.push([x, 1]);
	}
	return bars;
}
