import type { Prisma, Tx } from "@/lib/db/client";
import { titleFor } from "@/lib/events/submit-event";
import type { DigestLine } from "@/lib/mail/mail-schema";
import { QUEUE_ORDER } from "./queue-order";
import { submittedContent, submittedSelect } from "./submitted-content";

const LINES = 8;

/** The submissions that stand first in the queue, at most eight, for a mail in `locale`. */
export async function linesOf(
	tx: Tx,
	where: Prisma.EventWhereInput,
	locale: string,
): Promise<DigestLine[]> {
	const rows = await tx.event.findMany({
		where,
		orderBy: QUEUE_ORDER,
		take: LINES,
		select: { ...submittedSelect, organisation: { select: { name: true } } },
	});
	return rows.map(({ revisions, latestRevision, ...event }) => {
		const content = submittedContent({ revisions, latestRevision });
		return {
			eventId: event.id,
			title: content ? titleFor(content, locale) : "",
			organisation: event.organisation.name,
			country: event.country,
			day: content?.schedule.startDate ?? null,
		};
	});
}
