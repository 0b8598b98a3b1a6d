import { db } from "@/lib/db/client";
import { readComingAndPast } from "./coming-and-past";
import type { Published } from "./published";
import { selectEvents } from "./select-events";

/** An organiser's coming events that are not cancelled: how many there are, and the first of them. */
export async function readComingOn(
	slug: string,
	{ now, limit }: { now: Date; limit: number },
): Promise<{ count: number; events: Published[] }> {
	const { rows } = await selectEvents({ organiser: slug });
	const cancelled = await db.publishedEvent.findMany({
		where: { status: "cancelled", organisers: { some: { slug } } },
		select: { id: true },
	});
	const off = new Set(cancelled.map(({ id }) => id));
	const on = rows.filter(({ id }) => !off.has(id));
	const page = await readComingAndPast(on, { now, limits: { coming: limit, past: 0 } });
	return { count: page.comingCount, events: page.coming };
}
