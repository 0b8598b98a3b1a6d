import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { UNSTATED_SLUG } from "@/lib/organisations/unstated";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { makeDraft, makePublished, makeSubmitted } from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeAdmin, makeUser } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { readOrganiserPage } from "./organiser-page";
import { findRenamedOrganiser, listOrganisers } from "./organisers";

useDatabase();

const NOW = new Date("2027-02-26T17:30:00Z");
const MEMBER = "zeisig-4402@example.org";

let embassy: MadeOrganisation;
let reviewer: SignedInViewer;

beforeAll(async () => {
	embassy = await makeOrganisation();
	reviewer = await makeAdmin();
	await addMember(embassy.id, (await makeUser({ email: MEMBER })).id, "editor");
	for (const startDate of ["2027-02-26", "2026-02-26", "2027-02-27"]) {
		await makePublished({ organisation: embassy, reviewer, content: { startDate } });
	}
	await makeDraft({ organisation: embassy });
});

describe("the page of an organiser", () => {
	it("has its facts, its numbers and its events", async () => {
		const page = await readOrganiserPage(embassy.slug, NOW);
		expect(page?.organiser).toMatchObject({
			slug: "embassy-of-azerbaijan-in-germany",
			kind: "embassy",
			country: "DE",
			cityName: "Berlin",
			verifiedAt: null,
			events: 3,
		});
		expect(page).toMatchObject({ comingCount: 2, pastCount: 1, numbers: { events: 3 } });
		expect(page?.countries).toEqual([{ country: "DE", events: 3 }]);
		expect(page?.coming.map(({ schedule }) => schedule.startDate)).toEqual([
			"2027-02-26",
			"2027-02-27",
		]);
	});

	it("says since when somebody vouches for it", async () => {
		const verifiedAt = new Date("2026-11-03T09:00:00Z");
		await db.organisation.update({ where: { id: embassy.id }, data: { verifiedAt } });
		const page = await readOrganiserPage(embassy.slug, NOW);
		expect(page?.organiser.verifiedAt).toBe("2026-11-03T09:00:00.000Z");
	});

	it("tells nothing of its members, and nothing that only reviewers see", async () => {
		await db.organisation.update({
			where: { id: embassy.id },
			data: { isLookAlike: true, nameSkeleton: "zeisig-skeleton" },
		});
		const known = JSON.stringify([
			await readOrganiserPage(embassy.slug, NOW),
			await listOrganisers(),
		]);
		for (const secret of [
			MEMBER,
			embassy.owner.id,
			"zeisig-skeleton",
			"nameSkeleton",
			"isLookAlike",
			"importKey",
			"membership",
			"createdAt",
		]) {
			expect(known).not.toContain(secret);
		}
	});
});

describe("who is public", () => {
	it.each([
		["has only registered", () => makeOrganisation({ country: "AT" })],
		[
			"has only drafts and submissions",
			async () => {
				const organisation = await makeOrganisation({ country: "FR" });
				await makeDraft({ organisation });
				await makeSubmitted({ organisation });
				return organisation;
			},
		],
		[
			"has only an unlisted event",
			async () => {
				const organisation = await makeOrganisation({ country: "IT" });
				const { eventId } = await makePublished({ organisation, reviewer });
				const data = { visibility: "unlisted" as const };
				await db.publishedEvent.update({ where: { id: eventId }, data });
				return organisation;
			},
		],
		[
			"is a mission that does not work, without an event",
			async () => {
				const organisation = await makeOrganisation({ country: "ES" });
				const data = { importKey: "mission:es:embassy", isOperating: false };
				await db.organisation.update({ where: { id: organisation.id }, data });
				return organisation;
			},
		],
	])("nobody sees an organisation that %s", async (_, make) => {
		const { slug } = await make();
		expect(await readOrganiserPage(slug, NOW)).toBeNull();
		expect((await listOrganisers()).map((each) => each.slug)).not.toContain(slug);
	});

	it("an official mission that works is public without an event", async () => {
		const { id, slug } = await makeOrganisation({ country: "GB" });
		const data = { importKey: "mission:gb:embassy", covers: ["IE", "DK", "IS"] };
		await db.organisation.update({ where: { id }, data });
		const page = await readOrganiserPage(slug, NOW);
		expect(page?.organiser).toMatchObject({ covers: ["IE", "DK", "IS"], events: 0 });
		expect(page).toMatchObject({ coming: [], past: [], seasons: [] });
		expect((await listOrganisers()).map((each) => each.slug)).toContain(slug);
	});

	it("the organisation that stands for unnamed organisers is nobody", async () => {
		const organisation = await makeOrganisation({ country: "RS" });
		const data = { slug: UNSTATED_SLUG };
		await db.organisation.update({ where: { id: organisation.id }, data });
		await makePublished({ organisation, reviewer });
		expect(await readOrganiserPage(UNSTATED_SLUG, NOW)).toBeNull();
		expect((await listOrganisers()).map(({ slug }) => slug)).not.toContain(UNSTATED_SLUG);
	});
});

it("a slug that an organiser had before leads to its present one", async () => {
	await db.formerOrganisationSlug.create({
		data: { slug: "embassy-berlin", organisationId: embassy.id },
	});
	expect(await findRenamedOrganiser("embassy-berlin")).toBe(embassy.slug);
	expect(await findRenamedOrganiser(embassy.slug)).toBeNull();
	expect(await findRenamedOrganiser("nobody")).toBeNull();
});
