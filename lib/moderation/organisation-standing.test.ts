import { beforeEach, describe, expect, it } from "vitest";
import { readOrganiserPage } from "@/lib/calendar/organiser-page";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { findOfficialDomain, listDomain, removeDomain } from "@/lib/organisations/official-domains";
import {
	findMailboxProof,
	proveMailbox,
	requestVerification,
} from "@/lib/organisations/request-verification";
import { verificationInput } from "@/lib/organisations/schema";
import { vouch } from "@/lib/organisations/vouch";
import { ANONYMOUS, type SignedInViewer, type Viewer } from "@/lib/permissions/viewer";
import { decideOn, makePublished, makeSubmitted, publishedRow } from "@/prisma/factories/events";
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
	makeStranger,
	makeUser,
	makeViewer,
} from "@/prisma/factories/people";
import { queuedMails } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { confirmVerification, endVerification, releaseOrganisation } from "./organisation-standing";
import { getReviewedOrganisation } from "./organisations";

useDatabase();

const now = new Date();
const DAY_MS = 86_400_000;
const MAILBOX = "berlin@mission.mfa.gov.az";
let made: MadeOrganisation;
let coordinator: SignedInViewer;
let admin: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	made = await makeOrganisation();
	coordinator = await makeCoordinator("DE");
	admin = await makeAdmin();
	await db.officialDomain.create({ data: { domain: "mfa.gov.az", holder: "Ministry" } });
});

const proven = (viewer: Viewer) => (viewer.kind === "user" ? justProven(viewer, now) : viewer);
const about = () => ({ organisationId: made.id, now });
const doVouch = (viewer: Viewer) => inTransaction((tx) => vouch(tx, viewer, about()));
const confirm = (viewer: Viewer) =>
	inTransaction((tx) => confirmVerification(tx, proven(viewer), about()));
const release = (viewer: Viewer) => inTransaction((tx) => releaseOrganisation(tx, viewer, about()));
const end = (viewer: Viewer) => inTransaction((tx) => endVerification(tx, viewer, about()));

function request(how: { email?: string } = {}, viewer: Viewer = made.owner) {
	const input = verificationInput.parse({
		organisationId: made.id,
		method: how.email ? "domain" : "coordinator",
		...how,
	});
	return inTransaction((tx) => requestVerification(tx, viewer, { input, now }));
}

async function codeOf(attempt: Promise<unknown>): Promise<unknown> {
	return attempt.then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : error),
	);
}

async function tokenTo(email: string): Promise<string> {
	const jobs = await db.$queryRaw<{ payload: { to: string; props: { link?: string } } }[]>`
		SELECT payload FROM graphile_worker._private_jobs ORDER BY id DESC`;
	const link = jobs.find(({ payload }) => payload.to === email)?.payload.props.link;
	return new URL(link ?? "").searchParams.get("token") ?? "";
}

function organisation(id = made.id) {
	return db.organisation.findUniqueOrThrow({ where: { id } });
}

describe("a mailbox on an official domain", () => {
	it("proves itself by its link, once; then one vouches and another confirms", async () => {
		await makePublished({ organisation: made, reviewer: admin });
		expect(await request({ email: MAILBOX })).toEqual({ isMailed: true });
		expect(await codeOf(doVouch(coordinator))).toBe("illegal_transition");
		const token = await tokenTo(MAILBOX);
		expect(await findMailboxProof(token, now)).toEqual({ organisation: made.name, email: MAILBOX });
		await proveMailbox(token, now);
		expect(await codeOf(proveMailbox(token, now))).toBe("expired");
		expect((await organisation()).verifiedAt).toBeNull();
		expect(await codeOf(confirm(admin))).toBe("illegal_transition");
		await doVouch(coordinator);
		expect((await organisation()).verifiedAt).toBeNull();
		await confirm(admin);
		const page = await readOrganiserPage(made.slug, now);
		expect(page?.organiser.verifiedAt).toBe(now.toISOString());
		expect(page?.profile.verification).toEqual({ by: "domain", with: "mfa.gov.az" });
		expect(JSON.stringify(page)).not.toContain(MAILBOX);
		expect((await db.publishedOrganiser.findFirstOrThrow()).isVerified).toBe(true);
	});

	it("that is the address of the sign-in needs no mail", async () => {
		const user = await makeUser({ email: MAILBOX });
		await addMember(made.id, user.id, "owner");
		expect(await request({ email: MAILBOX }, await makeViewer(user))).toEqual({ isMailed: false });
		expect(await codeOf(doVouch(coordinator))).toBe("done");
	});

	it("is over after three days, and when another request is made", async () => {
		await request({ email: MAILBOX });
		const token = await tokenTo(MAILBOX);
		expect(await findMailboxProof(token, new Date(now.getTime() + 3 * DAY_MS))).toBeNull();
		await request();
		expect(await codeOf(proveMailbox(token, now))).toBe("expired");
	});

	it.each([
		["a@mfa.gov.az", "mfa.gov.az"],
		["a@Mission.MFA.gov.az", "mfa.gov.az"],
		["a@mfa.gov.az.example.org", null],
		["a@evilmfa.gov.az", null],
		["a@gov.az", null],
		["mfa.gov.az@example.org", null],
		["a@mfa-gov.az", null],
		["a@mfa.gov.az.", null],
	])("%s belongs to %s", async (email, domain) => {
		expect(await inTransaction((tx) => findOfficialDomain(tx, email))).toBe(domain);
	});

	it("elsewhere is refused, and the list is the admins'", async () => {
		await expect(request({ email: "embassy@example.org" })).rejects.toMatchObject({
			fields: { email: "field.officialDomain" },
		});
		const input = { domain: "example.org", holder: "Nobody" };
		for (const viewer of [ANONYMOUS, made.owner, coordinator]) {
			const list = inTransaction((tx) => listDomain(tx, viewer, { input, now }));
			expect(await codeOf(list)).toMatch(/unauthenticated|forbidden/);
			const remove = inTransaction((tx) => removeDomain(tx, viewer, { domain: "mfa.gov.az", now }));
			expect(await codeOf(remove)).toMatch(/unauthenticated|forbidden/);
		}
		await inTransaction((tx) => listDomain(tx, admin, { input, now }));
		expect(await request({ email: "embassy@example.org" })).toEqual({ isMailed: true });
	});
});

describe("the badge takes two people", () => {
	it("a coordinator vouches, unasked too, and an admin confirms", async () => {
		await doVouch(coordinator);
		await confirm(admin);
		expect(await organisation()).toMatchObject({ verifiedBy: "coordinator", verifiedWith: "DE" });
	});

	it("one person alone cannot, whatever the roles, nor behind our back in the database", async () => {
		const both = await makeViewer(await makeUser({ isAdmin: true, countries: ["DE"] }));
		await doVouch(both);
		expect(await codeOf(confirm(both))).toBe("second_person");
		await expect(
			db.verification.updateMany({ data: { confirmedById: both.id, confirmedAt: now } }),
		).rejects.toThrow(/Verification_two_people/);
		await confirm(admin);
		expect((await organisation()).verifiedAt).toEqual(now);
	});

	it("it is not given on the word of a coordinator whose office has ended; another one may vouch", async () => {
		await request();
		await doVouch(coordinator);
		await db.coordinator.deleteMany({ where: { userId: coordinator.id } });
		expect(await codeOf(confirm(admin))).toBe("illegal_transition");
		expect((await organisation()).verifiedAt).toBeNull();
		const before = await getReviewedOrganisation(admin, made.id);
		expect(before.verification).toMatchObject({ isVoucherGone: true });
		expect(before.mayConfirm).toBe(false);
		await doVouch(await makeCoordinator("DE"));
		expect((await getReviewedOrganisation(admin, made.id)).mayConfirm).toBe(true);
		expect(await codeOf(confirm(admin))).toBe("done");
		expect((await getReviewedOrganisation(admin, made.id)).verification).toMatchObject({
			isVoucherGone: false,
		});
	});

	it("who asked can neither vouch nor confirm, though no member any more", async () => {
		const user = await makeUser({ isAdmin: true, countries: ["DE"] });
		await addMember(made.id, user.id, "owner");
		await request({}, await makeViewer(user));
		expect(await codeOf(doVouch(await makeViewer(user)))).toBe("own_organisation");
		await db.membership.deleteMany({ where: { userId: user.id } });
		expect(await codeOf(doVouch(await makeViewer(user)))).toBe("second_person");
		await doVouch(coordinator);
		expect(await codeOf(confirm(await makeViewer(user)))).toBe("second_person");
	});

	it("an admin who coordinates nothing here does not stand in for the coordinator", async () => {
		await request();
		expect(await codeOf(doVouch(admin))).toBe("forbidden");
	});

	it("nobody else vouches, confirms, takes away or releases", async () => {
		await doVouch(coordinator);
		const memberAdmin = await makeUser({ isAdmin: true });
		await addMember(made.id, memberAdmin.id, "editor");
		const actors: [Viewer, string][] = [
			[ANONYMOUS, "unauthenticated"],
			[await makeStranger(), "not_found"],
			[await makeCoordinator("FR"), "not_found"],
			[made.owner, "not_found"],
			[await makeEditor(made.id), "not_found"],
			[coordinator, "forbidden"],
			[await makeViewer(memberAdmin), "own_organisation"],
		];
		for (const [viewer, code] of actors) {
			expect(await codeOf(confirm(viewer))).toBe(code);
			expect(await codeOf(end(viewer))).toBe(code);
			expect(await codeOf(release(viewer))).toBe(code);
			if (viewer !== coordinator) expect(await codeOf(doVouch(viewer))).toBe(code);
		}
		expect(await codeOf(request({}, coordinator))).toBe("not_found");
		expect(await codeOf(request({}, await makeEditor(made.id)))).toBe("forbidden");
		expect((await organisation()).verifiedAt).toBeNull();
	});

	it("of ten confirmations at once one counts: one line in the audit, one mail", async () => {
		await doVouch(coordinator);
		const admins = await Promise.all(Array.from({ length: 10 }, makeAdmin));
		const codes = await Promise.all(admins.map((each) => codeOf(confirm(each))));
		expect(codes.filter((code) => code === "done")).toHaveLength(1);
		expect(codes.filter((code) => code === "illegal_transition")).toHaveLength(9);
		expect(await db.auditEntry.count({ where: { action: "organisation.verified" } })).toBe(1);
	});

	it("it can be taken away, from the page at once, and be asked for again", async () => {
		await makePublished({ organisation: made, reviewer: admin });
		await doVouch(coordinator);
		await confirm(admin);
		expect(await codeOf(request())).toBe("conflict");
		await end(admin);
		expect((await readOrganiserPage(made.slug, now))?.organiser.verifiedAt).toBeNull();
		expect((await db.publishedOrganiser.findFirstOrThrow()).isVerified).toBe(false);
		expect(await codeOf(request())).toBe("done");
	});
});

it("with the badge of one, those named alike are held, until an admin releases them", async () => {
	const alike = await makeOrganisation();
	const submitted = await makeSubmitted({ organisation: alike });
	await doVouch(coordinator);
	await confirm(admin);
	expect(await organisation(alike.id)).toMatchObject({ isLookAlike: true, heldAt: now });
	expect(await codeOf(decideOn(submitted, admin, "approve"))).toBe("organisation_held");
	expect(await codeOf(decideOn(submitted, coordinator, "approve"))).toBe("organisation_held");
	made = alike;
	await release(admin);
	const told = (await queuedMails()).filter(({ to }) => to === alike.owner.email);
	expect(told.map(({ template }) => template)).toEqual(
		expect.arrayContaining(["organisationHeldForName", "organisationReleased"]),
	);
	await decideOn(submitted, admin, "approve");
	expect(await publishedRow(submitted.eventId)).not.toBeNull();
});

it.each(["verifiedAt", "provenAt", "vouchedById", "confirmedById", "country", "domain"])(
	"a form that also sends %s is refused",
	(field) => {
		const input = { organisationId: made.id, method: "coordinator" };
		expect(verificationInput.safeParse({ ...input, [field]: "x" }).success).toBe(false);
	},
);
