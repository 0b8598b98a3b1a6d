import { beforeAll, beforeEach, expect, it } from "vitest";
import { findPublishedById, listPublished } from "@/lib/calendar/queries";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { releaseOrganisation } from "@/lib/moderation/organisation-standing";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	answerAs,
	currentEvent,
	mailsAbout,
	publicOrganisers,
	requestRow,
} from "@/prisma/factories/co-organisers";
import {
	decideOn,
	edit,
	type MadeEvent,
	makeDraft,
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
import { getRequest, listRequests } from "./co-organiser-queries";
import { discardDraft } from "./discard-draft";
import { listPeopleToTell } from "./people-to-tell";

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
	expect(await mailsAbout(event, partner)).toEqual(["coOrganiserAsked"]);
	expect(await publicOrganisers(event)).toEqual([owner.id]);
	expect(JSON.stringify(await findPublishedById(event.eventId))).not.toContain(partner.name);
	expect(await listPublished({ organiser: partner.slug })).toMatchObject({ items: [] });

	const before = await publishedRow(event.eventId);
	const changes = await countChanges(event);
	await answerAs(partner.owner, event, partner, "accepted");
	expect(await publicOrganisers(event)).toEqual([owner.id, partner.id]);
	const after = await publishedRow(event.eventId);
	expect(after?.publishedAt.getTime()).toBeGreaterThan(before?.publishedAt.getTime() ?? 0);
	expect(after?.sequence).toBe(before?.sequence);
	expect(after?.texts[0]?.keywords).toContain(partner.name);
	expect(await countChanges(event)).toBeGreaterThan(changes);
	const { items } = await listPublished({ organiser: partner.slug });
	expect(items.map(({ id }) => id)).toEqual([event.eventId]);
	expect(await mailsAbout(event, owner)).toEqual(["coOrganiserAccepted"]);
});

it("takes whoever leaves out of the public at once, tells the owner once, and leaves a trace of each answer", async () => {
	const event = await publishedNaming(partner);
	for (const said of ["accepted", "accepted", "declined", "declined"] as const)
		await answerAs(await makeEditor(partner.id), event, partner, said);
	expect(await publicOrganisers(event)).toEqual([owner.id]);
	expect((await publishedRow(event.eventId))?.texts[0]?.keywords).not.toContain(partner.name);
	expect(await mailsAbout(event, owner)).toEqual(["coOrganiserAccepted", "coOrganiserLeft"]);
	expect(await traceOf(event)).toEqual([
		"event.co_organiser_asked",
		"event.co_organiser_accepted",
		"event.co_organiser_left",
	]);
});

it("tells of what happens to the event only those who have accepted", async () => {
	const event = await publishedNaming(partner);
	const told = () =>
		inTransaction((tx) =>
			listPeopleToTell(tx, {
				eventId: event.eventId,
				exceptUserId: owner.owner.id,
				groups: ["coOrganisers"],
				now: new Date(),
			}),
		);
	expect(await told()).toEqual([]);
	await answerAs(partner.owner, event, partner, "accepted");
	expect((await told()).map(({ email }) => email)).toContain(partner.owner.email);
	await answerAs(partner.owner, event, partner, "declined");
	expect(await told()).toEqual([]);
});

it("lets nobody but the asked organisation's members see or answer a request", async () => {
	const event = await submittedNaming(partner);
	const requestId = (await requestRow(event, partner)).id;
	const former = await makeEditor(partner.id);
	await db.membership.deleteMany({ where: { userId: former.id } });
	for (const viewer of [owner.owner, await makeStranger(), admin]) {
		expect(await codeOf(getRequest(viewer, requestId))).toBe("not_found");
		expect(await listRequests(viewer)).toEqual([]);
	}
	for (const viewer of [owner.owner, await makeStranger(), admin, former])
		expect(await codeOf(answerAs(viewer, event, partner, "accepted"))).toBe("not_found");
	expect(await codeOf(getRequest({ kind: "anonymous" }, requestId))).toBe("unauthenticated");
	const row = await db.coOrganiser.findUniqueOrThrow({ where: { id: requestId } });
	expect(row.answer).toBeNull();
});

it("shows of a draft only title, day and place to those who are asked, and what was submitted once it was", async () => {
	const texts = { en: { title: "Known title", description: "hidden canary" } };
	const event = await makeDraft({
		organisation: owner,
		content: { coOrganisers: [partner.id], texts, contactName: "hidden canary" },
	});
	const requestId = (await requestRow(event, partner)).id;
	const asked = JSON.stringify(await getRequest(partner.owner, requestId));
	expect(asked).toContain("Known title");
	expect(asked).not.toContain("hidden canary");
	expect(JSON.stringify(await listRequests(partner.owner))).not.toContain("hidden canary");
	const submitted = await submitAgain(event);
	await decideOn(submitted, admin, "request_changes");
	await edit(await currentEvent(submitted), { contactName: "later secret" });
	const read = JSON.stringify(await getRequest(partner.owner, requestId));
	expect(read).toContain("hidden canary");
	expect(read).not.toContain("later secret");
});

it("of an acceptance and a removal at once leaves one whole outcome", async () => {
	for (let race = 0; race < 3; race += 1) {
		const event = await submittedNaming(partner);
		const [accepted, removed] = await Promise.allSettled([
			answerAs(partner.owner, event, partner, "accepted"),
			edit(event, { coOrganisers: [] }),
		]);
		expect(removed.status).toBe("fulfilled");
		const row = await requestRow(event, partner);
		expect(row.withdrawnAt).not.toBeNull();
		if (accepted.status === "rejected") {
			expect(row.answer).toBeNull();
			expect((accepted.reason as DomainError).code).toBe("conflict");
		}
		const again = await submitAgain(await currentEvent(event));
		await decideOn(again, admin, "approve");
		expect(await publicOrganisers(event)).toEqual([owner.id]);
	}
});

it("takes several equal answers at once for one", async () => {
	const event = await publishedNaming(partner);
	await Promise.all(
		Array.from({ length: 8 }, () => answerAs(partner.owner, event, partner, "accepted")),
	);
	expect(await publicOrganisers(event)).toEqual([owner.id, partner.id]);
	expect(await mailsAbout(event, owner)).toEqual(["coOrganiserAccepted"]);
	expect((await traceOf(event)).filter((each) => each.endsWith("accepted"))).toHaveLength(1);
});

it("leaves one that is held out of the public until it is released", async () => {
	const third = await makeMission({ country: "PL" });
	const event = await publishedNaming(third);
	await db.organisation.update({ where: { id: third.id }, data: { heldAt: new Date() } });
	await answerAs(third.owner, event, third, "accepted");
	expect(await publicOrganisers(event)).toEqual([owner.id]);
	const about = { organisationId: third.id, now: new Date() };
	await inTransaction((tx) => releaseOrganisation(tx, admin, about));
	expect(await publicOrganisers(event)).toEqual([owner.id, third.id]);
});

it("keeps an organiser that has accepted until the version without it is approved, and then ends its consent", async () => {
	const event = await publishedNaming(partner);
	await answerAs(partner.owner, event, partner, "accepted");
	const without = await edit(await currentEvent(event), { coOrganisers: [] });
	expect(await publicOrganisers(event)).toEqual([owner.id, partner.id]);
	await inTransaction((tx) =>
		discardDraft(tx, owner.owner, {
			eventId: event.eventId,
			eventVersion: without.eventVersion,
			now: new Date(),
		}),
	);
	expect((await requestRow(event, partner)).withdrawnAt).toBeNull();
	const gone = await submitAgain(await edit(await currentEvent(event), { coOrganisers: [] }));
	await decideOn(gone, admin, "approve");
	expect(await publicOrganisers(event)).toEqual([owner.id]);
	expect((await requestRow(event, partner)).withdrawnAt).not.toBeNull();
	expect(await codeOf(answerAs(partner.owner, event, partner, "declined"))).toBe("conflict");
});

it("is kept by the database too: nobody is public, or stays so, without having accepted", async () => {
	const event = await publishedNaming(partner);
	const row = { position: 1, name: partner.name, slug: partner.slug, kind: "embassy" } as const;
	const data = { ...row, isVerified: false, eventId: event.eventId, organisationId: partner.id };
	await expect(db.publishedOrganiser.create({ data })).rejects.toThrow(/has not accepted/);
	await answerAs(partner.owner, event, partner, "accepted");
	const where = { eventId: event.eventId };
	await expect(
		db.coOrganiser.updateMany({ where, data: { withdrawnAt: new Date() } }),
	).rejects.toThrow(/has not accepted/);
	await expect(db.coOrganiser.deleteMany({ where })).rejects.toThrow(/has not accepted/);
});

function submittedNaming({ id }: MadeOrganisation): Promise<MadeEvent> {
	return makeSubmitted({ organisation: owner, content: { coOrganisers: [id] } });
}

async function publishedNaming(other: MadeOrganisation): Promise<MadeEvent> {
	return decideOn(await submittedNaming(other), admin, "approve");
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

async function codeOf(attempt: Promise<unknown>): Promise<string> {
	return attempt.then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : String(error)),
	);
}
