import { isDiskFull } from "@/lib/db/disk-full";
import { DomainError } from "@/lib/errors";

/** A fault that one plain sentence explains; the launcher prints it and ends with code 1. */
export function plainFault(message: string, cause?: unknown): DomainError {
	return new DomainError("misconfigured", { message, cause });
}

/** Runs one step of the start and prints its name and how long it took; `skip` prints nothing. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
	const started = Date.now();
	process.stdout.write(`${name} …\n`);
	const ticking = setInterval(() => {
		process.stdout.write(`  still at it, ${seconds(started)} s\n`);
	}, 15_000);
	try {
		const result = await work();
		process.stdout.write(`${name}: done in ${seconds(started)} s\n`);
		return result;
	} finally {
		clearInterval(ticking);
	}
}

function seconds(started: number): string {
	return ((Date.now() - started) / 1000).toFixed(1);
}

/** One plain sentence for anything that went wrong. */
export function sentenceOf(error: unknown): string {
	if (error instanceof DomainError) return error.message;
	const text = error instanceof Error ? error.message : String(error);
	if (isDiskFull(text)) {
		return "The disk is full; free some space and start again.";
	}
	if (/EACCES|EPERM/.test(text)) {
		return `A file or folder may not be written (${text}); make the project folder yours, or set DATA_DIR to a folder that is.`;
	}
	return error instanceof Error ? (error.stack ?? text) : text;
}
