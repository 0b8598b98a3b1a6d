import { type Logger, pino } from "pino";
import { parseLauncherEnv } from "@/lib/env";

let logger: Logger | undefined;

/** The program's log: one JSON object a line on standard output, without cookies, tokens and addresses. */
export function log(): Logger {
	logger ??= pino({
		level: logLevel(),
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		redact: ["*.cookie", "*.token", "*.code", "*.email", "*.to", "*.password"],
	});
	return logger;
}

/** A program whose environment is wrong must still be able to say so. */
function logLevel(): string {
	try {
		return parseLauncherEnv(process.env).LOG_LEVEL;
	} catch {
		return "info";
	}
}
