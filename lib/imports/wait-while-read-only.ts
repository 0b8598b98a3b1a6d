import { inTransaction } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/queue";
import { readSwitches } from "@/lib/permissions/switches";

/** How long after the end of read only somebody waits for their import, at most. */
const AGAIN_MS = 30_000;

/**
 * Does the work of a job unless nothing may be changed now; then the job is queued once more. Failing instead, it would
 * come back after a pause that grows to hours, and at last not at all (docs/decisions/0027).
 */
export async function waitWhileReadOnly(
	name: "imports.check" | "imports.run",
	importId: string,
	work: () => Promise<void>,
): Promise<void> {
	try {
		if ((await readSwitches()).read_only.isOn) throw new DomainError("read_only");
		await work();
	} catch (error) {
		if (!(error instanceof DomainError && error.code === "read_only")) throw error;
		const options = { runAt: new Date(Date.now() + AGAIN_MS), jobKey: `${name}:${importId}` };
		await inTransaction((tx) => enqueue(tx, name, { importId }, options));
	}
}
