import { beforeAll, describe, expect, it } from "vitest";
import { viewerByToken } from "@/lib/accounts/current-viewer";
import { mintSession } from "@/lib/accounts/mint-session";
import { db } from "@/lib/db/client";
import { makeSubmitted } from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeUser, type UserOptions } from "@/prisma/factories/people";
import { makeApp, makeProvenSession } from "@/prisma/factories/sessions";
import { useDatabase } from "@/prisma/factories/use-database";
import {
	can,
	decisionFacts,
	organisationsReviewedBy,
	type Question,
	reviewableBy,
	visibleTo,
} from "./can";
import { isFreshlyProven, mayAddFactor } from "./second-factor";
import { isReviewer, type SignedInViewer } from "./viewer";

useDatabase();

const NOW = new Date("2027-02-20T12:00:00Z");
const LONG_AGO = new Date("2027-02-20T11:49:00Z");

const SESSIONS = [
	"no second factor",
	"not proven",
	"proven",
	"proven long ago",
	"proven, then removed",
] as const;
type Session = (typeof SESSIONS)[number];
const PROVEN: readonly Session[] = ["proven", "proven long ago"];

const OFFICES = {
	coordinator: { countries: ["DE"] },
	admin: { isAdmin: true },
	"coordinator and admin": { countries: ["DE"], isAdmin: true },
} satisfies Record<string, UserOptions>;
type Office = keyof typeof OFFICES;

let organisation: MadeOrganisation;
let own: MadeOrganisation;
let eventId: string;

beforeAll(async () => {
	organisation = await makeOrganisation({ country: "DE" });
	own = await makeOrganisation({ country: "DE" });
	({ eventId } = await makeSubmitted({ organisation }));
});

async function signIn(user: { id: string }, session: Session): Promise<string> {
	if (session === "not proven") await makeApp(user);
	if (session === "no second factor" || session === "not proven")
		return (await mintSession(user.id, NOW)).token;
	const provenAt = session === "proven long ago" ? LONG_AGO : NOW;
	const { token } = await makeProvenSession(user, { now: NOW, provenAt });
	if (session === "proven, then removed")
		await db.authenticator.delete({ where: { userId: user.id } });
	return token;
}

/** A member of `own` with this office, signed in in this way. */
async function viewerWith(options: UserOptions, session: Session): Promise<SignedInViewer> {
	const user = await makeUser(options);
	await addMember(own.id, user.id, "editor");
	const viewer = await viewerByToken(await signIn(user, session), NOW);
	if (viewer.kind !== "user") throw new Error("nobody is signed in");
	return viewer;
}

/** Everything that `can` is ever asked, about another organisation and about the person's own. */
async function allQuestions(): Promise<Question[]> {
	const event = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		select: decisionFacts,
	});
	const ids = [organisation.id, own.id];
	const facts = ids.map((id) => ({ id, country: "DE" }));
	const events = ids.map((organisationId) => ({ ...event, organisationId }));
	// By action, so that a new one is missed by the compiler.
	const about: { [Action in Question["action"]]: Omit<Asked<Action>, "action">[] } = {
		"organisation.read": ids.map((organisationId) => ({ organisationId })),
		"organisation.edit": ids.map((organisationId) => ({ organisationId })),
		"organisation.answer": ids.map((organisationId) => ({ organisationId })),
		"organisation.review": facts.map((each) => ({ organisation: each })),
		"organisation.vouch": facts.map((each) => ({ organisation: each })),
		"organisation.decide": facts.map((each) => ({ organisation: each })),
		"organisation.create": [{}],
		"organisation.claim": [{}],
		"event.create": ids.map((organisationId) => ({ organisationId })),
		"events.export": ids.map((organisationId) => ({ organisationId })),
		"events.import": ids.map((organisationId) => ({ organisationId })),
		"event.read": events.map((each) => ({ event: each })),
		"event.reports": events.map((each) => ({ event: each })),
		"organisation.reports": facts.map((each) => ({ organisation: each })),
		"event.edit": events.map((each) => ({ event: each })),
		"event.decide": events.map((each) => ({ event: each })),
		"domains.edit": [{}],
		"switches.turn": [{}],
		"territories.edit": [{}],
		"blocklist.edit": [{}],
		"audit.read": [{}],
		"silence.edit": [{}],
		"seasons.edit": [{}],
		"figures.read": [{}],
		"people.read": [{}],
		"people.edit": [{ userId: organisation.owner.id }],
		"factors.list": [{}],
		"factors.reset": [{ userId: organisation.owner.id }],
		"queue.read": [{}],
	};
	return Object.entries(about).flatMap(([action, asked]) =>
		asked.map((rest) => ({ action, ...rest }) as Question),
	);
}

type Asked<Action extends Question["action"]> = Extract<Question, { action: Action }>;

async function allowedTo(viewer: SignedInViewer): Promise<string[]> {
	const questions = await allQuestions();
	return questions.filter((question) => can(viewer, question)).map((each) => JSON.stringify(each));
}

describe.each(Object.keys(OFFICES) as Office[])("%s", (office) => {
	it.each(SESSIONS)("with a session that is: %s", async (session) => {
		const viewer = await viewerWith(OFFICES[office], session);
		const isProven = PROVEN.includes(session);
		const organiser = await allowedTo(await viewerWith({}, "no second factor"));
		const allowed = await allowedTo(viewer);
		if (isProven) expect(allowed.length).toBeGreaterThan(organiser.length);
		else expect(allowed).toEqual(organiser);

		expect(viewer.hasOffice).toBe(true);
		expect(isReviewer(viewer)).toBe(isProven);
		expect(await db.event.count({ where: { AND: [{ id: eventId }, visibleTo(viewer)] } })).toBe(
			isProven ? 1 : 0,
		);
		expect(await db.event.count({ where: reviewableBy(viewer) })).toBe(isProven ? 1 : 0);
		const reviewed = await db.organisation.count({ where: organisationsReviewedBy(viewer) });
		expect(reviewed > 0).toBe(isProven);
		expect(isFreshlyProven(viewer, NOW)).toBe(session === "proven");
		const mayBegin = ["no second factor", "proven, then removed", "proven"].includes(session);
		expect(mayAddFactor(viewer, NOW)).toBe(mayBegin);
	});
});

it("a proof is fresh for ten minutes", async () => {
	const viewer = await viewerWith({ isAdmin: true }, "proven");
	const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
	expect(isFreshlyProven(viewer, after(599))).toBe(true);
	expect(isFreshlyProven(viewer, after(600))).toBe(false);
});

it("whoever has no office adds no factor and gets nothing by a proof", async () => {
	const viewer = await viewerWith({}, "proven");
	expect(viewer).toMatchObject({ hasOffice: false, factor: "none" });
	expect(mayAddFactor(viewer, NOW)).toBe(false);
});
