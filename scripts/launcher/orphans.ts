import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bornAt, commandLine, endProcess, isAlive } from "@/lib/db/postmaster";

/** Notes the web process, so that the next start can end it should this launcher be killed. */
export function noteWebProcess(dataDir: string, pid: number): void {
	writeFileSync(join(dataDir, "web.pid"), `${pid} ${bornAt(pid)}`);
}

/** Ends the web process that a killed launcher of this data folder left. @returns whether there was one. */
export async function endOrphanedWeb(dataDir: string): Promise<boolean> {
	const file = join(dataDir, "web.pid");
	if (!existsSync(file)) return false;
	const [number = "", born = ""] = readFileSync(file, "utf8").split(" ");
	const pid = Number(number);
	// A process id is used again: end it only when it began when ours did.
	const ours =
		isAlive(pid) && (born ? bornAt(pid) === born : /next|web-server/.test(commandLine(pid)));
	if (ours) await endProcess(pid, [["SIGTERM", 5_000]]);
	rmSync(file, { force: true });
	return ours;
}

/** Forgets the web process, which has ended. */
export function forgetWebProcess(dataDir: string): void {
	rmSync(join(dataDir, "web.pid"), { force: true });
}
