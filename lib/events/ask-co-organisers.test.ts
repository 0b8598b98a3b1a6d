import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import {
	answerAs,
	mailsAbout,
	publicOrganisers,
	requestRow,
} from "@/prisma/factories/co-organisers";
import { edit, makeDraft, makePublished } from "@/prisma/factories/events";
import {
	type MadeOrganisation,
	makeMission,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { useDatabase } from "@/prisma/factories/use-database";
import { MAX_ASKED_A_DAY, MAX_OPEN_TO_ONE } from "./ask-co-organisers";
import { listCoOrganisers, listNameableByName } from "./co-organiser-queries";
import { repeatEvent } from "./repeat-event";

useDatabase();

let owner: MadeOrganisation;
let partner: MadeOrganisation;

beforeAll(async () => {
	partner = await makeMission({ country: "FR" });
});

beforeEach(async () => {
	// A new one each time: how many requests one may make is limited.
	owner = await makeOrganisation({ country: "DE" });
});

it("asks an organisation that has declined once more at most", async () => {
	let event = await makeDraft({ organisation: owner, content: { coOrganisers: [partner.id] } });
	await answerAs(partner.owner, event, partner, "declined");
	event = await edit(event, { venueName: "Hall" });
	expect(await mailsAbout(event, partner)).toHaveLength(1);
	event = await edit(event, { coOrganisers: [] });
	event = await edit(event, { coOrganisers: [partner.id] });
	expect(await mailsAbout(event, partner)).toHaveLength(2);
	await answerAs(partner.owner, event, partner, "declined");
	event = await edit(event, { coOrganisers: [] });
	await expect(edit(event, { coOrganisers: [partner.id] })).rejects.toMatchObject({
		fields: { coOrganisers: "coOrganisers.declinedTwice" },
	});
	expect(await mailsAbout(event, partner)).toHaveLength(2);
});

it("mails nobody again when a name is taken away before an answer and comes back", async () => {
	let event = await makeDraft({ organisation: owner, content: { coOrganisers: [partner.id] } });
	for (const coOrganisers of [[], [partner.id], [], [partner.id]])
		event = await edit(event, { coOrganisers });
	expect(await mailsAbout(event, partner)).toHaveLength(1);
	expect((await requestRow(event, partner)).withdrawnAt).toBeNull();
});

it("asks nobody for an event without a title", async () => {
	const blank = { en: { title: "", description: "" } };
	const content = { coOrganisers: [partner.id], texts: blank };
	const event = await makeDraft({ organisation: owner, content });
	expect(await db.coOrganiser.count({ where: { eventId: event.eventId } })).toBe(0);
	await edit(event, {});
	expect(await mailsAbout(event, partner)).toEqual(["coOrganiserAsked"]);
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

it("finds a verified organisation of which nothing is public by its whole name alone, and no other", async () => {
	const name = "Söz və Xatirə Dərnəyi";
	const { id } = await makeOrganisation({ name, kind: "diaspora_association" });
	const found = async (asked: string) => {
		const list = await listNameableByName({ ownerId: owner.id, name: asked });
		return list.map((each) => each.id);
	};
	const refused = { fields: { coOrganisers: "field.choose" } };
	const naming = { organisation: owner, content: { coOrganisers: [id] } };
	expect(await found(name)).toEqual([]);
	await expect(makeDraft(naming)).rejects.toMatchObject(refused);
	await db.organisation.update({ where: { id }, data: { verifiedAt: new Date() } });
	expect(await found("soz ve xatire derneyi")).toEqual([id]);
	for (const part of ["", " ", "Söz", "Söz və Xatirə", "Söz və Xatirə Dərnəyi Berlin"])
		expect(await found(part)).toEqual([]);
	expect(await makeDraft(naming)).toMatchObject({ organisation: { id: owner.id } });
	await db.organisation.update({ where: { id }, data: { heldAt: new Date() } });
	expect(await found(name)).toEqual([]);
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
	expect(await publicOrganisers(event)).toEqual([owner.id, partner.id]);
	expect(await mailsAbout(event, partner)).toEqual([]);
	await inTransaction(async (tx) => {
		await tx.coOrganiser.deleteMany();
		await tx.$executeRawUnsafe(backfill());
	});
	expect(await requestRow(event, partner)).toMatchObject({ answer: "accepted", timesAsked: 0 });
});

it("asks again for the event of the next season", async () => {
	const event = await makePublished({
		organisation: owner,
		content: { startDate: "2026-02-26" },
		archive: { coOrganiserIds: [partner.id] },
	});
	const { eventId } = await inTransaction((tx) =>
		repeatEvent(tx, owner.owner, { eventId: event.eventId, now: new Date("2026-11-26T12:00:00Z") }),
	);
	const repeated = { ...event, eventId };
	expect(await requestRow(repeated, partner)).toMatchObject({ answer: null, timesAsked: 1 });
	expect(await mailsAbout(repeated, partner)).toEqual(["coOrganiserAsked"]);
});

function backfill(): string {
	const folder = readdirSync("prisma/migrations").find((name) => name.endsWith("_co_organisers"));
	const sql = readFileSync(`prisma/migrations/${folder}/migration.sql`, "utf8");
	return /INSERT INTO "CoOrganiser"[^;]+;/.exec(sql)?.[0] ?? "";
}
