import { beforeEach, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { checkedImport, csvOf, goodRow, versionOf } from "@/prisma/factories/imports";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { startImport } from "./change-import";
import { runImport } from "./run-import";

useDatabase();

let organisation: MadeOrganisation;
let importId: string;

beforeEach(async () => {
	await emptyDatabase();
	organisation = await makeOrganisation();
	importId = await checkedImport(organisation.owner, organisation.id, await csvOf([goodRow()]));
	const version = await versionOf(importId);
	await inTransaction((tx) =>
		startImport(tx, organisation.owner, { importId, version, asDrafts: false }),
	);
});

async function turnReadOnly(isOn: boolean): Promise<void> {
	const row = { isOn, reason: "Maintenance", changedAt: new Date() };
	await db.switch.upsert({
		where: { name: "read_only" },
		create: { name: "read_only", ...row },
		update: row,
	});
}

const standing = async () => ({
	events: await db.event.count(),
	state: (await db.import.findUniqueOrThrow({ where: { id: importId } })).state,
});

it("an import waits while nothing may be changed, and runs afterwards", async () => {
	await turnReadOnly(true);
	await expect(runImport({ importId })).rejects.toMatchObject({ code: "read_only" });
	expect(await standing()).toEqual({ events: 0, state: "importing" });
	await turnReadOnly(false);
	await runImport({ importId });
	expect(await standing()).toEqual({ events: 1, state: "done" });
});

it("an import that runs when the switch is turned leaves nothing, and keeps nobody from turning it", async () => {
	const running = await inTransaction(async (tx) => {
		await lockNames(tx, `imports ${organisation.id}`);
		const run = runImport({ importId }).then(
			() => "done",
			(error) => error.code,
		);
		await expect.poll(waitsForLock).toBe(true);
		await turnReadOnly(true);
		return { run };
	});
	expect(await running.run).toBe("read_only");
	expect(await standing()).toEqual({ events: 0, state: "importing" });
});

async function waitsForLock(): Promise<boolean> {
	const rows = await db.$queryRaw<unknown[]>`
		SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
	return rows.length > 0;
}
