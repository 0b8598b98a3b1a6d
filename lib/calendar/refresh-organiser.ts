import type { Tx } from "@/lib/db/client";
import { searchKeywords } from "./keywords";
import { CALENDAR_TAG, eventTag, invalidateTags, organiserTag } from "./tags";

/**
 * Writes an organisation as it is now under its published events, and in the words that find them; every page that shows
 * it becomes stale, those at its former addresses too.
 */
export async function refreshOrganiser(tx: Tx, organisationId: string): Promise<void> {
	const { formerSlugs, verifiedAt, ...organiser } = await tx.organisation.findUniqueOrThrow({
		where: { id: organisationId },
		select: {
			name: true,
			slug: true,
			kind: true,
			website: true,
			verifiedAt: true,
			formerSlugs: { select: { slug: true } },
		},
	});
	const isRenamed = await tx.publishedOrganiser.count({
		where: { organisationId, name: { not: organiser.name } },
	});
	await tx.publishedOrganiser.updateMany({
		where: { organisationId },
		data: { ...organiser, isVerified: verifiedAt !== null },
	});
	const events = await tx.publishedEvent.findMany({
		where: { organisers: { some: { organisationId } } },
		select: {
			id: true,
			season: true,
			slug: true,
			cityGeonameId: true,
			cityName: true,
			country: true,
			venueName: true,
			organisers: { orderBy: { position: "asc" }, select: { name: true } },
		},
	});
	if (isRenamed > 0) {
		for (const { id, organisers, ...event } of events) {
			const keywords = searchKeywords({
				...event,
				organisers: organisers.map(({ name }) => name),
			});
			await tx.publishedEventText.updateMany({ where: { eventId: id }, data: { keywords } });
		}
	}
	await invalidateTags(tx, [
		CALENDAR_TAG,
		...[organiser, ...formerSlugs].map(({ slug }) => organiserTag(slug)),
		...events.map(({ season, slug }) => eventTag(season, slug)),
	]);
}
