import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { endProcess } from "@/lib/db/postmaster";
import { plainFault } from "@/scripts/launcher/steps";

const CONFIGURATION = "deploy/nginx.conf";
const READY_WITHIN_MS = 10_000;

export type Nginx = { pid: number; stop: () => Promise<void> };

/** Whether Debian's (or another) nginx is on this machine. */
export function hasNginx(): boolean {
	return spawnSync("nginx", ["-v"]).status === 0;
}

/**
 * `deploy/nginx.conf` as an operator would change it: for a port on loopback, the name `localhost`, one web process
 * and a folder of our own.
 * @throws RangeError when the file no longer has one of the places to change
 */
export function deployedConfiguration(options: {
	port: number;
	appPort: number;
	home: string;
}): string {
	const home = resolve(options.home);
	const changes: [from: string, to: string][] = [
		["server 127.0.0.1:3000 ", `server 127.0.0.1:${options.appPort} `],
		["/var/cache/nginx/february", join(home, "store")],
		["listen 80 default_server;", `listen 127.0.0.1:${options.port} default_server;`],
		["listen 80;", `listen 127.0.0.1:${options.port};`],
		["server_name calendar.example.org;", "server_name localhost;"],
		["/var/log/nginx/error.log", join(home, "error.log")],
		["/var/log/nginx/access.log", join(home, "access.log")],
		["pid /run/nginx.pid;", `pid ${join(home, "nginx.pid")};`],
		["http {", `http {\n${temporaryFolders(home)}`],
	];
	return changes.reduce(
		(text, [from, to]) => {
			if (text.split(from).length !== 2)
				throw new RangeError(`${CONFIGURATION} has not one "${from}"`);
			return text.replace(from, () => to);
		},
		readFileSync(CONFIGURATION, "utf8"),
	);
}

/** Lines for `http` by which nginx needs no folder of the system's. */
export function temporaryFolders(home: string): string {
	const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
	return kinds.map((kind) => `\t${kind}_temp_path ${join(resolve(home), kind)};`).join("\n");
}

/**
 * Runs nginx with a whole configuration until it is stopped.
 * @throws DomainError with nginx's own words when it does not start
 */
export async function startNginx(
	configuration: string,
	{ home, port }: { home: string; port: number },
): Promise<Nginx> {
	mkdirSync(home, { recursive: true });
	const file = resolve(home, "nginx.conf");
	writeFileSync(file, configuration);
	// Started by root it would otherwise work as a user that may not enter our folder.
	const user = process.getuid?.() === 0 ? "user root; " : "";
	const child = spawn("nginx", ["-c", file, "-e", "stderr", "-g", `${user}daemon off;`], {
		stdio: ["ignore", "ignore", "pipe"],
	});
	let said = "";
	child.stderr.on("data", (chunk: Buffer) => {
		said += chunk.toString();
	});
	for (const end = Date.now() + READY_WITHIN_MS; !(await listens(port)); await sleep(50)) {
		if (hasEnded(child) || Date.now() > end) throw plainFault(`nginx did not start: ${said}`);
	}
	const pid = child.pid ?? 0;
	return { pid, stop: () => endProcess(pid, [["SIGTERM", 5_000]]) };
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}

function listens(port: number): Promise<boolean> {
	return new Promise((done) => {
		const socket = connect(port, "127.0.0.1");
		const answer = (isListening: boolean) => {
			socket.destroy();
			done(isListening);
		};
		socket.once("connect", () => answer(true));
		socket.once("error", () => answer(false));
	});
}
