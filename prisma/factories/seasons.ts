import { db } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";

/** Sets between which days new events of a season can be handed in, whatever was set before. */
export async function setWindow(
	year: number,
	{ opensOn = null, closesOn = null }: { opensOn?: string | null; closesOn?: string | null },
): Promise<void> {
	const days = { opensOn: toDateColumn(opensOn), closesOn: toDateColumn(closesOn) };
	await db.season.upsert({ where: { year }, create: { year, ...days }, update: days });
}
