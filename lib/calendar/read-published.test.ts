import { beforeAll, expect, it } from "vitest";
import { db, Prisma } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { publishedSelect } from "./published";
import { readWhere } from "./read-published";

useDatabase();

const PARTS = ["picture", "texts", "organisers"];

beforeAll(async () => {
	const organisation = await makeOrganisation();
	const reviewer = await makeAdmin();
	const media = await db.media.create({
		data: {
			organisationId: organisation.id,
			uploadedById: organisation.owner.id,
			sha256: "0".repeat(64),
			width: 1200,
			height: 800,
			bytes: 1,
		},
		select: { id: true },
	});
	const other = await makeOrganisation();
	await makePublished({
		organisation,
		reviewer,
		content: {
			startDate: "2027-02-24",
			endDate: "2027-02-28",
			pictureId: media.id,
			pictureCredit: 'A "credit" \\ ə 🕯\u2028',
			languages: ["az", "en"],
			lat: 52.520006599,
			lon: 13.4049539871,
			isFree: true,
			texts: {
				en: { title: "Abc", description: "*b*\n\nc", pictureAlt: "d" },
				az: { title: "Əbc", description: "e", pictureAlt: "f" },
			},
		},
		archive: { coOrganiserIds: [other.id], typesAlso: ["concert", "march"], sourceNote: "n" },
	});
	await makePublished({
		organisation,
		reviewer,
		content: { startDate: null, startTime: null, endTime: null },
		archive: { datePrecision: "unknown" },
	});
});

/** What Prisma reads, with times and days written as text; the schedule's columns are gathered elsewhere. */
async function readByPrisma() {
	const rows = await db.publishedEvent.findMany({ select: publishedSelect });
	return rows.map(
		({ startDate, endDate, previousStartDate, ...row }): Record<string, unknown> => ({
			...JSON.parse(JSON.stringify(row)),
			startDate: startDate?.toISOString().slice(0, 10) ?? null,
			endDate: endDate?.toISOString().slice(0, 10) ?? null,
			previousStartDate: previousStartDate?.toISOString().slice(0, 10) ?? null,
		}),
	);
}

it("reads what Prisma reads, every column and part", async () => {
	const expected = await readByPrisma();
	expect(expected).toHaveLength(2);
	const found = await readWhere(Prisma.sql`TRUE`);
	// Recaps are none of Prisma's columns of an event; moderation/decide-recap.test.ts reads them.
	const flat = found.map(({ schedule, recap: _, ...event }) => ({ ...event, ...schedule }));
	const byId = (a: { id?: unknown }, b: { id?: unknown }) => (String(a.id) < String(b.id) ? -1 : 1);
	expect(flat.sort(byId)).toEqual(expected.sort(byId));
});

it("has something in every part", async () => {
	const [full] = (await readByPrisma()).filter((row) => row.pictureId !== null);
	for (const part of PARTS) expect(full?.[part]).toBeTruthy();
	expect(full?.organisers).toHaveLength(2);
});
