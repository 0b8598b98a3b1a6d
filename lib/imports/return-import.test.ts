import { beforeEach, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { checkedImport, csvOf, goodRow, versionOf } from "@/prisma/factories/imports";
import {
	addMember,
	type MadeOrganisation,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeStranger, makeUser, makeViewer } from "@/prisma/factories/people";
import { emptyDatabase, useDatabase, waitForAWaiter } from "@/prisma/factories/use-database";
import { startImport } from "./change-import";
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

async function press(importId: string) {
	const version = await versionOf(importId);
	await inTransaction((tx) =>
		startImport(tx, organisation.owner, { importId, version, asDrafts: false }),
	);
}

async function problemsOf(importId: string) {
	const { rows } = await listRows(importId, { show: "problems" });
	return rows.map(({ number, problems }) => [number, ...problems.map(({ key }) => key)]);
}

it("an import goes back when a member registered one of its events between the check and the press", async () => {
	const importId = await send([goodRow(1), goodRow(2)]);
	const same = await send([goodRow(2)]);
	await press(importId);
	await press(same);
	await runImport({ importId: same });
	await runImport({ importId });
	expect(await db.event.count()).toBe(1);
	expect(await problemsOf(importId)).toEqual([[3, "imports.duplicateEvent"]]);
	expect(await getMyImport(organisation.owner, importId)).toMatchObject({
		state: "checked",
		problemCount: 1,
		returned: "problems",
	});
	expect(await returnsMailed()).toEqual([[organisation.owner.email, "problems"]]);
});

it("an import goes back for somebody who is no member any more, and says so to the others", async () => {
	const importId = await send([goodRow(1)]);
	await press(importId);
	await addMember(organisation.id, (await makeUser()).id, "owner");
	await db.membership.deleteMany({ where: { userId: organisation.owner.id } });
	await runImport({ importId });
	await runImport({ importId });
	expect(await db.event.count()).toBe(0);
	expect(await returnsMailed()).toEqual([[organisation.owner.email, "access"]]);
	const another = await db.user.findFirstOrThrow({
		where: { memberships: { some: { organisationId: organisation.id } } },
	});
	expect(await getMyImport(await makeViewer(another), importId)).toMatchObject({
		state: "checked",
		problemCount: 0,
		returned: "access",
	});
});

it("an import that goes back mails nobody whose account is shut, and forgets why it went back once a button is pressed again", async () => {
	const importId = await send([goodRow(1)]);
	await press(importId);
	const editor = await makeStranger();
	await addMember(organisation.id, editor.id, "owner");
	await db.user.update({
		where: { id: organisation.owner.id },
		data: { disabledAt: new Date() },
	});
	await runImport({ importId });
	expect(await returnsMailed()).toEqual([]);
	const viewer = await makeViewer(editor);
	expect(await getMyImport(viewer, importId)).toMatchObject({ returned: "access" });
	const version = await versionOf(importId);
	await inTransaction((tx) => startImport(tx, viewer, { importId, version, asDrafts: false }));
	expect(await getMyImport(viewer, importId)).toMatchObject({ returned: null });
	await runImport({ importId });
	expect(await db.event.count()).toBe(1);
});

it("an import goes back, too, when the same events come in while it runs, and has its rows looked at once more", async () => {
	const importId = await send([goodRow(1)]);
	const same = await send([goodRow(1)]);
	await press(importId);
	await press(same);
	let running: Promise<unknown> = Promise.resolve();
	await inTransaction(async (tx) => {
		await lockNames(tx, `imports ${organisation.id}`);
		running = Promise.all([importId, same].map((id) => runImport({ importId: id })));
		await waitForAWaiter(2);
	});
	await running;
	expect(await db.event.count()).toBe(1);
	const back = await db.import.findFirstOrThrow({ where: { returned: "problems" } });
	expect(back.state).toBe("checking");
	expect(await returnsMailed()).toHaveLength(1);
	expect(await waitingChecks(back.id)).toBe(1);
	await checkImport({ importId: back.id });
	expect(await problemsOf(back.id)).toEqual([[2, "imports.duplicateEvent"]]);
});

async function returnsMailed() {
	const mails = await db.$queryRaw<{ to: string; reason: string }[]>`
		SELECT payload->>'to' AS "to", payload->'props'->>'reason' AS reason
		FROM graphile_worker._private_jobs WHERE payload->>'template' = 'importReturned'`;
	return mails.map(({ to, reason }) => [to, reason]);
}

/** The job that looks at the rows, keyed so that there is one. */
async function waitingChecks(importId: string): Promise<number> {
	const jobs = await db.$queryRaw<unknown[]>`
		SELECT 1 FROM graphile_worker._private_jobs WHERE key = ${`imports.check:${importId}`}`;
	return jobs.length;
}
