import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { findPublishedById, listPublished } from "@/lib/calendar/queries";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { releaseOrganisation } from "@/lib/moderation/organisation-standing";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	decideOn,
	edit,
	type MadeEvent,
	makeDraft,
	makePublished,
	makeSubmitted,
	publishedRow,
	submitAgain,
} from "@/prisma/factories/events";
import {
	type MadeOrganisation,
	makeEditor,
	makeMission,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeAdmin, makeStranger } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { type Answer, answerRequest } from "./answer-request";
import { MAX_ASKED_A_DAY, MAX_OPEN_TO_ONE } from "./ask-co-organisers";
import { getRequest, listCoOrganisers, listRequests } from "./co-organiser-queries";
import { discardDraft } from "./discard-draft";

useDatabase();

let admin: SignedInViewer;
let owner: MadeOrganisation;
let partner: MadeOrganisation;

beforeAll(async () => {
	admin = await makeAdmin();
	partner = await makeMission({ country: "FR" });
});

beforeEach(async () => {
	// A new one each time: how many requests one may make is limited.
	owner = await makeOrganisation({ country: "DE" });
});

it("asks whom a draft names by one mail, and shows it in public only once it has accepted, then at once", async () => {
	const event = await publishedNaming(partner);
	expect(await mailsTo(partner, event)).toEqual(["coOrganiserAsked"]);
	expect(await organisersOf(event)).toEqual([owner.id]);
	expect(JSON.stringify(await findPublishedById(event.eventId))).not.toContain(partner.name);
	expect(await listPublished({ organiser: partner.slug })).toMatchObject({ items: [] });

	const before = await publishedRow(event.eventId);
	const changes = await countChanges(event);
	await answer(partner.owner, event, partner, "accepted");
	expect(await organisersOf(event)).toEqual([owner.id, partner.id]);
	const after = await publishedRow(event.eventId);
	expect(after?.publishedAt.getTime()).toBeGreaterThan(before?.publishedAt.getTime() ?? 0);
	expect(after?.sequence).toBe(before?.sequence);
	expect(after?.texts[0]?.keywords).toContain(partner.name);
	expect(await countChanges(event)).toBeGreaterThan(changes);
	const { items } = await listPublished({ organiser: partner.slug });
	expect(items.map(({ id }) => id)).toEqual([event.eventId]);
	expect(await mailsTo(owner, event)).toEqual(["coOrganiserAccepted"]);
});

it("takes whoever leaves out of the public at once, tells the owner once, and leaves a trace of each answer", async () => {
	const event = await publishedNaming(partner);
	for (const said of ["accepted", "accepted", "declined", "declined"] as const)
		await answer(await makeEditor(partner.id), event, partner, said);
	expect(await organisersOf(event)).toEqual([owner.id]);
	expect((await publishedRow(event.eventId))?.texts[0]?.keywords).not.toContain(partner.name);
	expect(await mailsTo(owner, event)).toEqual(["coOrganiserAccepted", "coOrganiserLeft"]);
	expect(await traceOf(event)).toEqual([
		"event.co_organiser_asked",
		"event.co_organiser_accepted",
		"event.co_organiser_left",
	]);
});

it("lets nobody but the asked organisation's members see or answer a request", async () => {
	const event = await submittedNaming(partner);
	const requestId = await requestOf(event, partner);
	const former = await makeEditor(partner.id);
	await db.membership.deleteMany({ where: { userId: former.id } });
	for (const viewer of [owner.owner, await makeStranger(), admin]) {
		expect(await codeOf(getRequest(viewer, requestId))).toBe("not_found");
		expect(await listRequests(viewer)).toEqual([]);
	}
	for (const viewer of [owner.owner, await makeStranger(), admin, former])
		expect(await codeOf(answer(viewer, event, partner, "accepted"))).toBe("not_found");
	expect(await codeOf(getRequest({ kind: "anonymous" }, requestId))).toBe("unauthenticated");
	const row = await db.coOrganiser.findUniqueOrThrow({ where: { id: requestId } });
	expect(row.answer).toBeNull();
});

it("shows of a draft only title, day and place to those who are asked, and what was submitted once it was", async () => {
	const texts = { en: { title: "Known title", description: "hidden canary", pictureAlt: "" } };
	const event = await makeDraft({
		organisation: owner,
		content: { coOrganisers: [partner.id], texts, contactName: "hidden canary" },
	});
	const requestId = await requestOf(event, partner);
	const asked = JSON.stringify(await getRequest(partner.owner, requestId));
	expect(asked).toContain("Known title");
	expect(asked).not.toContain("hidden canary");
	expect(JSON.stringify(await listRequests(partner.owner))).not.toContain("hidden canary");
	const submitted = await submitAgain(event);
	await decideOn(submitted, admin, "request_changes");
	const { version: eventVersion } = await db.event.findUniqueOrThrow({
		where: { id: event.eventId },
	});
	await edit({ ...submitted, eventVersion }, { contactName: "later secret" });
	const read = JSON.stringify(await getRequest(partner.owner, requestId));
	expect(read).toContain("hidden canary");
	expect(read).not.toContain("later secret");
});

it("of an acceptance and a removal at once leaves one whole outcome", async () => {
	for (let race = 0; race < 3; race += 1) {
		const event = await submittedNaming(partner);
		const [accepted, removed] = await Promise.allSettled([
			answer(partner.owner, event, partner, "accepted"),
			edit(event, { coOrganisers: [] }),
		]);
		expect(removed.status).toBe("fulfilled");
		const row = await rowOf(event, partner);
		expect(row.withdrawnAt).not.toBeNull();
		if (accepted.status === "rejected") {
			expect(row.answer).toBeNull();
			expect((accepted.reason as DomainError).code).toBe("conflict");
		}
		const { version: eventVersion } = await db.event.findUniqueOrThrow({
			where: { id: event.eventId },
		});
		const { revisionId } = await latestOf(event);
		const again = await submitAgain({ ...event, eventVersion, revisionId });
		await decideOn(again, admin, "approve");
		expect(await organisersOf(event)).toEqual([owner.id]);
	}
});

it("takes several equal answers at once for one", async () => {
	const event = await publishedNaming(partner);
	await Promise.all(
		Array.from({ length: 8 }, () => answer(partner.owner, event, partner, "accepted")),
	);
	expect(await organisersOf(event)).toEqual([owner.id, partner.id]);
	expect(await mailsTo(owner, event)).toEqual(["coOrganiserAccepted"]);
	expect((await traceOf(event)).filter((each) => each.endsWith("accepted"))).toHaveLength(1);
});

it("asks an organisation that has declined once more at most", async () => {
	let event = await makeDraft({ organisation: owner, content: { coOrganisers: [partner.id] } });
	await answer(partner.owner, event, partner, "declined");
	event = await edit(event, { venueName: "Hall" });
	expect(await mailsTo(partner, event)).toHaveLength(1);
	event = await edit(event, { coOrganisers: [] });
	event = await edit(event, { coOrganisers: [partner.id] });
	expect(await mailsTo(partner, event)).toHaveLength(2);
	await answer(partner.owner, event, partner, "declined");
	event = await edit(event, { coOrganisers: [] });
	await expect(edit(event, { coOrganisers: [partner.id] })).rejects.toMatchObject({
		fields: { coOrganisers: "coOrganisers.declinedTwice" },
	});
	expect(await mailsTo(partner, event)).toHaveLength(2);
});

it("mails nobody again when a name is taken away before an answer and comes back", async () => {
	let event = await makeDraft({ organisation: owner, content: { coOrganisers: [partner.id] } });
	for (const coOrganisers of [[], [partner.id], [], [partner.id]])
		event = await edit(event, { coOrganisers });
	expect(await mailsTo(partner, event)).toHaveLength(1);
	expect((await rowOf(event, partner)).withdrawnAt).toBeNull();
});

it("asks nobody for an event without a title", async () => {
	const blank = { en: { title: "", description: "", pictureAlt: "" } };
	const content = { coOrganisers: [partner.id], texts: blank };
	const event = await makeDraft({ organisation: owner, content });
	expect(await db.coOrganiser.count({ where: { eventId: event.eventId } })).toBe(0);
	await edit(event, {});
	expect(await mailsTo(partner, event)).toEqual(["coOrganiserAsked"]);
});

it("limits how many organisations one may ask in a day, and how often the same one", async () => {
	const busy = await makeOrganisation({ country: "AT" });
	const other = await makeMission({ country: "IT" });
	for (let count = 0; count < MAX_OPEN_TO_ONE; count += 1)
		await makeDraft({ organisation: busy, content: { coOrganisers: [other.id] } });
	const refused = { fields: { coOrganisers: "coOrganisers.tooManyAsked" } };
	const content = { coOrganisers: [other.id] };
	await expect(makeDraft({ organisation: busy, content })).rejects.toMatchObject(refused);
	await db.coOrganiser.updateMany({
		where: { organisationId: other.id },
		data: { answer: "declined", answeredAt: new Date() },
	});
	const { eventId } = await makeDraft({ organisation: busy });
	const fill = MAX_ASKED_A_DAY - MAX_OPEN_TO_ONE;
	for (let count = 0; count < fill; count += 1) {
		const { id } = await makeOrganisation({ name: `Society ${count}`, kind: "other" });
		await db.coOrganiser.create({
			data: { eventId, organisationId: id, requestedAt: new Date() },
		});
	}
	await expect(makeDraft({ organisation: busy, content })).rejects.toMatchObject(refused);
});

it("lets nobody name itself, an organisation that is not public or is held, or more than ten", async () => {
	const hidden = await makeOrganisation({ name: "Nobody knows it", kind: "other" });
	const held = await makeMission({ country: "ES" });
	await db.organisation.update({ where: { id: held.id }, data: { heldAt: new Date() } });
	const event = await makeDraft({ organisation: owner });
	const unknown = "0197c7b2-0000-7000-8000-000000000000";
	for (const id of [owner.id, hidden.id, held.id, unknown])
		await expect(edit(event, { coOrganisers: [id] })).rejects.toMatchObject({
			fields: { coOrganisers: "field.choose" },
		});
	const many = await Promise.all(
		Array.from({ length: 11 }, (_, index) => makeMission({ name: `Society no. ${index}` })),
	);
	const coOrganisers = many.map(({ id }) => id);
	await expect(edit(event, { coOrganisers })).rejects.toMatchObject({
		fields: { coOrganisers: "field.tooMany" },
	});
});

it("leaves one that is held out of the public until it is released", async () => {
	const third = await makeMission({ country: "PL" });
	const event = await publishedNaming(third);
	await db.organisation.update({ where: { id: third.id }, data: { heldAt: new Date() } });
	await answer(third.owner, event, third, "accepted");
	expect(await organisersOf(event)).toEqual([owner.id]);
	const about = { organisationId: third.id, now: new Date() };
	await inTransaction((tx) => releaseOrganisation(tx, admin, about));
	expect(await organisersOf(event)).toEqual([owner.id, third.id]);
});

it("keeps an organiser that has accepted until the version without it is approved, and then ends its consent", async () => {
	const event = await publishedNaming(partner);
	await answer(partner.owner, event, partner, "accepted");
	const without = await edit(await current(event), { coOrganisers: [] });
	expect(await organisersOf(event)).toEqual([owner.id, partner.id]);
	await inTransaction((tx) =>
		discardDraft(tx, owner.owner, {
			eventId: event.eventId,
			eventVersion: without.eventVersion,
			now: new Date(),
		}),
	);
	expect((await rowOf(event, partner)).withdrawnAt).toBeNull();
	const gone = await submitAgain(await edit(await current(event), { coOrganisers: [] }));
	await decideOn(gone, admin, "approve");
	expect(await organisersOf(event)).toEqual([owner.id]);
	expect((await rowOf(event, partner)).withdrawnAt).not.toBeNull();
	expect(await codeOf(answer(partner.owner, event, partner, "declined"))).toBe("conflict");
});

it("merges what two people name in one draft", async () => {
	const other = await makeMission({ country: "SE" });
	const event = await makeDraft({ organisation: owner });
	await edit(event, { coOrganisers: [partner.id] });
	await edit(event, { coOrganisers: [other.id] });
	const lines = await listCoOrganisers(owner.owner, event);
	expect(lines.map(({ id, state }) => [id, state]).sort()).toEqual(
		[
			[partner.id, "asked"],
			[other.id, "asked"],
		].sort(),
	);
});

it("counts whom the archive names as having accepted, also those of before there were requests", async () => {
	const event = await makePublished({
		organisation: owner,
		archive: { coOrganiserIds: [partner.id] },
	});
	expect(await organisersOf(event)).toEqual([owner.id, partner.id]);
	expect(await mailsTo(partner, event)).toEqual([]);
	await inTransaction(async (tx) => {
		await tx.coOrganiser.deleteMany();
		await tx.$executeRawUnsafe(backfill());
	});
	expect(await rowOf(event, partner)).toMatchObject({ answer: "accepted", timesAsked: 0 });
});

it("is kept by the database too: nobody is public, or stays so, without having accepted", async () => {
	const event = await publishedNaming(partner);
	const row = { position: 1, name: partner.name, slug: partner.slug, kind: "embassy" } as const;
	const data = { ...row, isVerified: false, eventId: event.eventId, organisationId: partner.id };
	await expect(db.publishedOrganiser.create({ data })).rejects.toThrow(/has not accepted/);
	await answer(partner.owner, event, partner, "accepted");
	const where = { eventId: event.eventId };
	await expect(
		db.coOrganiser.updateMany({ where, data: { withdrawnAt: new Date() } }),
	).rejects.toThrow(/has not accepted/);
	await expect(db.coOrganiser.deleteMany({ where })).rejects.toThrow(/has not accepted/);
});

function backfill(): string {
	const folder = readdirSync("prisma/migrations").find((name) => name.endsWith("_co_organisers"));
	const sql = readFileSync(`prisma/migrations/${folder}/migration.sql`, "utf8");
	return /INSERT INTO "CoOrganiser"[^;]+;/.exec(sql)?.[0] ?? "";
}

function submittedNaming({ id }: MadeOrganisation): Promise<MadeEvent> {
	return makeSubmitted({ organisation: owner, content: { coOrganisers: [id] } });
}

async function publishedNaming(other: MadeOrganisation): Promise<MadeEvent> {
	return decideOn(await submittedNaming(other), admin, "approve");
}

async function answer(
	viewer: SignedInViewer,
	event: MadeEvent,
	organisation: MadeOrganisation,
	said: Answer,
) {
	const requestId = await requestOf(event, organisation);
	const now = new Date(Date.now() + 1_000);
	return inTransaction((tx) => answerRequest(tx, viewer, { requestId, answer: said, now }));
}

async function rowOf({ eventId }: MadeEvent, { id: organisationId }: MadeOrganisation) {
	return db.coOrganiser.findUniqueOrThrow({
		where: { eventId_organisationId: { eventId, organisationId } },
	});
}

async function requestOf(event: MadeEvent, organisation: MadeOrganisation): Promise<string> {
	return (await rowOf(event, organisation)).id;
}

async function latestOf({ eventId }: MadeEvent) {
	const { latestRevision } = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		select: { latestRevision: { select: { id: true, version: true } } },
	});
	return { revisionId: latestRevision?.id ?? "", revisionVersion: latestRevision?.version ?? 0 };
}

/** The event as its form would be filled now. */
async function current(event: MadeEvent): Promise<MadeEvent> {
	const { version: eventVersion } = await db.event.findUniqueOrThrow({
		where: { id: event.eventId },
		select: { version: true },
	});
	return { ...event, ...(await latestOf(event)), eventVersion };
}

async function organisersOf({ eventId }: MadeEvent): Promise<string[]> {
	const row = await publishedRow(eventId);
	return row?.organisers.map(({ organisationId }) => organisationId) ?? [];
}

function countChanges({ eventId }: MadeEvent): Promise<number> {
	return db.publishedChange.count({ where: { eventId } });
}

async function traceOf({ eventId }: MadeEvent): Promise<string[]> {
	const rows = await db.auditEntry.findMany({
		where: { subjectId: eventId, action: { contains: "co_organiser" } },
		orderBy: { id: "asc" },
		select: { action: true },
	});
	return rows.map(({ action }) => action);
}

/** Templates of the mails about this event to the organisation's owner. */
async function mailsTo({ owner: { email } }: MadeOrganisation, event: MadeEvent) {
	const requests = await db.coOrganiser.findMany({
		where: { eventId: event.eventId },
		select: { id: true },
	});
	const ids = [event.eventId, ...requests.map(({ id }) => id)];
	const rows = await db.$queryRaw<{ template: string }[]>`
		SELECT payload->>'template' AS template FROM graphile_worker._private_jobs
		WHERE payload->>'to' = ${email}
			AND COALESCE(payload->'props'->>'eventId', payload->'props'->>'requestId') = ANY (${ids})
		ORDER BY id`;
	return rows.map(({ template }) => template);
}

async function codeOf(attempt: Promise<unknown>): Promise<string> {
	return attempt.then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : String(error)),
	);
}
