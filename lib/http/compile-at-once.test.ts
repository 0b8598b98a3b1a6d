import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { COMPILE_HINT, compileFrameworkAtOnce } from "./compile-at-once";

let distDir: string;

beforeEach(() => {
	distDir = mkdtempSync(join(tmpdir(), "build-"));
	for (const file of ["react.js", "next.js", "map.js"])
		writeFileSync(join(distDir, file), "run();");
	writeFileSync(
		join(distDir, "build-manifest.json"),
		JSON.stringify({ rootMainFiles: ["react.js", "next.js"] }),
	);
});

afterEach(() => rmSync(distDir, { recursive: true }));

it("hints at the scripts of every page, and at no other", () => {
	compileFrameworkAtOnce({ projectDir: distDir, distDir });
	expect(textOf("react.js")).toBe(`${COMPILE_HINT}run();`);
	expect(textOf("next.js")).toBe(`${COMPILE_HINT}run();`);
	expect(textOf("map.js")).toBe("run();");
});

it("hints once, however often it runs", () => {
	compileFrameworkAtOnce({ projectDir: distDir, distDir });
	compileFrameworkAtOnce({ projectDir: distDir, distDir });
	expect(textOf("react.js")).toBe(`${COMPILE_HINT}run();`);
});

function textOf(file: string): string {
	return readFileSync(join(distDir, file), "utf8");
}
