import type { Prisma, Tx } from "@/lib/db/client";
import { insertRows } from "@/lib/db/insert-rows";

export type AuditAction =
	| "organisation.created"
	| "organisation.profile_saved"
	| "organisation.profile_published"
	| "organisation.invited"
	| "organisation.invitation_revoked"
	| "organisation.member_joined"
	| "organisation.role_changed"
	| "organisation.member_removed"
	| "organisation.handed_over"
	| "organisation.verification_requested"
	| "organisation.mailbox_proven"
	| "organisation.vouched"
	| "organisation.verified"
	| "organisation.verification_ended"
	| "organisation.held"
	| "organisation.released"
	| "organisation.trusted"
	| "organisation.trust_ended"
	| "organisation.closed"
	| "organisation.given_back"
	| "organisation.claim_made"
	| "organisation.claim_withdrawn"
	| "organisation.claim_vouched"
	| "organisation.claim_confirmed"
	| "organisation.claim_refused"
	| "organisation.written_to"
	| "domain.listed"
	| "domain.removed"
	| "event.created"
	| "event.repeated"
	| "event.edit"
	| "event.submit"
	| "event.withdraw"
	| "event.discard"
	| "event.cancel"
	| "event.postpone"
	| "event.approve"
	| "event.approved_in_bulk"
	| "event.request_changes"
	| "event.reject"
	| "event.take_down"
	| "event.restore"
	| "event.published"
	| "event.published_by_trust"
	| "event.looked_at"
	| "event.assigned"
	| "event.noted"
	| "event.asked"
	| "event.answered"
	| "event.escalated"
	| "event.reopen"
	| "territory.saved"
	| "territory.deleted"
	| "territory.coordinator_named"
	| "territory.coordinator_removed"
	| "absence.planned"
	| "absence.cancelled"
	| "event.unpublished"
	| "event.co_organiser_named"
	| "event.co_organiser_asked"
	| "event.co_organiser_withdrawn"
	| "event.co_organiser_accepted"
	| "event.co_organiser_declined"
	| "event.co_organiser_left"
	| "recap.edit"
	| "recap.submit"
	| "recap.withdraw"
	| "recap.approve"
	| "recap.request_changes"
	| "recap.reject"
	| "recap.reopen"
	| "recap.published"
	| "recap.published_by_trust"
	| "recap.unpublished"
	| "recap.looked_at"
	| "recap.asked_for"
	| "media.uploaded"
	| "demonstration.removed"
	| "silence.set"
	| "silence.removed"
	| "season.saved"
	| "account.created"
	| "account.signed_in"
	| "account.deleted"
	| "account.admin_named"
	| "account.admin_ended"
	| "account.closed"
	| "account.opened"
	| "account.signed_out"
	| "account.sessions_ended"
	| "factor.added"
	| "factor.removed"
	| "factor.proven"
	| "factor.refused"
	| "factor.locked"
	| "factor.codes_made"
	| "factor.reset"
	| "switch.on"
	| "switch.off"
	| "report.filed"
	| "report.answered"
	| "report_case.assigned"
	| "report_case.closed"
	| "blocklist.added"
	| "blocklist.removed"
	| "import.uploaded"
	| "import.run";

export type AuditRow = {
	actorId: string | null;
	action: AuditAction;
	subjectType:
		| "event"
		| "organisation"
		| "user"
		| "media"
		| "demonstration"
		| "country"
		| "season"
		| "domain"
		| "switch"
		| "report"
		| "report_case"
		| "territory"
		| "block"
		| "import";
	subjectId: string;
	detail?: Prisma.InputJsonObject;
	at: Date;
};

/**
 * Appends one line to the audit trail in the caller's transaction, so that deed and trace commit together.
 * `detail` holds ids, states, codes and dates, never texts of organisers or visitors, nor addresses of people; of an
 * admin's act that nothing else remembers also the reason.
 */
export async function audit(tx: Tx, entry: AuditRow): Promise<void> {
	await tx.auditEntry.create({ data: columnsOf(entry), select: { id: true } });
}

/** The same for many deeds at once. */
export async function auditMany(tx: Tx, entries: readonly AuditRow[]): Promise<void> {
	await insertRows(tx, "AuditEntry", entries.map(columnsOf));
}

function columnsOf(entry: AuditRow) {
	return {
		actorId: entry.actorId,
		action: entry.action,
		subjectType: entry.subjectType,
		subjectId: entry.subjectId,
		detail: entry.detail ?? {},
		at: entry.at,
	};
}
