import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { callOffEvent } from "@/lib/events/call-off-event";
import { callOffInput } from "@/lib/events/schema";
import { seasonOf } from "@/lib/time/season";
import { addDays } from "@/lib/time/wall-time";
import {
	decideOn,
	edit,
	type MadeEvent,
	makeDraft,
	makeSubmitted,
	submitAgain,
} from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator, makeStranger } from "@/prisma/factories/people";
import { decideOnRecap, makePast, submitTyped } from "@/prisma/factories/recaps";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { type Figures, listFigureSeasons, readFigures } from "./figures";
import { reopen, reopenInput } from "./reopen";
import { SEASON_OF_REVISION } from "./season-submissions";
import { submitOrPublish } from "./submit-or-publish";
import { type Dimension, totalOf } from "./tallies";

useDatabase();

const MONDAY = new Date("2027-02-01T10:00:00Z");
const hoursLater = (hours: number) => new Date(MONDAY.getTime() + hours * 3_600_000);
const NOW = hoursLater(72);
const SEASON = { season: 2027, now: NOW };
const DAY = { startDate: "2027-02-26" };

let admin: Awaited<ReturnType<typeof makeAdmin>>;
let organisation: MadeOrganisation;

async function handIn(at: Date, options: Parameters<typeof makeDraft>[0] = {}) {
	const content = { ...DAY, ...options.content };
	return makeSubmitted({ organisation, ...options, content, now: at });
}

function decideAt(event: MadeEvent, at: Date, kind: Parameters<typeof decideOn>[2]) {
	return decideOn({ ...event, now: at }, admin, kind);
}

function rowOf(figures: Figures, dimension: Dimension, key: string) {
	return figures.tallies[dimension].find((row) => row.key === key);
}

async function startOver(): Promise<void> {
	await emptyDatabase();
	admin = await makeAdmin();
	organisation = await makeOrganisation();
}

describe("a season of some submissions", () => {
	let figures: Figures;
	let french: MadeOrganisation;

	beforeAll(async () => {
		await startOver();
		french = await makeOrganisation({ country: "FR" });
		// Decided after 1, 3, 5 and 20 hours; one waits, one was taken back by its organiser.
		await decideAt(await handIn(MONDAY), hoursLater(1), "approve");
		const sentBack = await decideAt(await handIn(MONDAY), hoursLater(3), "request_changes");
		const again = await submitAgain(
			await edit({ ...sentBack, now: hoursLater(10) }, { ...DAY, venueName: "Town hall" }),
		);
		await decideAt(again, hoursLater(15), "approve");
		const exhibition = { type: "exhibition", attendanceMode: "mixed" } as const;
		const online = { ...exhibition, onlineUrl: "https://example.org/live" };
		await decideAt(
			await handIn(MONDAY, { organisation: french, content: online }),
			hoursLater(20),
			"reject",
		);
		await handIn(hoursLater(30), {
			content: {
				texts: {
					en: { title: "Commemoration", description: "Speeches." },
					de: { title: "Gedenken", description: "Reden." },
				},
			},
		});
		await edit(await handIn(MONDAY), { ...DAY, venueName: "Another hall" });
		// The season before, the archive, an example, and a draft that nobody handed in.
		const lastYear = new Date("2026-02-01T10:00:00Z");
		await handIn(lastYear, { content: { startDate: "2025-08-28" } });
		const archived = await handIn(MONDAY);
		await db.event.update({
			where: { id: archived.eventId },
			data: { importKey: "archive:1" },
			select: { id: true },
		});
		await handIn(MONDAY, { isDemo: true });
		await makeDraft({ organisation, content: DAY, now: MONDAY });
		figures = await readFigures(admin, SEASON);
	});

	it("every version that was handed in counts once, by what became of it", () => {
		expect(figures.countsExamples).toBe(false);
		expect(totalOf(figures.tallies).now).toEqual({
			submissions: 6,
			events: 5,
			approved: 2,
			byTrust: 0,
			changesRequested: 1,
			rejected: 1,
			waiting: 1,
			takenBack: 1,
			medianHours: expect.closeTo(4, 5),
			ninetiethHours: expect.closeTo(15.5, 5),
		});
		expect(totalOf(figures.tallies).before).toMatchObject({ submissions: 1, waiting: 1 });
	});

	it("by country, type, language of the texts and attendance", () => {
		expect(figures.tallies.country.map(({ key, now }) => [key, now.submissions])).toEqual([
			["DE", 5],
			["FR", 1],
		]);
		expect(rowOf(figures, "country", "FR")?.now).toMatchObject({
			rejected: 1,
			medianHours: expect.closeTo(20, 5),
			ninetiethHours: expect.closeTo(20, 5),
		});
		expect(rowOf(figures, "country", "DE")?.before.submissions).toBe(1);
		expect(rowOf(figures, "type", "exhibition")?.now.submissions).toBe(1);
		expect(rowOf(figures, "type", "ceremony")?.now.submissions).toBe(5);
		expect(rowOf(figures, "attendance", "mixed")?.now.rejected).toBe(1);
		expect(rowOf(figures, "language", "en")?.now.submissions).toBe(6);
		expect(rowOf(figures, "language", "de")?.now).toMatchObject({
			submissions: 1,
			waiting: 1,
			medianHours: null,
		});
	});

	it("organisations took part by what was approved", () => {
		expect(figures.organisations).toEqual({ now: 1, before: 0 });
	});

	it("days are those before the moment, in UTC", () => {
		expect(figures.days).toHaveLength(56);
		expect(figures.days.at(-1)).toEqual({ date: "2027-02-04", count: 0 });
		expect(figures.days.filter(({ count }) => count > 0)).toEqual([
			{ date: "2027-02-01", count: 5 },
			{ date: "2027-02-02", count: 1 },
		]);
	});

	it("after 26 February the days end on it", async () => {
		const { days } = await readFigures(admin, { season: 2027, now: new Date("2027-05-01") });
		expect(days.at(-1)?.date).toBe("2027-02-26");
		expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(6);
	});

	it("a coordinator reads those of their own countries only, and nobody else any", async () => {
		const own = await readFigures(await makeCoordinator("FR"), SEASON);
		expect(own.tallies.country.map(({ key }) => key)).toEqual(["FR"]);
		expect(totalOf(own.tallies).now).toMatchObject({ submissions: 1, events: 1, rejected: 1 });
		expect(own.days.reduce((sum, { count }) => sum + count, 0)).toBe(1);
		expect(own.organisations.now).toBe(0);
		for (const viewer of [await makeStranger(), organisation.owner]) {
			await expect(readFigures(viewer, SEASON)).rejects.toMatchObject({ code: "forbidden" });
			await expect(listFigureSeasons(viewer, NOW)).rejects.toMatchObject({ code: "forbidden" });
		}
	});

	it("the seasons are those of what was handed in, and the current one", async () => {
		expect(await listFigureSeasons(admin, NOW)).toEqual([2027, 2026]);
		expect(await listFigureSeasons(await makeCoordinator("FR"), new Date("2028-09-01"))).toEqual([
			2029, 2027,
		]);
	});
});

describe("what is special", () => {
	it("a decision that was taken back counts for nothing; its submission waits, since then", async () => {
		await startOver();
		const approved = await decideAt(await handIn(MONDAY), hoursLater(1), "approve");
		const input = reopenInput.parse({
			eventId: approved.eventId,
			eventVersion: approved.eventVersion,
			reason: "The wrong one.",
		});
		await inTransaction((tx) => reopen(tx, admin, { input, now: hoursLater(30) }));
		const { tallies, organisations } = await readFigures(admin, SEASON);
		expect(totalOf(tallies).now).toMatchObject({
			submissions: 1,
			events: 1,
			approved: 0,
			waiting: 1,
			medianHours: null,
		});
		expect(organisations.now).toBe(0);
	});

	it("what trust published is counted apart, and is no fast decision", async () => {
		await startOver();
		await db.organisation.update({
			where: { id: organisation.id },
			data: { trustedAt: MONDAY, trustedById: admin.id },
			select: { id: true },
		});
		const { eventId, eventVersion } = await makeDraft({ organisation, content: DAY, now: MONDAY });
		await inTransaction((tx) =>
			submitOrPublish(tx, organisation.owner, { eventId, eventVersion, now: MONDAY }),
		);
		const { tallies, organisations } = await readFigures(admin, SEASON);
		expect(totalOf(tallies).now).toMatchObject({
			submissions: 1,
			approved: 0,
			byTrust: 1,
			medianHours: null,
		});
		expect(organisations.now).toBe(1);
	});

	it("calling an event off is no submission", async () => {
		await startOver();
		const event = await decideAt(await handIn(MONDAY), hoursLater(1), "approve");
		const input = callOffInput.parse({
			eventId: event.eventId,
			eventVersion: event.eventVersion,
			kind: "cancel",
			reasons: { en: "The hall is closed." },
		});
		await inTransaction((tx) =>
			callOffEvent(tx, organisation.owner, { input, now: hoursLater(2) }),
		);
		const { tallies } = await readFigures(admin, SEASON);
		expect(totalOf(tallies).now).toMatchObject({ submissions: 1, approved: 1, takenBack: 0 });
	});

	it("examples count while nobody has handed in anything else", async () => {
		await startOver();
		await handIn(MONDAY, { isDemo: true });
		const alone = await readFigures(admin, SEASON);
		expect(alone.countsExamples).toBe(true);
		expect(totalOf(alone.tallies).now.submissions).toBe(1);
		await handIn(MONDAY);
		await handIn(MONDAY);
		const beside = await readFigures(admin, SEASON);
		expect(beside.countsExamples).toBe(false);
		expect(totalOf(beside.tallies).now.submissions).toBe(2);
	});

	it("public recaps tell how many came, from the least to the most", async () => {
		await startOver();
		const tell = async (typed: Record<string, unknown>, content = {}) => {
			const event = await makePast({ organisation, reviewer: admin, content });
			await submitTyped(event, { texts: { en: "A minute of silence." }, ...typed });
			return event;
		};
		await decideOnRecap(await tell({ attendanceMin: "40" }), admin, "approve");
		const range = { attendanceMin: "100", attendanceMax: "150" };
		const whole = await tell(range);
		await decideOnRecap(whole, admin, "approve");
		await decideOnRecap(await tell({}), admin, "approve");
		await tell({ attendanceMin: "7000" });
		const { recaps } = await readFigures(admin, SEASON);
		const told = { recaps: 3, told: 2, attendanceMin: 140, attendanceMax: 190 };
		expect(recaps.map(({ key, now }) => [key, now])).toEqual([
			["", told],
			["DE", told],
		]);
		// Whoever came to a part came to the whole.
		const part = await tell({ attendanceMin: "20" }, { superEventId: whole.eventId });
		await decideOnRecap(part, admin, "approve");
		const [all] = (await readFigures(admin, SEASON)).recaps;
		expect(all?.now).toEqual({ ...told, recaps: 4, told: 3 });
		const elsewhere = await readFigures(await makeCoordinator("FR"), SEASON);
		expect(elsewhere.recaps).toMatchObject([{ key: "", now: { recaps: 0, told: 0 } }]);
	});

	it("the database and lib/time put every day into the same season", async () => {
		const days = Array.from({ length: 1500 }, (_, index) => addDays("2023-01-01", index));
		const rows = await db.$queryRaw<{ day: string; season: number }[]>`
			SELECT to_char("startDate", 'YYYY-MM-DD') AS day, ${SEASON_OF_REVISION} AS season
			FROM (SELECT 'day' AS "datePrecision", day::date AS "startDate", NULL::int AS year
				FROM unnest(${days}::text[]) AS day) r`;
		expect(rows).toHaveLength(days.length);
		expect(rows.filter(({ day, season }) => season !== seasonOf(day))).toEqual([]);
	});
});
