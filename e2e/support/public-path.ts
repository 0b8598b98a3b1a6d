import { db, type Prisma } from "@/lib/db/client";

/** Address, without language, of the first published event that fits. */
export async function findPublicPath(where: Prisma.PublishedEventWhereInput): Promise<string> {
	const { season, slug } = await db.publishedEvent.findFirstOrThrow({
		where,
		orderBy: { id: "asc" },
		select: { season: true, slug: true },
	});
	return `/events/${season ?? "undated"}/${slug}`;
}
