import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { resetEnv } from "@/lib/env";
import {
	firstFactorOnly,
	later,
	makeUnproven,
	NOW,
	viewerOf,
} from "@/prisma/factories/second-factor";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { viewerByToken } from "./current-viewer";
import { mintSession } from "./mint-session";
import { proveByApp, proveByRecoveryCode } from "./prove-factor";
import { seal, unseal } from "./seal";

useDatabase();
beforeEach(emptyDatabase);

const auditOf = (action: string) => db.auditEntry.count({ where: { action } });

describe("rights", () => {
	it("are an organiser's until the code is typed, and the coordinator's after it", async () => {
		const { viewer, code, user, token } = await makeUnproven();
		expect(viewer).toMatchObject({ factor: "unproven", hasOffice: true, countries: [] });
		const session = await proveByApp(viewer, { code: code(), now: NOW });
		expect(await viewerOf(session.token)).toMatchObject({ factor: "proven", countries: ["DE"] });
		expect(await viewerByToken(token, NOW)).toEqual({ kind: "anonymous" });
		expect(await db.session.count({ where: { userId: user.id } })).toBe(1);
		expect(await auditOf("factor.proven")).toBe(1);
	});

	it("of another session of the same person stay as they were", async () => {
		const { user, viewer, code } = await makeUnproven();
		const other = await mintSession(user.id, NOW);
		await proveByApp(viewer, { code: code(), now: NOW });
		expect(await viewerOf(other.token)).toMatchObject({ factor: "unproven", countries: [] });
	});
});

describe("a code of the app", () => {
	it("works once, in whichever session", async () => {
		const { user, viewer, code, wrong } = await makeUnproven();
		await proveByApp(viewer, { code: code(), now: NOW });
		const other = await firstFactorOnly(user);
		const again = { code: code(), now: later(5) };
		await expect(proveByApp(other, again)).rejects.toMatchObject({ code: "wrong_code" });
		await expect(proveByApp(other, { code: wrong(), now: later(5) })).rejects.toThrow();
		const next = { code: code(later(30)), now: later(30) };
		await expect(proveByApp(other, next)).resolves.toHaveProperty("token");
	});

	it("sent by five sessions at once proves one of them", async () => {
		const { user, code } = await makeUnproven();
		const sessions = await Promise.all(Array.from({ length: 5 }, () => mintSession(user.id, NOW)));
		const viewers = await Promise.all(sessions.map(({ token }) => viewerOf(token)));
		const tries = await Promise.allSettled(
			viewers.map((viewer) => proveByApp(viewer, { code: code(), now: NOW })),
		);
		expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
	});

	it("of another minute or person is refused", async () => {
		const { viewer, code } = await makeUnproven();
		const other = await makeUnproven();
		for (const wrong of [code(later(120)), code(later(-120)), other.code()])
			await expect(proveByApp(viewer, { code: wrong, now: NOW })).rejects.toMatchObject({
				code: "wrong_code",
				fields: { code: "factor.wrongCode" },
			});
	});

	it("is not kept in clear, and its secret opens for no one else and with no other key", async () => {
		const sealed = seal("JBSWY3DPEHPK3PXP", "a");
		expect(sealed).not.toContain("JBSWY3DPEHPK3PXP");
		expect(unseal(sealed, "a")).toBe("JBSWY3DPEHPK3PXP");
		expect(unseal(sealed, "b")).toBeNull();
		expect(unseal(`${sealed.slice(0, -4)}AAAA`, "a")).toBeNull();
		const before = process.env.AUTH_SECRET;
		process.env.AUTH_SECRET = "another secret of more than 32 characters";
		resetEnv();
		expect(unseal(sealed, "a")).toBeNull();
		if (before === undefined) delete process.env.AUTH_SECRET;
		else process.env.AUTH_SECRET = before;
		resetEnv();
	});
});

describe("guessing", () => {
	it("stops after five wrong codes, also for the right one, and goes on after the wait", async () => {
		const { user, viewer, code, wrong } = await makeUnproven();
		const guess = (now: Date) => proveByApp(viewer, { code: wrong(now), now });
		for (let guesses = 0; guesses < 4; guesses++)
			await expect(guess(NOW)).rejects.toMatchObject({ code: "wrong_code" });
		await expect(guess(NOW)).rejects.toMatchObject({ code: "factor_locked" });
		for (const now of [NOW, later(14 * 60)])
			await expect(proveByApp(viewer, { code: code(now), now })).rejects.toMatchObject({
				code: "factor_locked",
			});
		expect(await auditOf("factor.refused")).toBe(5);
		expect(await auditOf("factor.locked")).toBe(1);
		const after = later(15 * 60);
		await proveByApp(viewer, { code: code(after), now: after });
		expect(await db.user.findUnique({ where: { id: user.id } })).toMatchObject({
			factorFailures: 0,
			factorLockedUntil: null,
		});
	});

	it("waits twice as long each time, a day at most", async () => {
		const { viewer, wrong } = await makeUnproven();
		let now = NOW;
		const waits: number[] = [];
		for (let round = 0; round < 9; round++) {
			for (let guess = 0; guess < 5; guess++)
				await expect(proveByApp(viewer, { code: wrong(now), now })).rejects.toThrow();
			const { factorLockedUntil } = await db.user.findUniqueOrThrow({ where: { id: viewer.id } });
			waits.push(((factorLockedUntil?.getTime() ?? 0) - now.getTime()) / 60_000);
			now = factorLockedUntil ?? now;
		}
		expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
	});

	it("gains nothing by a hundred guesses at once", async () => {
		const { viewer, wrong } = await makeUnproven();
		const guesses = await Promise.allSettled(
			Array.from({ length: 100 }, () => proveByApp(viewer, { code: wrong(), now: NOW })),
		);
		const reasons = guesses.map((each) => each.status === "rejected" && each.reason.code);
		expect(reasons.filter((code) => code === "wrong_code").length).toBeLessThanOrEqual(4);
		expect(await auditOf("factor.refused")).toBe(5);
	});

	it("counts recovery codes and codes of the app together, and each person apart", async () => {
		const { viewer, wrong } = await makeUnproven();
		for (let guess = 0; guess < 3; guess++)
			await expect(
				proveByRecoveryCode(viewer, { code: "0000000000000000", now: NOW }),
			).rejects.toMatchObject({ code: "wrong_code" });
		for (let guess = 0; guess < 2; guess++)
			await expect(proveByApp(viewer, { code: wrong(), now: NOW })).rejects.toThrow();
		await expect(
			proveByRecoveryCode(viewer, { code: "0000000000000000", now: NOW }),
		).rejects.toMatchObject({ code: "factor_locked" });
		const other = await makeUnproven();
		await expect(proveByApp(other.viewer, { code: other.code(), now: NOW })).resolves.toBeDefined();
	});
});
