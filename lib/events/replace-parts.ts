import { pictureColumns } from "@/lib/calendar/pictures";
import type { Tx } from "@/lib/db/client";
import type { DraftContent } from "./schema";

/** Writes texts, pictures and venue of a draft anew, and its co-organisers unless they are null. */
export async function replaceParts(
	tx: Tx,
	{
		revisionId,
		from,
		content,
		coOrganiserIds,
	}: {
		revisionId: string;
		/** The revision that was open when this was typed: reasons for a cancellation, which no form states, are carried over. */
		from: string;
		content: DraftContent;
		coOrganiserIds: string[] | null;
	},
): Promise<void> {
	const before = await tx.eventText.findMany({
		where: { revisionId: from, statusReason: { not: null } },
		select: { locale: true, statusReason: true },
	});
	const reasons = new Map(before.map(({ locale, statusReason }) => [locale, statusReason]));
	await tx.eventText.deleteMany({ where: { revisionId } });
	await tx.eventText.createMany({
		data: Object.entries(content.texts).map(([locale, text]) => ({
			revisionId,
			locale,
			title: text.title,
			description: text.description,
			statusReason: reasons.get(locale) ?? null,
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
	if (coOrganiserIds === null) return;
	await tx.revisionOrganiser.deleteMany({ where: { revisionId } });
	await tx.revisionOrganiser.createMany({
		data: coOrganiserIds.map((organisationId, index) => ({
			revisionId,
			organisationId,
			position: index + 1,
		})),
	});
}
