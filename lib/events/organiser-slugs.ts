import { db } from "@/lib/db/client";

/** Id of the organisation whose event it is. */
export async function findOwner(eventId: string): Promise<string> {
	const { organisationId } = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		select: { organisationId: true },
	});
	return organisationId;
}

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
