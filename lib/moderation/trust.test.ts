import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { DraftContent } from "@/lib/events/schema";
import { ANONYMOUS, type SignedInViewer, type Viewer } from "@/lib/permissions/viewer";
import { makeDraft, makePublished, publishedRow } from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeEditor,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { justProven, makeAdmin, makeCoordinator, makeStranger } from "@/prisma/factories/people";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { lookAt } from "./look-at";
import { listQueue } from "./queue";
import { submitOrPublish } from "./submit-or-publish";
import { APPROVED_BEFORE_TRUST, endTrust, trustOrganisation } from "./trust";

useDatabase();

const now = new Date();
let made: MadeOrganisation;
let admin: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	made = await makeOrganisation();
	admin = await makeAdmin();
});

const proven = (viewer: Viewer) => (viewer.kind === "user" ? justProven(viewer, now) : viewer);
const about = () => ({ organisationId: made.id, now });
const trust = (viewer: Viewer) =>
	inTransaction((tx) => trustOrganisation(tx, proven(viewer), about()));
const distrust = (viewer: Viewer) => inTransaction((tx) => endTrust(tx, viewer, about()));

async function earnTrust(): Promise<void> {
	for (let n = 0; n < APPROVED_BEFORE_TRUST; n++)
		await makePublished({ organisation: made, reviewer: admin });
}

async function submit(isPicked = false, content: Partial<DraftContent> = {}): Promise<string> {
	const { eventId, eventVersion, author } = await makeDraft({ organisation: made, content });
	await inTransaction((tx) =>
		submitOrPublish(tx, author, { eventId, eventVersion, now, isPicked: () => isPicked }),
	);
	return eventId;
}

async function stateOf(eventId: string): Promise<string> {
	return (await db.event.findUniqueOrThrow({ where: { id: eventId } })).state;
}

async function codeOf(attempt: Promise<unknown>): Promise<unknown> {
	return attempt.then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : error),
	);
}

async function mailsAbout(eventId: string): Promise<string[]> {
	const rows = await db.$queryRaw<{ template: string }[]>`
		SELECT payload->>'template' AS template FROM graphile_worker._private_jobs
		WHERE payload->'props'->>'eventId' = ${eventId}`;
	return rows.map(({ template }) => template);
}

it("a new organisation is always reviewed, and trusted only after enough approvals", async () => {
	expect(await stateOf(await submit())).toBe("submitted");
	for (let n = 0; n < APPROVED_BEFORE_TRUST; n++) {
		expect(await codeOf(trust(admin))).toBe("illegal_transition");
		await makePublished({ organisation: made, reviewer: admin });
	}
	expect(await codeOf(trust(admin))).toBe("done");
	expect(await codeOf(trust(admin))).toBe("illegal_transition");
});

it("trust is given with a fresh proof of the second factor only", async () => {
	await earnTrust();
	const stale = justProven(admin, new Date(now.getTime() - 10 * 60_000));
	const attempt = inTransaction((tx) => trustOrganisation(tx, stale, about()));
	expect(await codeOf(attempt)).toBe("proof_needed");
	expect(await stateOf(await submit())).toBe("submitted");
});

it("what a trusted one submits is public at once, and the records say by whose trust", async () => {
	await earnTrust();
	await trust(admin);
	const eventId = await submit();
	expect(await stateOf(eventId)).toBe("approved");
	expect(await publishedRow(eventId)).not.toBeNull();
	expect(await db.decision.findMany({ where: { eventId } })).toMatchObject([
		{ kind: "approve", actorId: admin.id, isByTrust: true, isSampled: false },
	]);
	expect(
		await db.auditEntry.findFirst({
			where: { subjectId: eventId, action: "event.published_by_trust" },
		}),
	).toMatchObject({
		actorId: made.owner.id,
		detail: { trustedById: admin.id, isSampled: false },
	});
	expect(await mailsAbout(eventId)).toEqual(["eventApproved"]);
});

describe("trust does not reach", () => {
	beforeEach(async () => {
		await earnTrust();
		await trust(admin);
	});

	it("beyond its end", async () => {
		await distrust(admin);
		expect(await stateOf(await submit())).toBe("submitted");
		expect(await codeOf(distrust(admin))).toBe("illegal_transition");
	});

	it("beyond the admin who gave it", async () => {
		await db.user.update({ where: { id: admin.id }, data: { isAdmin: false } });
		expect(await stateOf(await submit())).toBe("submitted");
		await db.user.update({ where: { id: admin.id }, data: { isAdmin: true, disabledAt: now } });
		expect(await stateOf(await submit())).toBe("submitted");
		await db.user.update({ where: { id: admin.id }, data: { disabledAt: null } });
		await addMember(made.id, admin.id, "editor");
		expect(await stateOf(await submit())).toBe("submitted");
	});

	it("an organisation beside it whose badge has ended: nobody has read the name that it has now", async () => {
		const { id } = await makeOrganisation({ name: "Circle of friends", kind: "other" });
		const verified = (verifiedAt: Date | null) =>
			db.organisation.update({ where: { id }, data: { verifiedAt } });
		await verified(now);
		expect(await stateOf(await submit(false, { coOrganisers: [id] }))).toBe("approved");
		const { eventId, eventVersion, author } = await makeDraft({
			organisation: made,
			content: { coOrganisers: [id] },
		});
		await verified(null);
		await inTransaction((tx) => submitOrPublish(tx, author, { eventId, eventVersion, now }));
		expect(await stateOf(eventId)).toBe("submitted");
	});

	it("a held organisation", async () => {
		await db.organisation.update({ where: { id: made.id }, data: { heldAt: now } });
		expect(await stateOf(await submit())).toBe("submitted");
	});

	it("an incomplete draft: nothing of it is kept", async () => {
		const { eventId, eventVersion, author } = await makeDraft({
			organisation: made,
			content: { texts: {} },
		});
		const attempt = inTransaction((tx) =>
			submitOrPublish(tx, author, { eventId, eventVersion, now, isPicked: () => true }),
		);
		expect(await codeOf(attempt)).toBe("invalid");
		expect(await stateOf(eventId)).toBe("draft");
		expect(await publishedRow(eventId)).toBeNull();
	});
});

it("a picked one waits in its own view until somebody has looked, who is no member", async () => {
	await earnTrust();
	await trust(admin);
	const [picked] = [await submit(true), await submit(false)];
	const coordinator = await makeCoordinator("DE");
	const listed = async () =>
		(await listQueue(coordinator, { filter: "published" })).items.map(({ id }) => id);
	expect(await listed()).toEqual([picked]);
	expect((await listQueue(coordinator)).items).toEqual([]);
	const look = (viewer: Viewer) =>
		inTransaction((tx) => lookAt(tx, viewer, { eventId: picked, what: "event", now }));
	const actors: [Viewer, string][] = [
		[ANONYMOUS, "unauthenticated"],
		[await makeStranger(), "not_found"],
		[await makeCoordinator("FR"), "not_found"],
		[made.owner, "forbidden"],
	];
	for (const [viewer, code] of actors) expect(await codeOf(look(viewer))).toBe(code);
	await look(coordinator);
	expect(await listed()).toEqual([]);
	expect(await codeOf(look(coordinator))).toBe("not_found");
});

it("only an admin from outside gives or takes trust", async () => {
	await earnTrust();
	const actors: [Viewer, string][] = [
		[ANONYMOUS, "unauthenticated"],
		[await makeStranger(), "not_found"],
		[made.owner, "not_found"],
		[await makeEditor(made.id), "not_found"],
		[await makeCoordinator("DE"), "forbidden"],
	];
	for (const [viewer, code] of actors) {
		expect(await codeOf(trust(viewer))).toBe(code);
		expect(await codeOf(distrust(viewer))).toBe(code);
	}
});
