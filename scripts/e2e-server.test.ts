import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

it("refuses a data folder that it did not make, and deletes nothing in it", () => {
	const folder = mkdtempSync(join(tmpdir(), "e2e-server-"));
	try {
		writeFileSync(join(folder, "postgres.json"), "{}");
		const started = spawnSync(process.execPath, ["--import", "tsx", "scripts/e2e-server.ts"], {
			env: { ...process.env, DATA_DIR: folder },
			encoding: "utf8",
		});
		expect(started.stderr).toContain(`The folder ${folder} was not made by these tests`);
		expect(started.status).toBe(1);
		expect(readdirSync(folder)).toEqual(["postgres.json"]);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
