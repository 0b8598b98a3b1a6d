import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { DomainError } from "@/lib/errors";
import { PICTURE_WIDTHS, type PictureWidth } from "./picture-files";
import { Turns } from "./turns";

/** Largest picture that is accepted: bytes of the file, and pixels (width × height) once it is decoded. */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;
export const MAX_PICTURE_PIXELS = 40_000_000;

const FORMATS: Readonly<Record<string, string>> = {
	"image/jpeg": "jpeg",
	"image/png": "png",
	"image/webp": "webp",
};
const ENCODE_SECONDS = 10;
const QUALITY = 82;

// One picture takes up to two seconds of a processor core and 160 MB while it is decoded.
const turns = new Turns({ atOnce: 2, waiting: 8 });

// libvips could read dozens of formats (SVG, PDF, TIFF …) through libraries of very different age: only three remain.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
	operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});
sharp.cache(false);

export type EncodedPicture = {
	files: Map<PictureWidth, Buffer>;
	/** Pixels of the largest file. */
	width: number;
	height: number;
};

/**
 * Decodes a JPEG, PNG or WebP, judged by its content, and encodes it anew as WebP in every width: turned as its EXIF
 * says, without any metadata (place, camera, owner), nothing of the original file left. Pictures are never enlarged.
 * The file's own name and type are never looked at. It takes seconds: not to be called inside a transaction.
 * @throws DomainError too_large (bytes or pixels), unsupported_media (another format, or damaged), both with
 * `fields.picture`; rate_limited while ten others are being encoded or wait for it
 */
export async function encodePicture(file: Blob): Promise<EncodedPicture> {
	if (file.size > MAX_PICTURE_BYTES) throw tooLarge();
	return turns.take(async () => encodeBytes(new Uint8Array(await file.arrayBuffer())));
}

async function encodeBytes(bytes: Uint8Array): Promise<EncodedPicture> {
	const format = FORMATS[(await fileTypeFromBuffer(bytes))?.mime ?? ""];
	if (format === undefined) throw unsupported();
	await checkSize(bytes, format);
	const files = new Map<PictureWidth, Buffer>();
	let largest = { width: 0, height: 0 };
	for (const width of PICTURE_WIDTHS) {
		const { data, info } = await encodeWidth(bytes, width);
		files.set(width, data);
		largest = { width: info.width, height: info.height };
	}
	return { files, ...largest };
}

/** Reads the header only, before a decompression bomb could unfold. */
async function checkSize(bytes: Uint8Array, format: string): Promise<void> {
	const header = await reader(bytes, false)
		.metadata()
		.catch((cause: unknown) => {
			throw unsupported(cause);
		});
	if (header.format !== format) throw unsupported();
	if (header.width * header.height > MAX_PICTURE_PIXELS) throw tooLarge();
}

async function encodeWidth(bytes: Uint8Array, width: PictureWidth) {
	try {
		return await reader(bytes, MAX_PICTURE_PIXELS)
			.rotate()
			.resize({ width, height: width * 2, fit: "inside", withoutEnlargement: true })
			.toColourspace("srgb")
			.timeout({ seconds: ENCODE_SECONDS })
			.webp({ quality: QUALITY })
			.toBuffer({ resolveWithObject: true });
	} catch (cause) {
		throw unsupported(cause);
	}
}

function reader(bytes: Uint8Array, limitInputPixels: number | false) {
	return sharp(bytes, { limitInputPixels, failOn: "error", sequentialRead: true, animated: false });
}

function tooLarge(): DomainError {
	return new DomainError("too_large", { fields: { picture: "field.pictureTooLarge" } });
}

function unsupported(cause?: unknown): DomainError {
	return new DomainError("unsupported_media", { fields: { picture: "field.pictureKind" }, cause });
}
