import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { envSchema, parseEnv, parseLauncherEnv } from "@/lib/env";

const SECRET = "s".repeat(32);
const DATABASE_URL = "postgresql://app:pw@db.example.org/february";
const complete = { DATABASE_URL, AUTH_SECRET: SECRET };

describe("parseEnv", () => {
	it("needs only a database and a secret", () => {
		const env = parseEnv(complete);
		expect(env).toMatchObject({
			APP_URL: "http://localhost:3000",
			PORT: 3000,
			OUTBOX: false,
			DEMO: false,
			WORKER: "inline",
			TRUST_PROXY: 0,
			DATA_DIR: resolve(".data"),
			UPLOAD_DIR: resolve(".data/uploads"),
		});
	});

	it("counts an empty value as unset", () => {
		expect(parseEnv({ ...complete, SMTP_URL: "", PORT: "" })).toMatchObject({ PORT: 3000 });
	});

	it("links to the chosen port unless an address is given", () => {
		expect(parseEnv({ ...complete, PORT: "4000" }).APP_URL).toBe("http://localhost:4000");
		const given = parseEnv({ ...complete, PORT: "4000", APP_URL: "https://Calendar.Example.org/" });
		expect(given.APP_URL).toBe("https://calendar.example.org");
	});

	it("takes the secret under next-auth's name", () => {
		expect(parseEnv({ DATABASE_URL, NEXTAUTH_SECRET: SECRET }).AUTH_SECRET).toBe(SECRET);
	});

	it.each([
		[{ AUTH_SECRET: SECRET }, /^DATABASE_URL is not set; .*npm start/],
		[{ DATABASE_URL }, /^AUTH_SECRET is not set; .*32 random characters/],
		[{ ...complete, AUTH_SECRET: "short" }, /^AUTH_SECRET must have at least 32/],
		[{ ...complete, DATABASE_URL: "mysql://x/y" }, /^DATABASE_URL must be an address such as/],
		[{ ...complete, DATABASE_MIGRATION_URL: "x" }, /^DATABASE_MIGRATION_URL must be an address/],
		[{ ...complete, APP_URL: "example.org" }, /^APP_URL must be an address such as https:/],
		[{ ...complete, APP_URL: "https://example.org/calendar" }, /^APP_URL must be only a scheme/],
		[{ ...complete, PORT: "http" }, /^PORT must be a number from 1 to 65535/],
		[{ ...complete, PORT: "70000" }, /^PORT must be a number from 1 to 65535/],
		[{ ...complete, SMTP_URL: "mail.example.org" }, /^SMTP_URL must be an address such as smtps/],
		[{ ...complete, MAP_STYLE_URL: "tiles" }, /^MAP_STYLE_URL must be an address such as https:/],
		[{ ...complete, OUTBOX: "yes" }, /^OUTBOX must be 1 \(on\) or 0 \(off\)/],
		[{ ...complete, OUTBOX: "1", SMTP_URL: "smtp://m.example.org" }, /^OUTBOX=1 shows every mail/],
		[{ ...complete, WORKER: "on" }, /^WORKER must be inline/],
		[{ ...complete, LOG_LEVEL: "loud" }, /^LOG_LEVEL must be one of trace/],
		[{ ...complete, TRUST_PROXY: "true" }, /^TRUST_PROXY must be the number/],
	])("refuses %o with one sentence", (source, sentence) => {
		expect(() => parseEnv(source)).toThrow(sentence);
	});

	it("never repeats a value, which may be a secret", () => {
		const source = { ...complete, DATABASE_URL: "mysql://user:hunter2@host/x" };
		expect(() => parseEnv(source)).toThrow(/^(?!.*hunter2)/s);
	});
});

describe("parseLauncherEnv", () => {
	it("starts from nothing", () => {
		expect(parseLauncherEnv({}).DATABASE_URL).toBeUndefined();
	});

	it("needs a secret for a server's database in production", () => {
		expect(() => parseLauncherEnv({ DATABASE_URL, NODE_ENV: "production" })).toThrow(/AUTH_SECRET/);
		expect(parseLauncherEnv({ DATABASE_URL, NODE_ENV: "development" }).AUTH_SECRET).toBeUndefined();
	});
});

describe(".env.example", () => {
	it("documents each variable of the schema and no other", () => {
		const text = readFileSync(".env.example", "utf8");
		const documented = [...text.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
		expect(documented.sort()).toEqual(Object.keys(envSchema.shape).sort());
	});

	it("explains each variable in the lines above it", () => {
		const lines = readFileSync(".env.example", "utf8").split("\n");
		for (const [index, line] of lines.entries()) {
			if (/^#?[A-Z][A-Z_]+=/.test(line)) expect(lines[index - 1], line).toMatch(/^# ./);
		}
	});
});
