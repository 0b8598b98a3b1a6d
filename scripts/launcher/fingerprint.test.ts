import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fingerprint } from "@/scripts/launcher/fingerprint";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "fingerprint-"));
	mkdirSync(join(folder, "inside"));
	writeFileSync(join(folder, "inside", "page.tsx"), "one");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("fingerprint", () => {
	it("changes with a file's text, its name and the extra texts", () => {
		const before = fingerprint([folder]);
		const marks = new Set([before, fingerprint([folder], ["20"])]);
		writeFileSync(join(folder, "inside", "page.tsx"), "two");
		marks.add(fingerprint([folder]));
		writeFileSync(join(folder, "inside", "more.tsx"), "");
		marks.add(fingerprint([folder]));
		expect(marks.size).toBe(4);
	});

	it("stays when nothing or only a test changes, and does without a missing folder", () => {
		const before = fingerprint([folder]);
		writeFileSync(join(folder, "inside", "page.test.tsx"), "test");
		expect(fingerprint([folder, join(folder, "missing")])).toBe(before);
	});
});
