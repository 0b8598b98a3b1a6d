import { beforeEach, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { windowLock } from "@/lib/events/season-window";
import { checkedImport, csvOf, goodRow, versionOf } from "@/prisma/factories/imports";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { setWindow } from "@/prisma/factories/seasons";
import { emptyDatabase, useDatabase, waitForAWaiter } from "@/prisma/factories/use-database";
import { leaveOut, startImport } from "./change-import";
import { checkImport } from "./check-import";
import { getMyImport, listRows } from "./queries";
import { runImport } from "./run-import";

useDatabase();

let organisation: MadeOrganisation;
beforeEach(async () => {
	await emptyDatabase();
	organisation = await makeOrganisation();
});

const send = async (rows: Parameters<typeof csvOf>[0]) =>
	checkedImport(organisation.owner, organisation.id, await csvOf(rows));

async function press(importId: string, asDrafts = false) {
	const version = await versionOf(importId);
	await inTransaction((tx) => startImport(tx, organisation.owner, { importId, version, asDrafts }));
}

/** As going back to the columns and naming them again does. */
async function checkAgain(importId: string) {
	await db.import.update({ where: { id: importId }, data: { state: "checking" } });
	await checkImport({ importId });
}

it("an import keeps rows of a season that takes no submissions as drafts, and hands them in no more", async () => {
	const importId = await send([goodRow(1), goodRow(2, { startDate: "2026-02-26" })]);
	await setWindow(2027, { closesOn: "2026-01-31" });
	await checkAgain(importId);
	const { rows } = await listRows(importId, { show: "problems" });
	expect(rows).toMatchObject([
		{
			problems: [
				{
					field: "startDate",
					key: "season.over",
					values: { season: "2027", day: "2026-01-31" },
				},
			],
		},
	]);
	const column = rows[0]?.problems[0]?.column ?? -1;
	expect(rows[0]?.cells[column]).toBe("2027-02-26");
	expect(await getMyImport(organisation.owner, importId)).toMatchObject({
		state: "checked",
		problemCount: 0,
		shutCount: 1,
	});
	await expect(press(importId)).rejects.toMatchObject({ code: "season_closed" });
	await press(importId, true);
	await runImport({ importId });
	expect(await db.event.groupBy({ by: ["state"], _count: true })).toEqual([
		{ state: "draft", _count: 2 },
	]);
});

it("an import hands the others in once such rows are left out", async () => {
	await setWindow(2027, { opensOn: "2099-01-01" });
	const importId = await send([goodRow(1), goodRow(2, { startDate: "2026-02-26" })]);
	const { rows } = await listRows(importId, { show: "problems" });
	expect(rows.map(({ number, problems }) => [number, problems[0]?.key])).toEqual([
		[2, "season.notYet"],
	]);
	const version = await versionOf(importId);
	await inTransaction((tx) =>
		leaveOut(tx, organisation.owner, { importId, version, number: 2, isLeftOut: true }),
	);
	await checkImport({ importId });
	await press(importId);
	await runImport({ importId });
	expect(await db.event.count({ where: { state: "submitted" } })).toBe(1);
});

it("an import goes back with the row when the window was shut after the button was pressed", async () => {
	const importId = await send([goodRow()]);
	await press(importId);
	await setWindow(2027, { closesOn: "2026-01-31" });
	await runImport({ importId });
	expect(await db.event.count()).toBe(0);
	expect(await getMyImport(organisation.owner, importId)).toMatchObject({
		state: "checked",
		problemCount: 0,
		shutCount: 1,
		returned: "season",
	});
});

it("an import goes back, too, when an admin shuts the window while the events are being made", async () => {
	const importId = await send([goodRow()]);
	await press(importId);
	let running: Promise<void> = Promise.resolve();
	await inTransaction(async (tx) => {
		await lockNames(tx, windowLock(2027));
		running = runImport({ importId });
		await waitForAWaiter();
		await tx.season.create({ data: { year: 2027, closesOn: new Date("2026-01-31") } });
	});
	await running;
	expect(await db.event.count()).toBe(0);
	await checkImport({ importId });
	expect(await getMyImport(organisation.owner, importId)).toMatchObject({
		state: "checked",
		shutCount: 1,
		returned: "season",
	});
});
