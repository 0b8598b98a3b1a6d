import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";

useDatabase();

describe("db", () => {
	beforeEach(emptyDatabase);

	it("undoes every row of a transaction that throws", async () => {
		const work = inTransaction(async (tx) => {
			await tx.user.create({ data: { email: "a@example.org" } });
			throw new Error("after the row");
		});
		await expect(work).rejects.toThrow("after the row");
		expect(await db.user.count()).toBe(0);
	});

	it("keeps the rows of a transaction that returns", async () => {
		await inTransaction((tx) => tx.user.create({ data: { email: "a@example.org" } }));
		expect(await db.user.count()).toBe(1);
	});
});
