import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
	chmodSync,
	closeSync,
	existsSync,
	openSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join, relative, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { z } from "zod";
import { createCluster } from "@/lib/db/create-cluster";
import { isDiskFull } from "@/lib/db/disk-full";
import {
	locatePrograms,
	type PostgresPrograms,
	postgresEnvironment,
	type RunAs,
} from "@/lib/db/postgres-programs";
import { endProcess, findPostmaster, isAlive } from "@/lib/db/postmaster";
import { DomainError } from "@/lib/errors";

export const OWNER_ROLE = "february_owner";
export const APP_ROLE = "february_app";

/** A running embedded PostgreSQL; the addresses name the database `february`. */
export type Cluster = {
	port: number;
	pid: number;
	/** Superuser: migrations, grants, test databases. */
	ownerUrl: string;
	/** The app's own role, which lacks UPDATE and DELETE on the audit. */
	appUrl: string;
	/** True when it was already running (left by a killed launcher). */
	adopted: boolean;
	stop: () => Promise<void>;
};

const stateSchema = z.object({
	port: z.number().int(),
	dataDir: z.string(),
	ownerPassword: z.string(),
	appPassword: z.string(),
});
type State = z.infer<typeof stateSchema>;

/** Speed instead of safety: only for databases that are thrown away. */
const FORGETFUL = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * Starts the PostgreSQL that lives under `home` (made at the first call), or adopts the one that
 * already runs there. Passwords and port are kept in `home/postgres.json`, readable by us only.
 * @param options `durable: false` turns fsync off, for databases that are thrown away.
 * @throws DomainError `misconfigured` or `unavailable` with one plain sentence.
 */
export async function startEmbedded(
	home: string,
	options: { durable?: boolean } = {},
): Promise<Cluster> {
	const programs = locatePrograms(home);
	const state = readState(home) ?? newState(programs);
	if (existsSync(join(state.dataDir, "PG_VERSION")))
		programs.runAs = ownerOf(state.dataDir, programs);
	const running = findPostmaster(state.dataDir);
	if (running) {
		const adopted = { ...state, port: running.port };
		if (await answers(adopted)) return opened(home, adopted, running.pid, true);
		await endProcess(running.pid, [["SIGQUIT", 3_000]]);
	}
	if (!existsSync(join(state.dataDir, "PG_VERSION"))) {
		writeState(home, state);
		await createCluster({ ...programs, dataDir: state.dataDir }, OWNER_ROLE, state.ownerPassword);
	}
	const flags = options.durable === false ? FORGETFUL : [];
	const started = await startServer(home, { ...programs, dataDir: state.dataDir }, state, flags);
	writeState(home, started.state);
	return opened(home, started.state, started.pid, false);
}

/** Stops the PostgreSQL that runs under `home`, cleanly; false when none ran. */
export async function stopEmbedded(home: string): Promise<boolean> {
	const state = readState(home);
	const running = state && findPostmaster(state.dataDir);
	if (!running) return false;
	// SIGINT is PostgreSQL's "fast" shutdown: open transactions roll back, everything is written.
	await endProcess(running.pid, [
		["SIGINT", 20_000],
		["SIGQUIT", 5_000],
	]);
	return true;
}

/** Stops the PostgreSQL under `home` and deletes the whole folder with its data. */
export async function destroyEmbedded(home: string): Promise<void> {
	const state = readState(home);
	await stopEmbedded(home);
	if (state) rmSync(state.dataDir, { recursive: true, force: true });
	rmSync(home, { recursive: true, force: true });
}

function urlOf(state: State, role: string, password: string, database: string): string {
	return `postgresql://${role}:${password}@127.0.0.1:${state.port}/${database}`;
}

async function opened(home: string, state: State, pid: number, adopted: boolean): Promise<Cluster> {
	try {
		await ensureRoles(state);
	} catch (error) {
		if (!adopted) await stopEmbedded(home);
		throw startFault(home, error instanceof Error ? error.message : String(error));
	}
	return {
		port: state.port,
		pid,
		ownerUrl: urlOf(state, OWNER_ROLE, state.ownerPassword, "february"),
		appUrl: urlOf(state, APP_ROLE, state.appPassword, "february"),
		adopted,
		stop: async () => {
			await stopEmbedded(home);
		},
	};
}

async function ensureRoles(state: State): Promise<void> {
	const client = new Client(urlOf(state, OWNER_ROLE, state.ownerPassword, "postgres"));
	await client.connect();
	try {
		const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [APP_ROLE]);
		if (role.rowCount === 0) {
			await client.query(`CREATE ROLE ${APP_ROLE} LOGIN PASSWORD '${state.appPassword}'`);
		}
		const made = await client.query("SELECT 1 FROM pg_database WHERE datname = 'february'");
		if (made.rowCount === 0) await client.query("CREATE DATABASE february");
	} finally {
		await client.end();
	}
}

async function startServer(
	home: string,
	programs: PostgresPrograms,
	state: State,
	flags: string[],
) {
	const log = join(home, "postgres.log");
	let lines = "";
	for (let attempt = 1; attempt <= 20; attempt += 1) {
		const port = attempt === 1 ? await freePort(state.port) : await freePort();
		const tried = { ...state, port };
		const pid = launch(programs, port, log, flags);
		if (await isReady(pid, tried)) return { pid, state: tried };
		lines = readFileSync(log, "utf8");
		// The children of a killed server need a moment to let go of its shared memory.
		if (!/shared memory block|lock file|could not (bind|create any)/i.test(lines)) break;
		await sleep(500);
	}
	throw startFault(home, lines);
}

function launch(programs: PostgresPrograms, port: number, log: string, flags: string[]): number {
	const output = openSync(log, "w", 0o600);
	const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", ...flags];
	const server = spawn(
		programs.postgres,
		["-D", programs.dataDir, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
		{
			...programs.runAs,
			cwd: "/",
			env: postgresEnvironment(),
			// Its own session: Ctrl-C must reach the launcher first, which stops the app before it.
			detached: true,
			stdio: ["ignore", output, output],
		},
	);
	closeSync(output);
	server.on("error", () => undefined);
	server.unref();
	return server.pid ?? 0;
}

async function isReady(pid: number, state: State): Promise<boolean> {
	for (const end = Date.now() + 60_000; Date.now() < end && isAlive(pid); await sleep(50)) {
		if (await answers(state)) return true;
	}
	return false;
}

/** Whether our own server (same data folder, our password) answers at the port. */
async function answers(state: State): Promise<boolean> {
	const client = new Client({
		connectionString: urlOf(state, OWNER_ROLE, state.ownerPassword, "postgres"),
		connectionTimeoutMillis: 3_000,
		query_timeout: 3_000,
	});
	client.on("error", () => undefined);
	try {
		await client.connect();
		const { rows } = await client.query("SHOW data_directory");
		return rows[0]?.data_directory === state.dataDir;
	} catch {
		return false;
	} finally {
		await client.end().catch(() => undefined);
	}
}

function startFault(home: string, log: string): DomainError {
	if (isDiskFull(log)) {
		return new DomainError("unavailable", {
			message: `The disk is full, so PostgreSQL cannot start; free some space under ${home} and start again.`,
		});
	}
	const last = log.trim().split("\n").slice(-3).join(" ");
	return new DomainError("unavailable", {
		message: `PostgreSQL did not start (see ${join(home, "postgres.log")}): ${last}`,
	});
}

/** Root starts an existing cluster as whoever owns it (an ordinary user may have made it). */
function ownerOf(dataDir: string, programs: PostgresPrograms): RunAs {
	if (programs.runAs.uid === undefined) return programs.runAs;
	const { uid, gid } = statSync(dataDir);
	return { uid, gid };
}

function newState(programs: PostgresPrograms): State {
	if (existsSync(join(programs.dataDir, "PG_VERSION"))) {
		throw new DomainError("misconfigured", {
			message: `The database in ${programs.dataDir} has lost its password file postgres.json; put that file back, or move the folder away to begin with an empty database.`,
		});
	}
	const secret = () => randomBytes(18).toString("hex");
	return { port: 0, dataDir: programs.dataDir, ownerPassword: secret(), appPassword: secret() };
}

function readState(home: string): State | null {
	const file = join(resolve(home), "postgres.json");
	if (!existsSync(file)) return null;
	try {
		const state = stateSchema.parse(JSON.parse(readFileSync(file, "utf8")));
		// Kept relative, so that the project folder can be moved or copied with its data.
		return { ...state, dataDir: resolve(home, state.dataDir) };
	} catch (cause) {
		throw new DomainError("misconfigured", {
			message: `The file ${file} cannot be read; start as the user who started it first, or repair the file.`,
			cause,
		});
	}
}

function writeState(home: string, state: State): void {
	const file = join(resolve(home), "postgres.json");
	const inside = relative(resolve(home), state.dataDir);
	const kept = { ...state, dataDir: inside.startsWith("..") ? state.dataDir : inside };
	writeFileSync(file, `${JSON.stringify(kept, null, "\t")}\n`, { mode: 0o600 });
	chmodSync(file, 0o600);
}

async function freePort(wish = 0): Promise<number> {
	return new Promise((done) => {
		const server = createServer();
		server.on("error", () => done(freePort()));
		server.listen(wish, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => done(address && typeof address === "object" ? address.port : 0));
		});
	});
}
