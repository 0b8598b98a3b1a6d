import { Prisma, type Tx } from "@/lib/db/client";
import { OF_KNOWN_NAME } from "@/lib/events/nameable";
import type { RevisionContent } from "@/lib/events/revision";
import { isBlocked, readBlocklist } from "./find-blocked";
import { saidIn } from "./said";
import type { Weight } from "./weigh";

/** A submission as the queue reads it. */
type Item = {
	id: string;
	content: RevisionContent | null;
	/** Of a change of what is public; null for a new event. */
	weight: Weight | null;
};

/** What an approval would make public unread stays out: a profile that waits, a name that nobody has read. */
const SUITED = {
	state: "submitted",
	takeDowns: { none: { endedAt: null } },
	messages: { none: { isReviewer: false, readAt: null } },
	latestRevision: { coOrganisers: { every: { organisation: OF_KNOWN_NAME } } },
	organisation: {
		isLookAlike: false,
		heldAt: null,
		waiting: { equals: Prisma.DbNull },
		OR: [{ verifiedAt: { not: null } }, { trustedAt: { not: null } }],
	},
} satisfies Prisma.EventWhereInput;

/**
 * Those of the submissions that may be approved among others, on the word of who has verified or trusted their
 * organisation: no important change, nothing blocked or hidden, no unread message. Whether the reviewer may decide is for `can` to say.
 */
export async function listSuitedForBulk(tx: Tx, items: readonly Item[]): Promise<Set<string>> {
	const blocklist = await readBlocklist(tx);
	const ids = items
		.filter(({ weight }) => weight !== "important")
		.filter(({ content }) => content !== null && !isBlocked(saidIn(content), blocklist))
		.map(({ id }) => id);
	if (ids.length === 0) return new Set();
	const rows = await tx.event.findMany({
		where: { AND: [{ id: { in: ids } }, SUITED] },
		select: { id: true },
	});
	return new Set(rows.map(({ id }) => id));
}
