import type { RecapContent } from "@/lib/calendar/recap-content";
import type { RevisionContent } from "@/lib/events/revision";
import type { WaitingProfile } from "@/lib/organisations/schema";

/** Where something stands: the name of a field of the form, and the language where the text has one. */
export type Place = { field: string; locale: string | null };

/** One text that somebody wrote, with its place. */
export type Said = Place & { text: string };

/** Everything that a submission says in words or addresses; the contact's address and telephone number are not among it. */
export function saidIn(content: RevisionContent): Said[] {
	const said: Said[] = content.texts.flatMap(({ locale, title, description, statusReason }) => [
		{ field: "title", locale, text: title },
		{ field: "description", locale, text: description },
		{ field: "statusReason", locale, text: statusReason ?? "" },
	]);
	const plain = [
		"statusReason",
		"venueName",
		"address",
		"contactName",
		"onlineUrl",
		"contactUrl",
		"sourceUrl",
		"sourceTitle",
		"sourceNote",
	] as const;
	for (const field of plain) said.push({ field, locale: null, text: content[field] ?? "" });
	for (const { titles, speakers } of content.programme) {
		for (const [locale, text] of Object.entries(titles))
			said.push({ field: "programme", locale, text });
		for (const { name, role } of speakers)
			said.push({ field: "programme", locale: null, text: `${name} ${role}` });
	}
	for (const { alt, credit } of content.pictures) {
		for (const [locale, text] of Object.entries(alt))
			said.push({ field: "pictures", locale, text });
		said.push({ field: "pictures", locale: null, text: credit });
	}
	return said.filter(({ text }) => text !== "");
}

/** The same for the profile of an organisation; its mail address and telephone number are not among it. */
export function saidInProfile({
	name,
	website,
	texts,
	logoCredit,
}: Pick<WaitingProfile, "name" | "website" | "texts" | "logoCredit">): Said[] {
	return [
		{ field: "profileName", locale: null, text: name },
		...texts.flatMap((text) => [
			{ field: "profileName", locale: text.locale, text: text.name },
			{ field: "profileText", locale: text.locale, text: text.description },
		]),
		{ field: "website", locale: null, text: website ?? "" },
		{ field: "logoCredit", locale: null, text: logoCredit ?? "" },
	].filter(({ text }) => text !== "");
}

/** The same for a recap. */
export function saidInRecap(
	recap: RecapContent,
	pictures: readonly { credit: string; alt: readonly { locale: string; text: string }[] }[] = [],
): Said[] {
	const plain = [...recap.books, ...recap.films, ...recap.photographs];
	return [
		...recap.texts.map(({ locale, text }) => ({ field: "description", locale, text })),
		...plain.map((text) => ({ field: "description", locale: null, text })),
		...recap.links.flatMap(({ url, title }) => [
			{ field: "sourceUrl", locale: null, text: url },
			{ field: "sourceUrl", locale: null, text: title },
		]),
		...pictures.flatMap(({ credit, alt }) => [
			{ field: "pictures", locale: null, text: credit },
			...alt.map(({ locale, text }) => ({ field: "pictures", locale, text })),
		]),
	].filter(({ text }) => text !== "");
}
