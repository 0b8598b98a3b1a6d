import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { isPublicMedia } from "@/lib/media/queries";
import { getSubmission } from "@/lib/moderation/queries";
import { saveProfile } from "@/lib/organisations/save-profile";
import { profileInput } from "@/lib/organisations/schema";
import { ANONYMOUS, type SignedInViewer, type Viewer } from "@/lib/permissions/viewer";
import { decideOn, makePublished, makeSubmitted } from "@/prisma/factories/events";
import {
	type MadeOrganisation,
	makeEditor,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeAdmin, makeStranger } from "@/prisma/factories/people";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { readOrganiserPage } from "./organiser-page";
import { findRenamedOrganiser } from "./organisers";
import { publishProfile, settleProfile } from "./publish-profile";

useDatabase();

let made: MadeOrganisation;
let admin: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	made = await makeOrganisation();
	admin = await makeAdmin();
});

const NEW_NAME = "Society of Friends of Khojaly in Berlin";
const SECRET = "canary-text-of-a-profile-that-waits";

async function save(
	fields: Record<string, unknown>,
	{
		viewer = made.owner,
		logoId = null,
		now = new Date(),
	}: { viewer?: Viewer; logoId?: string | null; now?: Date } = {},
): Promise<boolean> {
	const { name, kind, country, version } = await db.organisation.findUniqueOrThrow({
		where: { id: made.id },
		select: { name: true, kind: true, country: true, version: true },
	});
	const input = profileInput.parse({
		organisationId: made.id,
		version,
		name,
		kind,
		country,
		...fields,
	});
	return inTransaction(async (tx) => {
		await saveProfile(tx, viewer, { input, logoId, now });
		return settleProfile(tx, { organisationId: made.id, actorId: made.owner.id, now });
	});
}

function organisation() {
	return db.organisation.findUniqueOrThrow({ where: { id: made.id }, include: { texts: true } });
}

async function verify(): Promise<void> {
	await db.organisation.update({
		where: { id: made.id },
		data: { verifiedAt: new Date(), verifiedBy: "domain", verifiedWith: "berlin.mfa.gov.az" },
	});
}

async function codeOf(attempt: Promise<unknown>): Promise<unknown> {
	return attempt.then(
		() => "done",
		(error: unknown) => (error instanceof DomainError ? error.code : error),
	);
}

describe("who must read a profile before it is public", () => {
	it("nobody, while nothing else is public of the organisation", async () => {
		expect(await save({ name: NEW_NAME, texts: { az: { description: "Salam" } } })).toBe(true);
		expect(await organisation()).toMatchObject({ name: NEW_NAME, waiting: null });
		expect(await readOrganiserPage((await organisation()).slug, new Date())).toBeNull();
	});

	it("a reviewer, once there are events: until then nothing of it shows", async () => {
		await makePublished({ organisation: made, reviewer: admin });
		expect(await save({ name: NEW_NAME, texts: { en: { description: SECRET } } })).toBe(false);
		const page = await readOrganiserPage(made.slug, new Date());
		expect(page?.organiser.name).toBe(made.name);
		expect(JSON.stringify(page)).not.toContain(SECRET);
		expect(JSON.stringify(page)).not.toContain(NEW_NAME);
	});

	it("nobody, when it is verified and is called as before", async () => {
		await makePublished({ organisation: made, reviewer: admin });
		await verify();
		expect(await save({ texts: { en: { description: SECRET } } })).toBe(true);
		expect((await readOrganiserPage(made.slug, new Date()))?.profile.texts).toMatchObject([
			{ locale: "en", description: SECRET },
		]);
		expect((await organisation()).verifiedAt).not.toBeNull();
	});

	it.each([
		["another name", { name: NEW_NAME }],
		["another kind", { kind: "consulate" }],
		["another country", { country: "AT" }],
		["a new name in another language", { texts: { ru: { name: "Посольство" } } }],
	])(
		"a reviewer, when a verified one takes %s; then its badge and trust end",
		async (_, fields) => {
			await makePublished({ organisation: made, reviewer: admin });
			await verify();
			await db.organisation.update({
				where: { id: made.id },
				data: { trustedAt: new Date(), trustedById: admin.id },
			});
			expect(await save(fields)).toBe(false);
			expect((await organisation()).verifiedAt).not.toBeNull();
			const now = new Date();
			await inTransaction((tx) =>
				publishProfile(tx, { organisationId: made.id, actorId: admin.id, now }),
			);
			expect(await organisation()).toMatchObject({
				verifiedAt: null,
				verifiedBy: null,
				trustedAt: null,
				trustedById: null,
			});
			const { slug } = await organisation();
			expect((await readOrganiserPage(slug, now))?.organiser.verifiedAt).toBeNull();
		},
	);
});

it("an approval publishes what the reviewer has read with it, and nothing saved later", async () => {
	await makePublished({ organisation: made, reviewer: admin });
	const now = new Date();
	await save({ texts: { en: { description: "Read" } } }, { now: new Date(now.getTime() - 60_000) });
	const submitted = await makeSubmitted({ organisation: made, now });
	expect((await getSubmission(admin, submitted.eventId)).profile?.texts).toMatchObject([
		{ description: "Read" },
	]);
	await save({ texts: { en: { description: SECRET } } }, { now: new Date(now.getTime() + 60_000) });
	expect((await getSubmission(admin, submitted.eventId)).profile).toBeNull();
	await decideOn(submitted, admin, "approve");
	expect((await organisation()).texts).toEqual([]);

	const later = new Date(now.getTime() + 120_000);
	await decideOn(await makeSubmitted({ organisation: made, now: later }), admin, "approve");
	expect((await organisation()).texts).toMatchObject([{ description: SECRET }]);
});

it("a new name moves the address, the old one leads on, and events are found by the new name", async () => {
	await makePublished({ organisation: made, reviewer: admin });
	await save({ name: NEW_NAME });
	const now = new Date();
	const publish = () =>
		inTransaction((tx) => publishProfile(tx, { organisationId: made.id, actorId: admin.id, now }));
	await publish();
	const slug = "society-of-friends-of-khojaly-in-berlin";
	expect((await readOrganiserPage(slug, now))?.numbers.events).toBe(1);
	expect(await readOrganiserPage(made.slug, now)).toBeNull();
	expect(await findRenamedOrganiser(made.slug)).toBe(slug);
	expect(await db.publishedOrganiser.findMany({ select: { name: true, slug: true } })).toEqual([
		{ name: NEW_NAME, slug },
	]);
	const keywords = await db.publishedEventText.findMany({ select: { keywords: true } });
	for (const text of keywords) expect(text.keywords).toContain(NEW_NAME);
	const tags = (await db.cacheTag.findMany()).map(({ tag }) => tag);
	expect(tags).toEqual(expect.arrayContaining([`organiser:${made.slug}`, `organiser:${slug}`]));

	await save({ name: made.name });
	await publish();
	expect((await organisation()).slug).toBe(made.slug);
	expect(await findRenamedOrganiser(slug)).toBe(made.slug);
	expect(await findRenamedOrganiser(made.slug)).toBeNull();
});

it("a logo needs its credit, is private while it waits, and public with the page", async () => {
	const { id: logoId } = await db.media.create({
		data: {
			organisationId: made.id,
			uploadedById: made.owner.id,
			sha256: "0".repeat(64),
			width: 10,
			height: 10,
			bytes: 10,
		},
	});
	await makePublished({ organisation: made, reviewer: admin });
	await expect(save({}, { logoId })).rejects.toMatchObject({
		fields: { logoCredit: "field.required" },
	});
	await save({ logoCredit: "The embassy" }, { logoId });
	expect(await isPublicMedia(logoId)).toBe(false);
	const now = new Date();
	await inTransaction((tx) =>
		publishProfile(tx, { organisationId: made.id, actorId: admin.id, now }),
	);
	expect(await isPublicMedia(logoId)).toBe(true);
	expect((await readOrganiserPage(made.slug, now))?.profile.logo).toMatchObject({
		id: logoId,
		credit: "The embassy",
	});
});

it("of two who save the same version one is told, and nothing is lost", async () => {
	const second = {
		organisationId: made.id,
		version: 0,
		name: made.name,
		kind: "embassy",
		country: "DE",
	};
	const attempt = (description: string) =>
		inTransaction((tx) =>
			saveProfile(tx, made.owner, {
				input: profileInput.parse({ ...second, texts: { en: { description } } }),
				logoId: null,
				now: new Date(),
			}),
		);
	const codes = await Promise.all([codeOf(attempt("one")), codeOf(attempt("two"))]);
	expect(codes.toSorted()).toEqual(["conflict", "done"]);
});

it("only an owner saves it", async () => {
	const actors: [Viewer, string][] = [
		[ANONYMOUS, "unauthenticated"],
		[await makeStranger(), "not_found"],
		[(await makeOrganisation({ country: "AT" })).owner, "not_found"],
		[admin, "not_found"],
		[await makeEditor(made.id), "forbidden"],
	];
	for (const [viewer, code] of actors) expect(await codeOf(save({}, { viewer }))).toBe(code);
	expect((await organisation()).version).toBe(0);
});

it.each([
	"verifiedAt",
	"trustedAt",
	"heldAt",
	"slug",
	"isLookAlike",
	"importKey",
	"logoId",
	"owner",
])("a form that also sends %s is refused", (field) => {
	const input = {
		organisationId: made.id,
		version: 0,
		name: "Name",
		kind: "embassy",
		country: "DE",
	};
	expect(profileInput.safeParse(input).success).toBe(true);
	expect(profileInput.safeParse({ ...input, [field]: "x" }).success).toBe(false);
	expect(profileInput.safeParse({ ...input, texts: { en: { [field]: "x" } } }).success).toBe(false);
});

describe("a name that looks like a verified organisation's", () => {
	it.each([
		["at the start", { name: "Emb\u0430ssy of Azerbaijan in Germany" }],
		["in another language", { texts: { az: { name: "Embassy of Azerb\u0430ijan in Germany" } } }],
	])(
		"holds who takes it later, %s: no event of it is published, and no profile",
		async (_, fields) => {
			await verify();
			const real = made;
			made = await makeOrganisation({ name: "Friends of culture", kind: "other", country: "DE" });
			const submitted = await makeSubmitted({ organisation: made });
			expect(await save(fields)).toBe(false);
			expect((await organisation()).heldAt).not.toBeNull();
			expect(await codeOf(decideOn(submitted, admin, "approve"))).toBe("organisation_held");
			expect(await db.publishedEvent.count()).toBe(0);
			expect((await organisation()).name).toBe("Friends of culture");
			expect((await getSubmission(admin, submitted.eventId)).lookAlikes).toMatchObject([
				{ slug: real.slug },
			]);
		},
	);

	it("holds who is founded with it; without a badge there it is only flagged", async () => {
		const flagged = await makeOrganisation();
		await verify();
		const held = await makeOrganisation();
		const rows = await db.organisation.findMany({
			where: { id: { in: [flagged.id, held.id] } },
			orderBy: { createdAt: "asc" },
		});
		expect(rows.map(({ isLookAlike, heldAt }) => [isLookAlike, heldAt !== null])).toEqual([
			[true, false],
			[true, true],
		]);
	});
});
