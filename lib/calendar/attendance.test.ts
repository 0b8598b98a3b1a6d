import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { toApiEvent } from "@/lib/feeds/api-event";
import { apiEventSchema } from "@/lib/feeds/api-schemas";
import type { MadeEvent } from "@/prisma/factories/events";
import { makeAdmin } from "@/prisma/factories/people";
import { decideOnRecap, makeMedia, makePast, submitTyped } from "@/prisma/factories/recaps";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { readSeason } from "./archive";
import { findPublishedById } from "./queries";

useDatabase();
beforeEach(emptyDatabase);

it("adds up what recaps of a season report, a range by its middle, to two digits", async () => {
	const admin = await makeAdmin();
	const tell = async (typed: Record<string, unknown>, whole?: MadeEvent) => {
		const event = await makePast({
			reviewer: admin,
			...(whole && {
				organisation: whole.organisation,
				content: { superEventId: whole.eventId },
			}),
		});
		await submitTyped(event, typed);
		await decideOnRecap(event, admin, "approve");
		return event;
	};
	await makePast({ reviewer: admin });
	expect((await readSeason(2027))?.attendance).toBeNull();
	const whole = await tell({ attendanceMin: "1000", attendanceMax: "1400" });
	await tell({ attendanceMin: "37" });
	await tell({ texts: { en: "Nobody counted." } });
	const off = await tell({ attendanceMin: "5000" });
	await db.publishedEvent.update({ where: { id: off.eventId }, data: { status: "cancelled" } });
	const page = await readSeason(2027);
	expect(page?.attendance).toEqual({ events: 2, people: 1200 });
	expect(page?.numbers.events).toBe(5);
	expect((await findPublishedById(off.eventId))?.recap).toBeNull();
	expect((await readSeason(2026))?.attendance ?? null).toBeNull();
	// Whoever came to a part came to the whole.
	await tell({ attendanceMin: "600" }, whole);
	expect((await readSeason(2027))?.attendance).toEqual({ events: 3, people: 1200 });
});

it("is in the open interface as it describes itself", async () => {
	const event = await makePast();
	const mediaId = await makeMedia(event.organisation);
	const newPicture = { credit: "Aysel", alt: { en: "Candles" } };
	const links = [{ url: "https://example.org/a", title: "Report" }];
	await submitTyped(event, { attendanceMin: "40", newPicture, links, films: "One" }, { mediaId });
	await decideOnRecap(event, await makeAdmin(), "approve");
	const published = await findPublishedById(event.eventId);
	if (!published) throw new Error("not public");
	const answer = toApiEvent(published, { lang: "en", origin: "https://calendar.example" });
	expect(apiEventSchema.parse(answer).recap).toEqual({
		attendance: { min: 40, max: 40 },
		texts: [],
		books: [],
		films: ["One"],
		photographs: [],
		links,
		pictures: [
			{
				url: `https://calendar.example/media/${mediaId}/1600.webp`,
				alternativeTexts: [{ language: "en", text: "Candles" }],
				credit: "Aysel",
			},
		],
		publishedAt: published.recap?.publishedAt,
	});
});
