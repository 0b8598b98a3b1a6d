import { beforeEach, describe, expect, it } from "vitest";
import { deleteAccount } from "@/lib/accounts/delete-account";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { ANONYMOUS, type SignedInViewer, type Viewer } from "@/lib/permissions/viewer";
import { makeClaim, makeOwnerless, STATEMENT } from "@/prisma/factories/claims";
import {
	type MadeOrganisation,
	makeMission,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeStranger, makeUser, makeViewer } from "@/prisma/factories/people";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { withdrawClaim } from "./claim-organisation";
import { findClaimed, listClaimable, listClaimableLike, listMyClaims } from "./claim-queries";
import { claimInput, claimRefusal } from "./claim-schema";

useDatabase();

const now = new Date();
const MAILBOX = "berlin@mission.mfa.gov.az";
let mission: MadeOrganisation;
let person: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	mission = await makeOwnerless();
	person = await makeStranger();
	await db.officialDomain.create({ data: { domain: "mfa.gov.az", holder: "Ministry" } });
});

const claim = (viewer: Viewer, how: { email?: string; of?: { id: string } } = {}) =>
	makeClaim(viewer, { of: mission, now, ...how });

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : error),
	);

describe("a claimant", () => {
	it("has one open claim on an organisation and three in all, and takes back only the own", async () => {
		await claim(person);
		await claim(person);
		expect(await listMyClaims(person)).toHaveLength(1);
		for (const country of ["AT", "FR"]) await claim(person, { of: await makeOwnerless(country) });
		const fourth = await makeOwnerless("GB");
		await expect(claim(person, { of: fourth })).rejects.toMatchObject({
			fields: { statement: "field.tooManyClaims" },
		});
		const [first] = await listMyClaims(person);
		const about = {
			organisationId: first?.organisation.id ?? "",
			claimId: first?.id ?? "",
			now,
		};
		const withdraw = (viewer: Viewer) =>
			codeOf(inTransaction((tx) => withdrawClaim(tx, viewer, about)));
		expect(await withdraw(await makeStranger())).toBe("not_found");
		expect(await withdraw(ANONYMOUS)).toBe("unauthenticated");
		expect(await withdraw(person)).toBe("done");
		expect(await withdraw(person)).toBe("not_found");
		expect(await codeOf(claim(person, { of: fourth }))).toBe("done");
	});

	it("who claims twice at once has one claim", async () => {
		await Promise.all(Array.from({ length: 5 }, () => claim(person)));
		expect(await db.claim.count({ where: { endedAt: null } })).toBe(1);
	});

	it("who deletes the account claims nothing any more, and the statement goes", async () => {
		const official = await makeViewer(await makeUser({ email: MAILBOX }));
		await claim(official, { email: MAILBOX });
		await inTransaction((tx) => deleteAccount(tx, official, { now }));
		expect(await db.claim.findFirstOrThrow({ where: { claimantId: official.id } })).toMatchObject({
			statement: "",
			email: "deleted@mfa.gov.az",
			endedAt: now,
		});
	});
});

describe("what can be claimed", () => {
	it("is public and has no owner: neither owned ones nor those that nobody knows are found", async () => {
		const owned = await makeMission({ country: "AT" });
		const unknown = await makeOrganisation({ country: "FR" });
		await db.user.update({ where: { id: unknown.owner.id }, data: { disabledAt: now } });
		expect((await listClaimable(person)).map(({ id }) => id)).toEqual([mission.id]);
		for (const of of [owned, unknown]) expect(await codeOf(claim(person, { of }))).toBe("conflict");
		expect(await findClaimed(person, unknown.slug)).toBeNull();
		expect(await codeOf(claim(ANONYMOUS))).toBe("unauthenticated");
	});

	it("is offered to whoever makes an organisation of the same name, or a mission of the country", async () => {
		const like = async (name: string, kind: "embassy" | "university", country: string) =>
			(await listClaimableLike(person, { name, kind, country })).map(({ id }) => id);
		const alike = mission.name.replace("a", "\u0430");
		expect(await like(alike, "university", "FR")).toEqual([mission.id]);
		expect(await like("Botschaft", "embassy", "DE")).toEqual([mission.id]);
		expect(await like("Botschaft", "embassy", "FR")).toEqual([]);
		expect(await like("Universit\u00e4t", "university", "DE")).toEqual([]);
	});
});

it.each(["role", "vouchedById", "provenAt", "claimantId"])(
	"a form that also sends %s is refused",
	(field) => {
		const input = { organisationId: mission.id, statement: STATEMENT, method: "coordinator" };
		expect(claimInput.safeParse(input).success).toBe(true);
		expect(claimInput.safeParse({ ...input, [field]: "x" }).success).toBe(false);
	},
);

it.each(["", "x", "  x  "])("a claim says more than %j, and so does a refusal", (text) => {
	const about = { organisationId: mission.id, claimId: mission.id };
	expect(claimRefusal.safeParse({ ...about, reason: text }).success).toBe(false);
	const input = { organisationId: mission.id, method: "coordinator", statement: text };
	expect(claimInput.safeParse(input).success).toBe(false);
});
