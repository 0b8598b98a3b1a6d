import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	edit,
	eventContent,
	type MadeEvent,
	makePublished,
	makeSubmitted,
	submitAgain,
} from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { later, makeProven, makeUnproven, NOW, viewerOf } from "@/prisma/factories/second-factor";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { approveMany } from "./bulk-approve";
import { listChosen } from "./bulk-queries";
import { chosenInput } from "./bulk-rules";
import { decide } from "./decide";
import { listQueue } from "./queue";

useDatabase();

let organisation: MadeOrganisation;
let reviewer: SignedInViewer;
let token: string;

beforeEach(async () => {
	await emptyDatabase();
	organisation = await verified("DE");
	({ viewer: reviewer, token } = await makeProven({ countries: ["DE", "AT"] }));
});

async function verified(country: string): Promise<MadeOrganisation> {
	const made = await makeOrganisation({ country });
	await standing(made, { verifiedAt: NOW });
	return made;
}

function standing(
	{ id }: { id: string },
	data: Parameters<typeof db.organisation.update>[0]["data"],
) {
	return db.organisation.update({ where: { id }, data, select: { id: true } });
}

const chosenOf = ({ eventId, eventVersion }: MadeEvent) => ({ eventId, eventVersion });

function approve(events: readonly MadeEvent[], viewer = reviewer, now = NOW) {
	return approveMany(viewer, { chosen: events.map(chosenOf), now });
}

async function outcomeOf(event: MadeEvent, viewer = reviewer): Promise<string | undefined> {
	const listed = await listChosen(viewer, [chosenOf(event)]);
	const [result] = await approve([event], viewer);
	// What is offered and what is done are the same rule.
	expect(listed.some(({ isReady }) => isReady)).toBe(result?.outcome === "approved");
	return result?.outcome;
}

async function traces(eventId: string) {
	const audit = await db.auditEntry.findMany({
		where: { subjectId: eventId, actorId: reviewer.id },
		orderBy: { id: "asc" },
		select: { action: true },
	});
	const mails = await db.$queryRaw<{ count: bigint }[]>`
		SELECT count(*) FROM graphile_worker._private_jobs
		WHERE payload->>'template' = 'eventApproved' AND payload->'props'->>'eventId' = ${eventId}`;
	return {
		audit: audit.map(({ action }) => action),
		decisions: await db.decision.count({ where: { eventId, actorId: reviewer.id } }),
		mails: Number(mails[0]?.count),
		isPublic: (await db.publishedEvent.count({ where: { id: eventId } })) === 1,
	};
}

const ALL = {
	audit: ["event.approve", "event.published", "event.approved_in_bulk"],
	decisions: 1,
	mails: 1,
	isPublic: true,
};
const NOTHING = { audit: [], decisions: 0, mails: 0, isPublic: false };

describe("approving several", () => {
	it("makes each a decision of its own, with its own trace and mail", async () => {
		const trusted = await makeOrganisation({ country: "AT" });
		await standing(trusted, { trustedAt: NOW });
		const events = [
			await makeSubmitted({ organisation }),
			await makeSubmitted({ organisation }),
			await makeSubmitted({ organisation: trusted }),
		];
		const results = await approve(events);
		expect(results.map(({ outcome }) => outcome)).toEqual(["approved", "approved", "approved"]);
		for (const { eventId } of events) expect(await traces(eventId)).toEqual(ALL);
	});

	it("leaves out what was changed or decided meanwhile, without keeping the others", async () => {
		const [changed, decided, good] = [
			await makeSubmitted({ organisation }),
			await makeSubmitted({ organisation }),
			await makeSubmitted({ organisation }),
		];
		const again = await edit(changed, { venueName: "Another hall" });
		await submitAgain(again);
		const { viewer: other } = await makeProven({ isAdmin: true });
		const input = { ...chosenOf(decided), kind: "reject", reason: "No date" } as const;
		await inTransaction((tx) => decide(tx, other, { input, now: NOW }));
		const results = await approve([changed, decided, good]);
		expect(results.map(({ outcome }) => outcome)).toEqual(["changed", "decided", "approved"]);
		expect(await traces(changed.eventId)).toEqual(NOTHING);
		expect(await traces(decided.eventId)).toEqual(NOTHING);
		expect(await traces(good.eventId)).toEqual(ALL);
	});

	it("approves none while the calendar is frozen, and leaves no trace of the try", async () => {
		const event = await makeSubmitted({ organisation });
		await db.switch
			.update({ where: { name: "freeze" }, data: { isOn: true } })
			.catch(() => db.switch.create({ data: { name: "freeze", isOn: true, changedAt: NOW } }));
		expect(await approve([event])).toEqual([{ eventId: event.eventId, outcome: "frozen" }]);
		expect(await traces(event.eventId)).toEqual(NOTHING);
		expect(await db.event.findUnique({ where: { id: event.eventId } })).toMatchObject({
			state: "submitted",
			version: event.eventVersion,
		});
	});

	it("by two reviewers at once approves each once, in whatever order they chose", async () => {
		const { viewer: other } = await makeProven({ isAdmin: true });
		const others = await verified("AT");
		const events: MadeEvent[] = [];
		for (let number = 0; number < 6; number++)
			events.push(await makeSubmitted({ organisation: number % 2 === 0 ? organisation : others }));
		const [mine, theirs] = await Promise.all([
			approve(events),
			approve([...events].reverse(), other),
		]);
		for (const { eventId } of events) {
			const outcomes = [mine, theirs].map(
				(results) => results.find((result) => result.eventId === eventId)?.outcome,
			);
			expect(outcomes.sort()).toEqual(["approved", "decided"]);
			expect(await db.decision.count({ where: { eventId } })).toBe(1);
		}
	});
});

describe("what is not approved among others", () => {
	it("of an organisation that nobody has verified or trusts", async () => {
		const unknown = await makeOrganisation({ country: "AT" });
		expect(await outcomeOf(await makeSubmitted({ organisation: unknown }))).toBe("unsuited");
	});

	it.each([
		["held", { heldAt: NOW }, "held"],
		["a look-alike", { isLookAlike: true }, "unsuited"],
		["with a profile that would become public unread", { waiting: { name: "New" } }, "unsuited"],
	])("of an organisation that is %s", async (_name, data, outcome) => {
		const event = await makeSubmitted({ organisation });
		await standing(organisation, data);
		expect(await outcomeOf(event)).toBe(outcome);
	});

	it("what says something that is blocked", async () => {
		const event = await makeSubmitted({ organisation });
		await db.block.create({
			data: {
				kind: "word",
				value: "speeches",
				key: "speeches",
				reason: "A test",
				addedById: reviewer.id,
				createdAt: NOW,
			},
		});
		expect(await outcomeOf(event)).toBe("unsuited");
	});

	it("what a reviewer has hidden", async () => {
		const event = await makeSubmitted({ organisation });
		await db.takeDown.create({
			data: {
				eventId: event.eventId,
				revisionId: event.revisionId,
				actorId: reviewer.id,
				reason: "It hurts",
				createdAt: NOW,
			},
		});
		expect(await outcomeOf(event)).toBe("unsuited");
	});

	it("what names an organisation whose name nobody has read", async () => {
		const other = await verified("AT");
		const event = await makeSubmitted({ organisation, content: { coOrganisers: [other.id] } });
		await standing(other, { verifiedAt: null });
		expect(await outcomeOf(event)).toBe("unsuited");
	});

	it("outside the reviewer's countries", async () => {
		const event = await makeSubmitted({ organisation: await verified("FR") });
		expect(await outcomeOf(event)).toBe("gone");
	});

	it("of the reviewer's own organisation", async () => {
		const event = await makeSubmitted({ organisation });
		await addMember(organisation.id, reviewer.id, "editor");
		expect(await outcomeOf(event, await viewerOf(token))).toBe("own");
	});

	it("a change of what people plan by, while a small one is", async () => {
		const { viewer: admin } = await makeProven({ isAdmin: true });
		const published = await makePublished({ organisation, reviewer: admin });
		const later = await submitAgain(
			await edit(published, { startTime: "20:00", endTime: "21:00" }),
		);
		expect(await outcomeOf(later)).toBe("unsuited");
		const other = await makePublished({ organisation, reviewer: admin });
		const title = eventContent("DE").texts.en?.title ?? "";
		const texts = { en: { title, description: "Speeches, then a minute of silence." } };
		const small = await submitAgain(await edit(other, { texts }));
		const outcome = await outcomeOf(small);
		expect(outcome).toBe("approved");
		const { items } = await listQueue(reviewer);
		for (const item of items) expect(item.suitsBulk).toBe(item.weight !== "important");
	});
});

describe("who may", () => {
	it("only a reviewer who has proven the second factor a moment ago", async () => {
		const event = await makeSubmitted({ organisation });
		const { viewer: unproven } = await makeUnproven({ isAdmin: true });
		await expect(approve([event], unproven)).rejects.toMatchObject({ code: "forbidden" });
		await expect(approve([event], reviewer, later(10 * 60))).rejects.toMatchObject({
			code: "proof_needed",
		});
		await expect(approve([event], organisation.owner)).rejects.toMatchObject({ code: "forbidden" });
		expect(await traces(event.eventId)).toEqual(NOTHING);
		const [result] = await approve([event], reviewer, later(599));
		expect(result?.outcome).toBe("approved");
	});
});

describe("the chosen ones in an address", () => {
	const id = "0190a0b0-0000-7000-8000-000000000000";

	it("are read, once or several times", () => {
		expect(chosenInput.parse(`${id}.3`)).toEqual([{ eventId: id, eventVersion: 3 }]);
		expect(chosenInput.parse([`${id}.3`])).toHaveLength(1);
	});

	it.each([
		[[]],
		["x"],
		[`${id}.-1`],
		[`${id}.1.2`],
		[[`${id}.1`, `${id}.2`]],
		[
			Array.from(
				{ length: 26 },
				(_, n) => `0190a0b0-0000-7000-8000-${String(n).padStart(12, "0")}.1`,
			),
		],
	])("are refused otherwise: %j", (value) => {
		expect(chosenInput.safeParse(value).success).toBe(false);
	});
});
