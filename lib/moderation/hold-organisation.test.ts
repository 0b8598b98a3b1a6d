import { beforeEach, describe, expect, it } from "vitest";
import { readOrganiserPage } from "@/lib/calendar/organiser-page";
import { db, inTransaction } from "@/lib/db/client";
import { callOffEvent } from "@/lib/events/call-off-event";
import { ANONYMOUS, type SignedInViewer, type Viewer } from "@/lib/permissions/viewer";
import { answerAs, publicOrganisers } from "@/prisma/factories/co-organisers";
import {
	decideOn,
	makeDraft,
	makePublished,
	makeSubmitted,
	publishedRow,
} from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeEditor,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import {
	justProven,
	makeAdmin,
	makeCoordinator,
	makeUser,
	makeViewer,
} from "@/prisma/factories/people";
import { queuedMails } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { holdInput, holdOrganisation } from "./hold-organisation";
import { releaseOrganisation } from "./organisation-standing";
import { countOrganisationsInNeed } from "./organisations";
import { submitOrPublish } from "./submit-or-publish";

useDatabase();

const NOW = new Date();
const REASON = "Its account was taken over.";

let made: MadeOrganisation;
let admin: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	made = await makeOrganisation({ country: "DE" });
	admin = justProven(await makeAdmin(), NOW);
	await db.organisation.update({
		where: { id: made.id },
		data: { verifiedAt: NOW, trustedAt: NOW, trustedById: admin.id },
		select: { id: true },
	});
});

function hold(viewer: Viewer = admin): Promise<string> {
	const input = holdInput.parse({ organisationId: made.id, reason: REASON });
	return inTransaction((tx) => holdOrganisation(tx, viewer, { input, now: NOW })).then(
		() => "done",
		(error) => error.code,
	);
}
const release = () =>
	inTransaction((tx) => releaseOrganisation(tx, admin, { organisationId: made.id, now: NOW }));

/** Whether what it hands in now is public at once. */
async function submit(): Promise<boolean> {
	const { eventId, eventVersion, author } = await makeDraft({ organisation: made });
	await inTransaction((tx) => submitOrPublish(tx, author, { eventId, eventVersion, now: NOW }));
	return (await publishedRow(eventId)) !== null;
}

describe("an organisation that an admin holds", () => {
	it("publishes nothing new, by trust or by approval, until it is released", async () => {
		const waiting = await makeSubmitted({ organisation: made });
		expect(await submit()).toBe(true);
		expect(await hold()).toBe("done");
		expect(await submit()).toBe(false);
		await expect(decideOn(waiting, admin, "approve")).rejects.toMatchObject({
			code: "organisation_held",
		});
		await release();
		await decideOn(waiting, admin, "approve");
		expect(await publishedRow(waiting.eventId)).not.toBeNull();
		// Trust has to be given anew.
		expect(await submit()).toBe(false);
	});

	it("keeps its page and its public events, without the badge, and can call them off", async () => {
		const event = await makePublished({ organisation: made, reviewer: admin });
		const before = await readOrganiserPage(made.slug, NOW);
		await hold();
		const after = await readOrganiserPage(made.slug, NOW);
		expect(before?.organiser.verifiedAt).toBe(NOW.toISOString());
		expect(after?.organiser).toEqual({ ...before?.organiser, verifiedAt: null });
		expect(after?.numbers).toEqual(before?.numbers);
		expect(after?.coming).toHaveLength(1);
		const { eventId, eventVersion } = event;
		await inTransaction((tx) =>
			callOffEvent(tx, made.owner, {
				input: { eventId, eventVersion, kind: "cancel", reasons: { en: "The hall burned down." } },
				now: NOW,
			}),
		);
		expect((await publishedRow(eventId))?.status).toBe("cancelled");
	});

	it("is not named beside others while it is held", async () => {
		const host = await makeOrganisation({ country: "AT" });
		const event = await makeSubmitted({
			organisation: host,
			content: { coOrganisers: [made.id] },
		});
		await decideOn(event, admin, "approve");
		await answerAs(made.owner, event, made, "accepted");
		expect(await publicOrganisers(event)).toEqual([host.id, made.id]);
		await hold();
		expect(await publicOrganisers(event)).toEqual([host.id]);
		await release();
		expect(await publicOrganisers(event)).toEqual([host.id, made.id]);
	});

	it("has its members told why, and the trail remembers it after the release", async () => {
		const editor = await makeEditor(made.id);
		await hold();
		expect(await db.organisation.findUnique({ where: { id: made.id } })).toMatchObject({
			heldAt: NOW,
			heldReason: REASON,
			trustedAt: null,
			verifiedAt: null,
		});
		const mails = (await queuedMails()).filter(({ template }) => template === "organisationHeld");
		expect(mails.map(({ to }) => to).sort()).toEqual([editor.email, made.owner.email].sort());
		expect(mails[0]?.props).toMatchObject({ organisation: made.name, reason: REASON });
		// Nobody has to do anything about it.
		expect(await countOrganisationsInNeed(admin)).toBe(0);
		await release();
		expect(
			await db.auditEntry.findMany({
				where: { subjectId: made.id, actorId: admin.id },
				orderBy: { id: "asc" },
				select: { action: true, detail: true },
			}),
		).toEqual([
			{
				action: "organisation.verification_ended",
				detail: { reason: "held", wasVerified: true },
			},
			{ action: "organisation.trust_ended", detail: { reason: "held" } },
			{ action: "organisation.held", detail: { reason: REASON } },
			{ action: "organisation.released", detail: {} },
		]);
	});
});

it("only an admin who does not belong to it holds it, with a fresh proof, and once", async () => {
	const member = await makeUser({ isAdmin: true });
	await addMember(made.id, member.id, "editor");
	const table: [Viewer, string][] = [
		[ANONYMOUS, "unauthenticated"],
		[made.owner, "not_found"],
		[await makeCoordinator("DE"), "forbidden"],
		[await makeCoordinator("FR"), "not_found"],
		[justProven(await makeViewer(member), NOW), "own_organisation"],
		[justProven(admin, new Date(NOW.getTime() - 10 * 60_000)), "proof_needed"],
		[admin, "done"],
		[admin, "illegal_transition"],
	];
	for (const [viewer, code] of table) expect(await hold(viewer)).toBe(code);
	expect(holdInput.safeParse({ organisationId: made.id, reason: " " }).success).toBe(false);
});
