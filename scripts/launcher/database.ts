import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { APP_ROLE, type Cluster, startEmbedded } from "@/lib/db/embedded";
import { grantAppRole } from "@/lib/db/grants";
import { deployMigrations } from "@/lib/db/migrate";
import { isAlive } from "@/lib/db/postmaster";
import { checkDatabase } from "@/scripts/launcher/preflight";
import type { Settings } from "@/scripts/launcher/settings";

export type Database = {
	appUrl: string;
	ownerUrl: string;
	appRole: string;
	/** Ours when we started it; undefined for the operator's server. */
	cluster?: Cluster;
};

/** Starts (or adopts) the embedded server, or checks that the operator's answers. */
export async function openDatabase(settings: Settings): Promise<Database> {
	if (settings.DATABASE_URL) {
		await checkDatabase(settings.DATABASE_URL, "DATABASE_URL");
		const owner = settings.DATABASE_MIGRATION_URL;
		if (owner) await checkDatabase(owner, "DATABASE_MIGRATION_URL");
		const appRole = decodeURIComponent(new URL(settings.DATABASE_URL).username);
		return { appUrl: settings.DATABASE_URL, ownerUrl: owner ?? settings.DATABASE_URL, appRole };
	}
	const cluster = await startEmbedded(settings.DATA_DIR);
	if (cluster.adopted) console.log("  a database server was still running here; it is used on");
	return { appUrl: cluster.appUrl, ownerUrl: cluster.ownerUrl, appRole: APP_ROLE, cluster };
}

/** Brings the tables up to date and gives the app's role its rights. */
export async function migrate(database: Database): Promise<void> {
	const applied = await deployMigrations(database.ownerUrl);
	const note = await grantAppRole(database.ownerUrl, database.appRole);
	console.log(applied.length ? `  applied ${applied.join(", ")}` : "  nothing new to apply");
	if (!database.cluster) console.log(`  ${note}`);
}

/**
 * Starts the embedded server again whenever it ends without being asked to (a crash, `kill -9`).
 * @returns function that ends the watch.
 */
export function superviseDatabase(
	settings: Settings,
	cluster: Cluster,
	giveUp: (error: unknown) => void,
) {
	const stopped = new AbortController();
	const watch = async () => {
		for (let pid = cluster.pid; !stopped.signal.aborted; await sleep(1_000)) {
			if (isAlive(pid) || stopped.signal.aborted) continue;
			console.error(
				`The database server ended unexpectedly (see ${join(settings.DATA_DIR, "postgres.log")}); starting it again.`,
			);
			const again = await startEmbedded(settings.DATA_DIR);
			if (again.port !== cluster.port) {
				throw new Error(`The database's port ${cluster.port} was taken meanwhile; start again.`);
			}
			console.error("The database server runs again.");
			pid = again.pid;
		}
	};
	watch().catch(giveUp);
	return () => stopped.abort();
}
