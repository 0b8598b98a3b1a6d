import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction, type Tx } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import {
	justProven,
	makeAdmin,
	makeCoordinator,
	makeUser,
	makeViewer,
} from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { listQueue } from "./queue";
import { deleteTerritory, nameCoordinator, removeCoordinator, saveTerritory } from "./territories";
import { getTerritory, listTerritories, listUnwatchedCountries } from "./territory-queries";
import { takeOn } from "./work-together";

useDatabase();

const NOW = new Date("2027-02-10T05:30:00Z");

let admin: SignedInViewer;
let coordinator: SignedInViewer;

beforeAll(async () => {
	admin = justProven(await makeAdmin(), NOW);
	coordinator = await makeCoordinator("DE", "AT");
});

describe("territories", () => {
	const input = { name: "Iberia", timezone: "Europe/Madrid", countries: ["ES", "PT"] };

	it("are made, changed and deleted by admins alone", async () => {
		for (const viewer of [coordinator, await makeViewer(await makeUser())])
			await expect(
				inTransaction((tx) => saveTerritory(tx, viewer, { territoryId: null, input, now: NOW })),
			).rejects.toMatchObject({ code: "forbidden" });
		const { territoryId } = await inTransaction((tx) =>
			saveTerritory(tx, admin, { territoryId: null, input, now: NOW }),
		);
		await inTransaction((tx) =>
			saveTerritory(tx, admin, {
				territoryId,
				input: { ...input, countries: ["AD", "ES"] },
				now: NOW,
			}),
		);
		const countries = await db.territoryCountry.findMany({ where: { territoryId } });
		expect(countries.map(({ country }) => country).sort()).toEqual(["AD", "ES"]);
		await expect(
			inTransaction((tx) => saveTerritory(tx, admin, { territoryId: null, input, now: NOW })),
		).rejects.toMatchObject({ fields: { name: "field.taken" } });
		await inTransaction((tx) => deleteTerritory(tx, admin, { territoryId, now: NOW }));
		expect(await db.territory.count({ where: { id: territoryId } })).toBe(0);
	});

	it("are changed with a fresh proof of the second factor only", async () => {
		const stale = justProven(admin, new Date(NOW.getTime() - 10 * 60_000));
		const { id: territoryId } = await db.territory.findFirstOrThrow();
		const { email, id: userId } = coordinator;
		const deeds: ((tx: Tx) => Promise<unknown>)[] = [
			(tx) => saveTerritory(tx, stale, { territoryId, input, now: NOW }),
			(tx) => deleteTerritory(tx, stale, { territoryId, now: NOW }),
			(tx) =>
				nameCoordinator(tx, stale, { input: { territoryId, email, role: "deputy" }, now: NOW }),
			(tx) => removeCoordinator(tx, stale, { territoryId, userId, now: NOW }),
		];
		for (const deed of deeds)
			await expect(inTransaction(deed)).rejects.toMatchObject({ code: "proof_needed" });
	});

	it("names only who has an account that is open", async () => {
		const gone = await makeUser({ isDisabled: true });
		const { id: territoryId } = await db.territory.findFirstOrThrow();
		for (const email of [gone.email, "nobody@example.org"])
			await expect(
				inTransaction((tx) =>
					nameCoordinator(tx, admin, {
						input: { territoryId, email, role: "coordinator" },
						now: NOW,
					}),
				),
			).rejects.toMatchObject({ fields: { email: "field.noAccount" } });
	});

	it("shows coordinators their own, admins all and what nobody looks after", async () => {
		await makeSubmitted({ organisation: await makeOrganisation({ country: "JP" }) });
		const own = await listTerritories(coordinator, NOW);
		expect(own.map(({ countries }) => countries)).toEqual([["AT", "DE"]]);
		expect((await listTerritories(admin, NOW)).length).toBeGreaterThanOrEqual(1);
		expect(await listUnwatchedCountries(admin)).toContainEqual({ country: "JP", count: 1 });
		await expect(listUnwatchedCountries(coordinator)).rejects.toMatchObject({ code: "forbidden" });
		await expect(getTerritory(coordinator, own[0]?.id ?? "", NOW)).rejects.toMatchObject({
			code: "forbidden",
		});
	});

	it("takes away the queue and what was taken on with the next request", async () => {
		const person = await makeUser({ countries: ["HU"] });
		const reviewer = await makeViewer(person);
		const { eventId } = await makeSubmitted({
			organisation: await makeOrganisation({ country: "HU" }),
		});
		await inTransaction((tx) => takeOn(tx, reviewer, { eventId, isTaken: true, now: NOW }));
		const { territoryId } = await db.coordinator.findFirstOrThrow({ where: { userId: person.id } });
		const remove = (viewer: SignedInViewer) =>
			inTransaction((tx) =>
				removeCoordinator(tx, viewer, { territoryId, userId: person.id, now: NOW }),
			);
		await expect(remove(coordinator)).rejects.toMatchObject({ code: "forbidden" });
		await remove(admin);
		expect((await db.event.findUniqueOrThrow({ where: { id: eventId } })).assigneeId).toBeNull();
		await expect(listQueue(await makeViewer(person))).rejects.toMatchObject({ code: "forbidden" });
	});
});
