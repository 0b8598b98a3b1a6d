import { z } from "zod";
import { isCountry } from "@/lib/places/countries";
import { cleanLine, hasBidiControl } from "@/lib/text/plain";

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
			z.url({ protocol: /^https?$/, error: "field.url" }).max(300, "field.tooLong"),
		])
		.optional(),
});
export type OrganisationInput = z.infer<typeof organisationInput>;
