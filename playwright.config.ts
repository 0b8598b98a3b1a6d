import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT || 43100);
const baseURL = `http://localhost:${port}`;
/** The data of the server for this run; two runs beside one another need two. */
const home = process.env.E2E_HOME || ".data/e2e";
const debian = "/usr/bin/chromium";
const executablePath = process.env.CHROMIUM || (existsSync(debian) ? debian : undefined);
const PHONE = /\.phone\.spec\.ts$/;

export default defineConfig({
	testDir: "e2e",
	// Playwright resolves as Node does, and Next's package names no subpaths.
	tsconfig: "./e2e/tsconfig.json",
	forbidOnly: true,
	retries: 0,
	workers: 1,
	// Limits, not expectations: two halves share two cores (scripts/test.mjs).
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: "list",
	outputDir: "test-results",
	use: {
		baseURL,
		locale: "en-GB",
		timezoneId: "Asia/Kathmandu",
		// Recording costs a fifth of the time of every test; the page as it was at a failure is kept anyhow.
		trace: process.env.TRACE ? "retain-on-failure" : "off",
		screenshot: "only-on-failure",
		launchOptions: {
			...(executablePath && { executablePath }),
			args: [
				"--no-sandbox",
				"--disable-background-networking",
				"--disable-component-update",
				"--no-first-run",
				// WebGL for the map is drawn in software; pages without it need no graphics process, which took a core.
				"--enable-unsafe-swiftshader",
				"--disable-gpu-compositing",
			],
		},
	},
	projects: [
		{ name: "desktop", testIgnore: PHONE, use: { viewport: { width: 1280, height: 800 } } },
		{
			name: "phone",
			testMatch: PHONE,
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
		},
	],
	webServer: {
		// `exec`: the signal must reach the server itself, which stops its database.
		command: "exec node --import tsx scripts/e2e-server.ts",
		url: `${baseURL}/api/ready`,
		timeout: 180_000,
		reuseExistingServer: false,
		gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
		stdout: "pipe",
		stderr: "pipe",
		env: { PORT: String(port), DATA_DIR: home },
	},
});
