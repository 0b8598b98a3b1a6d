import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainFault } from "@/scripts/launcher/steps";

export type Load = {
	connections: number;
	requestsPerSecond: number;
	p50Ms: number;
	p99Ms: number;
	/** Answers that were neither 2xx nor 3xx, and requests without an answer. */
	failed: number;
};

const THREADS = 2;

/** Prints a line of JSON at the end; asks for the addresses in turn, each thread from another one on. */
const SCRIPT = (paths: readonly string[]) => `
local paths = { ${paths.map((path) => JSON.stringify(path)).join(", ")} }
local thread = 0
function setup(t) t:set("at", thread * ${Math.ceil(paths.length / THREADS)}) thread = thread + 1 end
function request()
	at = at + 1
	return wrk.format(nil, paths[at % #paths + 1])
end
function done(summary, latency)
	local e = summary.errors
	io.write(string.format('\\nRESULT {"requests":%d,"us":%d,"p50":%d,"p99":%d,"failed":%d}\\n', summary.requests,
		summary.duration, latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
`;

/**
 * Loads `origin` with wrk, asking for the paths in turn, gzip accepted.
 * @throws DomainError when wrk fails
 */
export async function loadWith(
	connections: number,
	{
		origin,
		paths,
		seconds,
		home,
	}: { origin: string; paths: readonly string[]; seconds: number; home: string },
): Promise<Load> {
	mkdirSync(home, { recursive: true });
	const script = join(home, "wrk.lua");
	writeFileSync(script, SCRIPT(paths));
	const args = [
		`-t${THREADS}`,
		`-c${connections}`,
		`-d${seconds}s`,
		"--timeout=10s",
		"--latency",
		"-H",
		"Accept-Encoding: gzip",
		"-s",
		script,
		origin,
	];
	const output = await outputOf("wrk", args);
	const result = /^RESULT (\{.*\})$/m.exec(output)?.[1];
	if (!result) throw plainFault(`wrk failed: ${output.trim().split("\n").at(-1)}`);
	const { requests, us, p50, p99, failed } = JSON.parse(result);
	return {
		connections,
		requestsPerSecond: Math.round((requests - failed) / (us / 1e6)),
		p50Ms: p50 / 1000,
		p99Ms: p99 / 1000,
		failed,
	};
}

function outputOf(program: string, args: string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
		let output = "";
		for (const stream of [child.stdout, child.stderr])
			stream.on("data", (chunk: Buffer) => {
				output += chunk.toString();
			});
		child.on("error", reject);
		child.on("close", () => resolve(output));
	});
}
