import { beforeAll, expect, it } from "vitest";
import { db, Prisma } from "@/lib/db/client";
import type { DraftContent } from "@/lib/events/schema";
import { plantCoOrganiser } from "@/prisma/factories/co-organisers";
import {
	decideOn,
	edit,
	type MadeEvent,
	makeDraft,
	makePublished,
	makeSubmitted,
	submitAgain,
} from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makePart, publish } from "@/prisma/factories/parts";
import { makeAdmin } from "@/prisma/factories/people";
import { makePicture } from "@/prisma/factories/pictures";
import {
	decideOnRecap,
	makeMedia,
	makePast,
	plantedRecap,
	plantRecaps,
	submitTyped,
} from "@/prisma/factories/recaps";
import { useDatabase } from "@/prisma/factories/use-database";
import * as addresses from "./addresses";
import * as archive from "./archive";
import * as attendance from "./attendance";
import * as eventPage from "./event-page";
import * as facets from "./facets";
import * as organiserPage from "./organiser-page";
import * as organisers from "./organisers";
import * as placePages from "./place-pages";
import * as queries from "./queries";
import * as relaxations from "./relaxations";
import * as search from "./search";
import * as selection from "./select-events";
import * as snapshots from "./snapshot";

useDatabase();

const CANARY = "Kanarienvogel7319";
const OTHER_CANARY = "Zeisig4402";
const BERLIN = 2_950_159;
const BEFORE = new Date("2027-02-01T00:00:00Z");

/** The canary in every field that an organiser types. */
function planted(word: string): Partial<DraftContent> {
	return {
		cityGeonameId: null,
		cityName: word,
		country: "DE",
		timezone: "Europe/Berlin",
		venueName: word,
		address: word,
		attendanceMode: "mixed",
		onlineUrl: `https://example.org/${word}`,
		contactName: word,
		contactEmail: `${word}@example.org`,
		contactUrl: `https://example.org/${word}`,
		pictures: [
			{ id: mediaId, credit: word, licence: "own-work", alt: { en: word, az: word }, focus: null },
		],
		startDate: "2027-02-26",
		texts: {
			en: { title: `${word} title`, description: `${word} description` },
			az: { title: `${word} başlıq`, description: word },
		},
	};
}

let published: MadeEvent;
let waiting: MadeEvent;
let organisation: MadeOrganisation;
let mediaId: string;

beforeAll(async () => {
	organisation = await makeOrganisation();
	mediaId = await makeMedia(organisation);
	const admin = await makeAdmin();
	const secret = {
		organisation,
		content: planted(CANARY),
		archive: { sourceNote: CANARY, sourceTitle: CANARY },
	};
	const unread = await makeDraft(secret);
	await makeSubmitted(secret);
	await decideOn(await makeSubmitted(secret), admin, "reject", `${CANARY} reason`);
	await decideOn(await makeSubmitted(secret), admin, "request_changes", `${CANARY} reason`);
	const base = { organisation, reviewer: admin, content: { startDate: "2027-02-26" } };
	await plantRecaps(CANARY, organisation, admin);
	await plantCoOrganiser(CANARY, organisation, admin);
	// Public parts of what is not public.
	await publish(await makePart(unread, { content: base.content }), admin);
	await publish(await makePart(await makeSubmitted(secret), { content: base.content }), admin);
	const pictures = [await makePicture(organisation)];
	published = await makePublished({ ...base, content: { ...base.content, pictures } });
	await edit(await makePublished(base), planted(CANARY));
	waiting = await submitAgain(await edit(await makePublished(base), planted(CANARY)));
	await decideOn(
		await submitAgain(await edit(await makePublished(base), planted(CANARY))),
		admin,
		"reject",
		`${CANARY} reason`,
	);
});

async function collect(pages: AsyncGenerator<unknown>): Promise<unknown[]> {
	const all = [];
	for await (const page of pages) all.push(page);
	return all;
}

/** Every public read, by export: a new one makes the test below fail until it is called here. */
function readsFor(word: string): Record<string, () => Promise<unknown>> {
	const rowOf = (eventId: string) =>
		db.publishedEvent.findUniqueOrThrow({
			where: { id: eventId },
			select: { season: true, slug: true },
		});
	return {
		listPublished: async () => [
			await queries.listPublished({}, { limit: 500 }),
			await queries.listPublished({ q: word }),
			await queries.listPublished({ country: "DE", season: 2027, type: "ceremony" }),
		],
		countPublished: () =>
			queries
				.countPublished({ q: word })
				.then((count) => (count === 0 ? "none" : `${word} ${count}`)),
		eachPublished: () => collect(queries.eachPublished({})),
		findPublished: async () => {
			const all = [];
			for (const { eventId } of [published, waiting]) {
				const { season, slug } = await rowOf(eventId);
				all.push(await queries.findPublished(season, slug));
			}
			return [...all, await queries.findPublished(2027, `${word.toLowerCase()}-title`)];
		},
		findPublishedById: async () => {
			const events = await db.event.findMany({ select: { id: true } });
			return Promise.all(events.map(({ id }) => queries.findPublishedById(id)));
		},
		calendarVersion: () =>
			queries
				.calendarVersion({ q: word })
				.then(({ count }) => (count === 0 ? "none" : `${word} ${count}`)),
		seasonNumbers: () => queries.seasonNumbers(2027),
		listSeasons: () => queries.listSeasons(),
		countFacets: () => facets.countFacets({ q: word }),
		listOrganiserNames: () => queries.listOrganiserNames([word.toLowerCase()]),
		readPublished: async () =>
			queries.readPublished(await db.event.findMany({ select: { id: true } })),
		readListed: async () => queries.readListed((await snapshots.currentSnapshot()).rows),
		listRelaxations: async () => [
			await relaxations.listRelaxations({ q: word }),
			await relaxations.listRelaxations({ q: word, near: "52.5,13.4", season: 1999 }),
		],
		selectEvents: () => selection.selectEvents({}),
		prepareSelection: async () => {
			const { snapshot, hits } = await selection.prepareSelection({ q: word });
			return [snapshot.rows, hits?.count === 0 ? "none" : `${word} ${hits?.count}`, hits?.meant];
		},
		searchEvents: async () => {
			const { count, meant } = await search.searchEvents(word, await snapshots.currentSnapshot());
			return count === 0 ? ["none", meant] : `${word} ${count}`;
		},
		learnCommonWords: async () => {
			await search.learnCommonWords(await snapshots.currentSnapshot());
			return ["none of it is shown"];
		},
		wordsOf: async () => search.wordsOf("a question only"),
		readCountryPage: () => placePages.readCountryPage("DE", BEFORE),
		readCityPage: () => placePages.readCityPage(BERLIN, BEFORE),
		listCountryLines: () => placePages.listCountryLines(BEFORE),
		listCityLines: () => placePages.listCityLines(),
		readOrganiserPage: () => organiserPage.readOrganiserPage(organisation.slug, BEFORE),
		listOrganisers: () => organisers.listOrganisers(),
		listOrganisersOf: () =>
			organisers.listOrganisersOf("DE", {
				here: new Map([[organisation.slug, 1]]),
				anywhere: new Map([[organisation.slug, 1]]),
			}),
		listOrganisersBySlug: () => organisers.listOrganisersBySlug(new Map([[organisation.slug, 1]])),
		findOrganiser: () => organisers.findOrganiser(organisation.slug, 1),
		findRenamedOrganiser: () => organisers.findRenamedOrganiser(organisation.slug),
		readArchive: () => archive.readArchive(),
		readSeason: () => archive.readSeason(2027),
		attendanceOf: () =>
			attendance
				.attendanceOf(2027)
				.then((found) => (found && found.people > 40 ? word : JSON.stringify(found))),
		listAddressParts: () => addresses.listAddressParts(),
		listAddresses: async () => {
			const parts = await addresses.listAddressParts();
			return Promise.all(parts.map(({ part }) => addresses.listAddresses(part)));
		},
		readEventPage: async () => [
			await eventPage.readEventPage({}, { limit: 500 }),
			await eventPage.readEventPage({ q: word }),
		],
	};
}

it("every public read of the room is called by this test", () => {
	const exported = [
		queries,
		search,
		addresses,
		archive,
		attendance,
		eventPage,
		facets,
		organiserPage,
		organisers,
		placePages,
		relaxations,
		selection,
	].flatMap((module) => Object.keys(module));
	expect(Object.keys(readsFor("")).sort()).toEqual(exported.sort());
});

it.each(Object.keys(readsFor("")))(
	"%s shows nothing of drafts, submissions and unapproved edits",
	async (name) => {
		const result = JSON.stringify(await readsFor(CANARY)[name]?.());
		expect(result).toBeDefined();
		expect(result.toLowerCase()).not.toContain(CANARY.toLowerCase());
	},
);

it("no table of the public read model holds them", async () => {
	const tables = Prisma.ModelName;
	const publicTables = Object.values(tables).filter(
		(name) => name.startsWith("Published") || name === "CacheTag",
	);
	expect(publicTables).toEqual(
		expect.arrayContaining([
			"PublishedEvent",
			"PublishedEventText",
			"PublishedOrganiser",
			"PublishedPicture",
			"PublishedRecap",
			"PublishedRecapPicture",
			"CacheTag",
		]),
	);
	for (const table of publicTables) {
		const rows = await db.$queryRawUnsafe<{ row: string }[]>(
			`SELECT t::text AS row FROM "${table}" t`,
		);
		expect(rows.length).toBeGreaterThan(0);
		for (const { row } of rows) expect(row.toLowerCase()).not.toContain(CANARY.toLowerCase());
	}
});

it("the canary would be found: once approved, each read that shows events shows it", async () => {
	const admin = await makeAdmin();
	await decideOn(await submitAgain(await edit(published, planted(OTHER_CANARY))), admin, "approve");
	await makePublished({ organisation, reviewer: admin, content: planted(OTHER_CANARY) });
	const told = await makePast({ organisation, reviewer: admin });
	await submitTyped(told, plantedRecap(OTHER_CANARY));
	await decideOnRecap(told, admin, "approve");
	expect(JSON.stringify(await queries.findPublishedById(told.eventId))).toContain(OTHER_CANARY);
	const silent = [
		"seasonNumbers",
		"listSeasons",
		"countFacets",
		"listOrganiserNames",
		"listRelaxations",
		"selectEvents",
		"wordsOf",
		"learnCommonWords",
		"listAddressParts",
		"readCityPage",
		"listCountryLines",
		"listCityLines",
		"listOrganisers",
		"listOrganisersOf",
		"listOrganisersBySlug",
		"findOrganiser",
		"findRenamedOrganiser",
		"readArchive",
		// The first events of each country only.
		"readSeason",
	];
	for (const [name, read] of Object.entries(readsFor(OTHER_CANARY))) {
		if (silent.includes(name)) continue;
		expect(JSON.stringify(await read()).toLowerCase(), name).toContain(OTHER_CANARY.toLowerCase());
	}
});
