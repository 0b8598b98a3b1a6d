import { type ChildProcess, spawn } from "node:child_process";
import { isDiskFull } from "@/lib/db/disk-full";
import { endProcess } from "@/lib/db/postmaster";
import { plainFault } from "@/scripts/launcher/steps";

const running = new Set<ChildProcess>();

type Variables = Record<string, string | undefined>;

/** Starts a Node program that is stopped with the launcher; its output goes to ours. */
export function startChild(args: string[], variables: Variables): ChildProcess {
	const child = spawn(process.execPath, args, {
		env: { ...process.env, ...variables },
		stdio: ["ignore", "inherit", "inherit"],
	});
	return remember(child);
}

/**
 * Runs a Node program to its end and keeps its output to itself unless it fails.
 * @throws DomainError whose sentence begins with `purpose`; the last lines are printed before.
 */
export async function runChild(
	purpose: string,
	args: string[],
	variables: Variables,
): Promise<string> {
	const child = remember(
		spawn(process.execPath, args, {
			env: { ...process.env, ...variables },
			stdio: ["ignore", "pipe", "pipe"],
		}),
	);
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on("data", (chunk: Buffer) => {
			output += chunk.toString();
		});
	}
	const code = await new Promise<number | null>((done) => child.on("close", done));
	if (code === 0) return output;
	process.stderr.write(`${output.trim().split("\n").slice(-30).join("\n")}\n`);
	if (isDiskFull(output)) {
		throw plainFault(
			`${purpose} stopped because the disk is full; free some space and start again.`,
		);
	}
	throw plainFault(`${purpose} failed; the lines above say why.`);
}

/** Stops every child, newest first; each gets 10 s to finish what it is doing. */
export async function stopChildren(): Promise<void> {
	for (const child of [...running].reverse()) {
		if (child.pid) await endProcess(child.pid, [["SIGTERM", 10_000]]);
	}
}

/** Ends every child at once. */
export function killChildren(): void {
	for (const child of running) child.kill("SIGKILL");
}

function remember(child: ChildProcess): ChildProcess {
	running.add(child);
	child.on("exit", () => running.delete(child));
	return child;
}
