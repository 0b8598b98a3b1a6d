import { beforeAll, beforeEach, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { answerAs, currentEvent } from "@/prisma/factories/co-organisers";
import {
	decideOn,
	type MadeEvent,
	makePublished,
	makeSubmitted,
	publishedRow,
} from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeEditor,
	makeMission,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator } from "@/prisma/factories/people";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { callOffEvent } from "./call-off-event";
import { listRequests } from "./co-organiser-queries";
import { withdrawEvent } from "./withdraw-event";

useDatabase();

let admin: SignedInViewer;
let owner: MadeOrganisation;
let partner: MadeOrganisation;
let asked: MadeOrganisation;

beforeAll(emptyDatabase);

beforeEach(async () => {
	admin = await makeAdmin();
	owner = await makeOrganisation({ country: "DE" });
	partner = await makeMission({ country: "FR" });
	asked = await makeMission({ country: "IT" });
});

it("tells the own organisation's other members, those who hold it too and the reviewers, each once and where to look", async () => {
	const event = await heldTogether();
	const colleague = await makeEditor(owner.id);
	const coordinator = await makeCoordinator("DE");
	// Of both organisations, and told as one's own.
	await addMember(partner.id, colleague.id, "editor");
	await withdraw(event);
	expect(await publishedRow(event.eventId)).toBeNull();
	const told = new Map(await mailsOf(event));
	expect(told.get(colleague.email)).toBe("members");
	expect(told.get(partner.owner.email)).toBe("coOrganisers");
	expect(told.get(coordinator.email)).toBe("reviewers");
	expect(told.has(owner.owner.email)).toBe(false);
	expect(told.has(asked.owner.email)).toBe(false);
	expect(await mailsOf(event)).toHaveLength(told.size);
});

it("tells nobody of what never was public", async () => {
	const event = await makeSubmitted({ organisation: owner });
	await makeEditor(owner.id);
	await withdraw(event);
	expect(await mailsOf(event)).toEqual([]);
});

it("asks nobody any more to hold what is withdrawn", async () => {
	const event = await heldTogether();
	expect(await listRequests(asked.owner)).toMatchObject([{ answer: null }]);
	expect(await listRequests(partner.owner)).toMatchObject([{ answer: "accepted" }]);
	await withdraw(event);
	expect(await listRequests(asked.owner)).toEqual([]);
	expect(await listRequests(partner.owner)).toEqual([]);
});

it("asks nobody any more to hold what is cancelled, which whoever holds it still finds", async () => {
	const event = await heldTogether();
	const { eventVersion } = await currentEvent(event);
	await inTransaction((tx) =>
		callOffEvent(tx, owner.owner, {
			input: {
				eventId: event.eventId,
				eventVersion,
				kind: "cancel",
				reasons: { en: "The hall has burnt down." },
			},
			now: event.now,
		}),
	);
	expect(await listRequests(asked.owner)).toEqual([]);
	expect(await listRequests(partner.owner)).toMatchObject([{ answer: "accepted" }]);
});

it("still asks for what is postponed or not public yet", async () => {
	await makeSubmitted({ organisation: owner, content: { coOrganisers: [asked.id] } });
	await makePublished({ organisation: owner, content: { coOrganisers: [asked.id] } });
	expect(await listRequests(asked.owner)).toHaveLength(2);
});

/** Public, held with `partner`; `asked` has not answered. */
async function heldTogether(): Promise<MadeEvent> {
	const content = { coOrganisers: [partner.id, asked.id] };
	const event = await makeSubmitted({ organisation: owner, content });
	const published = await decideOn(event, admin, "approve");
	await answerAs(partner.owner, published, partner, "accepted");
	return published;
}

async function withdraw(event: MadeEvent): Promise<void> {
	const { eventId, eventVersion } = await currentEvent(event);
	await inTransaction((tx) =>
		withdrawEvent(tx, owner.owner, { eventId, eventVersion, now: event.now }),
	);
}

async function mailsOf({ eventId }: MadeEvent): Promise<[string, string][]> {
	const rows = await db.$queryRaw<{ to: string; what: string }[]>`
		SELECT payload->>'to' AS "to", payload->'props'->>'to' AS what
		FROM graphile_worker._private_jobs
		WHERE payload->>'template' = 'eventWithdrawn' AND payload->'props'->>'eventId' = ${eventId}`;
	return rows.map(({ to, what }) => [to, what]);
}
