import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Cluster, destroyEmbedded, startEmbedded } from "@/lib/db/embedded";
import { isAlive } from "@/lib/db/postmaster";

/** Names a folder for a database that lives only as long as process `pid`, and removes the dead ones. */
export async function throwawayHome(pid = process.pid): Promise<string> {
	const parent = resolve(process.env.DATA_DIR || ".data", "throwaway");
	mkdirSync(parent, { recursive: true });
	for (const name of readdirSync(parent)) {
		if (!isAlive(Number(name.split("-")[0]))) await destroyEmbedded(join(parent, name));
	}
	for (let count = 1; ; count += 1) {
		const home = join(parent, `${pid}-${count}`);
		if (!existsSync(home)) return home;
	}
}

/** Runs `work` with an empty PostgreSQL that is stopped and deleted afterwards. */
export async function withThrowaway<T>(work: (cluster: Cluster) => Promise<T>): Promise<T> {
	const home = await throwawayHome();
	try {
		return await work(await startEmbedded(home, { durable: false }));
	} finally {
		await destroyEmbedded(home);
	}
}
