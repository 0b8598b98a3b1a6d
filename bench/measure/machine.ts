import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { locatePrograms } from "@/lib/db/postgres-programs";

/** What the figures depend on. No names of hosts or folders: the file is published. */
export type Machine = {
	cores: number;
	processor: string;
	memoryGb: number;
	/** Processes that wanted to run in the minute before; above the few of an idle machine the figures are too bad. */
	loadBefore: number;
	node: string;
	next: string;
	postgres: string;
	nginx: string | null;
	wrk: string | null;
};

/** Describes this machine and its programs. */
export function describeMachine(): Machine {
	const processors = cpus();
	return {
		cores: processors.length,
		processor: processors[0]?.model.trim() ?? "unknown",
		memoryGb: Math.round(totalmem() / 2 ** 30),
		loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
		node: process.version,
		next: JSON.parse(readFileSync("node_modules/next/package.json", "utf8")).version,
		postgres:
			versionIn(locatePrograms(".data/bench").postgres, ["--version"], /(\d[\d.]*)/) ?? "unknown",
		nginx: versionIn("nginx", ["-v"], /nginx\/(\S+)/),
		wrk: versionIn("wrk", ["-v"], /wrk (\S+)/),
	};
}

/** Resident memory of a process now and at its highest, in MB (proc(5)); null where the system does not tell. */
export function memoryOf(pid: number): { nowMb: number; peakMb: number } | null {
	try {
		const status = readFileSync(`/proc/${pid}/status`, "utf8");
		const mb = (name: string) =>
			Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) / 1024);
		return { nowMb: mb("VmRSS"), peakMb: mb("VmHWM") };
	} catch {
		return null;
	}
}

function versionIn(program: string, args: string[], pattern: RegExp): string | null {
	const { stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8" });
	return error ? null : (pattern.exec(stdout + stderr)?.[1] ?? "unknown");
}
