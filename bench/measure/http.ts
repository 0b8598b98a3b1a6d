import { Agent, request } from "node:http";

export type Answer = {
	status: number;
	headers: Record<string, string>;
	body: Buffer;
	/** Of all headers, with their names. */
	headerBytes: number;
	/** From sending to the last byte. */
	ms: number;
};

export type Asker = (url: string, headers?: Record<string, string>) => Promise<Answer>;

/** Runs `work` with requests one after the other over one connection that is kept. */
export async function overOneConnection<T>(work: (ask: Asker) => Promise<T>): Promise<T> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	try {
		return await work((url, headers = {}) => ask(agent, url, headers));
	} finally {
		agent.destroy();
	}
}

function ask(agent: Agent, url: string, headers: Record<string, string>): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const started = performance.now();
		const sent = request(url, { agent, headers }, (response) => {
			const chunks: Buffer[] = [];
			response.on("data", (chunk: Buffer) => chunks.push(chunk));
			response.on("error", reject);
			response.on("end", () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: Object.fromEntries(
						Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
					),
					headerBytes: response.rawHeaders.reduce((sum, text) => sum + text.length + 2, 0),
					body: Buffer.concat(chunks),
					ms: performance.now() - started,
				}),
			);
		});
		sent.on("error", reject);
		sent.end();
	});
}

export type Percentiles = { p50: number; p95: number; p99: number; max: number; count: number };

/** Percentiles of durations in milliseconds, to a hundredth. */
export function percentilesOf(durations: readonly number[]): Percentiles {
	const sorted = [...durations].sort((left, right) => left - right);
	const at = (share: number) => {
		const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
		return Math.round(value * 100) / 100;
	};
	return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), count: sorted.length };
}
