import { runOnce } from "graphile-worker";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { useDatabase } from "@/prisma/factories/use-database";

useDatabase();

describe("the app's role", () => {
	it("adds audit entries and can neither change nor delete nor empty them", async () => {
		await db.auditEntry.create({ data: { action: "test", subjectType: "test", subjectId: "1" } });
		for (const statement of [
			`UPDATE "AuditEntry" SET action = 'other'`,
			`DELETE FROM "AuditEntry"`,
			`TRUNCATE "AuditEntry"`,
		]) {
			await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/);
		}
		expect(await db.auditEntry.count()).toBe(1);
	});

	it("cannot change the history of migrations or make tables", async () => {
		await expect(db.$executeRawUnsafe("DELETE FROM _prisma_migrations")).rejects.toThrow(
			/permission denied/,
		);
		await expect(db.$executeRawUnsafe("CREATE TABLE planted (id int)")).rejects.toThrow(
			/permission denied/,
		);
	});

	it("adds jobs inside a transaction and runs them", async () => {
		await db.$transaction(async (tx) => {
			await tx.$queryRaw`SELECT 1 FROM graphile_worker.add_job('greet', json_build_object('to', 'all'))`;
		});
		const seen: unknown[] = [];
		await runOnce({
			connectionString: process.env.DATABASE_URL ?? "",
			taskList: {
				greet: async (payload) => {
					seen.push(payload);
				},
			},
		});
		expect(seen).toEqual([{ to: "all" }]);
	});
});
