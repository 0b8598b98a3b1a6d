import { expect, it } from "vitest";
import { toOrganisationJsonLd } from "./organisation-json-ld";

const url = "https://example.org/en/organisers/embassy";

it("a mission is a body of a government, with its seat and the countries it serves", () => {
	const embassy = {
		name: "Embassy of Azerbaijan in Austria",
		kind: "embassy",
		country: "AT",
		cityName: "Vienna",
		covers: ["SK", "SI"],
		website: "https://vienna.mfa.gov.az/",
		dissolvedOn: null,
	} as const;
	expect(toOrganisationJsonLd({ ...embassy, covers: [...embassy.covers] }, { url })).toEqual({
		"@context": "https://schema.org",
		"@type": "GovernmentOrganization",
		"@id": url,
		url: "https://vienna.mfa.gov.az/",
		mainEntityOfPage: url,
		name: "Embassy of Azerbaijan in Austria",
		address: { "@type": "PostalAddress", addressLocality: "Vienna", addressCountry: "AT" },
		areaServed: [
			{ "@type": "Country", name: "Austria" },
			{ "@type": "Country", name: "Slovakia" },
			{ "@type": "Country", name: "Slovenia" },
		],
	});
});

it("what is not known is left out", () => {
	const museum = {
		name: "Museum",
		kind: "museum",
		country: "GE",
		cityName: null,
		covers: [],
		website: null,
		dissolvedOn: null,
	} as const;
	const dissolved = { ...museum, covers: [], dissolvedOn: "2026-03-01" };
	expect(toOrganisationJsonLd(dissolved, { url })).toMatchObject({ dissolutionDate: "2026-03-01" });
	expect(toOrganisationJsonLd({ ...museum, covers: [] }, { url })).toEqual({
		"@context": "https://schema.org",
		"@type": "Organization",
		"@id": url,
		url,
		mainEntityOfPage: url,
		name: "Museum",
		address: { "@type": "PostalAddress", addressCountry: "GE" },
	});
});
