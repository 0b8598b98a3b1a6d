import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isAlive } from "@/lib/db/postmaster";
import { takeLock } from "@/scripts/launcher/lock";
import { endOrphanedWeb, noteWebProcess } from "@/scripts/launcher/orphans";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("takeLock", () => {
	it("refuses a second launcher, naming the first one", async () => {
		const lock = await takeLock(folder);
		await expect(takeLock(folder, 100)).rejects.toThrow(
			new RegExp(`^Another start \\(process ${process.pid}\\) already uses .*DATA_DIR`),
		);
		lock.release();
		(await takeLock(folder, 100)).release();
	});

	it("waits for a launcher that is stopping", async () => {
		const lock = await takeLock(folder);
		lock.stopping();
		setTimeout(lock.release, 400);
		(await takeLock(folder, 100)).release();
	});

	it("takes over from a launcher that was killed, also when its process id is used again", async () => {
		const file = join(folder, "launcher.lock");
		writeFileSync(file, JSON.stringify({ pid: 2 ** 22 - 1, born: "1", stopping: false }));
		(await takeLock(folder, 0)).release();
		writeFileSync(file, JSON.stringify({ pid: process.pid, born: "1", stopping: false }));
		(await takeLock(folder, 0)).release();
		writeFileSync(file, "half wri");
		(await takeLock(folder, 0)).release();
	});
});

describe("endOrphanedWeb", () => {
	it("ends the web process of a killed launcher, and no other program with its number", async () => {
		const web = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
		noteWebProcess(folder, web.pid ?? 0);
		expect(await endOrphanedWeb(folder)).toBe(true);
		expect(isAlive(web.pid ?? 0)).toBe(false);
		writeFileSync(join(folder, "web.pid"), `${process.pid} 1`);
		expect(await endOrphanedWeb(folder)).toBe(false);
		expect(await endOrphanedWeb(folder)).toBe(false);
	});
});
