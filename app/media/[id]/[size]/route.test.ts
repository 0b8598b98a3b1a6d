import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NextRequest } from "next/server.js";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { env, resetEnv } from "@/lib/env";
import { isPublicMedia, mayReadMedia } from "@/lib/media/queries";
import { decideOn, makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { makeStoredPicture } from "@/prisma/factories/pictures";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { GET } from "./route";

useDatabase();

beforeAll(async () => {
	process.env.UPLOAD_DIR = await mkdtemp(join(tmpdir(), "february-route-"));
	resetEnv();
});
afterAll(async () => {
	await rm(env().UPLOAD_DIR, { recursive: true, force: true });
	delete process.env.UPLOAD_DIR;
	resetEnv();
});
beforeEach(emptyDatabase);

function ask(id: string, size: string, headers: Record<string, string> = {}): Promise<Response> {
	const request = new NextRequest("http://localhost:3000/media/x/y", { headers });
	return GET(request, { params: Promise.resolve({ id, size }) });
}

async function submitWithPicture() {
	const organisation = await makeOrganisation();
	const shown = await makeStoredPicture(organisation, "#555");
	const event = await makeSubmitted({ organisation, content: { pictures: [shown] } });
	return { id: shown.id, event };
}

it("shows a submitted picture to its reviewers, and to everyone only once the event is approved", async () => {
	const { id, event } = await submitWithPicture();
	const admin = await makeAdmin();
	expect(await mayReadMedia(admin, id)).toBe(true);
	expect(await mayReadMedia({ ...admin, isAdmin: false, countries: ["BR"] }, id)).toBe(false);
	expect(await isPublicMedia(id)).toBe(false);
	await decideOn(event, admin, "approve");
	const answer = await ask(id, "960.webp");
	expect(answer.status).toBe(200);
	expect(answer.headers.get("content-type")).toBe("image/webp");
	expect(answer.headers.get("cache-control")).toBe("public, max-age=3600, s-maxage=60");
	expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
	expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).width).toBe(900);
	const again = await ask(id, "960", { "if-none-match": answer.headers.get("etag") ?? "" });
	expect([again.status, again.body]).toEqual([304, null]);
});

it.each([
	["../../../etc", "passwd"],
	["..%2f..", "480"],
	["0190f0f0-0000-7000-8000-000000000000", "481"],
	["0190f0f0-0000-7000-8000-000000000000", "../480"],
	["0190f0f0-0000-7000-8000-000000000000'--", "480"],
])("finds nothing at %s/%s", async (id, size) => {
	const answer = await ask(id, size);
	expect(answer.status).toBe(404);
	expect(answer.headers.get("cache-control")).toBe("no-store");
});
