import { audit } from "@/lib/audit/audit";
import { refreshOrganiser } from "@/lib/calendar/refresh-organiser";
import { Prisma, type Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import type { EventState } from "@/lib/lifecycle/lifecycle";
import { endBadge } from "@/lib/organisations/end-badge";
import { lockAsOwner } from "@/lib/organisations/lock-organisation";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { answerRequest } from "./answer-request";
import { discardDraft } from "./discard-draft";
import { lockEvent, transition } from "./transition";
import { withdrawEvent } from "./withdraw-event";
import { withdrawRecap } from "./withdraw-recap";

/** Events on which nobody works and nobody waits. */
const AT_REST: readonly EventState[] = ["approved", "withdrawn"];
const OPEN_RECAPS: EventState[] = ["draft", "submitted", "changes_requested", "rejected"];

/** The membership of the account to which imported organisations belong; no other owner's address ends so (RFC 2606 §2). */
const PROGRAM_OWNS = {
	role: "owner",
	user: { email: { endsWith: ".invalid" }, disabledAt: { not: null } },
} satisfies Prisma.MembershipWhereInput;

type About = { organisationId: string; now: Date };

/**
 * Closes an organisation of which nobody else is a member: what is not public is withdrawn, open requests are declined,
 * badge, trust and invitations end, and its members with them. What is public stays. One that the program has imported
 * is given back to the program's account instead: the list goes on to name it, and somebody else may claim it.
 * @throws DomainError as lockAsOwner does; conflict (somebody else who can sign in is a member)
 */
export async function closeOrganisation(
	tx: Tx,
	viewer: Viewer,
	{ organisationId, now }: About,
): Promise<{ slug: string }> {
	// Before the organisation, in the order in which answers to requests lock.
	const requests = await listOpenRequests(tx, organisationId);
	const events = await listUnsettled(tx, organisationId);
	const eventIds = [...requests, ...events].map(({ eventId }) => eventId);
	for (const eventId of [...new Set(eventIds)].sort()) await lockEvent(tx, eventId);
	const { organisation, owner } = await lockAsOwner(tx, viewer, organisationId);
	await requireAlone(tx, { organisationId, userId: owner.id });
	for (const { id: requestId } of requests)
		await answerRequest(tx, owner, { requestId, answer: "declined", now });
	for (const { eventId } of events) await settle(tx, owner, { eventId, now });
	await endBadge(tx, { organisation, actorId: owner.id, reason: "closed", now });
	await tx.invitation.deleteMany({ where: { organisationId } });
	const isListed = (await tx.membership.count({ where: { organisationId, ...PROGRAM_OWNS } })) > 0;
	await tx.organisation.update({
		where: { id: organisationId },
		data: {
			waiting: Prisma.DbNull,
			waitingLogoId: null,
			...(isListed ? {} : { closedAt: now }),
		},
		select: { id: true },
	});
	await tx.membership.deleteMany({ where: { organisationId, NOT: PROGRAM_OWNS } });
	await audit(tx, {
		actorId: owner.id,
		action: isListed ? "organisation.given_back" : "organisation.closed",
		subjectType: "organisation",
		subjectId: organisationId,
		at: now,
	});
	await refreshOrganiser(tx, organisationId);
	return { slug: organisation.slug };
}

async function listOpenRequests(tx: Tx, organisationId: string) {
	return tx.coOrganiser.findMany({
		where: { organisationId, answer: null, withdrawnAt: null },
		orderBy: { id: "asc" },
		select: { id: true, eventId: true },
	});
}

async function listUnsettled(tx: Tx, organisationId: string): Promise<{ eventId: string }[]> {
	const rows = await tx.event.findMany({
		where: {
			organisationId,
			OR: [{ state: { notIn: [...AT_REST] } }, { recap: { state: { in: OPEN_RECAPS } } }],
		},
		orderBy: { id: "asc" },
		select: { id: true },
	});
	return rows.map(({ id }) => ({ eventId: id }));
}

async function requireAlone(
	tx: Tx,
	{ organisationId, userId }: { organisationId: string; userId: string },
): Promise<void> {
	const others = await tx.membership.count({
		where: { organisationId, userId: { not: userId }, user: { disabledAt: null } },
	});
	if (others > 0) throw new DomainError("conflict");
}

/** An event that is public goes back to what the public reads; any other is withdrawn. */
async function settle(
	tx: Tx,
	owner: SignedInViewer,
	{ eventId, now }: { eventId: string; now: Date },
): Promise<void> {
	await settleRecap(tx, owner, { eventId, now });
	const event = await lockEvent(tx, eventId);
	if (AT_REST.includes(event.state)) return;
	if (!event.isPublished) {
		await withdrawEvent(tx, owner, { eventId, eventVersion: event.version, now });
		return;
	}
	const { version: eventVersion } =
		event.state === "submitted"
			? await transition(tx, owner, {
					eventId,
					action: "edit",
					expectedVersion: event.version,
					now,
				})
			: event;
	await discardDraft(tx, owner, { eventId, eventVersion, now });
}

/** A public recap stays, and a correction of it that waits is left to its reviewer. */
async function settleRecap(
	tx: Tx,
	owner: SignedInViewer,
	{ eventId, now }: { eventId: string; now: Date },
): Promise<void> {
	const recap = await tx.recap.findUnique({
		where: { eventId },
		select: { state: true, version: true },
	});
	if (!recap || !OPEN_RECAPS.includes(recap.state)) return;
	const isPublic = (await tx.publishedRecap.count({ where: { eventId } })) > 0;
	if (!isPublic) await withdrawRecap(tx, owner, { eventId, recapVersion: recap.version, now });
}
