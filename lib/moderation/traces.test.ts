import { beforeAll, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { justProven, makeAdmin, makeCoordinator } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { cancelAbsence, planAbsence } from "./absences";
import { addBlock, blockInput, removeBlock } from "./blocklist";
import { deleteTerritory, saveTerritory } from "./territories";
import { turnSwitch } from "./turn-switch";

useDatabase();

const NOW = new Date("2027-02-10T05:30:00Z");

let admin: SignedInViewer;

beforeAll(async () => {
	admin = justProven(await makeAdmin(), NOW);
});

async function detailsOf(action: string): Promise<unknown[]> {
	const lines = await db.auditEntry.findMany({ where: { action }, orderBy: { id: "asc" } });
	return lines.map(({ detail }) => detail);
}

it("the reason of a freeze is known after it has ended", async () => {
	const turn = (isOn: boolean, reason: string) =>
		inTransaction((tx) =>
			turnSwitch(tx, admin, { input: { name: "freeze", isOn, reason }, now: NOW }),
		);
	await turn(true, "An account was taken over.");
	await turn(false, "");
	expect(await detailsOf("switch.on")).toEqual([{ reason: "An account was taken over." }]);
	expect(await detailsOf("switch.off")).toEqual([{}]);
});

it("why something was on the blocklist is known after it was taken off; an address never", async () => {
	for (const [kind, value] of [
		["mail_domain", "spam.example.org"],
		["address", "somebody@example.org"],
	] as const) {
		const input = blockInput.parse({ kind, value, reason: "Sends advertisements." });
		await inTransaction((tx) => addBlock(tx, admin, { input, now: NOW }));
		const { id } = await db.block.findFirstOrThrow({ where: { kind } });
		await inTransaction((tx) => removeBlock(tx, admin, { id, now: NOW }));
	}
	expect(await detailsOf("blocklist.removed")).toEqual([
		{ kind: "mail_domain", key: "spam.example.org", reason: "Sends advertisements." },
		{ kind: "address", reason: "Sends advertisements." },
	]);
});

it("what a territory was, and whose, is known after it was changed or deleted", async () => {
	const { id: userId } = await makeCoordinator("DE", "AT");
	const { id: territoryId, name } = await db.territory.findFirstOrThrow();
	const input = { name: "Middle", timezone: "Europe/Berlin", countries: ["AT", "CH"] };
	await inTransaction((tx) => saveTerritory(tx, admin, { territoryId, input, now: NOW }));
	await inTransaction((tx) => deleteTerritory(tx, admin, { territoryId, now: NOW }));
	expect(await detailsOf("territory.saved")).toEqual([
		{ ...input, before: { name, timezone: "UTC", countries: ["AT", "DE"] } },
	]);
	expect(await detailsOf("territory.deleted")).toEqual([
		{ ...input, people: [{ userId, role: "coordinator" }] },
	]);
});

it("on which days somebody was to be away is known after they were removed", async () => {
	const viewer = await makeCoordinator("FR");
	const days = { fromDate: "2027-02-20", toDate: "2027-02-22" };
	await inTransaction((tx) => planAbsence(tx, viewer, { input: days, now: NOW }));
	const { id: absenceId } = await db.absence.findFirstOrThrow({ where: { userId: viewer.id } });
	await inTransaction((tx) => cancelAbsence(tx, viewer, { absenceId, now: NOW }));
	expect(await detailsOf("absence.planned")).toEqual([{ absenceId, ...days }]);
	expect(await detailsOf("absence.cancelled")).toEqual([{ absenceId, ...days }]);
});
