import { db } from "@/lib/db/client";

/** The name under which the organiser of this slug last published; null when none did. */
export async function findOrganiserName(slug: string): Promise<string | null> {
	const row = await db.publishedOrganiser.findFirst({
		where: { slug, event: { visibility: "public" } },
		orderBy: { event: { publishedAt: "desc" } },
		select: { name: true },
	});
	return row?.name ?? null;
}
