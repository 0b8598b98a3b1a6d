import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { withdrawEvent } from "@/lib/events/withdraw-event";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { checkedImport, csvOf, goodRow, versionOf } from "@/prisma/factories/imports";
import {
	addMember,
	type MadeOrganisation,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeCoordinator, makeStranger, makeViewer } from "@/prisma/factories/people";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import {
	deleteImport,
	leaveOut,
	mapImport,
	mendRow,
	reopenMapping,
	startImport,
} from "./change-import";
import { checkImport } from "./check-import";
import { forgetImports } from "./forget-imports";
import { getMyImport, listMyImports, listRows } from "./queries";
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

async function problemsOf(importId: string) {
	const { rows } = await listRows(importId, { show: "problems" });
	return rows.map(({ number, problems }) => [number, ...problems.map(({ key }) => key)]);
}

describe("an import", () => {
	it("becomes submissions of the country's reviewers, each with its traces, and never public", async () => {
		await makeCoordinator("DE");
		const importId = await send([goodRow(1), goodRow(2)]);
		await press(importId);
		await runImport({ importId });
		const events = await db.event.findMany({
			orderBy: { id: "asc" },
			include: { latestRevision: { include: { texts: true, venue: true } }, published: true },
		});
		expect(events).toMatchObject(
			[1, 2].map((number) => ({
				state: "submitted",
				version: 1,
				country: "DE",
				submittedAt: expect.any(Date),
				createdById: organisation.owner.id,
				organisationId: organisation.id,
				published: null,
				latestRevision: {
					number: 1,
					submittedAt: expect.any(Date),
					startTime: "18:00",
					hasStartTime: true,
					datePrecision: "day",
					timezone: "Europe/Berlin",
					texts: [{ locale: "en", title: `Commemoration number ${number}` }],
					venue: { name: "Hall", lat: null },
				},
			})),
		);
		expect(await db.publishedEvent.count()).toBe(0);
		const audits = await db.auditEntry.groupBy({
			by: ["action"],
			_count: true,
			where: { action: { startsWith: "event." } },
		});
		expect(audits.map(({ action, _count }) => [action, _count]).sort()).toEqual([
			["event.created", 2],
			["event.submit", 2],
		]);
		const mails = await db.$queryRaw<{ to: string; template: string }[]>`
			SELECT payload->>'to' AS "to", payload->>'template' AS "template"
			FROM graphile_worker._private_jobs WHERE payload->>'template' LIKE 'import%' ORDER BY 2`;
		expect(mails).toEqual([{ to: organisation.owner.email, template: "importFinished" }]);
		expect((await listRows(importId, { show: "all" })).rows.map(({ eventId }) => eventId)).toEqual(
			events.map(({ id }) => id),
		);
	});

	it("makes drafts when asked to, which their organisation edits as any other", async () => {
		const importId = await send([goodRow()]);
		await press(importId, true);
		await runImport({ importId });
		const { id } = await db.event.findFirstOrThrow({
			where: { state: "draft", country: null, submittedAt: null },
		});
		const withdrawn = inTransaction((tx) =>
			withdrawEvent(tx, organisation.owner, { eventId: id, eventVersion: 0, now: new Date() }),
		);
		await expect(withdrawn).resolves.toEqual({ eventVersion: 1 });
	});

	it("imports nothing while one row is wrong, and all the others once it is left out", async () => {
		const importId = await send([goodRow(1), goodRow(2, { cityName: "Berlinn" }), goodRow(3)]);
		expect(await problemsOf(importId)).toEqual([[3, "imports.unknownCity"]]);
		await expect(press(importId)).rejects.toMatchObject({ code: "illegal_transition" });
		const version = await versionOf(importId);
		await inTransaction((tx) =>
			leaveOut(tx, organisation.owner, { importId, version, number: null, isLeftOut: true }),
		);
		await checkImport({ importId });
		expect(await problemsOf(importId)).toEqual([]);
		await press(importId);
		await runImport({ importId });
		expect(await db.event.count()).toBe(2);
	});

	it("takes a mended row in", async () => {
		const importId = await send([goodRow(1, { cityName: "Berlinn" })]);
		const { rows } = await listRows(importId, { show: "all" });
		const cells = rows[0]?.cells.map((cell) => cell.replace("Berlinn", "Berlin")) ?? [];
		const version = await versionOf(importId);
		await inTransaction((tx) =>
			mendRow(tx, organisation.owner, { importId, version, number: 2, cells }),
		);
		await checkImport({ importId });
		expect(await problemsOf(importId)).toEqual([]);
	});

	it("finds duplicates within the file and among the organisation's events, not among those of others", async () => {
		const first = await send([goodRow(1)]);
		await press(first);
		await runImport({ importId: first });
		const second = await send([
			goodRow(2),
			goodRow(1),
			goodRow(2, { "title.en": "COMMEMORATION number 2" }),
		]);
		expect(await problemsOf(second)).toEqual([
			[3, "imports.duplicateEvent"],
			[4, "imports.duplicateRow"],
		]);
		const other = await makeOrganisation({ country: "FR" });
		const elsewhere = await checkedImport(other.owner, other.id, await csvOf([goodRow(1)]));
		expect(await problemsOf(elsewhere)).toEqual([]);
	});

	it("is forgotten after 30 days, its events not", async () => {
		const importId = await send([goodRow(1)]);
		await press(importId);
		await runImport({ importId });
		await forgetImports(new Date(Date.now() + 29 * 86_400_000));
		expect(await db.importRow.count()).toBe(1);
		await forgetImports(new Date(Date.now() + 31 * 86_400_000));
		expect([await db.import.count(), await db.importRow.count(), await db.event.count()]).toEqual([
			0, 0, 1,
		]);
	});
});

describe("somebody else's import", () => {
	it("is not there, for strangers and for members of other organisations", async () => {
		const importId = await send([goodRow(1)]);
		const version = await versionOf(importId);
		const elsewhere = (await makeOrganisation({ country: "FR" })).owner;
		const columns = (await getMyImport(organisation.owner, importId)).mapping.columns;
		const mapping = { columns, type: null, attendanceMode: null, country: null };
		for (const viewer of [elsewhere, await makeStranger(), await makeCoordinator("DE")]) {
			const input = { importId, version };
			const attempts = [
				() => getMyImport(viewer, importId),
				() => inTransaction((tx) => mapImport(tx, viewer, { ...input, ...mapping })),
				() => inTransaction((tx) => reopenMapping(tx, viewer, input)),
				() =>
					inTransaction((tx) => leaveOut(tx, viewer, { ...input, number: null, isLeftOut: true })),
				() => inTransaction((tx) => mendRow(tx, viewer, { ...input, number: 2, cells: [] })),
				() => inTransaction((tx) => startImport(tx, viewer, { ...input, asDrafts: false })),
				() => inTransaction((tx) => deleteImport(tx, viewer, input)),
			];
			for (const attempt of attempts)
				await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
			expect(await listMyImports(viewer)).toEqual([]);
		}
		expect(await versionOf(importId)).toBe(version);
	});

	it("is everybody's within the organisation, and whoever presses the button is who submits", async () => {
		const importId = await send([goodRow(1)]);
		const editor = await makeStranger();
		await addMember(organisation.id, editor.id, "editor");
		const version = await versionOf(importId);
		const viewer = await makeViewer(editor);
		await inTransaction((tx) => startImport(tx, viewer, { importId, version, asDrafts: false }));
		await runImport({ importId });
		expect(await db.event.findFirst()).toMatchObject({ createdById: editor.id });
	});
});

describe("a press of a button that comes too late", () => {
	it("is refused: another version, another state", async () => {
		const importId = await send([goodRow(1)]);
		const version = await versionOf(importId);
		await press(importId);
		const again = (at: number) =>
			inTransaction((tx) =>
				startImport(tx, organisation.owner, { importId, version: at, asDrafts: false }),
			);
		await expect(again(version)).rejects.toMatchObject({ code: "conflict" });
		await expect(again(version + 1)).rejects.toMatchObject({ code: "illegal_transition" });
	});
});

it("keeps what was made by hand as it was", async () => {
	const draft = await makeDraft({ organisation });
	const published = await makePublished({ organisation });
	const importId = await send([goodRow(1)]);
	await press(importId);
	await runImport({ importId });
	const states = await db.event.findMany({
		where: { id: { in: [draft.eventId, published.eventId] } },
		orderBy: { createdAt: "asc" },
		select: { state: true },
	});
	expect(states).toEqual([{ state: "draft" }, { state: "approved" }]);
});
