import { type ComingAndPast, readComingAndPast } from "./coming-and-past";
import { countBy, type Numbers, numbersOf, type SeasonCount, seasonsOf } from "./numbers";
import { type OrganiserProfile, readOrganiserProfile } from "./organiser-profile";
import { findOrganiser, type Organiser } from "./organisers";
import { selectEvents } from "./select-events";

export type OrganiserPage = ComingAndPast & {
	organiser: Organiser;
	profile: OrganiserProfile;
	numbers: Numbers;
	seasons: SeasonCount[];
	/** ISO 3166-1 alpha-2, those of most events first. */
	countries: { country: string; events: number }[];
};

/** What the page of an organiser shows; null where the public knows none of this slug. */
export async function readOrganiserPage(slug: string, now: Date): Promise<OrganiserPage | null> {
	const { rows } = await selectEvents({ organiser: slug });
	const organiser = await findOrganiser(slug, rows.length);
	if (!organiser) return null;
	return {
		...(await readComingAndPast(rows, { now, limits: { coming: 20, past: 10 } })),
		organiser,
		profile: await readOrganiserProfile(slug),
		numbers: numbersOf(rows),
		seasons: seasonsOf(rows),
		countries: [...countBy(rows, ({ country }) => [country])].map(([country, events]) => ({
			country,
			events,
		})),
	};
}
