import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { childVariables, readSettings } from "@/scripts/launcher/settings";

let DATA_DIR: string;
beforeEach(() => {
	DATA_DIR = mkdtempSync(join(tmpdir(), "settings-"));
});
afterEach(() => rmSync(DATA_DIR, { recursive: true }));

const server = {
	DATABASE_URL: "postgresql://app:pw@db.example.org/february",
	DATABASE_MIGRATION_URL: "postgresql://owner:pw@db.example.org/february",
	AUTH_SECRET: "s".repeat(40),
};

describe("readSettings", () => {
	it("makes a secret once and keeps it where only we can read it", () => {
		const first = readSettings({ DATA_DIR }, false);
		expect(first.AUTH_SECRET).toMatch(/^[0-9a-f]{64}$/);
		expect(readSettings({ DATA_DIR }, false).AUTH_SECRET).toBe(first.AUTH_SECRET);
		expect(statSync(join(DATA_DIR, "secret")).mode & 0o777).toBe(0o600);
	});

	it("offers outbox and demonstration without a configuration, and neither with a server's database", () => {
		expect(readSettings({ DATA_DIR }, false)).toMatchObject({ OUTBOX: true, DEMO: true });
		expect(readSettings({ DATA_DIR, ...server }, false)).toMatchObject({
			OUTBOX: false,
			DEMO: false,
		});
		expect(readSettings({ DATA_DIR, ...server }, true)).toMatchObject({ OUTBOX: true, DEMO: true });
	});

	it("shows no outbox when mail can be sent", () => {
		const settings = readSettings({ DATA_DIR, SMTP_URL: "smtp://mail.example.org" }, false);
		expect(settings.OUTBOX).toBe(false);
	});

	it("shows no outbox at an https address, where anyone could sign in as anyone, unless told to", () => {
		const site = { DATA_DIR, APP_URL: "https://calendar.example.org" };
		expect(readSettings(site, false).OUTBOX).toBe(false);
		expect(readSettings({ ...site, OUTBOX: "1" }, false).OUTBOX).toBe(true);
		expect(readSettings({ ...site, APP_URL: "http://localhost:3000" }, false).OUTBOX).toBe(true);
	});

	it("needs the operator's own secret with a server's database", () => {
		const { AUTH_SECRET: _secret, ...rest } = server;
		expect(() => readSettings({ DATA_DIR, ...rest }, false)).toThrow(/AUTH_SECRET is not set/);
	});
});

describe("childVariables", () => {
	it("hides the owner's address from the web process and names the secret for next-auth", () => {
		const settings = readSettings({ DATA_DIR, ...server, APP_URL: "https://a.example.org" }, false);
		expect(childVariables(settings, server.DATABASE_URL)).toMatchObject({
			DATABASE_URL: server.DATABASE_URL,
			DATABASE_MIGRATION_URL: "",
			NEXTAUTH_SECRET: server.AUTH_SECRET,
			NEXTAUTH_URL: "https://a.example.org",
			NODE_ENV: "production",
		});
	});
});
