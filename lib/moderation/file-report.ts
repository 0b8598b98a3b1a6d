import { randomInt } from "node:crypto";
import { listReviewersOf } from "@/lib/accounts/reviewers";
import { audit } from "@/lib/audit/audit";
import { inTransaction, type Tx } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { DomainError } from "@/lib/errors";
import { isBlockedAddress } from "@/lib/mail/blocked-addresses";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { requireWritable } from "@/lib/permissions/switches";
import { receiptPath } from "./receipt-address";
import { type ReportInput, URGENT_KINDS } from "./report-schema";
import { findSubject, type Subject, titleOfSubject } from "./report-subject";

/** Letters and digits that are not mistaken for one another when read aloud. */
const REFERENCE_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const REFERENCE_LENGTH = 8;
/** More addresses than this in a few sentences are advertising. */
const MOST_LINKS = 3;

/**
 * Files a visitor's report with the open case of its subject, or with a new one. One form makes one report, however often
 * it is sent. What looks like a machine's, or names a blocked address, is filed too, but mails nobody. Nothing public changes by a report.
 * @returns where the reporter sees how it stands
 * @throws DomainError read_only; not_found (the subject is not public); conflict (the form was sent before with other words)
 */
export function fileReport(input: ReportInput, now: Date): Promise<{ path: string }> {
	return inTransaction(async (tx) => {
		await requireWritable(tx);
		const subject = await findSubject(tx, input);
		if (!subject) throw new DomainError("not_found");
		await lockNames(tx, `reports/${subject.eventId ?? subject.organisationId}`);
		const known = await tx.report.findUnique({
			where: { formKey: input.formKey },
			select: { id: true, kind: true, text: true },
		});
		if (known && (known.kind !== input.kind || known.text !== input.text))
			throw new DomainError("conflict");
		return { path: receiptPath(known?.id ?? (await addReport(tx, { input, subject, now }))) };
	});
}

type Filing = { input: ReportInput; subject: Subject; now: Date };

async function addReport(tx: Tx, { input, subject, now }: Filing): Promise<string> {
	const isSuspect = looksAutomatic(input) || (await isBlockedAddress(tx, input.email));
	const isUrgent = URGENT_KINDS.has(input.kind) && !isSuspect;
	const { caseId, isNewlyUrgent } = await openCase(tx, { subject, isUrgent, now });
	const { id, reference } = await tx.report.create({
		data: {
			caseId,
			formKey: input.formKey,
			reference: newReference(),
			kind: input.kind,
			text: input.text,
			email: input.email || null,
			locale: input.locale,
			isSuspect,
			createdAt: now,
		},
		select: { id: true, reference: true },
	});
	await audit(tx, {
		actorId: null,
		action: "report.filed",
		subjectType: "report",
		subjectId: id,
		detail: { caseId, kind: input.kind, isSuspect },
		at: now,
	});
	if (input.email && !isSuspect)
		await enqueueMail(tx, {
			to: input.email,
			locale: input.locale,
			template: "reportReceived",
			props: { reference, path: receiptPath(id), title: titleOfSubject(subject, input.locale) },
		});
	if (isNewlyUrgent) await tellReviewers(tx, { caseId, subject, now });
	return id;
}

async function openCase(
	tx: Tx,
	{ subject, isUrgent, now }: { subject: Subject; isUrgent: boolean; now: Date },
): Promise<{ caseId: string; isNewlyUrgent: boolean }> {
	const of = subject.eventId
		? { eventId: subject.eventId }
		: { organisationId: subject.organisationId };
	const open = await tx.reportCase.findFirst({
		where: { ...of, closedAt: null },
		select: { id: true, isUrgent: true },
	});
	if (!open) {
		const made = await tx.reportCase.create({
			data: { ...of, isUrgent, openedAt: now },
			select: { id: true },
		});
		return { caseId: made.id, isNewlyUrgent: isUrgent };
	}
	const isNewlyUrgent = isUrgent && !open.isUrgent;
	if (isNewlyUrgent)
		await tx.reportCase.update({
			where: { id: open.id },
			data: { isUrgent: true },
			select: { id: true },
		});
	return { caseId: open.id, isNewlyUrgent };
}

/** Once for each case: of the second urgent report of the same thing they know already. */
async function tellReviewers(
	tx: Tx,
	{ caseId, subject, now }: { caseId: string; subject: Subject; now: Date },
): Promise<void> {
	const reviewers = await listReviewersOf(tx, {
		country: subject.country,
		except: subject.concerned,
		now,
	});
	for (const { email, locale } of reviewers)
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "reportUrgent",
			props: { caseId, title: titleOfSubject(subject, locale), country: subject.country },
		});
}

function looksAutomatic({ website, text }: ReportInput): boolean {
	return website !== "" || (text.match(/https?:|www\./gi)?.length ?? 0) > MOST_LINKS;
}

function newReference(): string {
	const signs = Array.from(
		{ length: REFERENCE_LENGTH },
		() => REFERENCE_SIGNS[randomInt(REFERENCE_SIGNS.length)],
	).join("");
	return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
