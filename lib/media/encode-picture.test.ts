import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { encodePicture, MAX_PICTURE_BYTES } from "./encode-picture";

function picture(width = 800, height = 600) {
	return sharp({ create: { width, height, channels: 3, background: "#8e1b22" } });
}

function file(bytes: Uint8Array): Blob {
	return new Blob([new Uint8Array(bytes)]);
}

describe("encodePicture", () => {
	it.each([
		[
			"SVG",
			'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>',
		],
		["SVG behind an XML head", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
		["HTML", "<!doctype html><script>alert(1)</script>"],
		["a script that begins like a GIF", "GIF89a=1;alert(1)//"],
		["PDF", "%PDF-1.7\n1 0 obj\n<<>>\nendobj"],
		[
			"a script behind the first bytes of a JPEG",
			"\u00ff\u00d8\u00ff\u00e0<script>alert(1)</script>",
		],
		["nothing", ""],
	])("refuses %s", async (_name, text) => {
		await expect(encodePicture(file(Buffer.from(text, "latin1")))).rejects.toMatchObject({
			code: "unsupported_media",
			fields: { picture: "field.pictureKind" },
		});
	});

	it("refuses formats that sharp could read but that are not on the list", async () => {
		const gif = await picture(20, 20).gif().toBuffer();
		const tiff = await picture(20, 20).tiff().toBuffer();
		for (const bytes of [gif, tiff]) {
			await expect(encodePicture(file(bytes))).rejects.toMatchObject({ code: "unsupported_media" });
		}
	});

	it("drops what a polyglot hides behind the picture", async () => {
		const payload = "PK\u0003\u0004<script>canary()</script>";
		const polyglot = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from(payload)]);
		const { files } = await encodePicture(file(polyglot));
		for (const bytes of files.values()) expect(bytes.includes("canary")).toBe(false);
	});

	it("refuses a picture cut off in the middle", async () => {
		const pixels = Uint8Array.from({ length: 900 * 900 * 3 }, (_, index) => (index * 7919) % 251);
		const whole = await sharp(pixels, { raw: { width: 900, height: 900, channels: 3 } })
			.png()
			.toBuffer();
		await expect(encodePicture(file(whole.subarray(0, whole.length / 2)))).rejects.toMatchObject({
			code: "unsupported_media",
		});
	});

	it("refuses a decompression bomb by its header, in less than a second", async () => {
		const bomb = await picture(7000, 7000).png({ compressionLevel: 9 }).toBuffer();
		expect(bomb.byteLength).toBeLessThan(MAX_PICTURE_BYTES);
		const before = performance.now();
		await expect(encodePicture(file(bomb))).rejects.toMatchObject({ code: "too_large" });
		expect(performance.now() - before).toBeLessThan(1_000);
	});

	it("refuses more than 10 MB before it reads them", async () => {
		const bytes = Buffer.concat([
			await picture().jpeg().toBuffer(),
			Buffer.alloc(MAX_PICTURE_BYTES),
		]);
		await expect(encodePicture(file(bytes))).rejects.toMatchObject({
			code: "too_large",
			fields: { picture: "field.pictureTooLarge" },
		});
	});

	it("never enlarges a small picture", async () => {
		const { files, width, height } = await encodePicture(
			file(await picture(300, 150).webp().toBuffer()),
		);
		expect([width, height]).toEqual([300, 150]);
		expect(files.size).toBe(3);
	});

	it("refuses the eleventh picture at once, and goes on with the ten", async () => {
		const bytes = await picture(40, 20).png().toBuffer();
		const sent = await Promise.allSettled(
			Array.from({ length: 11 }, () => encodePicture(file(bytes))),
		);
		expect(sent.map(({ status }) => status)).toEqual([...Array(10).fill("fulfilled"), "rejected"]);
		expect(sent[10]).toMatchObject({ reason: { code: "rate_limited" } });
		expect((await encodePicture(file(bytes))).width).toBe(40);
	});
});
