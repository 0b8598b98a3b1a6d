import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { getSubmission } from "@/lib/moderation/queries";
import { ANONYMOUS } from "@/lib/permissions/viewer";
import { atOnce } from "@/prisma/factories/at-once";
import { makeSubmitted } from "@/prisma/factories/events";
import { makeEditor, makeOrganisation, missionIn } from "@/prisma/factories/organisations";
import { makeAdmin, makeStranger } from "@/prisma/factories/people";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { createOrganisation } from "./create-organisation";
import { listMyOrganisations } from "./queries";
import { organisationInput } from "./schema";

useDatabase();
beforeEach(emptyDatabase);

const REAL = missionIn("DE").name;

async function isLookAlike(id: string): Promise<boolean> {
	return (await db.organisation.findUniqueOrThrow({ where: { id }, select: { isLookAlike: true } }))
		.isLookAlike;
}

it("whoever makes an organisation owns it, and it is not verified", async () => {
	const made = await makeOrganisation();
	expect(made.owner.memberships).toEqual([{ organisationId: made.id, role: "owner" }]);
	expect(await db.organisation.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({
		slug: "embassy-of-azerbaijan-in-germany",
		name: REAL,
		verifiedAt: null,
		isLookAlike: false,
		cityName: "Berlin",
		importKey: null,
	});
	expect(
		await db.auditEntry.count({
			where: { subjectId: made.id, actorId: made.owner.id, action: "organisation.created" },
		}),
	).toBe(1);
});

describe("a name that looks like an existing one is flagged", () => {
	it.each([
		["the same name", REAL],
		["a Cyrillic о", REAL.replace("of", "\u043ef")],
		["Cyrillic а and е", REAL.replace("Germany", "G\u0435rm\u0430ny")],
		["a Greek omicron", REAL.replace("of", "\u03bff")],
		["a zero-width joiner", REAL.replace("Embassy", "Em\u200dbassy")],
		["a zero-width space", REAL.replace("Embassy", "Em\u200bbassy")],
		["a soft hyphen", REAL.replace("Azerbaijan", "Azer\u00adbaijan")],
		["full-width letters", REAL.replace("E", "\uff25")],
		["other case and spaces", "EMBASSY  OF AZERBAIJAN IN  GERMANY"],
		["a digit one for l-like letters", REAL.replace("i", "\u0456")],
		["an accent", REAL.replace("a", "\u00e1")],
		["rn for m", REAL.replace("m", "rn")],
	])("%s", async (_, name) => {
		const real = await makeOrganisation();
		const fake = await makeOrganisation({ name });
		expect(await isLookAlike(fake.id)).toBe(true);
		expect(await isLookAlike(real.id)).toBe(false);
		expect(fake.slug).not.toBe(real.slug);
		const event = await makeSubmitted({ organisation: fake });
		const submission = await getSubmission(await makeAdmin(), event.eventId);
		expect(submission.lookAlikes).toMatchObject([{ name: REAL, slug: real.slug }]);
	});

	it("another name is not", async () => {
		await makeOrganisation({ country: "DE" });
		for (const country of ["AT", "FR", "GB"])
			expect(await isLookAlike((await makeOrganisation({ country })).id)).toBe(false);
	});
});

it.each(["\u202e", "\u2066", "\u200f"])(
	"a name with the direction control %o is refused",
	(control) => {
		const input = { name: `Embassy${control} of Azerbaijan`, kind: "embassy", country: "DE" };
		const parsed = organisationInput.safeParse(input);
		expect(parsed.error?.issues).toMatchObject([{ path: ["name"], message: "field.bidiControl" }]);
	},
);

it("20 of one name at once get 20 addresses, and all but the first are flagged", async () => {
	const owner = await makeStranger();
	const input = organisationInput.parse({ name: REAL, kind: "embassy", country: "DE" });
	const now = new Date();
	const made = new Set<string>();
	const outcomes = await atOnce(20, async () => {
		const { slug } = await inTransaction((tx) => createOrganisation(tx, owner, { input, now }));
		made.add(slug);
	});
	expect(outcomes).toEqual(Array(20).fill("done"));
	expect(made.size).toBe(20);
	expect(await db.organisation.count({ where: { isLookAlike: false } })).toBe(1);
});

it("nobody makes one without signing in, and everybody sees only their own", async () => {
	const input = organisationInput.parse({ name: REAL, kind: "embassy", country: "DE" });
	const attempt = inTransaction((tx) =>
		createOrganisation(tx, ANONYMOUS, { input, now: new Date() }),
	);
	await expect(attempt).rejects.toMatchObject({ code: "unauthenticated" });
	const one = await makeOrganisation({ country: "DE" });
	await makeOrganisation({ country: "AT" });
	expect((await listMyOrganisations(one.owner)).map(({ id }) => id)).toEqual([one.id]);
	expect((await listMyOrganisations(await makeEditor(one.id))).map(({ id }) => id)).toEqual([
		one.id,
	]);
	expect(await listMyOrganisations(await makeStranger())).toEqual([]);
	expect(await listMyOrganisations(ANONYMOUS)).toEqual([]);
});

it("a name in Arabic script or emoji-free symbols still gets an address", async () => {
	const arabic = await makeOrganisation({ name: "سفارة أذربيجان", country: "QA" });
	expect(arabic.slug).toBe("organisation");
	const other = await makeOrganisation({ name: "アゼルバイジャン大使館", country: "JP" });
	expect(other.slug).toBe("organisation-2");
});

it("an address that an organisation had before is not given to another", async () => {
	const { id } = await makeOrganisation();
	await db.formerOrganisationSlug.create({
		data: { slug: "embassy-of-azerbaijan-in-austria", organisationId: id },
	});
	const other = await makeOrganisation({ country: "AT" });
	expect(other.slug).toBe("embassy-of-azerbaijan-in-austria-2");
});
