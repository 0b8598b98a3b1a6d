import "server-only";
import { getTranslations } from "next-intl/server";
import { reviewerName } from "@/components/moderation/reviewer-name";
import type { Decided } from "@/components/moderation/too-late";
import { formatInstant } from "@/lib/time/format";

type Decision = {
	kind: "approve" | "request_changes" | "reject";
	createdAt: Date;
	isByTrust: boolean;
	undoneAt: Date | null;
	actor: { name: string | null; email: string };
	revision: { number: number };
};

const DECIDED = ["approved", "changes_requested", "rejected"];

/** Who decided last and what, in words, for a reviewer who comes too late; null where no decision stands. */
export async function lastDecided(
	{ state, decisions: [last] }: { state: string; decisions: readonly Decision[] },
	locale: string,
): Promise<Decided | null> {
	if (!last || last.undoneAt || last.isByTrust || !DECIDED.includes(state)) return null;
	const t = await getTranslations("review.history");
	return {
		what: t(last.kind, { number: last.revision.number }),
		by: reviewerName(last.actor),
		at: `${formatInstant(last.createdAt, "UTC", locale)} UTC`,
	};
}
