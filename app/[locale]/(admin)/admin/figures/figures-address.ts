import { z } from "zod";

/** The address of figures: a season that cannot be read counts as absent. */
export const figuresAddress = z.object({
	season: z.coerce.number().int().min(1993).max(2200).optional().catch(undefined),
});
