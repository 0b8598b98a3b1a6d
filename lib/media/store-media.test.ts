import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { viewerById } from "@/lib/accounts/current-viewer";
import { db, inTransaction } from "@/lib/db/client";
import { env, resetEnv } from "@/lib/env";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { encodePicture, MAX_PICTURE_BYTES } from "./encode-picture";
import { isMediaId, readPictureFile, writePictureFiles } from "./picture-files";
import { isPublicMedia, mayReadMedia } from "./queries";
import { storeMedia, withPictureCleanup } from "./store-media";
import { sweepMedia } from "./sweep-media";

useDatabase();
const now = new Date("2026-12-01T10:00:00Z");

beforeAll(async () => {
	process.env.UPLOAD_DIR = await mkdtemp(join(tmpdir(), "february-media-"));
	resetEnv();
});
afterAll(async () => {
	await rm(env().UPLOAD_DIR, { recursive: true, force: true });
	delete process.env.UPLOAD_DIR;
	resetEnv();
});
beforeEach(async () => {
	await emptyDatabase();
	await rm(env().UPLOAD_DIR, { recursive: true, force: true });
});

async function makeMember(name: string) {
	const user = await db.user.create({
		data: { email: `${name}@example.org` },
		select: { id: true },
	});
	const organisation = await db.organisation.create({
		data: {
			slug: name,
			name,
			nameSkeleton: name,
			kind: "embassy",
			country: "NP",
			memberships: { create: { userId: user.id, role: "owner" } },
		},
		select: { id: true },
	});
	return { viewer: await viewerById(user.id), organisationId: organisation.id };
}

function picture(width = 800, height = 600) {
	return sharp({ create: { width, height, channels: 3, background: "#8e1b22" } });
}

function file(bytes: Uint8Array | string): Blob {
	return new Blob([typeof bytes === "string" ? bytes : new Uint8Array(bytes)]);
}

async function filesOnDisk(): Promise<string[]> {
	return readdir(env().UPLOAD_DIR).catch(() => []);
}

describe("storeMedia", () => {
	it("keeps three widths as WebP, a row and an audit entry", async () => {
		const { viewer, organisationId } = await makeMember("embassy");
		const bytes = await picture(2000, 1000).jpeg().toBuffer();
		const stored = await inTransaction((tx) =>
			storeMedia(tx, viewer, { organisationId, file: file(bytes), now }),
		);
		const widths = await Promise.all(
			([480, 960, 1600] as const).map(async (width) => {
				const kept = await readPictureFile(stored.id, width);
				const { format, width: actual } = await sharp(kept ?? Buffer.alloc(0)).metadata();
				return [format, actual];
			}),
		);
		expect(widths).toEqual([
			["webp", 480],
			["webp", 960],
			["webp", 1600],
		]);
		expect(await db.media.findUniqueOrThrow({ where: { id: stored.id } })).toMatchObject({
			organisationId,
			width: 1600,
			height: 800,
		});
		expect(
			await db.auditEntry.count({ where: { action: "media.uploaded", subjectId: stored.id } }),
		).toBe(1);
	});

	it("takes the place, the camera and the turning out of the file, after turning it", async () => {
		const { viewer, organisationId } = await makeMember("embassy");
		const bytes = await picture(400, 200)
			.withExif({
				IFD0: { Make: "CanaryCamera", Copyright: "CanaryOwner" },
				IFD3: {
					GPSLatitudeRef: "N",
					GPSLatitude: "40/1 22/1 0/1",
					GPSLongitudeRef: "E",
					GPSLongitude: "49/1 53/1 0/1",
				},
			})
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer();
		expect((await sharp(bytes).metadata()).exif).toBeDefined();
		const stored = await inTransaction((tx) =>
			storeMedia(tx, viewer, { organisationId, file: file(bytes), now }),
		);
		for (const width of [480, 960, 1600] as const) {
			const kept = (await readPictureFile(stored.id, width)) ?? Buffer.alloc(0);
			const header = await sharp(kept).metadata();
			expect([header.exif, header.xmp, header.iptc, header.icc, header.orientation]).toEqual([
				undefined,
				undefined,
				undefined,
				undefined,
				undefined,
			]);
			expect([header.width, header.height]).toEqual([200, 400]);
			expect(kept.includes("Canary")).toBe(false);
		}
	});

	it("refuses an upload for an organisation of somebody else, and keeps nothing", async () => {
		const { viewer } = await makeMember("embassy");
		const other = await makeMember("museum");
		const bytes = await picture().png().toBuffer();
		const upload = inTransaction((tx) =>
			storeMedia(tx, viewer, { organisationId: other.organisationId, file: file(bytes), now }),
		);
		await expect(upload).rejects.toMatchObject({ code: "forbidden" });
		expect(await filesOnDisk()).toEqual([]);
		expect(await db.media.count()).toBe(0);
	});

	it("leaves neither row nor file when the transaction fails after the files were written", async () => {
		const { viewer, organisationId } = await makeMember("embassy");
		const bytes = await picture().png().toBuffer();
		const attempt = withPictureCleanup((stored) =>
			inTransaction(async (tx) => {
				stored.push((await storeMedia(tx, viewer, { organisationId, file: file(bytes), now })).id);
				throw new Error("the connection was lost");
			}),
		);
		await expect(attempt).rejects.toThrow("the connection was lost");
		expect(await filesOnDisk()).toEqual([]);
		expect(await db.media.count()).toBe(0);
	});
});

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
		await expect(encodePicture(Buffer.from(text, "latin1"))).rejects.toMatchObject({
			code: "unsupported_media",
			fields: { picture: "field.pictureKind" },
		});
	});

	it("refuses formats that sharp could read but that are not on the list", async () => {
		const gif = await picture(20, 20).gif().toBuffer();
		const tiff = await picture(20, 20).tiff().toBuffer();
		for (const bytes of [gif, tiff]) {
			await expect(encodePicture(bytes)).rejects.toMatchObject({ code: "unsupported_media" });
		}
	});

	it("drops what a polyglot hides behind the picture", async () => {
		const payload = "PK\u0003\u0004<script>canary()</script>";
		const polyglot = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from(payload)]);
		const { files } = await encodePicture(polyglot);
		for (const bytes of files.values()) expect(bytes.includes("canary")).toBe(false);
	});

	it("refuses a picture cut off in the middle", async () => {
		const pixels = Uint8Array.from({ length: 900 * 900 * 3 }, (_, index) => (index * 7919) % 251);
		const whole = await sharp(pixels, { raw: { width: 900, height: 900, channels: 3 } })
			.png()
			.toBuffer();
		await expect(encodePicture(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
			code: "unsupported_media",
		});
	});

	it("refuses a decompression bomb by its header, in less than a second", async () => {
		const bomb = await picture(7000, 7000).png({ compressionLevel: 9 }).toBuffer();
		expect(bomb.byteLength).toBeLessThan(MAX_PICTURE_BYTES);
		const before = performance.now();
		await expect(encodePicture(bomb)).rejects.toMatchObject({ code: "too_large" });
		expect(performance.now() - before).toBeLessThan(1_000);
	});

	it("refuses more than 10 MB before it reads them", async () => {
		const bytes = Buffer.concat([
			await picture().jpeg().toBuffer(),
			Buffer.alloc(MAX_PICTURE_BYTES),
		]);
		await expect(encodePicture(bytes)).rejects.toMatchObject({
			code: "too_large",
			fields: { picture: "field.pictureTooLarge" },
		});
	});

	it("never enlarges a small picture", async () => {
		const { files, width, height } = await encodePicture(await picture(300, 150).webp().toBuffer());
		expect([width, height]).toEqual([300, 150]);
		expect(files.size).toBe(3);
	});
});

describe("reading", () => {
	it.each(["../../etc/passwd", "..", "", `${randomUUID()}/..`, randomUUID().toUpperCase()])(
		"takes no path for an id: %j",
		async (id) => {
			expect(isMediaId(id)).toBe(false);
			await expect(readPictureFile(id, 480)).rejects.toThrow("not the id of a picture");
		},
	);

	it("shows a picture that is not public to its members only", async () => {
		const { viewer, organisationId } = await makeMember("embassy");
		const stranger = await makeMember("museum");
		const admin = await db.user.create({
			data: { email: "admin@example.org", isAdmin: true },
			select: { id: true },
		});
		const bytes = await picture().png().toBuffer();
		const { id } = await inTransaction((tx) =>
			storeMedia(tx, viewer, { organisationId, file: file(bytes), now }),
		);
		expect(await isPublicMedia(id)).toBe(false);
		expect(await mayReadMedia(viewer, id)).toBe(true);
		expect(await mayReadMedia(stranger.viewer, id)).toBe(false);
		expect(await mayReadMedia({ kind: "anonymous" }, id)).toBe(false);
		expect(await mayReadMedia(await viewerById(admin.id), id)).toBe(false);
	});
});

describe("sweepMedia", () => {
	it("removes folders of crashed uploads and pictures nobody used for a week, and nothing else", async () => {
		const { viewer, organisationId } = await makeMember("embassy");
		const bytes = file(await picture().png().toBuffer());
		const store = (at: Date) =>
			inTransaction((tx) => storeMedia(tx, viewer, { organisationId, file: bytes, now: at }));
		const old = await store(new Date("2026-11-01T00:00:00Z"));
		const fresh = await store(now);
		const orphan = randomUUID();
		await writePictureFiles(orphan, new Map([[480, Buffer.from("x")]]));
		await mkdir(join(env().UPLOAD_DIR, `unfinished-${randomUUID()}`));
		for (const name of await filesOnDisk()) {
			await utimes(
				join(env().UPLOAD_DIR, name),
				new Date("2026-11-30T00:00:00Z"),
				new Date("2026-11-30T00:00:00Z"),
			);
		}
		expect(await sweepMedia(now)).toEqual({ folders: 2, pictures: 1 });
		expect(await filesOnDisk()).toEqual([fresh.id]);
		expect(await db.media.findMany({ select: { id: true } })).toEqual([{ id: fresh.id }]);
		expect(old.id).not.toBe(fresh.id);
	});
});
