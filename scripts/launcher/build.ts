import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "@/scripts/launcher/children";
import { BUILD_SOURCES, fingerprint, rootConfigFiles } from "@/scripts/launcher/fingerprint";
import { step } from "@/scripts/launcher/steps";

const CLIENT_STAMP = "lib/db/generated/.schema-hash";
const BUILD_STAMP = ".next/.source-hash";

/** Makes the Prisma client when schema.prisma or Prisma's version changed. @returns whether it did. */
export async function generateClient(): Promise<boolean> {
	const mark = fingerprint([
		"prisma/schema.prisma",
		"prisma.config.ts",
		"node_modules/prisma/package.json",
	]);
	if (existsSync("lib/db/generated/client.ts") && stampIs(CLIENT_STAMP, mark)) return false;
	await step("Generating the database client", () =>
		runChild(
			"Generating the database client",
			["node_modules/prisma/build/index.js", "generate"],
			{},
		),
	);
	writeFileSync(CLIENT_STAMP, mark);
	return true;
}

/**
 * Builds the app when a source changed since the last build. It needs neither database nor secret:
 * the build sees none of the operator's variables but the public ones.
 * @returns whether it built.
 */
export async function buildApp(): Promise<boolean> {
	const sources = fingerprint([...BUILD_SOURCES, ...rootConfigFiles()], [process.version]);
	// Next rewrites tsconfig.json while it builds, so that file counts as it is afterwards.
	const mark = () => fingerprint(["tsconfig.json"], [sources]);
	if (stampIs(BUILD_STAMP, mark()) && existsSync(".next/BUILD_ID")) return false;
	rmSync(BUILD_STAMP, { force: true });
	await step("Building the app", () =>
		runChild("Building the app", ["node_modules/next/dist/bin/next", "build"], {
			NODE_ENV: "production",
			NEXT_TELEMETRY_DISABLED: "1",
			NEXT_DIST_DIR: undefined,
			DATABASE_URL: undefined,
			DATABASE_MIGRATION_URL: undefined,
		}),
	);
	writeFileSync(BUILD_STAMP, mark());
	return true;
}

/**
 * Forgets pages that an earlier run rendered from a database which may be another one now.
 * Pages kept by the build itself stay.
 */
export function forgetRenderedData(): void {
	rmSync(join(".next", "cache", "fetch-cache"), { recursive: true, force: true });
}

function stampIs(file: string, mark: string): boolean {
	return existsSync(file) && readFileSync(file, "utf8") === mark;
}
