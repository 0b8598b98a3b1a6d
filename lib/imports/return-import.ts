import { inTransaction, type Tx } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/queue";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { requireWritable } from "@/lib/permissions/switches";
import type { Viewer } from "@/lib/permissions/viewer";

/**
 * Why an import could not be run: whoever pressed the button may not any more; rows have problems that they had not; the
 * window of a season was shut.
 */
type ReturnReason = "access" | "problems" | "season";

/**
 * Gives an import back that could not be run, with the reason, and mails it to whoever pressed the button, once; nobody is
 * mailed whose account is gone.
 * @throws DomainError read_only
 * @param problemCount of the check before; null: the rows are looked at once more
 */
export async function returnImport(
	{ id, organisationId }: { id: string; organisationId: string },
	viewer: Viewer,
	{ reason, problemCount }: { reason: ReturnReason; problemCount: number | null },
): Promise<void> {
	await inTransaction(async (tx) => {
		await requireWritable(tx);
		const { count } = await tx.import.updateMany({
			where: { id, state: "importing" },
			data: {
				returned: reason,
				version: { increment: 1 },
				...(problemCount === null
					? { state: "checking", progress: 0 }
					: { state: "checked", problemCount }),
			},
		});
		if (count === 0) return;
		if (problemCount === null)
			await enqueue(tx, "imports.check", { importId: id }, { jobKey: `imports.check:${id}` });
		if (viewer.kind === "anonymous") return;
		await enqueueMail(tx, {
			to: viewer.email,
			locale: viewer.locale,
			template: "importReturned",
			props: { importId: id, organisation: await organisationName(tx, organisationId), reason },
		});
	});
}

/** The name that mails about an import give its organisation. */
export async function organisationName(tx: Tx, organisationId: string): Promise<string> {
	const { name } = await tx.organisation.findUniqueOrThrow({
		where: { id: organisationId },
		select: { name: true },
	});
	return name;
}
