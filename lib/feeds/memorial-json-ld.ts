import type { Memorial } from "@/lib/registers/schema";
import type { JsonLd } from "./json-ld";

/** A schema.org list of the memorials; `pageUrl` is the page on which each is an anchor. */
export function toMemorialsJsonLd(memorials: readonly Memorial[], pageUrl: string): JsonLd {
	return {
		"@context": "https://schema.org",
		"@type": "ItemList",
		"@id": pageUrl,
		numberOfItems: memorials.length,
		itemListElement: memorials.map((memorial, index) => ({
			"@type": "ListItem",
			position: index + 1,
			item: describeMemorial(memorial, pageUrl),
		})),
	};
}

// Without coordinates: the register knows those of the city only.
function describeMemorial(memorial: Memorial, pageUrl: string): JsonLd {
	const { id, country, city, place, kind, unveiled, note, sources } = memorial;
	const url = `${pageUrl}#${id}`;
	const address: JsonLd = {
		"@type": "PostalAddress",
		...(city ? { addressLocality: city } : {}),
		addressCountry: country,
	};
	const described: JsonLd = {
		"@id": url,
		url,
		name: [place, city].filter(Boolean).join(", "),
		description: [kind, note].filter(Boolean).join("; "),
		subjectOf: sources.map((source) => ({ "@type": "WebPage", url: source })),
	};
	if (kind !== "sculpture") {
		const type = kind.includes("museum") ? "Museum" : "LandmarksOrHistoricalBuildings";
		return { "@type": type, ...described, address };
	}
	return {
		"@type": "Sculpture",
		...described,
		locationCreated: { "@type": "Place", address },
		...(unveiled ? { datePublished: unveiled } : {}),
	};
}
