import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { fileReport } from "@/lib/moderation/file-report";
import { type ReportInput, reportInput } from "@/lib/moderation/report-schema";

export type MadeReport = {
	id: string;
	caseId: string;
	reference: string;
	/** Path of the receipt with its secret, without the language. */
	path: string;
};

/** A visitor's report, filed through the use case. */
export async function makeReport({
	now = new Date(),
	...more
}: { now?: Date } & Partial<ReportInput> = {}): Promise<MadeReport> {
	const input = reportInput.parse({
		formKey: randomUUID(),
		locale: "en",
		kind: "wrong_facts",
		text: "It begins an hour later.",
		...more,
	});
	const { path } = await fileReport(input, now);
	const report = await db.report.findUniqueOrThrow({
		where: { formKey: input.formKey },
		select: { id: true, caseId: true, reference: true },
	});
	return { ...report, path };
}

/** The mails that wait in the queue, as template, recipient and props. */
export async function queuedMails() {
	const rows = await db.$queryRaw<
		{ payload: { to: string; locale: string; template: string; props: Record<string, string> } }[]
	>`SELECT payload FROM graphile_worker._private_jobs ORDER BY id`;
	return rows.map(({ payload }) => payload);
}
