import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { makeAdmin, makeCoordinator, makeStranger } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { type AuditAction, audit, auditMany } from "./audit";
import {
	type AuditLine,
	auditFilters,
	eachAuditLine,
	listAudit,
	listAuditActions,
} from "./queries";

useDatabase();

let admin: SignedInViewer;
let coordinator: SignedInViewer;

beforeAll(async () => {
	admin = await makeAdmin();
	coordinator = await makeCoordinator("DE");
	const deeds: [AuditAction, string | null, string][] = [
		["event.submit", admin.id, "2027-02-01T23:59:59Z"],
		["event.approve", coordinator.id, "2027-02-02T00:00:00Z"],
		["event.escalated", null, "2027-02-02T23:59:59Z"],
		["territory.saved", admin.id, "2027-02-03T00:00:00Z"],
	];
	for (const [action, actorId, at] of deeds)
		await inTransaction((tx) =>
			audit(tx, {
				actorId,
				action,
				subjectType: "event",
				subjectId: `of ${action}`,
				at: new Date(at),
			}),
		);
});

async function actionsUnder(filters: Record<string, string>): Promise<string[]> {
	const { items } = await listAudit(admin, auditFilters.parse(filters));
	return items.map(({ action }) => action);
}

describe("the audit", () => {
	it("is for admins alone", async () => {
		const filters = auditFilters.parse({});
		for (const viewer of [coordinator, await makeStranger()]) {
			await expect(listAudit(viewer, filters)).rejects.toMatchObject({ code: "forbidden" });
			await expect(listAuditActions(viewer)).rejects.toMatchObject({ code: "forbidden" });
			await expect(eachAuditLine(viewer, filters).next()).rejects.toMatchObject({
				code: "forbidden",
			});
		}
	});

	it("is narrowed by who, what, to what and when, each day whole", async () => {
		expect(await actionsUnder({ actor: coordinator.email })).toEqual(["event.approve"]);
		expect(await actionsUnder({ actor: coordinator.email.toUpperCase() })).toEqual([
			"event.approve",
		]);
		expect(await actionsUnder({ actor: "program" })).toEqual(["event.escalated"]);
		expect(await actionsUnder({ actor: "nobody@example.org" })).toEqual([]);
		expect(await actionsUnder({ action: "territory.saved" })).toEqual(["territory.saved"]);
		expect(await actionsUnder({ action: "event" })).toEqual([
			"event.escalated",
			"event.approve",
			"event.submit",
		]);
		expect(await actionsUnder({ subject: "of event.submit" })).toEqual(["event.submit"]);
		expect(await actionsUnder({ from: "2027-02-02", to: "2027-02-02" })).toEqual([
			"event.escalated",
			"event.approve",
		]);
		expect(await actionsUnder({ from: "yesterday", action: "x'; --" })).toHaveLength(4);
		expect(await listAuditActions(admin)).toEqual([
			"event.approve",
			"event.escalated",
			"event.submit",
			"territory.saved",
		]);
	});

	it("gives every line once, page by page and in the file", async () => {
		const at = new Date("2027-03-01T00:00:00Z");
		const many = Array.from({ length: 1205 }, (_, number) => ({
			actorId: admin.id,
			action: "silence.set" as const,
			subjectType: "country" as const,
			subjectId: String(number),
			at,
		}));
		await inTransaction((tx) => auditMany(tx, many));
		const asked = { action: "silence.set" };
		const seen: string[] = [];
		let before: string | undefined;
		do {
			const page = await listAudit(admin, auditFilters.parse({ ...asked, before }));
			seen.push(...page.items.map(({ subjectId }) => subjectId));
			before = page.nextBefore ?? undefined;
		} while (before);
		expect(new Set(seen).size).toBe(1205);
		const written: AuditLine[] = [];
		for await (const line of eachAuditLine(admin, auditFilters.parse(asked))) written.push(line);
		expect(written.map(({ subjectId }) => subjectId)).toEqual(seen);
		expect(written[0]?.actor?.email).toBe(admin.email);
		expect(await db.auditEntry.count({ where: asked })).toBe(1205);
	});
});
