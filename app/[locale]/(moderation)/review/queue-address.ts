import { z } from "zod";
import { DECISION_ACTIONS } from "@/lib/lifecycle/lifecycle";
import { WAITING_AS } from "@/lib/moderation/queue-order";
import { isCountry } from "@/lib/places/countries";

/** The queue's address: what cannot be read of it counts as absent. */
export const queueAddress = z.object({
	view: z.enum(["waiting", "published", "decided"]).catch("waiting"),
	/** What was just decided, for the confirmation. */
	sent: z
		.enum([...DECISION_ACTIONS, "looked", "hidden", "restored", "reopened"])
		.optional()
		.catch(undefined),
	/** The event of that decision. */
	last: z.uuid().optional().catch(undefined),
	country: z.string().refine(isCountry).optional().catch(undefined),
	as: z.enum(WAITING_AS).optional().catch(undefined),
	mine: z.literal("1").optional().catch(undefined),
	/** Only what waits too long. */
	late: z.literal("1").optional().catch(undefined),
	page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type QueueAddress = z.infer<typeof queueAddress>;

/** The address of a page of the queue under the same filters; without what was just decided. */
export function queueHref(address: Omit<QueueAddress, "sent" | "last">, page: number): string {
	const { view, country, as, mine, late } = address;
	const query = new URLSearchParams({
		...(view === "waiting" ? {} : { view }),
		...(country ? { country } : {}),
		...(as ? { as } : {}),
		...(mine ? { mine } : {}),
		...(late ? { late } : {}),
		...(page > 1 ? { page: String(page) } : {}),
	});
	return `/review${query.size > 0 ? `?${query}` : ""}`;
}
