import { inTransaction, type Tx } from "@/lib/db/client";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import {
	ORGANISATION_KINDS,
	type OrganisationKind,
	organisationInput,
} from "@/lib/organisations/schema";
import type { Viewer } from "@/lib/permissions/viewer";
import { countryCodeByEnglishName } from "@/lib/places/territories";
import { slugify } from "@/lib/text/slug";
import { describeMission, missionKeyOfName } from "./missions";
import type { EventRow, MissionRow, Rows } from "./rows";

/** Owns the events of which the source names no organiser. */
export const UNSTATED_KEY = "organiser:not-stated";

/** One organiser under two spellings in the sources. */
const SAME_AS: Readonly<Record<string, string>> = {
	"M. F. Akhundov Museum of Azerbaijani Culture":
		"Mirza Fatali Akhundov Museum of Azerbaijani Culture",
	"Budapest Centre for the Prevention of Genocide and Mass Atrocities (foundation)":
		"Budapest Centre for the Prevention of Genocide and Mass Atrocities",
};

/** Organisers of Azerbaijan itself that held events abroad; the others are listed under the country of their first event. */
const SEATED_IN_AZERBAIJAN = new Set([
	"Heydar Aliyev Foundation",
	"Ministry of Foreign Affairs of Azerbaijan",
	"State Committee on Work with Diaspora of Azerbaijan",
	"Azerbaijan Diaspora Support Fund",
]);

type Imported = {
	importKey: string;
	name: string;
	kind: OrganisationKind;
	country: string;
	cityName: string | null;
	website: string | null;
	covers: string[];
	lat: number | null;
	lon: number | null;
	wikidataId: string | null;
	isOperating: boolean;
	sourceUrl: string | null;
	sourceNote: string | null;
};

/** The import key of an organiser of an event, the same for a mission however it is spelt. */
export function organiserKey(name: string, eventCountry: string): string {
	const known = SAME_AS[name] ?? name;
	return missionKeyOfName(known, eventCountry) ?? `organiser:${slugify(known, "organiser")}`;
}

/** Every organisation of the data, each once: the missions first, then the organisers of events that are none of them. */
export function collectOrganisations({
	missions,
	events,
}: Pick<Rows, "missions" | "events">): Imported[] {
	const all = new Map<string, Imported>();
	for (const row of missions) {
		const mission = fromMission(row);
		all.set(mission.importKey, mission);
	}
	for (const event of events) {
		for (const organiser of event.organisers) {
			const key = organiserKey(organiser.name, event.country);
			if (!all.has(key)) all.set(key, fromOrganiser(key, organiser, event));
		}
	}
	all.set(UNSTATED_KEY, {
		...NOTHING_MORE,
		importKey: UNSTATED_KEY,
		name: "Archive (organiser not stated in the source)",
		kind: "other",
		country: "AZ",
		sourceUrl: null,
		sourceNote: "Holds the events whose source names no organiser.",
	});
	return [...all.values()];
}

/** Makes one imported organisation, owned by `viewer`. @returns its id */
export async function importOrganisation(
	viewer: Viewer,
	imported: Imported,
	now: Date,
): Promise<string> {
	const { name, kind, country, cityName, website, ...more } = imported;
	const input = organisationInput.parse({
		name,
		kind,
		country,
		cityName: cityName ?? "",
		website: website ?? "",
	});
	return inTransaction(async (tx: Tx) => {
		const { id } = await createOrganisation(tx, viewer, { input, now });
		await tx.organisation.update({ where: { id }, data: more, select: { id: true } });
		return id;
	});
}

const NOTHING_MORE = {
	cityName: null,
	website: null,
	covers: [],
	lat: null,
	lon: null,
	wikidataId: null,
	isOperating: true,
} satisfies Partial<Imported>;

function fromMission(row: MissionRow): Imported {
	const covers = row.also_covers.map((name) => {
		const code = countryCodeByEnglishName(name);
		if (code === null) throw new Error(`missions.json: unknown country "${name}"`);
		return code;
	});
	const basis = row.city_basis && row.city_basis !== "source" ? `city ${row.city_basis}` : null;
	const kind = row.kind === "embassy or mission" ? "kind in the source: embassy or mission" : null;
	return {
		...describeMission(row),
		country: row.country,
		cityName: row.city,
		website: row.website,
		covers: covers.filter((code) => code !== row.country),
		lat: row.lat,
		lon: row.lon,
		wikidataId: row.wikidata,
		sourceUrl: row.source_url,
		sourceNote: [row.source_note, basis, kind].filter(Boolean).join("; ") || null,
	};
}

function fromOrganiser(
	importKey: string,
	{ name, kind }: { name: string; kind: string },
	event: EventRow,
): Imported {
	const known = SAME_AS[name] ?? name;
	const stated = /^Embassy of Azerbaijan in (?:the )?(.+)$/.exec(known)?.[1];
	const seat = SEATED_IN_AZERBAIJAN.has(known)
		? "AZ"
		: stated
			? countryCodeByEnglishName(stated)
			: null;
	return {
		...NOTHING_MORE,
		importKey,
		name: known,
		kind: kindOf(kind),
		country: seat ?? event.country,
		sourceUrl: event.source_url,
		sourceNote:
			"Named as an organiser in the source; listed under the country of its first event there.",
	};
}

function kindOf(words: string): OrganisationKind {
	const wanted = words.replaceAll(" ", "_");
	const kind = ORGANISATION_KINDS.find((candidate) => candidate === wanted);
	if (!kind) throw new Error(`events.json: unknown kind of organiser "${words}"`);
	return kind;
}
