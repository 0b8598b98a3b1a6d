import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeFs } from "next/dist/server/lib/node-fs-methods";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { invalidateTags } from "@/lib/calendar/tags";
import { inTransaction } from "@/lib/db/client";
import { ownerDatabaseUrl, useDatabase } from "@/prisma/factories/use-database";
import TaggedCache from "./cache-handler.js";
import { stopTagWatch } from "./tag-watch.js";

useDatabase();

let folder = "";
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "cache-"));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(async () => {
	vi.unstubAllEnvs();
	await stopTagWatch();
});

const PAGE = { kind: "APP_PAGE", isFallback: false };
const DATA = { kind: "FETCH", tags: ["calendar"], softTags: [] };

function newCache({ flushToDisk = false } = {}): TaggedCache {
	const serverDistDir = join(folder, "server");
	const maxMemoryCacheSize = 1_000_000;
	return new TaggedCache({
		fs: nodeFs,
		flushToDisk,
		serverDistDir,
		revalidatedTags: [],
		maxMemoryCacheSize,
	});
}

function pageWith(tags: string, more: { html?: string; status?: number } = {}) {
	return {
		kind: "APP_PAGE",
		html: more.html ?? "<p>page</p>",
		rscData: Buffer.from("rsc"),
		headers: { "x-next-cache-tags": tags },
		status: more.status ?? 200,
	};
}

async function storePage(cache: TaggedCache, tags: string): Promise<string> {
	const key = `/${randomUUID()}`;
	await cache.set(key, pageWith(tags), {});
	return key;
}

describe("cached pages and the table of tags", () => {
	it("keeps a page until one of its tags is invalidated, and no other page", async () => {
		const cache = newCache();
		const stale = await storePage(cache, "_N_T_/layout,event:2027/kathmandu,calendar-a");
		const fresh = await storePage(cache, "event:2027/baku");
		expect(await cache.get(stale, PAGE)).not.toBeNull();

		await inTransaction((tx) => invalidateTags(tx, ["calendar-a"]));

		await vi.waitFor(async () => expect(await cache.get(stale, PAGE)).toBeNull(), 20_000);
		expect(await cache.get(fresh, PAGE)).not.toBeNull();
	});

	it("also treats stored data as missing", async () => {
		const cache = newCache();
		const value = { kind: "FETCH", data: { body: "[]" }, tags: ["calendar"], revalidate: 60 };
		const key = randomUUID();
		await cache.set(key, value, { fetchCache: true, tags: ["calendar"] });
		expect(await cache.get(key, DATA)).not.toBeNull();

		await inTransaction((tx) => invalidateTags(tx, ["calendar"]));

		await vi.waitFor(async () => expect(await cache.get(key, DATA)).toBeNull(), 20_000);
	});

	it("renders again what straddled the commit, and keeps what was rendered after it", async () => {
		const cache = newCache();
		await cache.get("/anything", PAGE);
		const before = await storePage(cache, "straddled");
		await inTransaction((tx) => invalidateTags(tx, ["straddled"]));
		await vi.waitFor(async () => expect(await cache.get(before, PAGE)).toBeNull(), 20_000);
		expect(await cache.get(await storePage(cache, "straddled"), PAGE)).toBeNull();

		await vi.waitFor(
			async () => expect(await cache.get(await storePage(cache, "straddled"), PAGE)).not.toBeNull(),
			{ timeout: 20_000, interval: 200 },
		);
	});

	it("knows at its first answer what was invalidated before the process started", async () => {
		const cache = newCache();
		const key = await storePage(cache, "earlier");
		await inTransaction((tx) => invalidateTags(tx, ["earlier"]));
		expect(await cache.get(key, PAGE)).toBeNull();
	});

	it("keeps serving while the database is unreachable", async () => {
		const cache = newCache();
		const key = await storePage(cache, "unreachable");
		await inTransaction((tx) => invalidateTags(tx, ["unreachable"]));
		vi.stubEnv("DATABASE_URL", "postgresql://nobody:nothing@127.0.0.1:9/none");
		expect(await cache.get(key, PAGE)).not.toBeNull();
	});

	it("keeps serving where the table does not exist", async () => {
		const elsewhere = new URL(ownerDatabaseUrl());
		elsewhere.pathname = "/postgres";
		vi.stubEnv("DATABASE_URL", elsewhere.href);
		const cache = newCache();
		const key = await storePage(cache, "no-table");
		expect(await cache.get(key, PAGE)).not.toBeNull();
	});
});

describe("policy of a cached page", () => {
	const html = `<script src="/_next/a.js" async=""></script><script>self.a=1</script><script id="x">self.b=2</script><script type="application/ld+json">{"a":1}</script>`;

	it("allows exactly the inline scripts of the page, in the very object that is answered first", async () => {
		const cache = newCache();
		const page = pageWith("x", { html });
		await cache.set("/signed", page, {});
		const policy = (page.headers as Record<string, string>)["content-security-policy"] ?? "";
		const script = policy.split("; ").find((directive) => directive.startsWith("script-src "));
		const hash = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
		expect(script).toBe(`script-src 'self' ${hash("self.a=1")} ${hash("self.b=2")}`);
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toMatch(/script-src[^;]*unsafe/);
	});

	it("does not lose the policy on the way through the disk", async () => {
		const cache = newCache({ flushToDisk: true });
		await cache.set("/on-disk", pageWith("x", { html }), {});
		const stored = await cache.get("/on-disk", PAGE);
		expect(stored?.value?.headers).toHaveProperty("content-security-policy");
		expect(existsSync(join(folder, "server/app/on-disk.html"))).toBe(true);
	});

	it("does not write addresses that nothing answers to the disk", async () => {
		const cache = newCache({ flushToDisk: true });
		await cache.set("/unknown", pageWith("x", { status: 404 }), {});
		expect(existsSync(join(folder, "server/app/unknown.html"))).toBe(false);
		expect(await cache.get("/unknown", PAGE)).not.toBeNull();
	});
});

it("still finds the class of Next that it extends", async () => {
	const internal = await import("next/dist/server/lib/incremental-cache/file-system-cache.js");
	const base = Object.getPrototypeOf(TaggedCache);
	expect(base).toBe(internal.default);
	for (const method of ["get", "set", "revalidateTag", "resetRequestCache"]) {
		expect(Object.hasOwn(base.prototype, method), method).toBe(true);
	}
});
