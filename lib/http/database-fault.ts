const AWAY_CODES = new Set([
	// Prisma: not reachable, timed out, closed, pool exhausted, transaction not started in time.
	"P1001",
	"P1002",
	"P1008",
	"P1017",
	"P2024",
	"P2028",
	// Node's sockets.
	"ECONNREFUSED",
	"ECONNRESET",
	"ETIMEDOUT",
	"EPIPE",
	"ENOTFOUND",
	// PostgreSQL: shutting down, crashed, starting up, too many connections.
	"57P01",
	"57P02",
	"57P03",
	"53300",
]);
const AWAY_MESSAGE =
	/timeout exceeded when trying to connect|query read timeout|connection terminated|unable to start a transaction|not reachable|database server/i;
const MAX_DEPTH = 6;

/** True when an error, or one of its causes, says that the database did not answer (not that it refused). */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
	if (!(error instanceof Error) || depth > MAX_DEPTH) return false;
	const code = "code" in error ? String(error.code) : "";
	if (AWAY_CODES.has(code) || code.startsWith("08")) return true;
	if (AWAY_MESSAGE.test(error.message)) return true;
	if (
		error instanceof AggregateError &&
		error.errors.some((one) => isDatabaseAway(one, depth + 1))
	) {
		return true;
	}
	return isDatabaseAway(error.cause, depth + 1);
}
