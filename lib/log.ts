import { type Logger, pino } from "pino";
import { env } from "@/lib/env";

let logger: Logger | undefined;

/** The program's log: one JSON object a line on standard output, without cookies, tokens and addresses. */
export function log(): Logger {
	logger ??= pino({
		level: env().LOG_LEVEL,
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		redact: ["*.cookie", "*.token", "*.code", "*.email", "*.to", "*.password"],
	});
	return logger;
}
