import { db } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";

/** Everything that is kept about the person's account, as plain values for a JSON file; secrets are not among them. */
export async function readOwnData(viewer: SignedInViewer) {
	const by = { where: { id: viewer.id } };
	const account = await db.user.findUniqueOrThrow({
		...by,
		select: {
			id: true,
			email: true,
			name: true,
			locale: true,
			isAdmin: true,
			emailVerified: true,
			createdAt: true,
			sessions: {
				select: {
					createdAt: true,
					lastSeenAt: true,
					provenAt: true,
					browser: true,
					system: true,
					expires: true,
				},
			},
			authenticator: { select: { createdAt: true } },
			passkeys: { select: { createdAt: true, lastUsedAt: true, browser: true, system: true } },
			recoveryCodes: { select: { createdAt: true } },
			memberships: {
				select: { role: true, createdAt: true, organisation: { select: { id: true, name: true } } },
			},
			coordinatorOf: { select: { createdAt: true, territory: { select: { name: true } } } },
			invited: { select: { organisationId: true, email: true, role: true, createdAt: true } },
			requested: { select: { id: true, organisationId: true, method: true, createdAt: true } },
			vouched: { select: { id: true, organisationId: true, vouchedAt: true } },
			confirmed: { select: { id: true, organisationId: true, confirmedAt: true } },
			claims: {
				select: {
					id: true,
					organisationId: true,
					statement: true,
					method: true,
					email: true,
					createdAt: true,
				},
			},
			claimsVouched: { select: { id: true, organisationId: true, vouchedAt: true } },
			claimsDecided: { select: { id: true, organisationId: true, confirmedAt: true } },
			trusts: { select: { id: true, trustedAt: true } },
			eventsCreated: { select: { id: true, organisationId: true, state: true, createdAt: true } },
			revisions: { select: { id: true, eventId: true, number: true, createdAt: true } },
			decisions: {
				select: { eventId: true, revisionId: true, kind: true, reason: true, createdAt: true },
			},
			askedOthers: {
				select: { eventId: true, organisationId: true, requestedAt: true },
			},
			answered: {
				select: { eventId: true, organisationId: true, answer: true, answeredAt: true },
			},
			messages: { select: { eventId: true, text: true, createdAt: true } },
			takeDowns: { select: { eventId: true, reason: true, createdAt: true } },
			blocks: { select: { kind: true, reason: true, createdAt: true } },
			reportCases: { select: { id: true, openedAt: true, closedAt: true } },
			reviewNotes: { select: { eventId: true, text: true, createdAt: true } },
			recapVersions: { select: { id: true, eventId: true, number: true, createdAt: true } },
			recapConsents: { select: { mediaId: true, consentAt: true }, distinct: ["mediaId"] },
			recapsDecided: {
				select: { eventId: true, versionId: true, kind: true, reason: true, createdAt: true },
			},
			media: { select: { id: true, organisationId: true, bytes: true, createdAt: true } },
			imports: { select: { id: true, organisationId: true, state: true, createdAt: true } },
		},
	});
	const [invitations, signInRequests, reports, mails, audit] = await Promise.all([
		db.invitation.findMany({
			where: { email: viewer.email },
			select: { organisationId: true, role: true, createdAt: true, expiresAt: true },
		}),
		db.signInRequest.findMany({
			where: { email: viewer.email },
			select: { createdAt: true, expiresAt: true, consumedAt: true },
		}),
		db.report.findMany({
			where: { email: viewer.email },
			select: { reference: true, kind: true, text: true, createdAt: true },
		}),
		db.outboxMail.findMany({
			where: { to: { equals: viewer.email, mode: "insensitive" } },
			select: { template: true, subject: true, createdAt: true },
		}),
		db.auditEntry.findMany({
			where: { OR: [{ actorId: viewer.id }, { subjectType: "user", subjectId: viewer.id }] },
			orderBy: { id: "asc" },
			select: { at: true, action: true, subjectType: true, subjectId: true, detail: true },
		}),
	]);
	return { account, invitations, signInRequests, reports, mails, audit };
}
