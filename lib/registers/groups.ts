import type { Memorial, Recognition } from "./schema";

/** The parts of the register of recognitions, in the order of the page. */
export const RECOGNITION_GROUPS = [
	"parliaments",
	"members",
	"organisations",
	"regional",
	"listed",
] as const;
export type RecognitionGroup = (typeof RECOGNITION_GROUPS)[number];

/** Acts of some members of a body, which are not acts of the body. */
const OF_MEMBERS = new Set([
	"committee resolution",
	"statement of members",
	"written declaration of members",
]);
const WITHOUT_DOCUMENT = new Set(["listed", "mentioned"]);

/**
 * The part of the register that an entry belongs to. What is only named in lists stands apart, whoever it is ascribed
 * to; so does what committees and members have said, which binds no parliament.
 */
export function groupOf(
	recognition: Pick<Recognition, "scope" | "kind" | "evidence">,
): RecognitionGroup {
	if (WITHOUT_DOCUMENT.has(recognition.evidence)) return "listed";
	if (OF_MEMBERS.has(recognition.kind)) return "members";
	if (recognition.scope === "national legislature") return "parliaments";
	return recognition.scope === "international organisation" ? "organisations" : "regional";
}

/** The entries by part, in the order of the parts; entries keep their order, parts without any are left out. */
export function groupRecognitions(
	recognitions: readonly Recognition[],
): { group: RecognitionGroup; entries: Recognition[] }[] {
	return RECOGNITION_GROUPS.map((group) => ({
		group,
		entries: recognitions.filter((recognition) => groupOf(recognition) === group),
	})).filter(({ entries }) => entries.length > 0);
}

/** The memorials that stand in a city, by the city's position in degrees; those in none are left out. */
export function groupByCity(
	memorials: readonly Memorial[],
): { lat: number; lon: number; memorials: [Memorial, ...Memorial[]] }[] {
	const byPlace = new Map<
		string,
		{ lat: number; lon: number; memorials: [Memorial, ...Memorial[]] }
	>();
	for (const memorial of memorials) {
		const { lat, lon } = memorial;
		if (lat === null || lon === null) continue;
		const known = byPlace.get(`${lat} ${lon}`);
		if (known) known.memorials.push(memorial);
		else byPlace.set(`${lat} ${lon}`, { lat, lon, memorials: [memorial] });
	}
	return [...byPlace.values()];
}

/** The memorials by country (ISO code); memorials keep their order, countries come in that of their first one. */
export function groupMemorials(
	memorials: readonly Memorial[],
): { country: string; memorials: Memorial[] }[] {
	const byCountry = new Map<string, Memorial[]>();
	for (const memorial of memorials) {
		byCountry.set(memorial.country, [...(byCountry.get(memorial.country) ?? []), memorial]);
	}
	return [...byCountry].map(([country, group]) => ({ country, memorials: group }));
}
