import { z } from "zod";

/** The queue's address: an unknown view or a broken cursor shows the first page of what waits. */
export const queueAddress = z.object({
	view: z.enum(["waiting", "decided"]).catch("waiting"),
	cursor: z.uuid().optional().catch(undefined),
});
