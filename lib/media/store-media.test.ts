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
import { encodePicture } from "./encode-picture";
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

function file(bytes: Uint8Array): Blob {
	return new Blob([new Uint8Array(bytes)]);
}

async function filesOnDisk(): Promise<string[]> {
	return readdir(env().UPLOAD_DIR).catch(() => []);
}

describe("storeMedia", () => {
	it("keeps three widths as WebP, a row and an audit entry", async () => {
		const { viewer, organisationId } = await makeMember("embassy");
		const encoded = await encodePicture(file(await picture(2000, 1000).jpeg().toBuffer()));
		const stored = await inTransaction((tx) =>
			storeMedia(tx, viewer, { organisationId, picture: encoded, now }),
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
		const encoded = await encodePicture(file(bytes));
		const stored = await inTransaction((tx) =>
			storeMedia(tx, viewer, { organisationId, picture: encoded, now }),
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
		const encoded = await encodePicture(file(await picture().png().toBuffer()));
		const upload = inTransaction((tx) =>
			storeMedia(tx, viewer, { organisationId: other.organisationId, picture: encoded, now }),
		);
		await expect(upload).rejects.toMatchObject({ code: "forbidden" });
		expect(await filesOnDisk()).toEqual([]);
		expect(await db.media.count()).toBe(0);
	});

	it("leaves neither row nor file when the transaction fails after the files were written", async () => {
		const { viewer, organisationId } = await makeMember("embassy");
		const encoded = await encodePicture(file(await picture().png().toBuffer()));
		const attempt = withPictureCleanup((stored) =>
			inTransaction(async (tx) => {
				stored.push((await storeMedia(tx, viewer, { organisationId, picture: encoded, now })).id);
				throw new Error("the connection was lost");
			}),
		);
		await expect(attempt).rejects.toThrow("the connection was lost");
		expect(await filesOnDisk()).toEqual([]);
		expect(await db.media.count()).toBe(0);
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
		const encoded = await encodePicture(file(await picture().png().toBuffer()));
		const { id } = await inTransaction((tx) =>
			storeMedia(tx, viewer, { organisationId, picture: encoded, now }),
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
		const encoded = await encodePicture(file(await picture().png().toBuffer()));
		const store = (at: Date) =>
			inTransaction((tx) => storeMedia(tx, viewer, { organisationId, picture: encoded, now: at }));
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
