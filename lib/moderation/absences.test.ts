import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { justProven, makeAdmin, makeCoordinator, makeStranger } from "@/prisma/factories/people";
import { queuedMails } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { cancelAbsenceOf, planAbsence, planAbsenceOf } from "./absences";
import { listAbsencesOf, listOwnAbsences } from "./territory-queries";

useDatabase();
beforeEach(emptyDatabase);

const NOW = new Date("2027-02-10T08:00:00Z");
const DAYS = { fromDate: "2027-02-10", toDate: "2027-02-14" };

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error) => error.code,
	);
const enter = (viewer: SignedInViewer, userId: string, input = DAYS) =>
	codeOf(inTransaction((tx) => planAbsenceOf(tx, viewer, { userId, input, now: NOW })));
const remove = (viewer: SignedInViewer, userId: string, absenceId: string) =>
	codeOf(inTransaction((tx) => cancelAbsenceOf(tx, viewer, { userId, absenceId, now: NOW })));

describe("the absence of another reviewer", () => {
	it("is entered and removed by an admin, with a mail and a trace each time", async () => {
		const admin = justProven(await makeAdmin(), NOW);
		const coordinator = await makeCoordinator("DE");
		expect(await enter(admin, coordinator.id)).toBe("done");
		const [absence] = await listOwnAbsences(coordinator, NOW);
		expect(absence).toMatchObject(DAYS);
		expect(await listAbsencesOf(admin, coordinator.id, NOW)).toEqual([absence]);
		expect(await remove(admin, coordinator.id, absence?.id ?? "")).toBe("done");
		expect(await remove(admin, coordinator.id, absence?.id ?? "")).toBe("not_found");
		expect(await listOwnAbsences(coordinator, NOW)).toEqual([]);
		expect(await queuedMails()).toMatchObject([
			{ to: coordinator.email, template: "absenceEntered", props: DAYS },
			{ to: coordinator.email, template: "absenceRemoved", props: DAYS },
		]);
		const traces = await db.auditEntry.findMany({
			where: { actorId: admin.id, subjectType: "user", subjectId: coordinator.id },
			orderBy: { id: "asc" },
		});
		expect(traces.map(({ action }) => action)).toEqual(["absence.planned", "absence.cancelled"]);
	});

	it("is no coordinator's to enter, nor one's own on that page, nor an organiser's to have", async () => {
		const admin = justProven(await makeAdmin(), NOW);
		const coordinator = await makeCoordinator("DE");
		const stranger = await makeStranger();
		expect(await enter(await makeCoordinator("DE"), coordinator.id)).toBe("forbidden");
		expect(await enter(stranger, coordinator.id)).toBe("forbidden");
		expect(await enter(admin, admin.id)).toBe("forbidden");
		expect(await enter(admin, stranger.id)).toBe("not_found");
		expect(await enter(admin, randomUUID())).toBe("not_found");
		expect(await codeOf(listAbsencesOf(coordinator, admin.id, NOW))).toBe("forbidden");
		expect(await db.absence.count()).toBe(0);
	});

	it("is entered and removed with a fresh proof of the second factor only", async () => {
		const coordinator = await makeCoordinator("DE");
		const admin = await makeAdmin();
		const stale = justProven(admin, new Date(NOW.getTime() - 10 * 60_000));
		expect(await enter(stale, coordinator.id)).toBe("proof_needed");
		expect(await enter(justProven(admin, NOW), coordinator.id)).toBe("done");
		const [absence] = await listOwnAbsences(coordinator, NOW);
		expect(await remove(stale, coordinator.id, absence?.id ?? "")).toBe("proof_needed");
		expect(await listOwnAbsences(coordinator, NOW)).toEqual([absence]);
	});

	it("is refused when it is over, and removed only at the person whose it is", async () => {
		const admin = justProven(await makeAdmin(), NOW);
		const [one, other] = [await makeCoordinator("DE"), await makeCoordinator("FR")];
		const past = { fromDate: "2027-02-01", toDate: "2027-02-03" };
		expect(await enter(admin, one.id, past)).toBe("invalid");
		await inTransaction((tx) => planAbsence(tx, one, { input: DAYS, now: NOW }));
		const [absence] = await listOwnAbsences(one, NOW);
		expect(await remove(admin, other.id, absence?.id ?? "")).toBe("not_found");
		expect(await remove(other, one.id, absence?.id ?? "")).toBe("forbidden");
		expect(await remove(admin, one.id, absence?.id ?? "")).toBe("done");
	});
});
