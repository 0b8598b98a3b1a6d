import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

export default defineConfig({
	resolve: {
		alias: {
			"@": root,
			// Outside of Next the package throws at import; its empty half is what the server gets.
			"server-only": resolve(root, "node_modules/server-only/empty.js"),
		},
	},
	test: {
		include: ["{app,bench,components,deploy,i18n,lib,prisma,scripts}/**/*.test.{ts,tsx,mjs}"],
		globalSetup: ["scripts/vitest-global.ts"],
		setupFiles: ["scripts/vitest-each.ts"],
		pool: "forks",
		maxWorkers: 2,
		testTimeout: 20_000,
		hookTimeout: 60_000,
		env: {
			AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
			APP_URL: "http://localhost:3000",
			OUTBOX: "1",
			LOG_LEVEL: "silent",
			TZ: "Asia/Kathmandu",
		},
	},
});
