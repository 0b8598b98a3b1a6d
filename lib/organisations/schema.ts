import { z } from "zod";
import { isCountry } from "@/lib/places/countries";
import { LOCALES } from "@/lib/text/languages";
import { countInput } from "@/lib/text/number-input";
import { cleanLine, cleanText, hasBidiControl } from "@/lib/text/plain";
import { withProtocol } from "@/lib/text/web-address";

export const ORGANISATION_KINDS = [
	"embassy",
	"consulate",
	"diaspora_association",
	"student_union",
	"university",
	"museum",
	"government",
	"other",
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** One line of plain text; the message keys are under `errors` in the interface texts. */
function line(max: number) {
	return z.string().max(max, "field.tooLong").transform(cleanLine);
}

export const organisationInput = z.strictObject({
	name: line(160)
		.refine((name) => name.length >= 3, "field.required")
		.refine((name) => !hasBidiControl(name), "field.bidiControl"),
	kind: z.enum(ORGANISATION_KINDS, "field.required"),
	country: z.string().refine(isCountry, "field.required"),
	cityName: line(100).optional(),
	website: z
		.union([
			z.literal(""),
			z
				.string()
				.max(300, "field.tooLong")
				.transform(withProtocol)
				.pipe(z.url({ protocol: /^https?$/, error: "field.url" }).max(300, "field.tooLong")),
		])
		.optional(),
});
export type OrganisationInput = z.infer<typeof organisationInput>;

const MAX_DESCRIPTION_LENGTH = 2000;
const MAX_COVERED = 40;

const ownText = z.strictObject({
	name: line(160)
		.refine((name) => !hasBidiControl(name), "field.bidiControl")
		.default(""),
	description: z
		.string()
		.max(MAX_DESCRIPTION_LENGTH, "field.tooLong")
		.transform(cleanText)
		.default(""),
});

const profileFields = organisationInput.extend({
	contactEmail: z.union([z.literal(""), z.email({ error: "field.email" }).max(254)]).optional(),
	contactPhone: line(40)
		.refine((phone) => phone === "" || /^[+0-9()/ .-]{5,}$/.test(phone), "field.phone")
		.optional(),
	covers: z
		.union([z.string(), z.array(z.string())])
		.default([])
		.transform((codes) => [...new Set([codes].flat().filter((code) => code !== ""))].sort())
		.pipe(z.array(z.string().refine(isCountry, "field.choose")).max(MAX_COVERED, "field.tooMany")),
	texts: z.partialRecord(z.enum(LOCALES), ownText).default({}),
	logoCredit: line(160).optional(),
});

/** The profile as its form sends it; a picture comes as a file, apart. */
export const profileInput = profileFields.extend({
	organisationId: z.uuid(),
	/** The version that the person saw. */
	version: countInput("field.number"),
	removeLogo: z.literal("1").optional(),
});
export type ProfileInput = z.infer<typeof profileInput>;

/** A profile that waits to become public, as `Organisation.waiting` holds it. */
export const waitingProfile = z.strictObject({
	name: z.string(),
	kind: z.enum(ORGANISATION_KINDS),
	country: z.string(),
	cityName: z.string().nullable(),
	website: z.string().nullable(),
	contactEmail: z.string().nullable(),
	contactPhone: z.string().nullable(),
	covers: z.array(z.string()),
	texts: z.array(
		z.strictObject({ locale: z.enum(LOCALES), name: z.string(), description: z.string() }),
	),
	logoCredit: z.string().nullable(),
	savedAt: z.iso.datetime(),
});
export type WaitingProfile = z.infer<typeof waitingProfile>;

export const MEMBERSHIP_ROLES = ["owner", "editor"] as const;
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number];
const role = z.enum(MEMBERSHIP_ROLES, "field.choose");
const organisationId = z.uuid();
const mailbox = z
	.string()
	.trim()
	.pipe(z.email({ error: "field.email" }).max(254));

export const organisationRef = z.strictObject({ organisationId });
export const memberInput = z.strictObject({ organisationId, userId: z.uuid() });
export const roleInput = memberInput.extend({ role });
export const invitationInput = z.strictObject({
	organisationId,
	email: mailbox,
	role,
	/** Language of the mail: nothing is known of the person. */
	mailLocale: z.enum(LOCALES, "field.choose"),
});
export type InvitationInput = z.infer<typeof invitationInput>;
export const ownerInvitationInput = invitationInput.omit({ role: true });
export type OwnerInvitationInput = z.infer<typeof ownerInvitationInput>;
export const invitationRef = z.strictObject({ organisationId, invitationId: z.uuid() });
export const secretInput = z.strictObject({ token: z.string().min(1).max(100) });

export const verificationInput = z.discriminatedUnion("method", [
	z.strictObject({ organisationId, method: z.literal("domain"), email: mailbox }),
	z.strictObject({ organisationId, method: z.literal("coordinator") }),
]);
export type VerificationInput = z.infer<typeof verificationInput>;
export const versionInput = z.strictObject({ organisationId, version: countInput("field.number") });
