import { type Asker, overOneConnection, type Percentiles, percentilesOf } from "./http";

export type SearchTimes = {
	/** The first time that each query is asked. */
	cold: Percentiles;
	/** The second time. */
	warm: Percentiles;
	/** Asked first, the slowest ones, to look into. */
	slowest: { query: string; ms: number }[];
	/** Queries that were not answered with 200. */
	failed: number;
};

/**
 * Asks each query twice, one after the other over one connection. What a query is asked of is `path`; other queries
 * have warmed the process up before.
 */
export function timeSearch(
	origin: string,
	{ path, queries }: { path: string; queries: readonly string[] },
): Promise<SearchTimes> {
	return overOneConnection(async (ask) => {
		for (const season of [2011, 2013, 2014]) await ask(`${origin}${path}?season=${season}&q=warm`);
		const cold = await pass(ask, `${origin}${path}`, queries);
		const warm = await pass(ask, `${origin}${path}`, queries);
		return {
			cold: percentilesOf(cold.map(({ ms }) => ms)),
			warm: percentilesOf(warm.map(({ ms }) => ms)),
			slowest: [...cold]
				.sort((left, right) => right.ms - left.ms)
				.slice(0, 5)
				.map(({ query, ms }) => ({ query: decodeURIComponent(query), ms: Math.round(ms) })),
			failed: cold.filter(({ status }) => status !== 200).length,
		};
	});
}

async function pass(ask: Asker, address: string, queries: readonly string[]) {
	const times: { query: string; ms: number; status: number }[] = [];
	for (const query of queries) {
		const { ms, status } = await ask(`${address}?${query}`);
		times.push({ query, ms, status });
	}
	return times;
}
