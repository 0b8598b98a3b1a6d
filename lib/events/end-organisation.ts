import { audit } from "@/lib/audit/audit";
import { refreshOrganiser } from "@/lib/calendar/refresh-organiser";
import { Prisma, type Tx } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
import type { EventState } from "@/lib/lifecycle/lifecycle";
import { endBadge } from "@/lib/organisations/end-badge";
import type { LockedOrganisation } from "@/lib/organisations/lock-organisation";
import { PROGRAM_OWNS } from "@/lib/organisations/ownerless";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { answerLocked } from "./answer-request";
import { discardDraft } from "./discard-draft";
import { lockEvent, transition } from "./transition";
import { withdrawEvent } from "./withdraw-event";
import { withdrawRecap } from "./withdraw-recap";

/** Events on which nobody works and nobody waits. */
const AT_REST: readonly EventState[] = ["approved", "withdrawn"];
const OPEN_RECAPS: EventState[] = ["draft", "submitted", "changes_requested", "rejected"];

/** What waits for an organisation, or is not finished. */
export type OpenMatters = { requestIds: string[]; eventIds: string[] };

/** Locks the events of what is open; before the organisation, in the order in which answers to requests lock. */
export async function lockOpenMatters(tx: Tx, organisationId: string): Promise<OpenMatters> {
	const requests = await listOpenRequests(tx, organisationId);
	const eventIds = await listUnsettled(tx, organisationId);
	const all = [...requests.map(({ eventId }) => eventId), ...eventIds];
	for (const eventId of [...new Set(all)].sort()) await lockEvent(tx, eventId);
	return { requestIds: requests.map(({ id }) => id), eventIds };
}

/**
 * Ends a locked organisation: what is not public is withdrawn, open requests are declined, badge, trust and invitations
 * end, and its members with them. What is public stays. One that the program has imported is given back to the program's
 * account instead: the list goes on to name it, and somebody else may claim it.
 * @param actor has the rights of an owner (of an admin: `asOwnerOf`)
 * @param about.dissolvedOn "YYYY-MM-DD", where it is known
 */
export async function endOrganisation(
	tx: Tx,
	actor: SignedInViewer,
	about: {
		organisation: LockedOrganisation;
		open: OpenMatters;
		dissolvedOn: string | null;
		/** Of an admin, kept by the trail. */
		reason?: string;
		now: Date;
	},
): Promise<{ slug: string }> {
	const { organisation, open, dissolvedOn, reason, now } = about;
	const { id: organisationId, slug } = organisation;
	for (const requestId of open.requestIds)
		await answerLocked(tx, actor, { requestId, answer: "declined", now });
	for (const eventId of open.eventIds) await settle(tx, actor, { eventId, now });
	await endBadge(tx, { organisation, actorId: actor.id, reason: "closed", now });
	await tx.invitation.deleteMany({ where: { organisationId } });
	const isListed = await isOfTheProgram(tx, organisationId);
	await tx.organisation.update({
		where: { id: organisationId },
		data: {
			waiting: Prisma.DbNull,
			waitingLogoId: null,
			...(isListed ? {} : { closedAt: now, dissolvedOn: toDateColumn(dissolvedOn) }),
		},
		select: { id: true },
	});
	await tx.membership.deleteMany({ where: { organisationId, NOT: PROGRAM_OWNS } });
	await audit(tx, {
		actorId: actor.id,
		action: isListed ? "organisation.given_back" : "organisation.closed",
		subjectType: "organisation",
		subjectId: organisationId,
		...(reason === undefined ? {} : { detail: { reason } }),
		at: now,
	});
	await refreshOrganiser(tx, organisationId);
	return { slug };
}

/** Whether the program has imported it; such a one is not closed. */
export async function isOfTheProgram(
	tx: Pick<Tx, "membership">,
	organisationId: string,
): Promise<boolean> {
	return (await tx.membership.count({ where: { organisationId, ...PROGRAM_OWNS } })) > 0;
}

async function listOpenRequests(tx: Tx, organisationId: string) {
	return tx.coOrganiser.findMany({
		where: { organisationId, answer: null, withdrawnAt: null },
		orderBy: { id: "asc" },
		select: { id: true, eventId: true },
	});
}

async function listUnsettled(tx: Tx, organisationId: string): Promise<string[]> {
	const rows = await tx.event.findMany({
		where: {
			organisationId,
			OR: [{ state: { notIn: [...AT_REST] } }, { recap: { state: { in: OPEN_RECAPS } } }],
		},
		orderBy: { id: "asc" },
		select: { id: true },
	});
	return rows.map(({ id }) => id);
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
