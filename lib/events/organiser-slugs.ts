import { db } from "@/lib/db/client";

/** Slugs of the organisations that hold an event by its latest revision, the owner first. */
export async function findOrganiserSlugs(eventId: string): Promise<string[]> {
	const event = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		select: {
			organisation: { select: { slug: true } },
			latestRevision: {
				select: {
					coOrganisers: {
						orderBy: { position: "asc" },
						select: { organisation: { select: { slug: true } } },
					},
				},
			},
		},
	});
	const others = event.latestRevision?.coOrganisers ?? [];
	return [event.organisation.slug, ...others.map(({ organisation }) => organisation.slug)];
}
