import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	challengeOf,
	DEVICE,
	firstFactorOnly,
	later,
	makeBeginner,
	makePasskeyOwner,
	makeUnproven,
	NOW,
	viewerOf,
} from "@/prisma/factories/second-factor";
import { makeSecurityKey } from "@/prisma/factories/security-key";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { addPasskey, beginPasskey, proveByPasskey } from "./passkeys";
import { proveByApp } from "./prove-factor";

useDatabase();
beforeEach(emptyDatabase);

const auditOf = (action: string) => db.auditEntry.count({ where: { action } });

describe("a passkey", () => {
	it("is added, proves the session that made it and later another one", async () => {
		const { proven: first, viewer, key, user } = await makePasskeyOwner();
		expect(await viewerOf(first.token)).toMatchObject({ factor: "proven", countries: ["DE"] });
		expect(viewer).toMatchObject({ factor: "unproven", countries: [] });
		const response = key.answer({ challenge: await challengeOf(viewer), counter: 2 });
		const session = await proveByPasskey(viewer, { response, now: NOW });
		expect(await viewerOf(session.token)).toMatchObject({ factor: "proven" });
		expect(await db.passkey.findFirst()).toMatchObject({
			userId: user.id,
			counter: 2n,
			lastUsedAt: NOW,
			...DEVICE,
		});
	});

	it("answers a challenge once: the same answer again proves nothing", async () => {
		const { viewer, key, user } = await makePasskeyOwner();
		const response = key.answer({ challenge: await challengeOf(viewer), counter: 2 });
		await proveByPasskey(viewer, { response, now: NOW });
		const sessionId = viewer.session?.id;
		expect(await db.factorChallenge.count({ where: { sessionId, purpose: "proof" } })).toBe(0);
		await expect(proveByPasskey(viewer, { response, now: NOW })).rejects.toMatchObject({
			code: "expired",
		});
		await challengeOf(viewer);
		await expect(proveByPasskey(viewer, { response, now: NOW })).rejects.toMatchObject({
			code: "wrong_code",
		});
		const other = await firstFactorOnly(user);
		await challengeOf(other);
		await expect(proveByPasskey(other, { response, now: NOW })).rejects.toMatchObject({
			code: "wrong_code",
		});
	});

	it("uses a challenge up with a wrong answer, too", async () => {
		const { viewer, key } = await makePasskeyOwner();
		const challenge = await challengeOf(viewer);
		const wrong = makeSecurityKey().answer({ challenge });
		await expect(proveByPasskey(viewer, { response: wrong, now: NOW })).rejects.toThrow();
		const right = key.answer({ challenge, counter: 2 });
		await expect(proveByPasskey(viewer, { response: right, now: NOW })).rejects.toMatchObject({
			code: "expired",
		});
	});

	it.each([
		["another site's address", { origin: "https://evil.example" }],
		["another relying party", { rpId: "evil.example" }],
		["no fingerprint, face or PIN", { isUserVerified: false }],
		["a counter that a copy would have", { counter: 1 }],
	])("is refused with %s", async (_name, wrong) => {
		const { viewer, key } = await makePasskeyOwner();
		const told = { challenge: await challengeOf(viewer), counter: 2, ...wrong };
		await expect(
			proveByPasskey(viewer, { response: key.answer(told), now: NOW }),
		).rejects.toMatchObject({ code: "wrong_code" });
		expect(await auditOf("factor.refused")).toBe(1);
	});

	it("is refused after five minutes and of another person", async () => {
		const { viewer, key } = await makePasskeyOwner();
		const response = key.answer({ challenge: await challengeOf(viewer), counter: 2 });
		await expect(proveByPasskey(viewer, { response, now: later(5 * 60) })).rejects.toMatchObject({
			code: "expired",
		});
		const other = await makeUnproven();
		const theirs = key.answer({ challenge: await challengeOf(other.viewer), counter: 2 });
		await expect(
			proveByPasskey(other.viewer, { response: theirs, now: NOW }),
		).rejects.toMatchObject({ code: "wrong_code" });
	});

	it("works while codes have to wait", async () => {
		const { viewer, key } = await makePasskeyOwner();
		for (let guess = 0; guess < 5; guess++)
			await expect(proveByApp(viewer, { code: "000000", now: NOW })).rejects.toThrow();
		const response = key.answer({ challenge: await challengeOf(viewer), counter: 2 });
		await expect(proveByPasskey(viewer, { response, now: NOW })).resolves.toHaveProperty("token");
	});

	it("is not made without a fingerprint, face or PIN, nor with a challenge of another session", async () => {
		const key = makeSecurityKey();
		const { user, viewer } = await makeBeginner();
		const begin = async (asks: SignedInViewer) =>
			JSON.parse(await inTransaction((tx) => beginPasskey(tx, asks, { now: NOW }))).challenge;
		const add = (asks: SignedInViewer, response: ReturnType<typeof key.make>) =>
			inTransaction((tx) => addPasskey(tx, asks, { response, device: DEVICE, now: NOW }));
		const unverified = key.make({ challenge: await begin(viewer), isUserVerified: false });
		await expect(add(viewer, unverified)).rejects.toMatchObject({ code: "wrong_code" });
		const other = await firstFactorOnly(user);
		const response = key.make({ challenge: await begin(viewer) });
		await expect(add(other, response)).rejects.toMatchObject({ code: "expired" });
		expect(await db.passkey.count()).toBe(0);
	});
});
