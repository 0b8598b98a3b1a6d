import { DomainError } from "@/lib/errors";
import { isDatabaseAway } from "@/lib/http/database-fault";

/**
 * Does the same `count` times at once, and says what each came to: "done", the code of a refusal, or the error. Of more
 * than the pool has connections some may be sent away on a busy machine before they have begun (after 3 s); they ask
 * again, as people do.
 */
export function atOnce(
	count: number,
	work: (index: number) => Promise<unknown>,
): Promise<unknown[]> {
	return Promise.all(Array.from({ length: count }, (_, index) => outcomeOf(() => work(index))));
}

async function outcomeOf(work: () => Promise<unknown>): Promise<unknown> {
	try {
		await work();
		return "done";
	} catch (error) {
		if (isDatabaseAway(error)) return outcomeOf(work);
		return error instanceof DomainError ? error.code : error;
	}
}
