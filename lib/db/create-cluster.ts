import { spawnSync } from "node:child_process";
import {
	chownSync,
	existsSync,
	readdirSync,
	renameSync,
	rmdirSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isDiskFull } from "@/lib/db/disk-full";
import {
	makePrivateFolder,
	type PostgresPrograms,
	postgresEnvironment,
} from "@/lib/db/postgres-programs";
import { DomainError } from "@/lib/errors";

const LOCALE = [
	"--encoding=UTF8",
	"--locale-provider=builtin",
	"--builtin-locale=C.UTF-8",
	"--locale=C",
];

/**
 * Makes an empty PostgreSQL cluster in `programs.dataDir`, whole or not at all (it is built
 * beside its place and moved there).
 * @throws DomainError `unavailable` with one plain sentence, for example when the disk is full; `misconfigured` when
 * the folder holds something else.
 */
export async function createCluster(
	programs: PostgresPrograms,
	owner: string,
	password: string,
): Promise<void> {
	const { dataDir, runAs } = programs;
	refuseOthersFiles(dataDir);
	const building = `${dataDir}.new`;
	rmSync(building, { recursive: true, force: true });
	try {
		makePrivateFolder(building, runAs);
		const passwordFile = join(building, "password");
		const cluster = join(building, "cluster");
		makePrivateFolder(cluster, runAs);
		writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
		if (runAs.uid !== undefined && runAs.gid !== undefined) {
			chownSync(passwordFile, runAs.uid, runAs.gid);
		}
		const made = spawnSync(
			programs.initdb,
			[
				`--pgdata=${cluster}`,
				`--username=${owner}`,
				`--pwfile=${passwordFile}`,
				"--auth=scram-sha-256",
				...LOCALE,
			],
			{ ...runAs, cwd: "/", encoding: "utf8", env: postgresEnvironment() },
		);
		if (made.status !== 0) throw new Error(`${made.stdout}\n${made.stderr}`);
		// Only an empty folder gives way.
		if (existsSync(dataDir)) rmdirSync(dataDir);
		renameSync(cluster, dataDir);
	} catch (cause) {
		throw creationFault(dataDir, cause);
	} finally {
		rmSync(building, { recursive: true, force: true });
	}
}

/** Our clusters appear whole, so a folder with other things in it is somebody else's: DATA_DIR points at the wrong place. */
function refuseOthersFiles(dataDir: string): void {
	if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) return;
	throw new DomainError("misconfigured", {
		message: `The folder ${dataDir} holds files that are not a database of ours; choose another DATA_DIR, or move that folder away.`,
	});
}

function creationFault(dataDir: string, cause: unknown): DomainError {
	const text = cause instanceof Error ? cause.message : String(cause);
	if (isDiskFull(text)) {
		return new DomainError("unavailable", {
			message: `The disk is full, so no database can be made in ${dataDir}; free some space and start again.`,
			cause,
		});
	}
	const reason = text.split("\n").find((line) => /error|fatal|denied/i.test(line)) ?? text.trim();
	return new DomainError("unavailable", {
		message: `No database could be made in ${dataDir}: ${reason.trim()}`,
		cause,
	});
}
