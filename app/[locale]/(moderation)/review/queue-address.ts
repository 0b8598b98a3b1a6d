import { z } from "zod";
import { DECISION_ACTIONS } from "@/lib/lifecycle/lifecycle";

/** The queue's address: an unknown view or a broken cursor shows the first page of what waits. */
export const queueAddress = z.object({
	view: z.enum(["waiting", "published", "decided"]).catch("waiting"),
	/** What was just decided, for the confirmation. */
	sent: z
		.enum([...DECISION_ACTIONS, "looked"])
		.optional()
		.catch(undefined),
	cursor: z.uuid().optional().catch(undefined),
});
