import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { viewerById } from "@/lib/accounts/current-viewer";
import { db, inTransaction } from "@/lib/db/client";
import { ANONYMOUS, type Viewer } from "@/lib/permissions/viewer";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { type GuardedDefinition, guardedRun } from "./guarded-run";

useDatabase();

const input = z.strictObject({ name: z.string() });
let viewer: Viewer = ANONYMOUS;

beforeEach(async () => {
	await emptyDatabase();
	viewer = await viewerById((await db.user.create({ data: { email: "a@example.org" } })).id);
});

/** Opens two transactions, one after the other, each of which adds a territory. */
function addTwo(): GuardedDefinition<typeof input, { names: string[] }> {
	return {
		name: `test.${randomUUID()}`,
		input,
		idempotent: true,
		opensTransactions: true,
		async run({ input: { name } }) {
			const names = [`${name} ${randomUUID()}`, `${name} ${randomUUID()}`];
			for (const each of names)
				await inTransaction(async (tx) => {
					await tx.$executeRaw`SELECT pg_sleep(0.05)`;
					await tx.territory.create({ data: { name: each } });
				});
			return { names };
		},
	};
}

function call(idempotencyKey: string, name = "North") {
	return {
		raw: () => ({ name }),
		idempotencyKey,
		context: { origin: "http://localhost:3000", ip: "192.0.2.1", requestId: "r-1" },
		viewer: async () => viewer,
		now: new Date("2027-02-20T12:00:00Z"),
	};
}

it("more at once than there are connections do not wait for each other", async () => {
	const definition = addTwo();
	const runs = Array.from({ length: 25 }, () => guardedRun(definition, call(randomUUID())));
	await Promise.all(runs);
	expect(await db.territory.count()).toBe(50);
});

it("a repetition gets the same answer, and the key is good for nothing else", async () => {
	const definition = addTwo();
	const key = randomUUID();
	const first = await guardedRun(definition, call(key));
	expect(await guardedRun(definition, call(key))).toEqual(first);
	expect(await db.territory.count()).toBe(2);
	await expect(guardedRun(definition, call(key, "South"))).rejects.toThrow("conflict");
});

it("nothing runs while nothing may be changed", async () => {
	await db.switch.create({ data: { name: "read_only", isOn: true, changedAt: new Date() } });
	await expect(guardedRun(addTwo(), call(randomUUID()))).rejects.toThrow("read_only");
	expect(await db.territory.count()).toBe(0);
});
