import { beforeAll, expect, it } from "vitest";
import { db, Prisma } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { makePicture } from "@/prisma/factories/pictures";
import { useDatabase } from "@/prisma/factories/use-database";
import { toPicture } from "./pictures";
import { publishedSelect } from "./published";
import { readWhere } from "./read-published";

useDatabase();

const PARTS = ["pictures", "texts", "organisers"];

beforeAll(async () => {
	const organisation = await makeOrganisation();
	const reviewer = await makeAdmin();
	const alt = { en: "Candles", az: "Şamlar" };
	const pictures = [
		await makePicture(organisation, { alt, credit: 'A "credit" \\ ə 🕯\u2028' }),
		await makePicture(organisation, { alt, focus: { x: 0.37, y: 0.1 }, licence: "own-work" }),
	];
	const other = await makeOrganisation();
	await makePublished({
		organisation,
		reviewer,
		content: {
			startDate: "2027-02-24",
			endDate: "2027-02-28",
			pictures,
			languages: ["az", "en"],
			lat: 52.520006599,
			lon: 13.4049539871,
			isFree: true,
			texts: {
				en: { title: "Abc", description: "*b*\n\nc" },
				az: { title: "Əbc", description: "e" },
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
		({ startDate, endDate, previousStartDate, pictures, ...row }): Record<string, unknown> => ({
			...JSON.parse(JSON.stringify(row)),
			pictures: pictures.map(toPicture),
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
	// What is part of what is read besides (lib/calendar/settle-parts.test.ts).
	const flat = found.map(({ schedule, recap: _, superEvent: __, subEvents: ___, ...event }) => ({
		...event,
		...schedule,
	}));
	const byId = (a: { id?: unknown }, b: { id?: unknown }) => (String(a.id) < String(b.id) ? -1 : 1);
	expect(flat.sort(byId)).toEqual(expected.sort(byId));
});

it("has something in every part", async () => {
	const [full] = (await readByPrisma()).filter(({ startDate }) => startDate !== null);
	for (const part of PARTS) expect(full?.[part]).not.toHaveLength(0);
	expect(full?.pictures).toHaveLength(2);
	expect(full?.organisers).toHaveLength(2);
});
