import { statfsSync } from "node:fs";
import { createServer } from "node:net";
import { Client } from "pg";
import { plainFault } from "@/scripts/launcher/steps";

const NEEDED_MB = 300;

/** @throws DomainError when nothing may listen at the port. */
export async function checkPort(port: number): Promise<void> {
	const code = await new Promise<string | null>((done) => {
		const probe = createServer();
		probe.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? "error"));
		probe.listen(port, () => probe.close(() => done(null)));
	});
	if (code === null) return;
	if (code === "EACCES") {
		throw plainFault(
			`Port ${port} needs an administrator's rights; choose one above 1023, for example PORT=3000.`,
		);
	}
	throw plainFault(
		`Port ${port} is taken by another program; stop that program, or choose another port, for example PORT=${port === 3000 ? 3001 : 3000} npm start.`,
	);
}

/**
 * @param freeMb megabytes that are free; measured when not given.
 * @throws DomainError when the disk is too full to build and keep a database.
 */
export function checkDisk(folder: string, freeMb = freeMegabytes(folder)): void {
	if (freeMb >= NEEDED_MB) return;
	throw plainFault(
		`The disk is full: ${Math.floor(freeMb)} MB are free under ${folder} and about ${NEEDED_MB} MB are needed; free some space and start again.`,
	);
}

function freeMegabytes(folder: string): number {
	const { bavail, bsize } = statfsSync(folder);
	return (bavail * bsize) / 1024 / 1024;
}

/**
 * Connects once to a database of the operator's.
 * @param variable whose value `url` is; the sentence names it, never the password.
 * @throws DomainError that says which part is wrong.
 */
export async function checkDatabase(url: string, variable: string): Promise<void> {
	const client = new Client({
		connectionString: url,
		connectionTimeoutMillis: 5_000,
		query_timeout: 5_000,
	});
	client.on("error", () => undefined);
	try {
		await client.connect();
		await client.query("SELECT 1");
	} catch (error) {
		throw plainFault(databaseFault(url, variable, error), error);
	} finally {
		await client.end().catch(() => undefined);
	}
}

function databaseFault(url: string, variable: string, error: unknown): string {
	const { hostname, port, pathname, username } = new URL(url);
	const server = `${hostname}:${port || 5432}`;
	const code = error instanceof Error && "code" in error ? error.code : "";
	switch (code) {
		case "28P01":
		case "28000":
			return `The database at ${server} refuses the user ${username}; correct user and password in ${variable}.`;
		case "3D000":
			return `The server ${server} has no database ${pathname.slice(1)}; create it, or correct ${variable}.`;
		case "53300":
			return `The database at ${server} has no connection left; close some of its clients and start again.`;
		case "ENOTFOUND":
		case "EAI_AGAIN":
			return `The host ${hostname} in ${variable} is unknown; correct the address.`;
		default:
			return `The database at ${server} does not answer; start that server, or correct ${variable}, or remove it to use the built-in one.`;
	}
}
