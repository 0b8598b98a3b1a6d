import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const ROOMS = ["app", "bench", "components", "deploy", "i18n", "lib", "prisma", "scripts"];
/** Files that put another module in the place of one: these need modules of their own. */
const mocking = ROOMS.flatMap((room) =>
	readdirSync(resolve(root, room), { recursive: true, encoding: "utf8" })
		.filter((file) => /\.test\.(tsx?|mjs)$/.test(file))
		.map((file) => `${room}/${file}`)
		.filter((file) => /\bvi\.(mock|doMock)\(/.test(readFileSync(resolve(root, file), "utf8"))),
);

/** Folders such as `[id]` and `(organiser)` are names, not patterns. */
function escapePath(file: string): string {
	return file.replace(/[[\]()]/g, "\\$&");
}

export default defineConfig({
	resolve: {
		alias: {
			"@": root,
			// Outside of Next the package throws at import; its empty half is what the server gets.
			"server-only": resolve(root, "node_modules/server-only/empty.js"),
		},
	},
	test: {
		globalSetup: ["scripts/vitest-global.ts"],
		setupFiles: ["scripts/vitest-each.ts"],
		pool: "forks",
		maxWorkers: 2,
		// Limits, not expectations: whatever else runs on the machine, only what hangs reaches them.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		expect: { poll: { timeout: 20_000 } },
		env: {
			AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
			APP_URL: "http://localhost:3000",
			OUTBOX: "1",
			LOG_LEVEL: "silent",
			TZ: "Asia/Kathmandu",
		},
		// Modules loaded once serve all files of a process: less than half the time.
		projects: [
			{
				extends: true,
				test: {
					name: "shared",
					include: [`{${ROOMS}}/**/*.test.{ts,tsx,mjs}`],
					exclude: mocking.map(escapePath),
					isolate: false,
				},
			},
			{ extends: true, test: { name: "own", include: mocking.map(escapePath) } },
		],
	},
});
