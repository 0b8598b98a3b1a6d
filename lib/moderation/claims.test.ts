import { beforeEach, describe, expect, it } from "vitest";
import { closeAccount } from "@/lib/accounts/change-person";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { acceptInvitation } from "@/lib/organisations/accept-invitation";
import { findClaimProof, proveClaim } from "@/lib/organisations/claim-mailbox";
import { findClaimed } from "@/lib/organisations/claim-queries";
import { ownerInvitationInput } from "@/lib/organisations/schema";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { makeClaim, makeOwnerless, STATEMENT } from "@/prisma/factories/claims";
import { addMember, type MadeOrganisation, makeEditor } from "@/prisma/factories/organisations";
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
import { confirmClaim, refuseClaim, vouchForClaim } from "./claims";
import { countForDesk } from "./desk-counts";
import { inviteOwner } from "./invite-owner";
import { getReviewedOrganisation, listReviewedOrganisations } from "./organisations";

useDatabase();

const now = new Date();
const DAY_MS = 86_400_000;
const MAILBOX = "berlin@mission.mfa.gov.az";
let mission: MadeOrganisation;
let person: SignedInViewer;
let coordinator: SignedInViewer;
let admin: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	mission = await makeOwnerless();
	person = await makeStranger();
	coordinator = await makeCoordinator("DE");
	admin = justProven(await makeAdmin(), now);
	await db.officialDomain.create({ data: { domain: "mfa.gov.az", holder: "Ministry" } });
});

const claim = (viewer: SignedInViewer, { email }: { email?: string } = {}) =>
	makeClaim(viewer, { of: mission, now, ...(email ? { email } : {}) });

async function claimed() {
	await claim(person);
	return openClaim(person.id);
}

async function openClaim(claimantId: string) {
	const { id: claimId, organisationId } = await db.claim.findFirstOrThrow({
		where: { claimantId, endedAt: null, confirmedAt: null },
	});
	return { organisationId, claimId, now };
}
type About = Awaited<ReturnType<typeof openClaim>>;

const vouch = (viewer: SignedInViewer, about: About) =>
	inTransaction((tx) => vouchForClaim(tx, viewer, about));
const confirm = (viewer: SignedInViewer, about: About) =>
	inTransaction((tx) => confirmClaim(tx, viewer, about));
const refuse = (viewer: SignedInViewer, about: About) =>
	inTransaction((tx) => refuseClaim(tx, viewer, { ...about, reason: "The embassy says no." }));

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : error),
	);

const rolesOf = async (viewer: SignedInViewer) => (await makeViewer(viewer)).memberships;
const mailsTo = async (email: string) =>
	(await queuedMails()).filter(({ to }) => to === email).map(({ template }) => template);

describe("a mission that nobody owns", () => {
	it("becomes the claimant's by a coordinator who vouches and an admin who confirms", async () => {
		const about = await claimed();
		expect(await mailsTo(coordinator.email)).toEqual(["organisationClaimed"]);
		expect((await countForDesk(coordinator))?.organisations).toBe(1);
		const { items } = await listReviewedOrganisations(coordinator, { filter: "attention" });
		expect(items).toMatchObject([{ id: mission.id, isClaimed: true }]);
		expect((await getReviewedOrganisation(coordinator, mission.id)).claims).toMatchObject([
			{
				statement: STATEMENT,
				claimant: { email: person.email },
				mayVouch: true,
				mayConfirm: false,
			},
		]);
		expect(await codeOf(confirm(admin, about))).toBe("illegal_transition");
		await vouch(coordinator, about);
		expect(await rolesOf(person)).toEqual([]);
		await confirm(admin, about);
		expect(await rolesOf(person)).toEqual([{ organisationId: mission.id, role: "owner" }]);
		expect(await mailsTo(person.email)).toEqual(["claimConfirmed"]);
		expect((await countForDesk(admin))?.organisations).toBe(0);
		const trail = await db.auditEntry.findMany({
			where: { subjectId: mission.id, action: { startsWith: "organisation.claim" } },
			orderBy: { id: "asc" },
			select: { action: true, actorId: true },
		});
		expect(trail).toEqual([
			{ action: "organisation.claim_made", actorId: person.id },
			{ action: "organisation.claim_vouched", actorId: coordinator.id },
			{ action: "organisation.claim_confirmed", actorId: admin.id },
		]);
		expect(JSON.stringify(await db.auditEntry.findMany({ omit: { id: true } }))).not.toContain(
			STATEMENT,
		);
	});

	it("by a mailbox on an official domain, which answers once; then any reviewer vouches", async () => {
		expect(await claim(person, { email: MAILBOX })).toEqual({ isMailed: true });
		const about = await openClaim(person.id);
		expect(await mailsTo(coordinator.email)).toEqual([]);
		expect(await codeOf(vouch(coordinator, about))).toBe("illegal_transition");
		const mail = (await queuedMails()).find(({ to }) => to === MAILBOX);
		const token = new URL(mail?.props.link ?? "").searchParams.get("token") ?? "";
		expect(mail?.props.claimant).toBe(person.email);
		expect(await findClaimProof(token, new Date(now.getTime() + 3 * DAY_MS))).toBeNull();
		expect(await findClaimProof(token, now)).toEqual({
			organisation: mission.name,
			email: MAILBOX,
			claimant: person.email,
		});
		await proveClaim(token, now);
		expect(await codeOf(proveClaim(token, now))).toBe("expired");
		expect(await mailsTo(coordinator.email)).toEqual(["organisationClaimed"]);
		const other = justProven(await makeAdmin(), now);
		await vouch(other, about);
		await confirm(admin, about);
		expect(await rolesOf(person)).toEqual([{ organisationId: mission.id, role: "owner" }]);
	});

	it("needs no mail for the mailbox of the sign-in, and no other domain will do", async () => {
		const official = await makeViewer(await makeUser({ email: MAILBOX }));
		expect(await claim(official, { email: MAILBOX })).toEqual({ isMailed: false });
		await expect(claim(person, { email: "a@evilmfa.gov.az" })).rejects.toMatchObject({
			fields: { email: "field.officialDomain" },
		});
	});

	it("is never decided on by one person, nor by the claimant, whatever the roles, nor behind our back", async () => {
		const both = justProven(
			await makeViewer(await makeUser({ isAdmin: true, countries: ["DE"] })),
			now,
		);
		await claim(both);
		const own = await openClaim(both.id);
		expect(await codeOf(vouch(both, own))).toBe("second_person");
		expect(await codeOf(refuse(both, own))).toBe("second_person");
		await vouch(coordinator, own);
		expect(await codeOf(confirm(both, own))).toBe("second_person");
		const about = await claimed();
		await vouch(both, about);
		expect(await codeOf(confirm(both, about))).toBe("second_person");
		const sole = db.claim.update({
			where: { id: about.claimId },
			data: { decidedById: both.id, confirmedAt: now },
		});
		await expect(sole).rejects.toThrow(/Claim_two_people/);
		const oneself = db.claim.update({
			where: { id: about.claimId },
			data: { vouchedById: person.id },
		});
		await expect(oneself).rejects.toThrow(/Claim_two_people/);
		expect(await codeOf(confirm(admin, about))).toBe("done");
	});

	it("is decided on by nobody else, and confirmed with a fresh proof only", async () => {
		const about = await claimed();
		expect(await codeOf(vouch(admin, about))).toBe("forbidden");
		const member = await makeUser({ isAdmin: true, countries: ["DE"] });
		await addMember(mission.id, member.id, "editor");
		const actors: [SignedInViewer, string][] = [
			[await makeStranger(), "not_found"],
			[await makeCoordinator("FR"), "not_found"],
			[person, "not_found"],
			[await makeEditor(mission.id), "not_found"],
			[justProven(await makeViewer(member), now), "own_organisation"],
		];
		for (const [viewer, code] of actors) expect(await codeOf(vouch(viewer, about))).toBe(code);
		await vouch(coordinator, about);
		expect(await codeOf(vouch(coordinator, about))).toBe("illegal_transition");
		for (const [viewer, code] of actors) {
			expect(await codeOf(confirm(viewer, about))).toBe(code);
			expect(await codeOf(refuse(viewer, about))).toBe(code);
		}
		expect(await codeOf(confirm(coordinator, about))).toBe("forbidden");
		expect(await codeOf(refuse(coordinator, about))).toBe("forbidden");
		const stale = justProven(await makeAdmin(), new Date(now.getTime() - 11 * 60_000));
		expect(await codeOf(confirm(stale, about))).toBe("proof_needed");
		const insider = await makeViewer(member);
		expect((await getReviewedOrganisation(insider, mission.id)).claims).toEqual([]);
		expect(await rolesOf(person)).toEqual([]);
	});

	it("has one owner of two who claim it, and the other one is told", async () => {
		const rival = await makeStranger();
		const about = await claimed();
		await claim(rival);
		const theirs = await openClaim(rival.id);
		await vouch(coordinator, about);
		await vouch(coordinator, theirs);
		const other = justProven(await makeAdmin(), now);
		const codes = await Promise.all([
			codeOf(confirm(admin, about)),
			codeOf(confirm(other, theirs)),
		]);
		expect(codes.toSorted()).toEqual(["done", "not_found"]);
		const templates = [await mailsTo(person.email), await mailsTo(rival.email)];
		expect(templates.flat().toSorted()).toEqual(["claimConfirmed", "claimVoid"]);
		const owners = {
			organisationId: mission.id,
			role: "owner",
			user: { disabledAt: null },
		} as const;
		expect(await db.membership.count({ where: owners })).toBe(1);
	});

	it("is claimed no more once an invited owner has come", async () => {
		const about = await claimed();
		await vouch(coordinator, about);
		const invited = await makeStranger();
		const input = ownerInvitationInput.parse({
			organisationId: mission.id,
			email: invited.email,
			mailLocale: "en",
		});
		await inTransaction((tx) => inviteOwner(tx, admin, { input, now }));
		const mail = (await queuedMails()).find(({ to }) => to === invited.email);
		const token = new URL(mail?.props.link ?? "").searchParams.get("token") ?? "";
		await inTransaction((tx) => acceptInvitation(tx, invited, { token, now }));
		expect(await mailsTo(person.email)).toEqual(["claimVoid"]);
		expect(await codeOf(confirm(admin, about))).toBe("not_found");
		expect(await codeOf(claim(person))).toBe("conflict");
		expect(await findClaimed(person, mission.slug)).toMatchObject({ isOwned: true });
	});

	it("is refused with a reason that the claimant reads, and may be claimed again", async () => {
		const about = await claimed();
		await refuse(admin, about);
		expect((await queuedMails()).find(({ to }) => to === person.email)).toMatchObject({
			template: "claimRefused",
			props: { organisation: mission.name, reason: "The embassy says no." },
		});
		expect(await codeOf(vouch(coordinator, about))).toBe("not_found");
		expect(await codeOf(claim(person))).toBe("done");
	});

	it("is not confirmed on the word of a coordinator whose office has ended, and another one may vouch", async () => {
		const ends: ((voucher: SignedInViewer) => Promise<unknown>)[] = [
			({ id }) => db.coordinator.deleteMany({ where: { userId: id } }),
			({ id }) => db.user.update({ where: { id }, data: { disabledAt: now } }),
			({ id }) => addMember(mission.id, id, "editor"),
			() => db.territoryCountry.deleteMany({ where: { country: "DE" } }),
		];
		for (const end of ends) {
			const voucher = await makeCoordinator("DE");
			const about = await claimed();
			await vouch(voucher, about);
			const claims = async () => (await getReviewedOrganisation(admin, mission.id)).claims;
			expect(await claims()).toMatchObject([{ mayConfirm: true, isVoucherGone: false }]);
			await end(voucher);
			expect(await claims()).toMatchObject([{ mayConfirm: false, isVoucherGone: true }]);
			expect(await codeOf(confirm(admin, about))).toBe("illegal_transition");
			expect(await rolesOf(person)).toEqual([]);
		}
		const about = await openClaim(person.id);
		await vouch(await makeCoordinator("DE"), about);
		expect(await codeOf(vouch(coordinator, about))).toBe("illegal_transition");
		expect(await codeOf(confirm(admin, about))).toBe("done");
	});

	it("by a mailbox needs the word of somebody who still reviews the country", async () => {
		await claim(person, { email: MAILBOX });
		const about = await openClaim(person.id);
		const mail = (await queuedMails()).find(({ to }) => to === MAILBOX);
		await proveClaim(new URL(mail?.props.link ?? "").searchParams.get("token") ?? "", now);
		const other = await makeAdmin();
		await vouch(other, about);
		await db.user.update({ where: { id: other.id }, data: { isAdmin: false } });
		expect(await codeOf(confirm(admin, about))).toBe("illegal_transition");
		await vouch(coordinator, about);
		expect(await codeOf(confirm(admin, about))).toBe("done");
	});

	it("is not for whoever's account is closed meanwhile", async () => {
		const about = await claimed();
		await vouch(coordinator, about);
		const input = { userId: person.id, reason: "An impostor." };
		await inTransaction((tx) => closeAccount(tx, admin, { input, now }));
		expect(await codeOf(confirm(admin, about))).toBe("not_found");
	});
});
