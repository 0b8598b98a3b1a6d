// npm run db:new -- <name> [--empty] | db:deploy | db:check | db:resolve -- <name>
import { existsSync } from "node:fs";
import { grantAppRole } from "@/lib/db/grants";
import {
	checkMigrations,
	createMigration,
	deployMigrations,
	resolveMigration,
} from "@/lib/db/migrate";
import { withThrowaway } from "@/lib/db/throwaway";
import { DomainError } from "@/lib/errors";

const [command, ...rest] = process.argv.slice(2);
const name = rest.find((word) => !word.startsWith("--")) ?? "";

try {
	if (existsSync(".env")) process.loadEnvFile(".env");
	// The schema engine leaves a timer of 10 s behind, so the end must be said.
	process.exit(await run());
} catch (error) {
	console.error(error instanceof DomainError ? error.message : error);
	process.exit(1);
}

async function run(): Promise<number> {
	const url = process.env.DATABASE_MIGRATION_URL || process.env.DATABASE_URL;
	switch (command) {
		case "new":
			return newMigration(url);
		case "check":
			return check(url);
		case "deploy": {
			const address = needed(url);
			const applied = await deployMigrations(address);
			console.log(applied.length ? `applied: ${applied.join(", ")}` : "nothing to apply");
			console.log(await grantAppRole(address, roleOf(process.env.DATABASE_URL)));
			return 0;
		}
		case "resolve":
			await resolveMigration(needed(url), name);
			console.log(`${name} counts as rolled back`);
			return 0;
		default:
			throw new DomainError("invalid", {
				message: "Say what to do: new <name> [--empty], deploy, check or resolve <name>.",
			});
	}
}

async function newMigration(url: string | undefined): Promise<number> {
	const create = (address: string) =>
		createMigration(address, name, { empty: rest.includes("--empty") });
	const path = url ? await create(url) : await withThrowaway((cluster) => create(cluster.ownerUrl));
	console.log(path ?? "nothing to migrate: schema.prisma and the migrations agree");
	return 0;
}

async function check(url: string | undefined): Promise<number> {
	const problems = url
		? await checkMigrations(url)
		: await withThrowaway(async ({ ownerUrl }) => {
				await deployMigrations(ownerUrl);
				return checkMigrations(ownerUrl);
			});
	for (const problem of problems) console.error(problem);
	if (problems.length === 0) console.log("schema, migrations and database agree");
	return problems.length ? 1 : 0;
}

function needed(url: string | undefined): string {
	if (url) return url;
	throw new DomainError("misconfigured", {
		message: "Set DATABASE_URL to the database that the migrations are for.",
	});
}

function roleOf(url: string | undefined): string {
	return url ? decodeURIComponent(new URL(url).username) : "";
}
