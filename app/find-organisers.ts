import "server-only";
import { hasNameWords } from "@/app/api/v1/organisers/has-name-words";
import { cachedOrganisers } from "@/app/cached-places";
import type { OrganiserOption } from "@/components/events/organiser-search";
import {
	listNameable,
	listNameableByName,
	type NamedOrganisation,
} from "@/lib/events/co-organiser-queries";
import { countryName } from "@/lib/places/countries";

const MAX_FOUND = 8;

/**
 * The organisers that an event's owner may name beside itself: public ones by the words of their names, and verified ones
 * that are not public yet by the whole name.
 */
export async function findOrganisers(
	ownerId: string,
	query: string,
	locale: string,
): Promise<OrganiserOption[]> {
	if (query.trim() === "") return [];
	const slugs = (await cachedOrganisers())
		.filter(({ name }) => hasNameWords(name, query))
		.slice(0, MAX_FOUND)
		.map(({ slug }) => slug);
	const [named, listed] = await Promise.all([
		listNameableByName({ ownerId, name: query }),
		listNameable({ ownerId, slugs }),
	]);
	const found = new Map([...named, ...listed].map((each) => [each.id, each]));
	return [...found.values()].map((organisation) => toOption(organisation, locale));
}

/** An organisation as the form lists it. */
export function toOption<Organisation extends NamedOrganisation>(
	{ country, ...organisation }: Organisation,
	locale: string,
) {
	return { ...organisation, countryName: countryName(country, locale) };
}
