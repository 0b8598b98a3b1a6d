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
import { run, save, sentForm, startDraft } from "@/prisma/factories/event-form";
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

describe("the picture of a form", () => {
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

	it("comes with the form where there is no script, and goes by its button", async () => {
		const draft = await startDraft();
		const { pictureId } = await save(draft, { picture: await file() });
		expect(await readdir(env().UPLOAD_DIR)).toEqual([pictureId]);
		expect((await getMyEvent(draft.viewer, draft.eventId)).content.pictureId).toBe(pictureId);
		await save(draft, { intent: "remove_picture" });
		expect((await getMyEvent(draft.viewer, draft.eventId)).content.pictureId).toBeNull();
		await rm(join(env().UPLOAD_DIR, pictureId ?? ""), { recursive: true });
	});

	it("leaves no file behind when the form is refused", async () => {
		const draft = await startDraft();
		const form = await sentForm(draft, { picture: await file(), revisionVersion: "7" });
		await expect(run(draft.viewer, eventFormInput.parse(parseForm(form)))).rejects.toMatchObject({
			code: "conflict",
		});
		expect(await readdir(env().UPLOAD_DIR)).toEqual([]);
		expect(await db.media.count()).toBe(0);
	});

	it("cannot be one of another organisation", async () => {
		const theirs = await startDraft("museum");
		const { pictureId } = await save(theirs, { picture: await file() });
		const draft = await startDraft();
		await expect(save(draft, { pictureId: pictureId ?? "" })).rejects.toMatchObject({
			code: "invalid",
			fields: { pictureId: "field.choose" },
		});
		await rm(join(env().UPLOAD_DIR, pictureId ?? ""), { recursive: true });
	});

	it("counts as an upload; a form that keeps none does not", async () => {
		const draft = await startDraft();
		const input = eventFormInput.parse(parseForm(await sentForm(draft, { picture: await file() })));
		for (let sent = 0; sent < UPLOAD_LIMIT.points; sent++) {
			await consume({ bucket: UPLOAD_NAME, key: draft.viewer.id, ...UPLOAD_LIMIT });
		}
		await expect(run(draft.viewer, input)).rejects.toMatchObject({ code: "rate_limited" });
		expect(await readdir(env().UPLOAD_DIR)).toEqual([]);
		expect((await save(draft, { "texts.en.title": "Still saved" })).outcome).toBe("saved");
		expect((await save(draft, { intent: "remove_picture", picture: await file() })).outcome).toBe(
			"saved",
		);
	});
});
