import type { OrganisationKind } from "@/lib/organisations/schema";
import { countryName } from "@/lib/places/countries";
import { countryCodeByEnglishName } from "@/lib/places/territories";
import { slugify } from "@/lib/text/slug";
import type { MissionRow } from "./rows";

/** Names as they stand in a sentence, where CLDR's has no article or is another one than in the sources. */
const NAMES_IN_SENTENCES: Readonly<Record<string, string>> = {
	AE: "the United Arab Emirates",
	BA: "Bosnia and Herzegovina",
	CZ: "the Czech Republic",
	GB: "the United Kingdom",
	KR: "the Republic of Korea",
	NL: "the Netherlands",
	PS: "Palestine",
	US: "the United States",
	VA: "the Holy See",
};

type KindOfMission = { kind: OrganisationKind; title: string; isNamedByCity: boolean };

const KINDS: Readonly<Record<string, KindOfMission>> = {
	embassy: { kind: "embassy", title: "Embassy", isNamedByCity: false },
	"diplomatic mission": { kind: "embassy", title: "Diplomatic Mission", isNamedByCity: false },
	"embassy or mission": { kind: "embassy", title: "Diplomatic Mission", isNamedByCity: false },
	"representative office": { kind: "other", title: "Representative Office", isNamedByCity: false },
	"consulate general": { kind: "consulate", title: "Consulate General", isNamedByCity: true },
	consulate: { kind: "consulate", title: "Consulate", isNamedByCity: true },
	"honorary consulate": { kind: "consulate", title: "Honorary Consulate", isNamedByCity: true },
};

export type Mission = {
	/** "mission:de:embassy", "mission:tr:consulate:kars": one for each mission, whatever the source calls it. */
	importKey: string;
	name: string;
	kind: OrganisationKind;
	isOperating: boolean;
};

/** How we call a mission, its kind, and whether its source says that it works. */
export function describeMission(row: Pick<MissionRow, "kind" | "country" | "city">): Mission {
	const [word = row.kind] = row.kind.split(" (");
	const found = KINDS[word];
	if (!found) throw new Error(`missions.json: unknown kind "${row.kind}"`);
	const { kind, title, isNamedByCity } = found;
	if (isNamedByCity && row.city === null) {
		throw new Error(`missions.json: a ${word} in ${row.country} without a city`);
	}
	const place = isNamedByCity && row.city ? row.city : countryInSentence(row.country);
	const preposition = row.country === "VA" ? "to" : "in";
	return {
		importKey: missionKey(isNamedByCity ? "consulate" : "embassy", row.country, row.city),
		name: `${title} of Azerbaijan ${preposition} ${place}`,
		kind,
		isOperating: !row.kind.includes("not operating"),
	};
}

/** Which mission an organiser's name means, or null when it is none ("Embassy of Azerbaijan in the Netherlands"). */
export function missionKeyOfName(name: string, eventCountry: string): string | null {
	const found =
		/^(Embassy|Diplomatic mission|Consulate General|Consulate) of Azerbaijan (?:in|to) (?:the )?(.+)$/.exec(
			name,
		);
	const place = found?.[2];
	if (!found || !place) return null;
	if (found[1]?.startsWith("Consulate")) return missionKey("consulate", eventCountry, place);
	const country = countryCodeByEnglishName(place);
	return country === null ? null : missionKey("embassy", country, null);
}

function missionKey(kind: "embassy" | "consulate", country: string, city: string | null): string {
	const base = `mission:${country.toLowerCase()}:${kind}`;
	return kind === "consulate" && city !== null ? `${base}:${slugify(city, "city")}` : base;
}

function countryInSentence(code: string): string {
	return NAMES_IN_SENTENCES[code] ?? countryName(code, "en");
}
