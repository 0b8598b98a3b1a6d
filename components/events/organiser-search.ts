import type { CoOrganiserState } from "@/lib/events/co-organiser-queries";

/** The interface takes no longer question. */
const MAX_QUERY = 80;

/** An organisation that may be named beside the owner, in the reader's language. */
export type OrganiserOption = {
	id: string;
	name: string;
	countryName: string;
	isVerified: boolean;
	/** Somebody of it can answer. */
	hasMembers: boolean;
};

/** One that is named; of one that somebody else has just named only the name is known. */
export type NamedOrganiser = Pick<OrganiserOption, "id" | "name"> &
	Partial<OrganiserOption> & {
		/** Missing: named since the page was filled. */
		state?: CoOrganiserState;
	};

/** Asks for public organisers of whose names some words begin so. @throws when it does not answer or the signal aborts */
export async function searchOrganisers(
	{ eventId, query, locale }: { eventId: string; query: string; locale: string },
	signal: AbortSignal,
): Promise<OrganiserOption[]> {
	const parameters = new URLSearchParams({ event: eventId, q: query.slice(0, MAX_QUERY), locale });
	const response = await fetch(`/api/my/organisers?${parameters}`, { signal });
	if (!response.ok) throw new Error(`organisers: ${response.status}`);
	const { items }: { items: OrganiserOption[] } = await response.json();
	return items;
}
