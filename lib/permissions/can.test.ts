import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { withdrawEvent } from "@/lib/events/withdraw-event";
import type { EventState } from "@/lib/lifecycle/lifecycle";
import {
	decideOn,
	edit,
	type MadeEvent,
	makeDraft,
	makePublished,
	makeSubmitted,
} from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeEditor,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import {
	makeAdmin,
	makeCoordinator,
	makeStranger,
	makeUser,
	makeViewer,
} from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import {
	can,
	type DecisionFacts,
	decisionFacts,
	organisationsReviewedBy,
	requireCan,
	reviewableBy,
	visibleTo,
} from "./can";
import { ANONYMOUS, type Viewer } from "./viewer";

useDatabase();

const ACTORS = [
	"anonymous",
	"stranger",
	"owner elsewhere",
	"editor",
	"owner",
	"coordinator of the country",
	"coordinator of another country",
	"coordinator who is a member",
	"admin",
	"admin who is a member",
] as const;
type Actor = (typeof ACTORS)[number];

const STATES = [
	"draft",
	"submitted",
	"changes_requested",
	"approved",
	"rejected",
	"withdrawn",
	"draft over published",
] as const;
type Situation = (typeof STATES)[number];

type Row = { read: boolean; edit: boolean; decide: boolean };
const NONE: Row = { read: false, edit: false, decide: false };
const MEMBER: Row = { read: true, edit: true, decide: false };
const REVIEWER: Row = { read: true, edit: false, decide: true };

/** What each person may, where it does not depend on whether the event was ever submitted. */
const EXPECTED: Record<Actor, Row> = {
	anonymous: NONE,
	stranger: NONE,
	"owner elsewhere": NONE,
	editor: MEMBER,
	owner: MEMBER,
	"coordinator of the country": REVIEWER,
	"coordinator of another country": NONE,
	"coordinator who is a member": MEMBER,
	admin: REVIEWER,
	"admin who is a member": MEMBER,
};

const viewers = new Map<Actor, Viewer>();
const events = new Map<Situation, MadeEvent>();
let organisation: MadeOrganisation;

beforeAll(async () => {
	organisation = await makeOrganisation({ country: "DE" });
	const admin = await makeAdmin();
	for (const situation of STATES) events.set(situation, await eventIn(situation, admin));
	const memberOf = async (options: { isAdmin?: boolean; countries?: string[] }) => {
		const user = await makeUser(options);
		await addMember(organisation.id, user.id, "editor");
		return makeViewer(user);
	};
	const all: Record<Actor, Viewer> = {
		anonymous: ANONYMOUS,
		stranger: await makeStranger(),
		"owner elsewhere": (await makeOrganisation({ country: "AT" })).owner,
		editor: await makeEditor(organisation.id),
		owner: organisation.owner,
		"coordinator of the country": await makeCoordinator("DE", "AT"),
		"coordinator of another country": await makeCoordinator("FR"),
		"coordinator who is a member": await memberOf({ countries: ["DE"] }),
		admin,
		"admin who is a member": await memberOf({ isAdmin: true }),
	};
	for (const actor of ACTORS) viewers.set(actor, all[actor]);
});

async function eventIn(
	situation: Situation,
	admin: Awaited<ReturnType<typeof makeAdmin>>,
): Promise<MadeEvent> {
	if (situation === "draft") return makeDraft({ organisation });
	if (situation === "approved") return makePublished({ organisation, reviewer: admin });
	if (situation === "draft over published") {
		return edit(await makePublished({ organisation, reviewer: admin }), {
			startTime: "20:00",
			endTime: null,
		});
	}
	const submitted = await makeSubmitted({ organisation });
	if (situation === "submitted") return submitted;
	if (situation === "changes_requested") return decideOn(submitted, admin, "request_changes");
	if (situation === "rejected") return decideOn(submitted, admin, "reject");
	const { eventId, eventVersion, now } = submitted;
	await inTransaction((tx) =>
		withdrawEvent(tx, organisation.owner, { eventId, eventVersion, now }),
	);
	return submitted;
}

async function factsOf(eventId: string): Promise<DecisionFacts & { state: EventState }> {
	return db.event.findUniqueOrThrow({
		where: { id: eventId },
		select: { ...decisionFacts, state: true },
	});
}

function viewerOf(actor: Actor): Viewer {
	const viewer = viewers.get(actor);
	if (!viewer) throw new Error(actor);
	return viewer;
}

function eventOf(situation: Situation): MadeEvent {
	const event = events.get(situation);
	if (!event) throw new Error(situation);
	return event;
}

describe.each(ACTORS)("%s", (actor) => {
	it.each(STATES)(
		"of an event that is %s: can and visibleTo agree with the table",
		async (situation) => {
			const { eventId } = eventOf(situation);
			const event = await factsOf(eventId);
			const viewer = viewerOf(actor);
			const isReviewerOnly = EXPECTED[actor] === REVIEWER;
			const expected = situation === "draft" && isReviewerOnly ? NONE : EXPECTED[actor];

			expect({
				read: can(viewer, { action: "event.read", event }),
				edit: can(viewer, { action: "event.edit", event }),
				decide: can(viewer, { action: "event.decide", event }),
			}).toEqual(expected);

			const found = await db.event.count({ where: { AND: [{ id: eventId }, visibleTo(viewer)] } });
			expect(found === 1).toBe(expected.read);
			const inQueue = await db.event.count({
				where: { AND: [{ id: eventId }, reviewableBy(viewer)] },
			});
			if (expected.decide) expect(inQueue).toBe(1);
		},
	);
});

it("what one may not see is not found; what one may see but not do is forbidden; one's own is named so", async () => {
	const event = await factsOf(eventOf("submitted").eventId);
	const codeOf = (actor: Actor, action: "event.edit" | "event.decide") => {
		try {
			requireCan(viewerOf(actor), { action, event });
			return "allowed";
		} catch (error) {
			return error instanceof DomainError ? error.code : error;
		}
	};
	expect(codeOf("anonymous", "event.edit")).toBe("unauthenticated");
	expect(codeOf("stranger", "event.edit")).toBe("not_found");
	expect(codeOf("coordinator of another country", "event.decide")).toBe("not_found");
	expect(codeOf("coordinator of the country", "event.edit")).toBe("forbidden");
	expect(codeOf("owner", "event.decide")).toBe("forbidden");
	expect(codeOf("coordinator who is a member", "event.decide")).toBe("own_event");
	expect(codeOf("admin who is a member", "event.decide")).toBe("own_event");
	expect(codeOf("admin", "event.decide")).toBe("allowed");
});

it("only owners edit an organisation, only members begin events for it, only reviewers read the queue", () => {
	const organisationId = organisation.id;
	const allowed = (question: Parameters<typeof can>[1]) =>
		ACTORS.filter((actor) => can(viewerOf(actor), question));
	expect(allowed({ action: "organisation.edit", organisationId })).toEqual(["owner"]);
	const members = ["editor", "owner", "coordinator who is a member", "admin who is a member"];
	expect(allowed({ action: "organisation.read", organisationId })).toEqual(members);
	expect(allowed({ action: "organisation.answer", organisationId })).toEqual(members);
	for (const action of ["event.create", "events.export", "events.import"] as const)
		expect(allowed({ action, organisationId })).toEqual(members);
	for (const action of ["queue.read", "figures.read"] as const)
		expect(allowed({ action })).toEqual([
			"coordinator of the country",
			"coordinator of another country",
			"coordinator who is a member",
			"admin",
			"admin who is a member",
		]);
	expect(allowed({ action: "organisation.create" })).toEqual(
		ACTORS.filter((actor) => actor !== "anonymous"),
	);
});

it("reviewers look after the organisations of their countries, and never after their own", async () => {
	const facts = { id: organisation.id, country: "DE" };
	const allowed = (question: Parameters<typeof can>[1]) =>
		ACTORS.filter((actor) => can(viewerOf(actor), question));
	const reviewers = [
		"coordinator of the country",
		"coordinator who is a member",
		"admin",
		"admin who is a member",
	];
	expect(allowed({ action: "organisation.review", organisation: facts })).toEqual(reviewers);
	expect(allowed({ action: "organisation.vouch", organisation: facts })).toEqual([
		"coordinator of the country",
		"admin",
	]);
	expect(allowed({ action: "organisation.decide", organisation: facts })).toEqual(["admin"]);
	expect(allowed({ action: "domains.edit" })).toEqual(["admin", "admin who is a member"]);
	for (const actor of ACTORS) {
		const where = { AND: [{ id: organisation.id }, organisationsReviewedBy(viewerOf(actor))] };
		expect((await db.organisation.count({ where })) === 1).toBe(reviewers.includes(actor));
	}
});
