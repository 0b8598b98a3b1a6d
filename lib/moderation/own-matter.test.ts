import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	decideOn,
	type MadeEvent,
	makeDraft,
	makePublished,
	makeSubmitted,
	publishedRow,
} from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { justProven, makeAdmin, makeCoordinator, makeViewer } from "@/prisma/factories/people";
import { decideOnRecap, makePast, submitTyped } from "@/prisma/factories/recaps";
import { makeReport, queuedMails } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { approveMany } from "./bulk-approve";
import { askOrganiser } from "./converse";
import { getSubmission } from "./queries";
import { listQueue } from "./queue";
import { nextInQueue } from "./queue-order";
import { getRecapSubmission } from "./recap-queries";
import { listCases } from "./report-queries";
import { submitOrPublish } from "./submit-or-publish";
import { takeDown } from "./take-down";

useDatabase();
beforeEach(emptyDatabase);

const NOW = new Date();

let organisation: MadeOrganisation;
let partner: MadeOrganisation;
let coordinator: SignedInViewer;

beforeEach(async () => {
	organisation = await makeOrganisation({ country: "DE" });
	partner = await makeOrganisation({ country: "AT" });
	await db.organisation.updateMany({ data: { verifiedAt: NOW } });
	coordinator = justProven(await makeCoordinator("DE"), NOW);
});

/** The partner stands as an organiser beside the owner, or was asked and has not answered. */
async function nameBeside({ eventId }: MadeEvent, answer: "accepted" | null = "accepted") {
	const answered = answer ? { answer, answeredAt: NOW } : {};
	await db.coOrganiser.create({
		data: { eventId, organisationId: partner.id, requestedAt: NOW, ...answered },
		select: { id: true },
	});
}

async function refreshed({ id }: SignedInViewer): Promise<SignedInViewer> {
	return justProven(await makeViewer({ id }), NOW);
}

/** Refused everywhere, offered nowhere. */
async function expectOwn(viewer: SignedInViewer, event: MadeEvent): Promise<void> {
	const { eventId, eventVersion } = event;
	await expect(decideOn(event, viewer, "approve")).rejects.toMatchObject({ code: "own_event" });
	const [bulk] = await approveMany(viewer, { chosen: [{ eventId, eventVersion }], now: NOW });
	expect(bulk?.outcome).toBe("own");
	const { items } = await listQueue(viewer);
	expect(items.find(({ id }) => id === eventId)).toMatchObject({
		mayDecide: false,
		suitsBulk: false,
	});
	const seen = await getSubmission(viewer, eventId);
	expect(seen).toMatchObject({ isOwn: true, mayDecide: false, mayReopen: false });
	const other = await makeSubmitted({ organisation });
	expect(await nextInQueue(viewer, other.eventId)).not.toBe(eventId);
	const asking = inTransaction((tx) =>
		askOrganiser(tx, viewer, { input: { eventId, text: "Is it so?" }, now: NOW }),
	);
	await expect(asking).rejects.toMatchObject({ code: "own_event" });
	expect(await publishedRow(eventId)).toBeNull();
	expect(await db.decision.count({ where: { eventId } })).toBe(0);
}

describe("nobody decides on", () => {
	it("an event of which their organisation is an organiser beside another", async () => {
		const event = await makeSubmitted({ organisation });
		await nameBeside(event);
		await addMember(partner.id, coordinator.id, "editor");
		await expectOwn(await refreshed(coordinator), event);
	});

	it("an event that names their organisation, before it has accepted, may be decided on", async () => {
		const event = await makeSubmitted({ organisation });
		await nameBeside(event, null);
		await addMember(partner.id, coordinator.id, "editor");
		await decideOn(event, await refreshed(coordinator), "approve");
		expect(await publishedRow(event.eventId)).not.toBeNull();
	});

	it("what they wrote themselves, after they have left the organisation", async () => {
		await addMember(organisation.id, coordinator.id, "editor");
		const event = await makeSubmitted({ organisation, author: await refreshed(coordinator) });
		await db.membership.deleteMany({ where: { userId: coordinator.id } });
		await expectOwn(await refreshed(coordinator), event);
		await decideOn(event, await makeCoordinator("DE"), "approve");
		expect(await publishedRow(event.eventId)).not.toBeNull();
	});

	it("an event of an organisation which they join between opening it and deciding", async () => {
		for (const joined of [organisation, partner]) {
			const event = await makeSubmitted({ organisation });
			await nameBeside(event);
			const reader = await makeCoordinator("DE");
			await addMember(joined.id, reader.id, "editor");
			// `reader` is who asked at the beginning of the request.
			await expect(decideOn(event, reader, "approve")).rejects.toMatchObject({ code: "own_event" });
			expect(await publishedRow(event.eventId)).toBeNull();
		}
	});

	it("a recap that they wrote, after they have left", async () => {
		await addMember(organisation.id, coordinator.id, "editor");
		const event = await makePast({ organisation });
		await submitTyped(event, { attendanceMin: "12" }, { author: await refreshed(coordinator) });
		await db.membership.deleteMany({ where: { userId: coordinator.id } });
		const left = await refreshed(coordinator);
		await expect(decideOnRecap(event, left, "approve")).rejects.toMatchObject({
			code: "own_event",
		});
		expect((await getRecapSubmission(left, event.eventId)).mayDecide).toBe(false);
		await decideOnRecap(event, await makeCoordinator("DE"), "approve");
	});

	it("reports about an event that their organisation holds with others, and cannot hide it", async () => {
		const event = await makePublished({ organisation });
		await nameBeside(event);
		await addMember(partner.id, coordinator.id, "editor");
		const viewer = await refreshed(coordinator);
		await makeReport({ eventId: event.eventId, kind: "hatred", text: "It insults a people." });
		expect((await listCases(viewer)).items).toEqual([]);
		expect((await queuedMails()).map(({ to }) => to)).not.toContain(coordinator.email);
		const { eventId, eventVersion } = event;
		const hiding = inTransaction((tx) =>
			takeDown(tx, viewer, { input: { eventId, eventVersion, reason: "Hatred." }, now: NOW }),
		);
		await expect(hiding).rejects.toMatchObject({ code: "own_event" });
	});
});

it("an admin's trust publishes nothing that the admin wrote or holds with others: it waits", async () => {
	const admin = await makeAdmin();
	await db.organisation.update({
		where: { id: organisation.id },
		data: { trustedAt: NOW, trustedById: admin.id },
		select: { id: true },
	});
	const submit = async ({ eventId, eventVersion }: MadeEvent) => {
		const { owner } = organisation;
		await inTransaction((tx) => submitOrPublish(tx, owner, { eventId, eventVersion, now: NOW }));
		return (await publishedRow(eventId)) !== null;
	};
	expect(await submit(await makeDraft({ organisation }))).toBe(true);
	await addMember(organisation.id, admin.id, "editor");
	const written = await makeDraft({ organisation, author: await makeViewer(admin) });
	await db.membership.deleteMany({ where: { userId: admin.id } });
	expect(await submit(written)).toBe(false);
	const shared = await makeDraft({ organisation });
	await nameBeside(shared);
	await addMember(partner.id, admin.id, "editor");
	expect(await submit(shared)).toBe(false);
});
