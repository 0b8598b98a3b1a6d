import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { makeUser } from "@/prisma/factories/people";
import {
	factorMails,
	firstFactorOnly,
	later,
	makeBeginner,
	makePasskeyOwner,
	makeProven,
	makeUnproven,
	NOW,
	viewerOf,
} from "@/prisma/factories/second-factor";
import { makeApp } from "@/prisma/factories/sessions";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { addApp, beginApp, findNewApp } from "./add-factor";
import { viewerByToken } from "./current-viewer";
import { mintSession } from "./mint-session";
import { proveByApp, proveByRecoveryCode } from "./prove-factor";
import { readRecoveryCode } from "./read-recovery-code";
import { makeRecoveryCodes } from "./recovery-codes";
import { removeApp, removePasskey, resetFactors } from "./remove-factor";
import { totpCode, totpStep } from "./totp";

useDatabase();
beforeEach(emptyDatabase);

describe("a first app", () => {
	it("counts once its code was typed, proves the session, and a mail tells of it", async () => {
		const { user, viewer } = await makeBeginner();
		await inTransaction((tx) => beginApp(tx, viewer, { now: NOW }));
		const app = await findNewApp(viewer, NOW);
		expect(app?.address).toContain(`secret=${app?.secret}`);
		expect(await db.authenticator.count()).toBe(0);
		const code = totpCode(app?.secret ?? "", totpStep(NOW));
		const session = await inTransaction((tx) => addApp(tx, viewer, { code, now: NOW }));
		const after = await viewerOf(session.token);
		expect(after).toMatchObject({ factor: "proven", countries: ["DE"] });
		expect(await factorMails()).toEqual([{ to: user.email, change: "app_added" }]);
		const rows = JSON.stringify(await db.authenticator.findMany());
		expect(rows).not.toContain(app?.secret);
		await expect(proveByApp(after, { code, now: later(5) })).rejects.toMatchObject({
			code: "wrong_code",
		});
		expect(await findNewApp(after, NOW)).toBeNull();
	});

	it("is shown to no other session of the person, and only for half an hour", async () => {
		const { user, viewer } = await makeBeginner();
		await inTransaction((tx) => beginApp(tx, viewer, { now: NOW }));
		const other = await firstFactorOnly(user);
		expect(await findNewApp(other, NOW)).toBeNull();
		expect(await findNewApp(viewer, later(30 * 60))).toBeNull();
		await expect(
			inTransaction((tx) => addApp(tx, other, { code: "000000", now: NOW })),
		).rejects.toMatchObject({ code: "expired" });
	});

	it("is added by one of two sessions that both found none", async () => {
		const { user, viewer } = await makeBeginner();
		const other = await firstFactorOnly(user);
		const codes: string[] = [];
		for (const each of [viewer, other]) {
			await inTransaction((tx) => beginApp(tx, each, { now: NOW }));
			codes.push(totpCode((await findNewApp(each, NOW))?.secret ?? "", totpStep(NOW)));
		}
		const [mine = "", theirs = ""] = codes;
		await inTransaction((tx) => addApp(tx, viewer, { code: mine, now: NOW }));
		await expect(
			inTransaction((tx) => addApp(tx, other, { code: theirs, now: NOW })),
		).rejects.toMatchObject({ code: "conflict" });
	});

	it("is not for whoever has a factor and has not proven it, nor for whoever has no office", async () => {
		const { viewer } = await makeUnproven();
		await expect(inTransaction((tx) => beginApp(tx, viewer, { now: NOW }))).rejects.toMatchObject({
			code: "proof_needed",
		});
		const stranger = await makeUser();
		const session = await firstFactorOnly(stranger);
		await expect(inTransaction((tx) => beginApp(tx, session, { now: NOW }))).rejects.toMatchObject({
			code: "forbidden",
		});
	});
});

describe("recovery codes", () => {
	it("are ten, kept as hashes, each works once however it is typed, and a mail tells of it", async () => {
		const { user, viewer } = await makeProven();
		const codes = await inTransaction((tx) => makeRecoveryCodes(tx, viewer, { now: NOW }));
		expect(new Set(codes).size).toBe(10);
		for (const code of codes)
			expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
		const rows = JSON.stringify(await db.recoveryCode.findMany());
		for (const code of codes) expect(rows).not.toContain(readRecoveryCode(code));
		const lost = await firstFactorOnly(user);
		const code = readRecoveryCode(` ${codes[0]?.toLowerCase().replaceAll("-", " ")} `);
		const session = await proveByRecoveryCode(lost, { code, now: NOW });
		expect(await viewerOf(session.token)).toMatchObject({ factor: "proven", countries: ["DE"] });
		const again = await firstFactorOnly(user);
		await expect(proveByRecoveryCode(again, { code, now: NOW })).rejects.toMatchObject({
			code: "wrong_code",
		});
		expect(await db.recoveryCode.count()).toBe(9);
		expect((await factorMails()).map(({ change }) => change)).toEqual(["codes_made", "code_used"]);
	});

	it("end with new ones, and are made only after a fresh proof", async () => {
		const { user, viewer } = await makeProven();
		const [old = ""] = await inTransaction((tx) => makeRecoveryCodes(tx, viewer, { now: NOW }));
		await inTransaction((tx) => makeRecoveryCodes(tx, viewer, { now: NOW }));
		expect(await db.recoveryCode.count({ where: { userId: user.id } })).toBe(10);
		const lost = await firstFactorOnly(user);
		await expect(
			proveByRecoveryCode(lost, { code: readRecoveryCode(old), now: NOW }),
		).rejects.toMatchObject({ code: "wrong_code" });
		for (const [asks, now] of [
			[viewer, later(10 * 60)],
			[lost, NOW],
		] as const)
			await expect(
				inTransaction((tx) => makeRecoveryCodes(tx, asks, { now })),
			).rejects.toMatchObject({ code: "proof_needed" });
	});

	it("of another person are worth nothing", async () => {
		const { viewer } = await makeProven();
		const [theirs = ""] = await inTransaction((tx) => makeRecoveryCodes(tx, viewer, { now: NOW }));
		const other = await makeUnproven();
		await expect(
			proveByRecoveryCode(other.viewer, { code: readRecoveryCode(theirs), now: NOW }),
		).rejects.toMatchObject({ code: "wrong_code" });
	});
});

describe("removing", () => {
	it("the last factor ends the rights of every session, and needs a fresh proof", async () => {
		const { user, viewer, token } = await makeProven();
		await inTransaction((tx) => makeRecoveryCodes(tx, viewer, { now: NOW }));
		await expect(
			inTransaction((tx) => removeApp(tx, viewer, { now: later(10 * 60) })),
		).rejects.toMatchObject({ code: "proof_needed" });
		await inTransaction((tx) => removeApp(tx, viewer, { now: NOW }));
		expect(await viewerOf(token)).toMatchObject({ factor: "none", countries: [] });
		expect(await db.recoveryCode.count()).toBe(0);
		expect((await factorMails()).map(({ change }) => change).at(-1)).toBe("app_removed");
		// Another factor later does not bring the old proof back.
		await makeApp(user);
		expect(await viewerOf(token)).toMatchObject({ factor: "unproven", countries: [] });
	});

	it("somebody else's passkey is not possible", async () => {
		await makePasskeyOwner();
		const { id: passkeyId } = await db.passkey.findFirstOrThrow();
		const { viewer } = await makeProven();
		await expect(
			inTransaction((tx) => removePasskey(tx, viewer, { passkeyId, now: NOW })),
		).rejects.toMatchObject({ code: "not_found" });
		expect(await db.passkey.count()).toBe(1);
	});
});

describe("an admin", () => {
	it("takes a lost factor away: all of it, all sign-ins, with a trace and a mail to the person", async () => {
		const { viewer: admin } = await makeProven({ isAdmin: true });
		const { user, token } = await makeProven();
		await inTransaction((tx) => resetFactors(tx, admin, { userId: user.id, now: NOW }));
		expect(await viewerByToken(token, NOW)).toEqual({ kind: "anonymous" });
		const { token: next } = await mintSession(user.id, NOW);
		expect(await viewerOf(next)).toMatchObject({ factor: "none", countries: [] });
		expect(await factorMails()).toEqual([{ to: user.email, change: "reset" }]);
		expect(await db.auditEntry.findFirst({ where: { action: "factor.reset" } })).toMatchObject({
			actorId: admin.id,
			subjectId: user.id,
		});
	});

	it("never their own, not long after the proof, and nobody else may", async () => {
		const { viewer: admin, user: self } = await makeProven({ isAdmin: true });
		const { user, viewer } = await makeProven();
		const { token } = await mintSession(self.id, NOW);
		const unproven = await viewerOf(token);
		const reset = (asks: SignedInViewer, userId: string, now = NOW) =>
			inTransaction((tx) => resetFactors(tx, asks, { userId, now }));
		await expect(reset(admin, self.id)).rejects.toMatchObject({ code: "forbidden" });
		await expect(reset(admin, user.id, later(10 * 60))).rejects.toMatchObject({
			code: "proof_needed",
		});
		await expect(reset(viewer, self.id)).rejects.toMatchObject({ code: "forbidden" });
		await expect(reset(unproven, user.id)).rejects.toMatchObject({ code: "forbidden" });
		expect(await db.authenticator.count()).toBe(2);
	});
});
