import { pictureColumns } from "@/lib/calendar/pictures";
import type { Tx } from "@/lib/db/client";
import type { DraftContent } from "./schema";

/** Writes texts, pictures, venue and co-organisers of a draft anew. */
export async function replaceParts(
	tx: Tx,
	{
		revisionId,
		from,
		content,
	}: {
		revisionId: string;
		/** The revision that this follows: what no form states of a text (why it is off, when it was changed) is carried over. */
		from: string;
		content: DraftContent;
	},
): Promise<void> {
	const { number } = await tx.eventRevision.findUniqueOrThrow({
		where: { id: revisionId },
		select: { number: true },
	});
	const before = await tx.eventText.findMany({
		where: { revisionId: from },
		select: { locale: true, title: true, description: true, statusReason: true, changedIn: true },
	});
	const earlier = new Map(before.map((text) => [text.locale, text]));
	await tx.eventText.deleteMany({ where: { revisionId } });
	await tx.eventText.createMany({
		data: Object.entries(content.texts).map(([locale, text]) => ({
			revisionId,
			locale,
			title: text.title,
			description: text.description,
			statusReason: earlier.get(locale)?.statusReason ?? null,
			changedIn: changedIn(text, earlier.get(locale)) ?? number,
		})),
	});
	await tx.revisionPicture.deleteMany({ where: { revisionId } });
	await tx.revisionPicture.createMany({
		data: content.pictures.map((picture, position) => ({
			...pictureColumns(picture, position),
			revisionId,
		})),
	});
	const venue = {
		name: content.venueName,
		address: content.address,
		lat: content.lat,
		lon: content.lon,
	};
	const pin = venue.lat === null || venue.lon === null ? { lat: null, lon: null } : {};
	const data = { ...venue, ...pin };
	await tx.venue.upsert({
		where: { revisionId },
		create: { ...data, revisionId },
		update: data,
		select: { revisionId: true },
	});
	await tx.revisionOrganiser.deleteMany({ where: { revisionId } });
	await tx.revisionOrganiser.createMany({
		data: content.coOrganisers.map((organisationId, index) => ({
			revisionId,
			organisationId,
			position: index + 1,
		})),
	});
}

type Words = { title: string; description: string };

/** Where a text stays as it was; undefined for one that is new or says something else now. */
function changedIn(
	text: Words,
	before: (Words & { changedIn: number }) | undefined,
): number | undefined {
	const isSame = before?.title === text.title && before.description === text.description;
	return isSame ? before.changedIn : undefined;
}
