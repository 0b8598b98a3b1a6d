import { noteLeft } from "@/lib/accounts/leave-lost-work";
import { DEFAULT_ZONE, isAway, listAdminsOnDuty } from "@/lib/accounts/reviewers";
import { auditMany } from "@/lib/audit/audit";
import { db, inTransaction, type Tx } from "@/lib/db/client";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { ownOf } from "@/lib/permissions/can";
import { readSwitches, requireWritable } from "@/lib/permissions/switches";
import { todayIn } from "@/lib/time/wall-time";
import { linesOf } from "./digest-lines";
import { lateBefore } from "./late";
import { mayTell } from "./may-tell";

const AT_ONCE = 500;
/** What gets late within it stands in the mail of the day only. */
const PAUSE = { kind: "late", hours: 12 } as const;

/**
 * Tells the admins, once a submission, of what has waited for 48 hours without a decision: one mail each, however many
 * there are, and none within twelve hours of the last one. Any number of processes may run it at any times: the mark commits with the mail.
 */
export async function escalate(now: Date): Promise<void> {
	await inTransaction(async (tx) => {
		const ids = await markLate(tx, now);
		if (ids.length === 0) return;
		await auditMany(
			tx,
			ids.map((id) => ({
				actorId: null,
				action: "event.escalated",
				subjectType: "event",
				subjectId: id,
				at: now,
			})),
		);
		for (const admin of await listAdminsOnDuty(tx, now)) {
			const { email, locale } = admin;
			const where = { id: { in: ids }, NOT: ownOf(admin) };
			const count = await tx.event.count({ where });
			if (count === 0 || !(await mayTell(tx, admin.id, { ...PAUSE, now }))) continue;
			const first = JSON.stringify(await linesOf(tx, where, locale));
			await enqueueMail(tx, {
				to: email,
				locale,
				template: "submissionsLate",
				props: { count: String(count), first },
			});
		}
	});
}

async function markLate(tx: Tx, now: Date): Promise<string[]> {
	const rows = await tx.$queryRaw<{ id: string }[]>`
		UPDATE "Event" SET "escalatedAt" = ${now}
		WHERE "id" IN (
			SELECT e."id" FROM "Event" e JOIN "EventRevision" r ON r."id" = e."latestRevisionId",
				-- What waits since a decision was taken back was handed in as a copy then.
				greatest(e."submittedAt", r."submittedAt") AS "since"
			WHERE e."state" = 'submitted' AND e."submittedAt" <= ${lateBefore(now).lte}
				AND "since" <= ${lateBefore(now).lte} AND (e."escalatedAt" IS NULL OR e."escalatedAt" < "since")
			ORDER BY "since" LIMIT ${AT_ONCE} FOR UPDATE OF e SKIP LOCKED)
		RETURNING "id"`;
	return rows.map(({ id }) => id);
}

/** Gives back to the others what somebody has taken on who is away today; while nothing may be changed, afterwards. */
export async function releaseFromAbsent(now: Date): Promise<void> {
	if ((await readSwitches()).read_only.isOn) return;
	const away = await listAway(now);
	if (away.length === 0) return;
	await inTransaction(async (tx) => {
		await requireWritable(tx);
		const released = await tx.event.updateManyAndReturn({
			where: { state: "submitted", assigneeId: { in: away } },
			data: { assigneeId: null },
			select: { id: true },
		});
		const cases = await tx.reportCase.updateManyAndReturn({
			where: { closedAt: null, assigneeId: { in: away } },
			data: { assigneeId: null },
			select: { id: true },
		});
		await noteLeft(tx, { actorId: null, events: released, cases, now });
	});
}

async function listAway(now: Date): Promise<string[]> {
	const people = await db.user.findMany({
		where: {
			absences: { some: {} },
			OR: [
				{ assigned: { some: { state: "submitted" } } },
				{ reportCases: { some: { closedAt: null } } },
			],
		},
		select: {
			id: true,
			absences: { select: { fromDate: true, toDate: true } },
			coordinatorOf: { take: 1, select: { territory: { select: { timezone: true } } } },
		},
	});
	return people
		.filter(({ absences, coordinatorOf }) => {
			const zone = coordinatorOf[0]?.territory.timezone ?? DEFAULT_ZONE;
			return isAway(absences, todayIn(zone, now));
		})
		.map(({ id }) => id);
}
