import { DEMO_EMAILS } from "@/lib/accounts/demonstration";
import { deleteFactors } from "@/lib/accounts/remove-factor";
import { audit } from "@/lib/audit/audit";
import { unpublishEvent } from "@/lib/calendar/publish";
import { db, inTransaction, type Tx } from "@/lib/db/client";
import { lockEvent } from "@/lib/events/transition";
import { DEMO_TERRITORY } from "./demo-accounts";
import { markDemoRemoved } from "./demo-mark";

/**
 * Takes the demonstration away: its events and everything its people registered, its territory and the people. A person who
 * decided on or edited something that stays is disabled instead. The audit trail stays, with a line for each event that was
 * public, and with the line that keeps `seedDemo` from bringing the demonstration back. It can be run again.
 * @returns what was removed
 */
export async function removeDemo(
	now: Date,
): Promise<{ events: number; organisations: number; people: number; disabled: number }> {
	const users = await db.user.findMany({
		where: { email: { in: Object.values(DEMO_EMAILS) } },
		select: { id: true },
	});
	const userIds = users.map(({ id }) => id);
	const events = await db.event.findMany({
		where: { OR: [{ isDemo: true }, { createdById: { in: userIds } }] },
		select: { id: true },
	});
	for (const { id } of events) await inTransaction((tx) => removeEvent(tx, id, now));
	return inTransaction(async (tx) => {
		await tx.media.deleteMany({
			where: { uploadedById: { in: userIds }, revisions: { none: {} }, published: { none: {} } },
		});
		const organisations = await removeOrganisations(tx, userIds);
		await tx.territory.deleteMany({ where: { name: DEMO_TERRITORY.name } });
		await markDemoRemoved(tx, now);
		return { events: events.length, organisations, ...(await removePeople(tx, userIds, now)) };
	});
}

async function removeEvent(tx: Tx, eventId: string, now: Date): Promise<void> {
	const { isPublished } = await lockEvent(tx, eventId);
	if (isPublished) {
		await unpublishEvent(tx, { eventId, now });
		await audit(tx, {
			actorId: null,
			action: "event.unpublished",
			subjectType: "event",
			subjectId: eventId,
			detail: { reason: "demonstration removed" },
			at: now,
		});
	}
	// Revisions, texts, venues and decisions go with the event (ON DELETE CASCADE).
	await tx.event.delete({ where: { id: eventId }, select: { id: true } });
}

/** Organisations that the demonstration's people made and that nobody else belongs to or names. */
async function removeOrganisations(tx: Tx, userIds: string[]): Promise<number> {
	const { count } = await tx.organisation.deleteMany({
		where: {
			importKey: null,
			memberships: { some: {}, every: { userId: { in: userIds } } },
			events: { none: {} },
			coOrganised: { none: {} },
			published: { none: {} },
		},
	});
	return count;
}

async function removePeople(tx: Tx, userIds: string[], now: Date) {
	await tx.session.deleteMany({ where: { userId: { in: userIds } } });
	for (const userId of userIds) await deleteFactors(tx, userId);
	await tx.membership.deleteMany({ where: { userId: { in: userIds } } });
	const left = {
		eventsCreated: { none: {} },
		revisions: { none: {} },
		decisions: { none: {} },
		media: { none: {} },
		recapVersions: { none: {} },
		recapConsents: { none: {} },
		recapsDecided: { none: {} },
	};
	const { count: people } = await tx.user.deleteMany({ where: { id: { in: userIds }, ...left } });
	const { count: disabled } = await tx.user.updateMany({
		where: { id: { in: userIds }, disabledAt: null },
		data: { disabledAt: now, isAdmin: false },
	});
	return { people, disabled };
}

/** `npm run demo:remove`: in the database of DATABASE_URL, else in the one that `npm start` keeps. */
async function main(): Promise<void> {
	const { withDatabase } = await import("@/scripts/launcher/with-database");
	const removed = await withDatabase(() => removeDemo(new Date()));
	console.log(
		`removed: events ${removed.events}, organisations ${removed.organisations}, people ${removed.people}; disabled people: ${removed.disabled}`,
	);
}

if (process.argv[1] === import.meta.filename) {
	await main();
	// The launcher's modules leave timers behind.
	process.exit(0);
}
