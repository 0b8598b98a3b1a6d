import { db, type Prisma } from "@/lib/db/client";
import type { OrganisationKind } from "@/lib/organisations/schema";

/** Address, without language, of the first published event that fits. */
export async function findPublicPath(where: Prisma.PublishedEventWhereInput): Promise<string> {
	const { season, slug } = await db.publishedEvent.findFirstOrThrow({
		where,
		orderBy: { id: "asc" },
		select: { season: true, slug: true },
	});
	return `/events/${season ?? "undated"}/${slug}`;
}

/** Address, without language, of the first organiser of this kind that has a published event. */
export async function findOrganiserPath(kind: OrganisationKind): Promise<string> {
	const { slug } = await db.organisation.findFirstOrThrow({
		where: { kind, published: { some: {} } },
		orderBy: { slug: "asc" },
		select: { slug: true },
	});
	return `/organisers/${slug}`;
}
