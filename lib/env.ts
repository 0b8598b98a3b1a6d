import { resolve } from "node:path";
import { z } from "zod";
import { DomainError } from "@/lib/errors";

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const flag = (name: string) =>
	z
		.enum(["0", "1"], { error: `${name} must be 1 (on) or 0 (off)` })
		.default("0")
		.transform((value) => value === "1");

const address = (name: string, protocol: RegExp, example: string) =>
	z.url({ protocol, error: `${name} must be an address such as ${example}` });

const database = (name: string) =>
	address(name, /^postgres(ql)?$/, "postgresql://user:password@host:5432/database");

/** Every variable the program reads; `.env.example` documents each one (a test compares them). */
export const envSchema = z.object({
	DATABASE_URL: database("DATABASE_URL").optional(),
	DATABASE_MIGRATION_URL: database("DATABASE_MIGRATION_URL").optional(),
	APP_URL: address("APP_URL", /^https?$/, "https://calendar.example.org")
		.transform((value) => new URL(value))
		.refine((url) => url.pathname === "/" && !url.search && !url.hash, {
			error: "APP_URL must be only a scheme and a host, without a path",
		})
		.transform((url) => url.origin)
		.optional(),
	PORT: z.coerce
		.number({ error: "PORT must be a number from 1 to 65535" })
		.int({ error: "PORT must be a number from 1 to 65535" })
		.min(1, { error: "PORT must be a number from 1 to 65535" })
		.max(65535, { error: "PORT must be a number from 1 to 65535" })
		.default(3000),
	AUTH_SECRET: z
		.string()
		.min(32, {
			error:
				"AUTH_SECRET must have at least 32 characters (for example the output of `openssl rand -hex 32`)",
		})
		.optional(),
	DATA_DIR: z.string().default(".data"),
	UPLOAD_DIR: z.string().optional(),
	SMTP_URL: address(
		"SMTP_URL",
		/^smtps?$/,
		"smtps://user:password@mail.example.org:465",
	).optional(),
	MAIL_FROM: z.string().default("26 February <calendar@localhost>"),
	CONTACT_EMAIL: z
		.email({ error: "CONTACT_EMAIL must be an e-mail address, such as calendar@example.org" })
		.optional(),
	MAP_STYLE_URL: address(
		"MAP_STYLE_URL",
		/^https?$/,
		"https://maps.example.org/style.json",
	).optional(),
	OUTBOX: flag("OUTBOX"),
	DEMO: flag("DEMO"),
	WORKER: z
		.enum(["inline", "off"], {
			error: "WORKER must be inline (this process runs jobs) or off (another one does)",
		})
		.default("inline"),
	LOG_LEVEL: z
		.enum(LOG_LEVELS, { error: `LOG_LEVEL must be one of ${LOG_LEVELS.join(", ")}` })
		.default("info"),
	TRUST_PROXY: z.coerce
		.number({ error: "TRUST_PROXY must be the number of trusted proxies, 0 to 10" })
		.int({ error: "TRUST_PROXY must be the number of trusted proxies, 0 to 10" })
		.min(0, { error: "TRUST_PROXY must be the number of trusted proxies, 0 to 10" })
		.max(10, { error: "TRUST_PROXY must be the number of trusted proxies, 0 to 10" })
		.default(0),
});

/** What the launcher knows before it has started a database. */
export type LauncherEnv = Omit<z.infer<typeof envSchema>, "APP_URL" | "UPLOAD_DIR"> & {
	/** Origin without a trailing slash; every link in mails and feeds begins with it. */
	APP_URL: string;
	/** Absolute folder of uploaded pictures. */
	UPLOAD_DIR: string;
};

/** What the running app can rely on. */
export type Env = LauncherEnv & { DATABASE_URL: string; AUTH_SECRET: string };

type Source = Record<string, string | undefined>;

/**
 * Parses the environment of the launcher, where database and secret may still be missing.
 * An empty value counts as unset; DATA_DIR and UPLOAD_DIR come back absolute.
 * @throws DomainError `misconfigured` whose message is one plain sentence for the operator.
 */
export function parseLauncherEnv(source: Source): LauncherEnv {
	const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
	if (set.AUTH_SECRET === undefined && set.NEXTAUTH_SECRET !== undefined) {
		set.AUTH_SECRET = set.NEXTAUTH_SECRET;
	}
	const parsed = envSchema.safeParse(set);
	if (!parsed.success)
		throw misconfigured(parsed.error.issues[0]?.message ?? "a variable is wrong");
	const env = parsed.data;
	if (env.OUTBOX && env.SMTP_URL) {
		throw misconfigured(
			"OUTBOX=1 shows every mail to every visitor and must not be combined with SMTP_URL; remove one of them",
		);
	}
	if (env.DATABASE_URL && !env.AUTH_SECRET && set.NODE_ENV === "production") throw secretMissing();
	const dataDir = resolve(env.DATA_DIR);
	return {
		...env,
		DATA_DIR: dataDir,
		UPLOAD_DIR: resolve(/* turbopackIgnore: true */ env.UPLOAD_DIR ?? `${dataDir}/uploads`),
		APP_URL: env.APP_URL ?? `http://localhost:${env.PORT}`,
	};
}

/**
 * Parses the environment of the app, where database and secret are required.
 * @throws DomainError `misconfigured` whose message is one plain sentence for the operator.
 */
export function parseEnv(source: Source): Env {
	const { DATABASE_URL, AUTH_SECRET, ...rest } = parseLauncherEnv(source);
	if (!DATABASE_URL) {
		throw misconfigured(
			"DATABASE_URL is not set; start with `npm start`, which brings its own database, or point it at a PostgreSQL server",
		);
	}
	if (!AUTH_SECRET) throw secretMissing();
	return { ...rest, DATABASE_URL, AUTH_SECRET };
}

let parsedOnce: Env | undefined;

/**
 * The environment of the running app, parsed at the first call (never at import, so that
 * `next build` needs no database) and kept.
 * @throws DomainError `misconfigured` as parseEnv does.
 */
export function env(): Env {
	parsedOnce ??= parseEnv(process.env);
	return parsedOnce;
}

/** Forgets the parsed environment; only tests that change `process.env` need it. */
export function resetEnv(): void {
	parsedOnce = undefined;
}

function secretMissing(): DomainError {
	return misconfigured(
		"AUTH_SECRET is not set; give it at least 32 random characters (for example the output of `openssl rand -hex 32`)",
	);
}

function misconfigured(sentence: string): DomainError {
	return new DomainError("misconfigured", { message: `${sentence}.` });
}
