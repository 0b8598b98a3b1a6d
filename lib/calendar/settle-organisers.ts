import type { Tx } from "@/lib/db/client";
import { partsOf, publishableSelect } from "./publish";
import { CALENDAR_TAG, eventTag, invalidateTags, organiserTag } from "./tags";

/**
 * Brings the organisers of a public event in line with who has accepted and is not held, in the caller's transaction:
 * at once, and without another publication of its words. It counts as a change of the event (`publishedAt`), so that
 * feeds and ETags follow.
 * @returns the public address where something changed, else null
 */
export async function settleOrganisers(
	tx: Tx,
	{ eventId, now }: { eventId: string; now: Date },
): Promise<{ season: number | null; slug: string } | null> {
	const published = await tx.publishedEvent.findUnique({
		where: { id: eventId },
		select: {
			season: true,
			slug: true,
			revision: { select: publishableSelect },
			organisers: { orderBy: { position: "asc" }, select: { organisationId: true, slug: true } },
		},
	});
	if (!published) return null;
	const { season, slug, revision, organisers: before } = published;
	const { texts, organisers } = partsOf(eventId, revision);
	const idsOf = (rows: readonly { organisationId: string }[]) =>
		rows.map(({ organisationId }) => organisationId).join();
	if (idsOf(before) === idsOf(organisers)) return null;
	await tx.publishedOrganiser.deleteMany({ where: { eventId } });
	await tx.publishedOrganiser.createMany({ data: organisers });
	const keywords = texts[0]?.keywords ?? "";
	await tx.publishedEventText.updateMany({ where: { eventId }, data: { keywords } });
	await tx.publishedEvent.update({
		where: { id: eventId },
		data: { publishedAt: now },
		select: { id: true },
	});
	const slugs = new Set([...before, ...organisers].map((organiser) => organiser.slug));
	await invalidateTags(tx, [
		CALENDAR_TAG,
		eventTag(season, slug),
		...[...slugs].map((each) => organiserTag(each)),
	]);
	return { season, slug };
}

/** The same for all public events that an organisation holds with others: it was held, or released. */
export async function settleOrganiserEverywhere(
	tx: Tx,
	{ organisationId, now }: { organisationId: string; now: Date },
): Promise<void> {
	const events = await tx.publishedEvent.findMany({
		where: {
			event: { coOrganisers: { some: { organisationId, answer: "accepted", withdrawnAt: null } } },
		},
		orderBy: { id: "asc" },
		select: { id: true },
	});
	for (const { id } of events) await settleOrganisers(tx, { eventId: id, now });
}
