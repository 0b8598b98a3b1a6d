import { expect, it } from "vitest";
import type { Memorial } from "@/lib/registers/schema";
import { toMemorialsJsonLd } from "./memorial-json-ld";

const PAGE = "https://example.org/en/memorials";
const monument: Memorial = {
	id: "izmit",
	country: "TR",
	city: "İzmit",
	geonameId: 745_028,
	lat: 40.76,
	lon: 29.93,
	place: "Yenişehir district",
	kind: "monument",
	unveiled: "2015",
	note: null,
	sources: ["https://example.org/a", "https://example.org/b"],
};

it("describes each memorial at its anchor, with its sources and without a position that nobody measured", () => {
	expect(toMemorialsJsonLd([monument], PAGE)).toMatchObject({
		"@type": "ItemList",
		numberOfItems: 1,
		itemListElement: [
			{
				position: 1,
				item: {
					"@type": "LandmarksOrHistoricalBuildings",
					url: `${PAGE}#izmit`,
					name: "Yenişehir district, İzmit",
					address: { addressLocality: "İzmit", addressCountry: "TR" },
					subjectOf: [{ url: "https://example.org/a" }, { url: "https://example.org/b" }],
				},
			},
		],
	});
	expect(JSON.stringify(toMemorialsJsonLd([monument], PAGE))).not.toContain("GeoCoordinates");
});

it("calls a sculpture a sculpture, dated as far as known", () => {
	const sculpture = { ...monument, kind: "sculpture", unveiled: "2011-05-30" };
	expect(toMemorialsJsonLd([sculpture], PAGE)).toMatchObject({
		itemListElement: [{ item: { "@type": "Sculpture", datePublished: "2011-05-30" } }],
	});
});
