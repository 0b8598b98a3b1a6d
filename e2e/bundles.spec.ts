import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { knownServer } from "./support/server";

const CHUNKS = ".next/static";

/** Nothing of these may reach a browser: secrets by value, and modules that only the server may have. */
const SERVER_WORDS = [
	"AUTH_SECRET",
	"DATABASE_URL",
	"SMTP_URL",
	"PrismaClient",
	"graphile_worker",
	"next-auth.session",
];

test("the browser's scripts hold no secret and no server module", () => {
	const { authSecret, databaseUrl, ownerUrl, uploadDir } = knownServer();
	const secrets = [authSecret, databaseUrl, ownerUrl, uploadDir];
	const scripts = readdirSync(CHUNKS, { recursive: true, encoding: "utf8" }).filter((file) =>
		/\.(js|css|map)$/.test(file),
	);
	expect(scripts.length).toBeGreaterThan(5);
	for (const script of scripts) {
		const text = readFileSync(join(CHUNKS, script), "utf8");
		for (const word of [...SERVER_WORDS, ...secrets])
			expect(text, `${script} has ${word}`).not.toContain(word);
	}
	expect(scripts.filter((file) => file.endsWith(".map"))).toEqual([]);
});
