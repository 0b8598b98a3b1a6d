import { resolve } from "node:path";
import { defineConfig } from "@playwright/test";
import base from "../playwright.config";

const root = resolve(import.meta.dirname, "..");

/** `npm run screenshots`: the pictures of docs/screenshots, from the same server as the tests. */
export default defineConfig({
	...base,
	testDir: import.meta.dirname,
	testMatch: "screenshots.ts",
	tsconfig: resolve(import.meta.dirname, "tsconfig.json"),
	outputDir: resolve(root, "test-results"),
	projects: [{ name: "screenshots" }],
	webServer: [base.webServer ?? []].flat().map((server) => ({ ...server, cwd: root })),
});
