import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeLock } from "@/scripts/launcher/lock";

let DATA_DIR: string;
beforeEach(() => {
	DATA_DIR = mkdtempSync(join(tmpdir(), "serve-"));
});
afterEach(() => rmSync(DATA_DIR, { recursive: true, force: true }));

/** Runs the real launcher, which must refuse before it starts anything. */
function refusal(variables: Record<string, string>) {
	const run = spawnSync(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
		encoding: "utf8",
		timeout: 30_000,
		env: {
			...process.env,
			DATABASE_URL: "",
			OUTBOX: "",
			AUTH_SECRET: "",
			APP_URL: "",
			DATA_DIR,
			...variables,
		},
	});
	return { code: run.status, said: run.stderr.trim() };
}

describe("the launcher", { timeout: 40_000 }, () => {
	it("says which port is taken", async () => {
		const server = createServer();
		const port = await new Promise<number>((done) => {
			server.listen(0, () => {
				const address = server.address();
				done(address && typeof address === "object" ? address.port : 0);
			});
		});
		expect(refusal({ PORT: String(port) })).toEqual({
			code: 1,
			said: expect.stringMatching(
				new RegExp(`^Port ${port} is taken by another program; [^\\n]*$`),
			),
		});
		server.close();
	});

	it("says which variable is wrong", () => {
		expect(refusal({ PORT: "many" })).toEqual({
			code: 1,
			said: "PORT must be a number from 1 to 65535.",
		});
	});

	it("says that the operator's database does not answer", () => {
		const DATABASE_URL = "postgresql://app:hunter2@127.0.0.1:1/february";
		expect(refusal({ DATABASE_URL, AUTH_SECRET: "s".repeat(32), PORT: "43999" })).toEqual({
			code: 1,
			said: expect.stringMatching(/^The database at 127\.0\.0\.1:1 does not answer; [^\n]*$/),
		});
	});

	it("says that another start uses the same folder", async () => {
		const lock = await takeLock(DATA_DIR);
		expect(refusal({ PORT: "43999" })).toEqual({
			code: 1,
			said: expect.stringMatching(
				new RegExp(`^Another start \\(process ${process.pid}\\)[^\\n]*$`),
			),
		});
		lock.release();
	});
});
