import jsqr from "jsqr";
import sharp, { type Sharp } from "sharp";
import { expect, it } from "vitest";
import { qrCodePng, qrCodeSvg } from "./qr-code";

const SHORT = "https://a.example/en/events/2027/a";
const ADDRESSES = [
	SHORT,
	"https://calendar.example.org/az/events/2027/xocali-soyqiriminin-35-ci-ildonumune-hesr-olunmus-anim-merasimi",
	`https://${"long-name.".repeat(20)}example/ar/events/undated/${"x".repeat(120)}`,
];

// jsqr is CommonJS that also names itself `default`.
const decode = "default" in jsqr ? (jsqr.default as typeof jsqr) : jsqr;

function read({ data, width }: { data: Uint8ClampedArray; width: number }): string | undefined {
	return decode(data, width, width, { inversionAttempts: "dontInvert" })?.data;
}

async function pixelsOf(png: Buffer, edit: (picture: Sharp) => Sharp = (same) => same) {
	const edited = await edit(sharp(png).toColourspace("srgb").ensureAlpha().resize(700))
		.png()
		.toBuffer();
	const { data, info } = await sharp(edited)
		.ensureAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	return { data: new Uint8ClampedArray(data), width: info.width };
}

/** Draws the paths of our SVG: no program here may read SVG files. */
function pixelsOfSvg(svg: string, scale: number) {
	const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
	const width = size * scale;
	const data = new Uint8ClampedArray(width * width * 4).fill(255);
	for (const [, x = "", y = "", length = ""] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
		for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
			for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++)
				data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
		}
	}
	return { data, width };
}

it.each(ADDRESSES.map((address) => [address.length, address] as const))(
	"an address of %i letters is read from the PNG, and from the SVG",
	async (_, address) => {
		expect(read(await pixelsOf(await qrCodePng(address)))).toBe(address);
		expect(read(pixelsOfSvg(qrCodeSvg(address), 6))).toBe(address);
	},
);

it("is read although a stain covers part of it", async () => {
	const stain = await sharp({
		create: { width: 120, height: 120, channels: 3, background: "#fff" },
	})
		.png()
		.toBuffer();
	const stained = await pixelsOf(await qrCodePng(SHORT), (picture) =>
		picture.composite([{ input: stain, left: 300, top: 300 }]),
	);
	expect(read(stained)).toBe(SHORT);
});

it("keeps four light modules around itself, in black and white", async () => {
	const png = await qrCodePng("https://a.example/");
	const { width } = await sharp(png).metadata();
	const size = Number(/viewBox="0 0 (\d+) /.exec(qrCodeSvg("https://a.example/"))?.[1]);
	expect(width).toBeGreaterThanOrEqual(1600);
	expect(width % size).toBe(0);
	const { info } = await sharp(png).trim().toBuffer({ resolveWithObject: true });
	expect(-(info.trimOffsetLeft ?? 0)).toBe((4 * width) / size);
	expect(info.width).toBe(width - (8 * width) / size);
});

it("refuses what nobody could print", () => {
	expect(() => qrCodeSvg("x".repeat(501))).toThrow(RangeError);
});
