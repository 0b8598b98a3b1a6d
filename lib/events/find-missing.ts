import type { Tx } from "@/lib/db/client";
import type { FieldErrors } from "@/lib/errors";
import { checkComplete } from "./completeness";
import type { RevisionContent } from "./revision";
import { checkSeasonOfWhole } from "./super-event";

/** `checkComplete`, and what only the database knows: whether it belongs to the season of what it is part of. */
export async function findMissing(
	tx: Pick<Tx, "event">,
	content: RevisionContent,
	now: Date,
): Promise<FieldErrors> {
	return { ...checkComplete(content, now), ...(await checkSeasonOfWhole(tx, content)) };
}
