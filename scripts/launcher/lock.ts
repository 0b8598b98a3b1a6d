import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bornAt, isAlive } from "@/lib/db/postmaster";
import { plainFault } from "@/scripts/launcher/steps";

export type Lock = {
	/** Tells a launcher that waits for us that we are on our way out. */
	stopping: () => void;
	release: () => void;
};

type Holder = { pid: number; born: string; stopping: boolean };

/**
 * Takes the data folder for this launcher. One left by a killed launcher is taken over; while
 * another one is stopping we wait for it.
 * @throws DomainError `misconfigured` when another launcher uses the folder.
 */
export async function takeLock(dataDir: string, patienceMs = 3_000): Promise<Lock> {
	mkdirSync(dataDir, { recursive: true });
	const file = join(dataDir, "launcher.lock");
	const me: Holder = { pid: process.pid, born: bornAt(process.pid), stopping: false };
	for (let waited = 0; !claim(file, me); waited += 100) {
		const holder = readHolder(file);
		if (holder && waited > (holder.stopping ? 30_000 : patienceMs)) {
			throw plainFault(
				`Another start (process ${holder.pid}) already uses ${dataDir}; stop it first, or choose another folder with DATA_DIR.`,
			);
		}
		await sleep(100);
	}
	return {
		stopping: () => writeFileSync(file, JSON.stringify({ ...me, stopping: true })),
		release: () => rmSync(file, { force: true }),
	};
}

/** Makes the lock file with its whole content at once; a stale one is removed first. */
function claim(file: string, me: Holder): boolean {
	const holder = readHolder(file);
	if (holder && isAlive(holder.pid) && bornAt(holder.pid) === holder.born) return false;
	rmSync(file, { force: true });
	const mine = `${file}.${process.pid}`;
	writeFileSync(mine, JSON.stringify(me));
	try {
		linkSync(mine, file);
		return true;
	} catch {
		return false;
	} finally {
		rmSync(mine, { force: true });
	}
}

function readHolder(file: string): Holder | null {
	try {
		return JSON.parse(readFileSync(file, "utf8"));
	} catch {
		return null;
	}
}
