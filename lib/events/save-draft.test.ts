import { beforeAll, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	decideOn,
	edit,
	eventContent,
	makeDraft,
	makePublished,
	publishedRow,
	submitAgain,
} from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { makePicture } from "@/prisma/factories/pictures";
import { useDatabase } from "@/prisma/factories/use-database";
import { discardDraft } from "./discard-draft";
import { getMyEvent } from "./queries";
import { saveDraft } from "./save-draft";
import { withdrawEvent } from "./withdraw-event";

useDatabase();

let organisation: MadeOrganisation;
let admin: SignedInViewer;

beforeAll(async () => {
	organisation = await makeOrganisation();
	admin = await makeAdmin();
});

/** Differs from the published content in every field that a form has. */
const OTHER = {
	type: "concert",
	attendanceMode: "mixed",
	timing: "timed",
	startDate: "2027-02-25",
	endDate: "2027-02-26",
	startTime: "10:15",
	endTime: "11:45",
	cityGeonameId: 2_911_298,
	cityName: "Hamburg",
	venueName: "Town hall",
	address: "Rathausmarkt 1",
	lat: 53.55,
	lon: 9.99,
	onlineUrl: "https://example.org/stream",
	isFree: true,
	isWheelchairAccessible: false,
	languages: ["de", "az"],
	contactName: "Press office",
	contactEmail: "press@example.org",
	contactPhone: "+49 40 0000",
	contactUrl: "https://example.org/",
	texts: {
		en: { title: "A memorial concert, Hamburg", description: "Another text." },
		de: { title: "Ein Gedenkkonzert, Hamburg", description: "Ein anderer Text." },
	},
} as const;
const otherContent = () => ({
	...OTHER,
	languages: [...OTHER.languages],
	texts: { ...OTHER.texts },
});

it("an edit of a published event leaves every public column and text unchanged until it is approved", async () => {
	const published = await makePublished({ organisation, reviewer: admin });
	const before = await publishedRow(published.eventId);
	expect(before).not.toBeNull();

	const edited = await edit(published, otherContent());
	expect(edited.revisionId).not.toBe(published.revisionId);
	expect(await publishedRow(published.eventId)).toEqual(before);

	const submitted = await submitAgain(edited);
	expect(await publishedRow(published.eventId)).toEqual(before);

	await decideOn(submitted, admin, "approve");
	const after = await publishedRow(published.eventId);
	expect(after).toMatchObject({
		type: "concert",
		cityName: "Hamburg",
		startTime: "10:15",
		venueName: "Town hall",
		isFree: true,
		isWheelchairAccessible: false,
		revisionId: edited.revisionId,
	});
	expect(after?.texts.map((text) => text.locale)).toEqual(["de", "en"]);
});

it("an edit that is rejected, or sent back, leaves the public event as it was", async () => {
	for (const kind of ["reject", "request_changes"] as const) {
		const published = await makePublished({ organisation, reviewer: admin });
		const before = await publishedRow(published.eventId);
		await decideOn(await submitAgain(await edit(published, otherContent())), admin, kind);
		expect(await publishedRow(published.eventId)).toEqual(before);
	}
});

it("discarding an edit goes back to what is public and deletes the open draft", async () => {
	const published = await makePublished({ organisation, reviewer: admin });
	const { eventId, now } = published;
	const edited = await edit(published, otherContent());
	await inTransaction((tx) =>
		discardDraft(tx, organisation.owner, { eventId, eventVersion: edited.eventVersion, now }),
	);
	const mine = await getMyEvent(organisation.owner, eventId);
	expect(mine).toMatchObject({
		state: "approved",
		content: { id: published.revisionId, type: "ceremony" },
	});
	expect(await db.eventRevision.count({ where: { eventId } })).toBe(1);
	// The next edit begins a fresh revision again.
	const again = await edit(
		{ ...published, eventVersion: mine.version },
		{ venueName: "A third hall" },
	);
	expect(again.revisionId).not.toBe(edited.revisionId);
});

it("discarding a rejected edit keeps the rejected revision in the history", async () => {
	const published = await makePublished({ organisation, reviewer: admin });
	const { eventId, now } = published;
	const rejected = await decideOn(
		await submitAgain(await edit(published, otherContent())),
		admin,
		"reject",
	);
	await inTransaction((tx) =>
		discardDraft(tx, organisation.owner, { eventId, eventVersion: rejected.eventVersion, now }),
	);
	expect(await db.eventRevision.count({ where: { eventId } })).toBe(2);
	// History keeps its numbers: the next revision is the third.
	const event = await getMyEvent(organisation.owner, eventId);
	const next = await edit(
		{ ...published, eventVersion: event.version },
		{ venueName: "A third hall" },
	);
	const revision = await db.eventRevision.findUniqueOrThrow({
		where: { id: next.revisionId },
		select: { number: true },
	});
	expect(revision.number).toBe(3);
});

it("withdrawing removes the public event and its parts; the revisions stay", async () => {
	const published = await makePublished({ organisation, reviewer: admin });
	const { eventId, eventVersion, now } = published;
	await inTransaction((tx) =>
		withdrawEvent(tx, organisation.owner, { eventId, eventVersion, now }),
	);
	expect(await publishedRow(eventId)).toBeNull();
	expect(await db.publishedEventText.count({ where: { eventId } })).toBe(0);
	expect(await db.publishedOrganiser.count({ where: { eventId } })).toBe(0);
	expect(await db.eventRevision.count({ where: { eventId } })).toBe(1);
});

it("a revision of another event is refused", async () => {
	const [one, other] = [await makeDraft({ organisation }), await makeDraft({ organisation })];
	const mixed = { ...one, revisionId: other.revisionId };
	await expect(edit(mixed, { venueName: "Elsewhere" })).rejects.toMatchObject({ code: "conflict" });
});

it("another organisation's picture is refused", async () => {
	const elsewhere = await makeOrganisation({ country: "AT" });
	const theirs = await makePicture(elsewhere);
	const ours = await makePicture(organisation);
	const draft = await makeDraft({ organisation });
	for (const pictures of [[theirs], [ours, theirs]])
		await expect(edit(draft, { pictures })).rejects.toMatchObject({
			code: "invalid",
			fields: { pictures: "field.choose" },
		});
	await edit(draft, { pictures: [ours] });
	const { content } = await getMyEvent(organisation.owner, draft.eventId);
	expect(content.pictures.map(({ id }) => id)).toEqual([ours.id]);
});

it("country and zone follow the picked city, whatever the form says", async () => {
	const draft = await makeDraft({ organisation });
	await edit(draft, { cityGeonameId: 1_283_240, country: "DE", timezone: "Europe/Berlin" });
	const { content } = await getMyEvent(organisation.owner, draft.eventId);
	expect(content).toMatchObject({
		cityName: "Kathmandu",
		country: "NP",
		schedule: { timezone: "Asia/Kathmandu" },
	});
});

it("an edited event of the archive keeps its year, source, types and co-organisers", async () => {
	const partner = await makeOrganisation({ country: "AT" });
	const published = await makePublished({
		organisation,
		reviewer: admin,
		content: { timing: "to_be_announced", startDate: null, startTime: null, endTime: null },
		archive: {
			datePrecision: "year",
			year: 2011,
			typesAlso: ["exhibition"],
			sourceNote: "Day not stated.",
			coOrganiserIds: [partner.id],
		},
	});
	const content = eventContent("DE", {
		timing: "to_be_announced",
		startDate: null,
		startTime: null,
		endTime: null,
		venueName: "Library",
		coOrganisers: [partner.id],
	});
	const { eventId, revisionId, revisionVersion, now } = published;
	const saved = await inTransaction((tx) =>
		saveDraft(tx, organisation.owner, { eventId, revisionId, revisionVersion, content, now }),
	);
	await decideOn(await submitAgain({ ...published, ...saved }), admin, "approve");
	expect(await publishedRow(eventId)).toMatchObject({
		season: 2011,
		year: 2011,
		datePrecision: "year",
		startDate: null,
		venueName: "Library",
		typesAlso: ["exhibition"],
		sourceNote: "Day not stated.",
		organisers: [{ organisationId: organisation.id }, { organisationId: partner.id }],
	});
});
