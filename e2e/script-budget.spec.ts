import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { COMPILE_HINT } from "@/lib/http/compile-at-once";
import { ask } from "./support/http";
import { findPublicPath } from "./support/public-path";
import { expect, test } from "./support/test";

/** All script that a page may ship, gzip; Next and React alone are 143 kB of it. */
const BUDGET_BYTES = 150_000;

const PAGES: Record<string, () => Promise<string> | string> = {
	home: () => "/en",
	list: () => "/en/events",
	"list under filters": () => "/az/events?country=DE&q=xocal%C4%B1",
	event: async () => `/en${await findPublicPath({ isDemo: true, hasStartTime: true })}`,
	country: () => "/en/countries/de",
	"event of the archive": async () => `/ar${await findPublicPath({ isDemo: false, season: 2020 })}`,
};

for (const [name, path] of Object.entries(PAGES)) {
	test(`${name}: at most ${BUDGET_BYTES / 1000} kB of script`, async ({ server }) => {
		const { status, body } = await ask(`${server.baseUrl}${await path()}`);
		expect(status).toBe(200);
		const files = scriptFiles(body);
		expect(files.length).toBeGreaterThan(3);
		const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
		console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB in ${files.length} files`);
		expect(bytes).toBeLessThanOrEqual(BUDGET_BYTES);
	});
}

test("the framework's scripts are compiled beside the page", async ({ server }) => {
	const { body } = await ask(`${server.baseUrl}/en`);
	const { rootMainFiles } = JSON.parse(readFileSync(".next/build-manifest.json", "utf8"));
	const framework = scriptFiles(body).filter((file) =>
		rootMainFiles.some((name: string) => file.endsWith(name)),
	);
	expect(framework.length).toBeGreaterThanOrEqual(3);
	for (const file of framework)
		expect(readFileSync(file, "utf8").startsWith(COMPILE_HINT)).toBe(true);
});

/** The files behind a page's script elements, but for those that only old browsers load. */
function scriptFiles(html: string): string[] {
	const sources = [...html.matchAll(/<script\b[^>]*>/g)]
		.map(([element]) => element)
		.filter((element) => !/\snomodule\b/i.test(element))
		.flatMap((element) => /\ssrc="([^"]+)"/.exec(element)?.[1] ?? []);
	return [...new Set(sources)].map((source) => {
		const { pathname } = new URL(source, "http://localhost");
		return join(".next", pathname.replace(/^\/_next\//, ""));
	});
}
