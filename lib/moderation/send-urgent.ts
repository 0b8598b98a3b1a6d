import { db, inTransaction } from "@/lib/db/client";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { ownOf } from "@/lib/permissions/can";
import { linesOf } from "./digest-lines";
import { mayTell } from "./may-tell";

const PAUSE = { kind: "urgent", hours: 1 } as const;

/**
 * Mails each reviewer the submissions that begin within days (lib/events/submit-event) and still wait: each once, and one
 * mail an hour, however many came. Any number of processes may run it at any times.
 */
export async function sendUrgent(now: Date): Promise<void> {
	const failures: unknown[] = [];
	for (const reviewer of await listToTell())
		await tell(reviewer, now).catch((error: unknown) => failures.push(error));
	if (failures.length > 0) throw failures[0];
}

function listToTell() {
	return db.user.findMany({
		where: { disabledAt: null, urgent: { some: { event: { state: "submitted" } } } },
		orderBy: { id: "asc" },
		select: {
			id: true,
			email: true,
			locale: true,
			memberships: { select: { organisationId: true } },
		},
	});
}

async function tell(
	{ id: userId, email, locale, memberships }: Awaited<ReturnType<typeof listToTell>>[number],
	now: Date,
): Promise<void> {
	const organisationIds = memberships.map(({ organisationId }) => organisationId);
	await inTransaction(async (tx) => {
		const waiting = { state: "submitted" as const, NOT: ownOf({ id: userId, organisationIds }) };
		const open = await tx.urgentSubmission.count({ where: { userId, event: waiting } });
		if (open === 0 || !(await mayTell(tx, userId, { ...PAUSE, now }))) return;
		// Read after the pause was noted: of two processes the second one finds nothing.
		const rows = await tx.urgentSubmission.findMany({
			where: { userId },
			select: { eventId: true },
		});
		const ids = rows.map(({ eventId }) => eventId);
		const where = { AND: [{ id: { in: ids } }, waiting] };
		const [first, ...more] = await linesOf(tx, where, locale);
		await tx.urgentSubmission.deleteMany({ where: { userId, eventId: { in: ids } } });
		if (!first) return;
		const count = await tx.event.count({ where });
		await enqueueMail(tx, {
			to: email,
			locale,
			...(count === 1
				? {
						template: "eventWaiting",
						props: {
							eventId: first.eventId,
							title: first.title,
							organisation: first.organisation,
							country: first.country ?? "",
						},
					}
				: {
						template: "eventsWaiting",
						props: { count: String(count), first: JSON.stringify([first, ...more]) },
					}),
		});
	});
}
