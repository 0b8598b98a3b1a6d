import "server-only";
import { getTranslations } from "next-intl/server";
import { hasNameWords } from "@/app/api/v1/organisers/has-name-words";
import { listClaimable } from "@/lib/organisations/claim-queries";
import type { Viewer } from "@/lib/permissions/viewer";
import { countryName } from "@/lib/places/countries";

const MAX_FOUND = 12;

/** A claimable organisation as lists show it. */
export type ClaimableOption = {
	slug: string;
	name: string;
	/** Kind, city and country, in the reader's language. */
	about: string;
};

/** Those that have all words of a search in their names, kind, city or country, in English or the reader's language. */
export async function findClaimable(
	viewer: Viewer,
	query: string,
	locale: string,
): Promise<{ found: ClaimableOption[]; hasMore: boolean }> {
	const toOption = await describer(locale);
	const found = (await listClaimable(viewer))
		.map((organisation) => {
			const option = toOption(organisation);
			const names = organisation.texts.map(({ name }) => name);
			const english = countryName(organisation.country, "en");
			return { option, words: [option.name, option.about, english, ...names].join(" ") };
		})
		.filter(({ words }) => hasNameWords(words, query))
		.map(({ option }) => option);
	return { found: found.slice(0, MAX_FOUND), hasMore: found.length > MAX_FOUND };
}

/** How organisations are listed in a language. */
export async function describer(locale: string) {
	const kinds = await getTranslations("organisationKind");
	return ({
		slug,
		name,
		kind,
		cityName,
		country,
		texts,
	}: Awaited<ReturnType<typeof listClaimable>>[number]): ClaimableOption => ({
		slug,
		name: texts.find((text) => text.locale === locale)?.name || name,
		about: [kinds(kind), cityName, countryName(country, locale)].filter(Boolean).join(" · "),
	});
}
