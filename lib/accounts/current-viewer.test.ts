import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { makeProvenSession } from "@/prisma/factories/sessions";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { authOptions } from "./auth-options";
import { viewerById, viewerByToken } from "./current-viewer";
import { deleteSession } from "./sessions";

useDatabase();
beforeEach(emptyDatabase);

const NOW = new Date("2027-02-20T12:00:00Z");

async function signedIn(data: { isAdmin?: boolean } = {}) {
	const user = await db.user.create({ data: { email: "person@example.org", ...data } });
	const { token, expires } = await makeProvenSession(user, { now: NOW });
	return { user, token, expires, ask: (now = NOW) => viewerByToken(token, now) };
}

describe("viewerByToken", () => {
	it("reads roles, countries and memberships", async () => {
		const { user, ask } = await signedIn({ isAdmin: true });
		const organisation = await db.organisation.create({
			data: { slug: "o", name: "O", nameSkeleton: "o", kind: "embassy", country: "DE" },
		});
		await db.membership.create({
			data: { userId: user.id, organisationId: organisation.id, role: "editor" },
		});
		for (const [name, countries] of [
			["North", ["NO", "SE"]],
			["Mixed", ["SE", "DK"]],
		] as const) {
			const territory = await db.territory.create({
				data: { name, countries: { create: countries.map((country) => ({ country })) } },
			});
			await db.coordinator.create({ data: { userId: user.id, territoryId: territory.id } });
		}
		expect(await ask()).toEqual({
			kind: "user",
			id: user.id,
			email: "person@example.org",
			name: null,
			locale: "en",
			isAdmin: true,
			countries: ["DK", "NO", "SE"],
			hasOffice: true,
			factor: "proven",
			session: { id: expect.any(String), provenAt: NOW },
			memberships: [{ organisationId: organisation.id, role: "editor" }],
		});
	});

	it("sees a demotion at the next request of the same session", async () => {
		const { user, ask } = await signedIn({ isAdmin: true });
		expect(await ask()).toMatchObject({ isAdmin: true });
		await db.user.update({ where: { id: user.id }, data: { isAdmin: false } });
		expect(await ask()).toMatchObject({ isAdmin: false });
	});

	it("turns a disabled person away at the next request", async () => {
		const { user, ask } = await signedIn();
		await db.user.update({ where: { id: user.id }, data: { disabledAt: NOW } });
		expect(await ask()).toEqual({ kind: "anonymous" });
		expect(await viewerById(user.id)).toEqual({ kind: "anonymous" });
	});

	it("knows nobody by an unknown, ended or deleted session", async () => {
		const { token, expires, ask } = await signedIn();
		expect(await viewerByToken("unknown", NOW)).toEqual({ kind: "anonymous" });
		expect(await ask(expires)).toEqual({ kind: "anonymous" });
		expect(await ask()).toMatchObject({ kind: "user" });
		await deleteSession(token);
		expect(await ask()).toEqual({ kind: "anonymous" });
	});
});

describe("authOptions", () => {
	it("gives next-auth no provider and no way to make users, accounts or sessions", () => {
		const options = authOptions();
		expect(options.providers).toEqual([]);
		expect(Object.keys(options.adapter ?? {}).sort()).toEqual([
			"deleteSession",
			"getSessionAndUser",
			"updateSession",
		]);
	});

	it("finds sessions by the cookie's value and never by what the database holds", async () => {
		const { token, user } = await signedIn();
		const { adapter } = authOptions();
		const found = await adapter?.getSessionAndUser?.(token);
		expect(found?.user.id).toBe(user.id);
		const { sessionToken } = await db.session.findFirstOrThrow();
		expect(await adapter?.getSessionAndUser?.(sessionToken)).toBeNull();
		await adapter?.deleteSession?.(token);
		expect(await db.session.count()).toBe(0);
	});
});
