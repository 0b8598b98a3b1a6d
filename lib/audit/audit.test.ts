import { Client } from "pg";
import { expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { makeUser } from "@/prisma/factories/people";
import { ownerDatabaseUrl, useDatabase } from "@/prisma/factories/use-database";
import { audit } from "./audit";

useDatabase();

const at = new Date("2027-02-26T08:00:00Z");

async function writeLine(): Promise<string> {
	const user = await makeUser();
	await inTransaction((tx) =>
		audit(tx, {
			actorId: user.id,
			action: "account.created",
			subjectType: "user",
			subjectId: user.id,
			at,
		}),
	);
	return user.id;
}

it("a line says who did what to which subject and when", async () => {
	const id = await writeLine();
	expect(await db.auditEntry.findFirst({ where: { subjectId: id } })).toMatchObject({
		actorId: id,
		action: "account.created",
		subjectType: "user",
		detail: {},
		at,
	});
});

it("a line goes with the deed when that is rolled back", async () => {
	const user = await makeUser();
	const deed = inTransaction(async (tx) => {
		await audit(tx, {
			actorId: user.id,
			action: "account.created",
			subjectType: "user",
			subjectId: user.id,
			at,
		});
		throw new Error("no");
	});
	await expect(deed).rejects.toThrow("no");
	expect(await db.auditEntry.count({ where: { subjectId: user.id } })).toBe(0);
});

it("a line stays when the person is gone", async () => {
	const id = await writeLine();
	await db.user.delete({ where: { id }, select: { id: true } });
	expect(await db.auditEntry.count({ where: { actorId: id } })).toBe(1);
});

it.each([
	`UPDATE "AuditEntry" SET "action" = 'x'`,
	`DELETE FROM "AuditEntry"`,
	`TRUNCATE "AuditEntry"`,
	`ALTER TABLE "AuditEntry" DISABLE TRIGGER ALL`,
	`DROP TABLE "AuditEntry"`,
	`UPDATE "AuditEntry" SET "action" = 'x' WHERE false`,
])("the app's role cannot run %s", async (statement) => {
	await writeLine();
	const before = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
	await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(
		/permission denied|must be owner|append-only/,
	);
	expect(await db.auditEntry.findMany({ orderBy: { id: "asc" } })).toEqual(before);
});

it.each([
	`UPDATE "AuditEntry" SET "action" = 'x'`,
	`DELETE FROM "AuditEntry"`,
	`TRUNCATE "AuditEntry"`,
])("not even the owner of the table runs %s", async (statement) => {
	await writeLine();
	const client = new Client(ownerDatabaseUrl());
	await client.connect();
	await expect(client.query(statement)).rejects.toThrow(/append-only/);
	await client.end();
});
