import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type LauncherEnv, parseLauncherEnv } from "@/lib/env";

export type Settings = LauncherEnv & {
	isDev: boolean;
	/** True when we bring the database ourselves. */
	isEmbedded: boolean;
	AUTH_SECRET: string;
};

/**
 * Reads what the operator set and fills in what a start without a configuration needs: a kept
 * secret and, as nothing can be mailed, the local outbox page and the demonstration data. An https
 * address means real visitors: the outbox, with which anyone signs in as anyone, is then off unless asked for.
 * @throws DomainError `misconfigured` for a bad or missing variable.
 */
export function readSettings(source: Record<string, string | undefined>, isDev: boolean): Settings {
	const isEmbedded = !source.DATABASE_URL;
	const isLocal = isEmbedded || isDev;
	const isForVisitors = /^https:/i.test(source.APP_URL ?? "") && !isDev;
	const env = parseLauncherEnv({
		...source,
		NODE_ENV: isDev ? "development" : "production",
		OUTBOX: source.OUTBOX || (isLocal && !isForVisitors && !source.SMTP_URL ? "1" : "0"),
		DEMO: source.DEMO || (isLocal ? "1" : "0"),
	});
	return { ...env, isDev, isEmbedded, AUTH_SECRET: env.AUTH_SECRET ?? keptSecret(env.DATA_DIR) };
}

/** What the programs we start see. The owner's address of the database is not among it. */
export function childVariables(
	settings: Settings,
	databaseUrl: string,
): Record<string, string | undefined> {
	return {
		NODE_ENV: settings.isDev ? "development" : "production",
		NEXT_TELEMETRY_DISABLED: "1",
		DATABASE_URL: databaseUrl,
		// Empty, not absent: Next reads .env as well and fills in what is absent.
		DATABASE_MIGRATION_URL: "",
		SMTP_URL: settings.SMTP_URL ?? "",
		APP_URL: settings.APP_URL,
		PORT: String(settings.PORT),
		AUTH_SECRET: settings.AUTH_SECRET,
		// The names under which next-auth looks for the same two things.
		NEXTAUTH_SECRET: settings.AUTH_SECRET,
		NEXTAUTH_URL: settings.APP_URL,
		DATA_DIR: settings.DATA_DIR,
		UPLOAD_DIR: settings.UPLOAD_DIR,
		OUTBOX: settings.OUTBOX ? "1" : "0",
		DEMO: settings.DEMO ? "1" : "0",
	};
}

function keptSecret(dataDir: string): string {
	const file = join(dataDir, "secret");
	if (existsSync(file)) return readFileSync(file, "utf8").trim();
	mkdirSync(dataDir, { recursive: true });
	const secret = randomBytes(32).toString("hex");
	writeFileSync(file, `${secret}\n`, { mode: 0o600 });
	return secret;
}
