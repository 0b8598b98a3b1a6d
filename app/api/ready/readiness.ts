import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { db } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";

const DEADLINE_MS = 3_500;

/**
 * Resolves when this process can serve: the database answers, every migration of this version is
 * applied, and the queue's tables are there. Newer migrations than ours do not disturb.
 * @throws DomainError `unavailable` otherwise, after 3.5 s at the latest.
 */
export async function assertReady(): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const deadline = new Promise<never>((_resolve, reject) => {
		const late = new DomainError("unavailable", { message: "the database did not answer in time" });
		timer = setTimeout(() => reject(late), DEADLINE_MS);
	});
	try {
		await Promise.race([checkDatabase(), deadline]);
	} finally {
		clearTimeout(timer);
	}
}

async function checkDatabase(): Promise<void> {
	const [expected, applied, [queue]] = await Promise.all([
		listMigrations(),
		db.$queryRaw<{ migration_name: string }[]>`
			SELECT migration_name FROM _prisma_migrations
			WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
		db.$queryRaw<{ is_there: boolean }[]>`
			SELECT to_regclass('graphile_worker._private_jobs') IS NOT NULL AS is_there`,
	]);
	const names = new Set(applied.map((row) => row.migration_name));
	const missing = expected.filter((name) => !names.has(name));
	if (missing.length > 0) throw notReady(`migrations are missing: ${missing.join(", ")}`);
	if (!queue?.is_there) throw notReady("the queue's tables are missing");
}

let migrations: Promise<string[]> | undefined;

function listMigrations(): Promise<string[]> {
	migrations ??= readdir(join(process.cwd(), "prisma", "migrations"), { withFileTypes: true }).then(
		(entries) => entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name),
	);
	return migrations;
}

function notReady(message: string): DomainError {
	return new DomainError("unavailable", { message });
}
