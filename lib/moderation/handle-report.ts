import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { titleFor } from "@/lib/events/submit-event";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { reportsHandledBy, requireCan } from "@/lib/permissions/can";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { receiptPath } from "./receipt-address";
import type { CloseInput } from "./report-schema";

/**
 * Takes a case on, or leaves it to others.
 * @throws DomainError unauthenticated, forbidden, not_found, illegal_transition (closed)
 */
export async function takeCase(
	tx: Tx,
	viewer: Viewer,
	{ input: { caseId, isTaken }, now }: { input: { caseId: string; isTaken: boolean }; now: Date },
): Promise<void> {
	const { reviewer, lookedAt } = await lockOpenCase(tx, viewer, caseId);
	const assigneeId = isTaken ? reviewer.id : null;
	await tx.reportCase.update({
		where: { id: caseId },
		data: { assigneeId, lookedAt: lookedAt ?? now },
		select: { id: true },
	});
	await note(tx, { reviewer, action: "report_case.assigned", caseId, detail: { assigneeId }, now });
}

/**
 * Answers one reporter, once: at the secret address, and by mail where an address was given.
 * @throws DomainError unauthenticated, forbidden, not_found, illegal_transition (answered before)
 */
export async function answerReport(
	tx: Tx,
	viewer: Viewer,
	{ input: { reportId, answer }, now }: { input: { reportId: string; answer: string }; now: Date },
): Promise<{ caseId: string }> {
	const about = await tx.report.findUnique({ where: { id: reportId }, select: { caseId: true } });
	if (!about) throw new DomainError("not_found");
	const { caseId } = about;
	const { reviewer, lookedAt } = await lockCase(tx, viewer, caseId);
	const { count } = await tx.report.updateMany({
		where: { id: reportId, answeredAt: null },
		data: { answer, answeredAt: now },
	});
	if (count === 0) throw new DomainError("illegal_transition");
	if (lookedAt === null)
		await tx.reportCase.update({
			where: { id: caseId },
			data: { lookedAt: now },
			select: { id: true },
		});
	const [report] = await listReporters(tx, { id: reportId });
	if (report)
		await enqueueMail(tx, {
			...report.to,
			template: "reportAnswered",
			props: { ...report.about, answer },
		});
	await audit(tx, {
		actorId: reviewer.id,
		action: "report.answered",
		subjectType: "report",
		subjectId: reportId,
		detail: { caseId, length: answer.length },
		at: now,
	});
	return { caseId };
}

/**
 * Closes a case with what was done, which each reporter learns in general words; the reason is for reviewers.
 * @throws DomainError unauthenticated, forbidden, not_found, illegal_transition (closed)
 */
export async function closeCase(
	tx: Tx,
	viewer: Viewer,
	{ input: { caseId, outcome, reason }, now }: { input: CloseInput; now: Date },
): Promise<void> {
	const { reviewer, lookedAt } = await lockOpenCase(tx, viewer, caseId);
	await tx.reportCase.update({
		where: { id: caseId },
		data: { outcome, reason: reason || null, closedAt: now, lookedAt: lookedAt ?? now },
		select: { id: true },
	});
	for (const { to, about } of await listReporters(tx, { caseId }))
		await enqueueMail(tx, { ...to, template: "reportClosed", props: { ...about, outcome } });
	await note(tx, { reviewer, action: "report_case.closed", caseId, detail: { outcome }, now });
}

async function lockOpenCase(tx: Tx, viewer: Viewer, caseId: string) {
	const found = await lockCase(tx, viewer, caseId);
	if (found.closedAt) throw new DomainError("illegal_transition");
	return found;
}

/** Of two who act at once the second sees what the first has done. */
async function lockCase(tx: Tx, viewer: Viewer, caseId: string) {
	requireCan(viewer, { action: "queue.read" });
	await tx.$queryRaw`SELECT "id" FROM "ReportCase" WHERE "id" = ${caseId}::uuid FOR UPDATE`;
	const found = await tx.reportCase.findFirst({
		where: { AND: [{ id: caseId }, reportsHandledBy(viewer)] },
		select: { closedAt: true, lookedAt: true },
	});
	if (!found) throw new DomainError("not_found");
	return { ...found, reviewer: viewer };
}

/** Those to be mailed: with an address, and no machine. */
async function listReporters(tx: Tx, where: { id: string } | { caseId: string }) {
	const reports = await tx.report.findMany({
		where: { ...where, email: { not: null }, isSuspect: false },
		orderBy: { id: "asc" },
		select: {
			id: true,
			email: true,
			locale: true,
			reference: true,
			case: {
				select: {
					event: {
						select: {
							published: { select: { texts: { select: { locale: true, title: true } } } },
						},
					},
					organisation: { select: { name: true } },
				},
			},
		},
	});
	return reports.map(({ id, email, locale, reference, case: { event, organisation } }) => ({
		to: { to: email ?? "", locale },
		about: {
			reference,
			path: receiptPath(id),
			// An open draft is not the reporter's to read: what is not public any more goes without its title.
			title: event
				? titleFor({ texts: event.published?.texts ?? [] }, locale)
				: (organisation?.name ?? ""),
		},
	}));
}

function note(
	tx: Tx,
	{
		reviewer,
		action,
		caseId,
		detail,
		now,
	}: {
		reviewer: SignedInViewer;
		action: "report_case.assigned" | "report_case.closed";
		caseId: string;
		detail: { assigneeId: string | null } | { outcome: string };
		now: Date;
	},
): Promise<void> {
	return audit(tx, {
		actorId: reviewer.id,
		action,
		subjectType: "report_case",
		subjectId: caseId,
		detail,
		at: now,
	});
}
