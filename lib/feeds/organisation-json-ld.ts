import type { Organiser } from "@/lib/calendar/organisers";
import { countryName } from "@/lib/places/countries";
import type { JsonLd } from "./json-ld";

const SCHEMA = "https://schema.org";

/** A mission is a body of a government; schema.org's Embassy and Museum are buildings. */
const TYPES: Record<Organiser["kind"], string> = {
	embassy: "GovernmentOrganization",
	consulate: "GovernmentOrganization",
	government: "GovernmentOrganization",
	university: "CollegeOrUniversity",
	diaspora_association: "Organization",
	student_union: "Organization",
	museum: "Organization",
	other: "Organization",
};

/** A schema.org Organization. @param url absolute address of its page here */
export function toOrganisationJsonLd(
	organiser: Pick<
		Organiser,
		"name" | "kind" | "country" | "cityName" | "covers" | "website" | "dissolvedOn"
	>,
	{ url }: { url: string },
): JsonLd {
	const { name, kind, country, cityName, covers, website, dissolvedOn } = organiser;
	return {
		"@context": SCHEMA,
		"@type": TYPES[kind],
		"@id": url,
		url: website ?? url,
		mainEntityOfPage: url,
		name,
		...(dissolvedOn ? { dissolutionDate: dissolvedOn } : {}),
		address: {
			"@type": "PostalAddress",
			...(cityName ? { addressLocality: cityName } : {}),
			addressCountry: country,
		},
		...(covers.length > 0
			? {
					areaServed: [country, ...covers].map((code) => ({
						"@type": "Country",
						name: countryName(code, "en"),
					})),
				}
			: {}),
	};
}
