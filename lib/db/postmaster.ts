import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What `postmaster.pid` in a data folder says about the server that runs on it. */
export type Postmaster = { pid: number; port: number };

/**
 * Reads who runs on a data folder; null when nobody does. A file left by a killed server, or
 * whose process id now belongs to another program, is removed (PostgreSQL would refuse to start).
 */
export function findPostmaster(dataDir: string): Postmaster | null {
	const file = join(dataDir, "postmaster.pid");
	if (!existsSync(file)) return null;
	// Lines: pid, data folder, start time, port, … (PostgreSQL source, miscadmin.h LOCK_FILE_LINE_*).
	const lines = readFileSync(file, "utf8").split("\n");
	const pid = Number(lines[0]);
	if (isAlive(pid) && commandLine(pid).includes(dataDir)) return { pid, port: Number(lines[3]) };
	rmSync(file, { force: true });
	return null;
}

/** Whether a process with this id exists (also one of another user). */
export function isAlive(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 1) return false;
	try {
		process.kill(pid, 0);
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
	// A killed child that its parent has not collected yet answers to signal 0.
	return !isZombie(pid);
}

function isZombie(pid: number): boolean {
	try {
		return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
	} catch {
		return false;
	}
}

/** When a process began, in the kernel's count, so that a reused id is not mistaken; empty without /proc. */
export function bornAt(pid: number): string {
	try {
		// After the command's closing bracket field 3 follows; field 22 is the start time (proc(5)).
		const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
			.replace(/^.*\) /s, "")
			.split(" ");
		return fields[19] ?? "";
	} catch {
		return "";
	}
}

/** The command line of a process as one text, empty when it is gone. */
export function commandLine(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
	} catch {
		return (
			spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? ""
		);
	}
}

/**
 * Ends a process and waits until it is gone: first the given signals, each with its patience in
 * milliseconds, then SIGKILL.
 */
export async function endProcess(
	pid: number,
	signals: readonly (readonly [NodeJS.Signals, number])[],
): Promise<void> {
	for (const [signal, patienceMs] of [...signals, ["SIGKILL", 5_000] as const]) {
		if (!isAlive(pid)) return;
		try {
			process.kill(pid, signal);
		} catch {
			return;
		}
		if (await isGoneWithin(pid, patienceMs)) return;
	}
}

async function isGoneWithin(pid: number, ms: number): Promise<boolean> {
	for (const end = Date.now() + ms; Date.now() < end; ) {
		if (!isAlive(pid)) return true;
		await sleep(25);
	}
	return !isAlive(pid);
}
