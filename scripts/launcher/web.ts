import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "@/scripts/launcher/children";
import { plainFault } from "@/scripts/launcher/steps";

const READY_WITHIN_MS = 120_000;

/** Starts the web process (scripts/web-server.js, or `next dev`). */
export function startWeb(
	isDev: boolean,
	port: number,
	variables: Record<string, string | undefined>,
): ChildProcess {
	const words = isDev
		? ["node_modules/next/dist/bin/next", "dev", "--port", String(port)]
		: ["scripts/web-server.js"];
	return startChild(words, {
		...variables,
		PORT: String(port),
		NODE_ENV: isDev ? "development" : "production",
	});
}

/** Waits until /api/ready answers 200. @throws DomainError when the process ends or time runs out. */
export async function waitUntilReady(web: ChildProcess, port: number): Promise<void> {
	let last = "no answer";
	for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end; await sleep(200)) {
		if (web.exitCode !== null || web.signalCode) {
			throw plainFault("The web process ended while starting; the lines above say why.");
		}
		last = await readiness(port);
		if (last === "200") return;
	}
	throw plainFault(
		`The app is not ready after ${READY_WITHIN_MS / 1000} s (/api/ready says ${last}); the lines above may say why.`,
	);
}

async function readiness(port: number): Promise<string> {
	try {
		const answer = await fetch(`http://127.0.0.1:${port}/api/ready`, {
			signal: AbortSignal.timeout(10_000),
		});
		return answer.status === 200
			? "200"
			: `${answer.status} ${(await answer.text()).slice(0, 200)}`;
	} catch (error) {
		return error instanceof Error ? error.message : "no answer";
	}
}
