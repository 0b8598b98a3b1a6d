import { beforeAll, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { callOffEvent } from "@/lib/events/call-off-event";
import { withdrawEvent } from "@/lib/events/withdraw-event";
import { restore, takeDown } from "@/lib/moderation/take-down";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { answerAs, currentEvent } from "@/prisma/factories/co-organisers";
import {
	decideOn,
	edit,
	type MadeEvent,
	makeDraft,
	publishedRow,
	submitAgain,
} from "@/prisma/factories/events";
import {
	type MadeOrganisation,
	makeMission,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makePart, publish } from "@/prisma/factories/parts";
import { makeAdmin } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { findPublishedById } from "./queries";
import { eventTag } from "./tags";

useDatabase();

let admin: SignedInViewer;
let organisation: MadeOrganisation;

beforeAll(async () => {
	admin = await makeAdmin();
	organisation = await makeOrganisation({ country: "DE" });
});

it.each([
	["whole", "part"],
	["part", "whole"],
] as const)(
	"shows the two to each other once both are public, first the %s, then the %s",
	async (...order) => {
		const whole = await makeDraft({ organisation });
		const events = { whole, part: await makePart(whole) };
		await publish(events[order[0]], admin);
		expect(await linksOf(whole, events.part)).toEqual({ above: null, below: [] });
		await publish(events[order[1]], admin);
		expect(await linksOf(whole, events.part)).toEqual({
			above: whole.eventId,
			below: [events.part.eventId],
		});
	},
);

it("tells nothing of a whole that is not public, not even its id, and shows the part as before", async () => {
	const whole = await makeDraft({ organisation });
	const part = await publish(await makePart(whole), admin);
	const read = JSON.stringify(await findPublishedById(part.eventId));
	expect(read).toContain("Opening of the exhibition");
	expect(read).not.toContain(whole.eventId);
	expect((await publishedRow(part.eventId))?.superEventId).toBeNull();
});

it("hides the link while the whole is withdrawn, and leaves the part's version and SEQUENCE alone", async () => {
	const { whole, part } = await publishedPair();
	const before = await publishedRow(part.eventId);
	await withdraw(whole);
	expect(await linksOf(whole, part)).toEqual({ above: null, below: [] });
	const after = await publishedRow(part.eventId);
	expect(after).toMatchObject({ revisionId: before?.revisionId, sequence: before?.sequence });
	expect(after?.publishedAt.getTime()).toBeGreaterThan(before?.publishedAt.getTime() ?? 0);
	await publish(await edit(await currentEvent(whole), {}), admin);
	expect(await linksOf(whole, part)).toEqual({ above: whole.eventId, below: [part.eventId] });
});

it("takes a part that is withdrawn, or that says so no more, out of its whole", async () => {
	const { whole, part } = await publishedPair();
	const second = await publish(await makePart(whole, { content: { startTime: "16:00" } }), admin);
	expect((await linksOf(whole, part)).below).toEqual([second.eventId, part.eventId]);
	await withdraw(part);
	expect((await linksOf(whole, part)).below).toEqual([second.eventId]);
	await publish(await edit(second, { superEventId: null }), admin);
	expect((await linksOf(whole, second)).below).toEqual([]);
});

it("keeps the link of a part that is called off", async () => {
	const { whole, part } = await publishedPair();
	const input = {
		eventId: part.eventId,
		eventVersion: part.eventVersion,
		kind: "cancel" as const,
		reasons: { en: "The hall is closed." },
	};
	await inTransaction((tx) => callOffEvent(tx, part.author, { input, now: later() }));
	expect(await linksOf(whole, part)).toEqual({ above: whole.eventId, below: [part.eventId] });
});

it("hides the link while the two are in different seasons", async () => {
	const { whole, part } = await publishedPair();
	const { season } = (await publishedRow(whole.eventId)) ?? {};
	await publish(await edit(whole, { startDate: `${Number(season) + 1}-02-26` }), admin);
	expect(await linksOf(whole, part)).toEqual({ above: null, below: [] });
	await publish(await edit(await currentEvent(whole), {}), admin);
	expect(await linksOf(whole, part)).toEqual({ above: whole.eventId, below: [part.eventId] });
});

it("shows the part of a partner only while that one is an organiser of the whole", async () => {
	const partner = await makeMission({ country: "FR" });
	const whole = await publish(
		await makeDraft({ organisation, content: { coOrganisers: [partner.id] } }),
		admin,
	);
	await answerAs(partner.owner, whole, partner, "accepted");
	const part = await publish(await makePart(whole, { organisation: partner }), admin);
	expect(await linksOf(whole, part)).toEqual({ above: whole.eventId, below: [part.eventId] });
	await answerAs(partner.owner, whole, partner, "declined");
	expect(await linksOf(whole, part)).toEqual({ above: null, below: [] });
	await answerAs(partner.owner, whole, partner, "accepted");
	expect((await linksOf(whole, part)).below).toEqual([part.eventId]);
	// Its owner names it no more.
	await publish(await edit(await currentEvent(whole), { coOrganisers: [] }), admin);
	expect(await linksOf(whole, part)).toEqual({ above: null, below: [] });
});

it("lets go of an event that a reviewer hides, and never shows two levels when it is shown again", async () => {
	const { whole, part } = await publishedPair();
	await hide(part);
	expect((await linksOf(whole, part)).below).toEqual([]);
	await edit(await currentEvent(part), { superEventId: null });
	const inner = await publish(await makePart(part), admin);
	const { eventVersion } = await currentEvent(part);
	const input = { eventId: part.eventId, eventVersion };
	await inTransaction((tx) => restore(tx, admin, { input, now: later() }));
	expect(await linksOf(whole, part)).toEqual({ above: whole.eventId, below: [part.eventId] });
	expect(await linksOf(part, inner)).toEqual({ above: null, below: [] });
});

it("refreshes the pages of whole and parts for each other", async () => {
	const { whole, part } = await publishedPair();
	const [ofWhole, ofPart] = [await tagOf(whole), await tagOf(part)];
	const changes = [
		{ event: whole, content: {}, other: ofPart },
		{ event: part, content: { superEventId: whole.eventId }, other: ofWhole },
	];
	for (const { event, content, other } of changes) {
		const before = await stampOf(other);
		await publish(await edit(await currentEvent(event), content), admin);
		expect((await stampOf(other)).getTime()).toBeGreaterThan(before.getTime());
	}
	const [beforePart, beforeWhole] = [await stampOf(ofPart), await stampOf(ofWhole)];
	await withdraw(whole);
	expect((await stampOf(ofPart)).getTime()).toBeGreaterThan(beforePart.getTime());
	await publish(await edit(await currentEvent(whole), {}), admin);
	await withdraw(part);
	expect((await stampOf(ofWhole)).getTime()).toBeGreaterThan(beforeWhole.getTime());
});

it("finds both of two that are approved at the same moment", async () => {
	const whole = await submitAgain(await makeDraft({ organisation }));
	const part = await submitAgain(await makePart(whole));
	await Promise.all([decideOn(whole, admin, "approve"), decideOn(part, admin, "approve")]);
	expect(await linksOf(whole, part)).toEqual({ above: whole.eventId, below: [part.eventId] });
});

async function publishedPair(): Promise<{ whole: MadeEvent; part: MadeEvent }> {
	const whole = await publish(await makeDraft({ organisation }), admin);
	return { whole, part: await publish(await makePart(whole), admin) };
}

async function hide(event: MadeEvent): Promise<void> {
	const { eventVersion } = await currentEvent(event);
	const input = { eventId: event.eventId, eventVersion, reason: "Private data" };
	await inTransaction((tx) => takeDown(tx, admin, { input, now: later() }));
}

async function linksOf(whole: MadeEvent, part: MadeEvent) {
	const [above, below] = await Promise.all([
		findPublishedById(part.eventId),
		findPublishedById(whole.eventId),
	]);
	return { above: above?.superEvent?.id ?? null, below: below?.subEvents ?? [] };
}

async function withdraw(event: MadeEvent): Promise<void> {
	const { eventId, author } = event;
	const { eventVersion } = await currentEvent(event);
	await inTransaction((tx) => withdrawEvent(tx, author, { eventId, eventVersion, now: later() }));
}

async function tagOf({ eventId }: MadeEvent): Promise<string> {
	const row = await publishedRow(eventId);
	return eventTag(row?.season ?? null, row?.slug ?? "");
}

async function stampOf(tag: string): Promise<Date> {
	const row = await db.cacheTag.findUniqueOrThrow({ where: { tag } });
	return row.invalidatedAt;
}

function later(): Date {
	return new Date(Date.now() + 2_000);
}
