import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { UPLOAD_LIMIT, UPLOAD_NAME } from "@/app/media/encode-upload";
import { db } from "@/lib/db/client";
import { env, resetEnv } from "@/lib/env";
import { getMyEvent } from "@/lib/events/queries";
import { parseForm } from "@/lib/http/form";
import { consume } from "@/lib/http/rate-limit";
import { run, type StartedDraft, save, sentForm, startDraft } from "@/prisma/factories/event-form";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { eventFormInput } from "./event-form-input";

useDatabase();

beforeAll(async () => {
	process.env.UPLOAD_DIR = await mkdtemp(join(tmpdir(), "february-form-"));
	resetEnv();
});
afterAll(async () => {
	await rm(env().UPLOAD_DIR, { recursive: true, force: true });
	delete process.env.UPLOAD_DIR;
	resetEnv();
});
beforeEach(emptyDatabase);

describe("the pictures of a form", () => {
	const file = async () =>
		new File(
			[
				new Uint8Array(
					await sharp({ create: { width: 600, height: 400, channels: 3, background: "#333" } })
						.jpeg()
						.toBuffer(),
				),
			],
			"x.svg",
		);

	const shown = async (draft: StartedDraft) =>
		(await getMyEvent(draft.viewer, draft.eventId)).content.pictures.map(({ id }) => id);

	it("come with the form where there is no script, and are ordered and removed by buttons", async () => {
		const draft = await startDraft();
		await save(draft, { picture: await file() });
		await save(draft, { picture: await file() });
		const [one = "", two = ""] = await shown(draft);
		expect((await readdir(env().UPLOAD_DIR)).sort()).toEqual([one, two].sort());
		await save(draft, { "pictures.1.credit": "Aysel", intent: "picture_up.1" });
		expect(await shown(draft)).toEqual([two, one]);
		expect((await getMyEvent(draft.viewer, draft.eventId)).content.pictures[0]?.credit).toBe(
			"Aysel",
		);
		for (const intent of ["picture_up.0", "picture_down.1", "picture_up.x", "remove_picture.7"]) {
			await save(draft, { intent });
			expect(await shown(draft), intent).toEqual([two, one]);
		}
		await save(draft, { intent: "picture_down.0" });
		await save(draft, { intent: "remove_picture.0" });
		expect(await shown(draft)).toEqual([two]);
		for (const id of [one, two]) await rm(join(env().UPLOAD_DIR, id), { recursive: true });
	});

	it("are ten at most, and an eleventh leaves no file", async () => {
		const draft = await startDraft();
		const { organisationId } = await db.event.findUniqueOrThrow({
			where: { id: draft.eventId },
			select: { organisationId: true },
		});
		const ids = Array.from({ length: 10 }, () => randomUUID());
		const row = {
			organisationId,
			uploadedById: draft.viewer.id,
			sha256: "",
			width: 1,
			height: 1,
			bytes: 1,
		};
		await db.media.createMany({ data: ids.map((id) => ({ ...row, id })) });
		await save(draft, Object.fromEntries(ids.map((id, index) => [`pictures.${index}.id`, id])));
		expect(await shown(draft)).toEqual(ids);
		await expect(save(draft, { picture: await file() })).rejects.toMatchObject({
			fields: { picture: "field.tooMany" },
		});
		expect(await readdir(env().UPLOAD_DIR)).toEqual([]);
	});

	it("leave no file behind when the form is refused", async () => {
		const draft = await startDraft();
		const form = await sentForm(draft, { picture: await file(), revisionVersion: "7" });
		await expect(run(draft.viewer, eventFormInput.parse(parseForm(form)))).rejects.toMatchObject({
			code: "conflict",
		});
		expect(await readdir(env().UPLOAD_DIR)).toEqual([]);
		expect(await db.media.count()).toBe(0);
	});

	it("cannot be those of another organisation", async () => {
		const theirs = await startDraft("museum");
		await save(theirs, { picture: await file() });
		const [id = ""] = await shown(theirs);
		const draft = await startDraft();
		await expect(save(draft, { "pictures.0.id": id })).rejects.toMatchObject({
			code: "invalid",
			fields: { pictures: "field.choose" },
		});
		await rm(join(env().UPLOAD_DIR, id), { recursive: true });
	});

	it("count as uploads; a form without one does not", async () => {
		const draft = await startDraft();
		const input = eventFormInput.parse(parseForm(await sentForm(draft, { picture: await file() })));
		for (let sent = 0; sent < UPLOAD_LIMIT.points; sent++) {
			await consume({ bucket: UPLOAD_NAME, key: draft.viewer.id, ...UPLOAD_LIMIT });
		}
		await expect(run(draft.viewer, input)).rejects.toMatchObject({ code: "rate_limited" });
		expect(await readdir(env().UPLOAD_DIR)).toEqual([]);
		expect((await save(draft, { "texts.en.title": "Still saved" })).outcome).toBe("saved");
	});
});
