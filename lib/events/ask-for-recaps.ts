import { audit } from "@/lib/audit/audit";
import { db, inTransaction, type Tx } from "@/lib/db/client";
import { fromDateColumn } from "@/lib/db/columns";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { readSwitches, requireWritable } from "@/lib/permissions/switches";
import { morningAfter } from "@/lib/time/morning-after";
import { listMembersToTell } from "./people-to-tell";
import { isOff } from "./status-to-submit";
import { titleFor } from "./submit-event";
import { lockEvent } from "./transition";

type Kind = "asked" | "reminded";

const DAY_MS = 86_400_000;
/** A mail that could not go for longer, or whose event was published later, does not go any more. */
const LATE_DAYS = 3;
const REMINDED_AFTER_DAYS = 7;
/** The queue ends a job after 90 s; the rest waits for the next quarter of an hour. */
const LONGEST_RUN_MS = 60_000;

/**
 * Mails the members of each organisation on the morning after an event, once, that they may tell how it was, and once
 * more a week later where nothing came. Any number of processes may run it at any times: the row that says that a mail
 * was asked for commits with the mail. While nothing may be changed nobody is asked: the mail's form would refuse them.
 */
export async function askForRecaps(now: Date): Promise<void> {
	if ((await readSwitches()).read_only.isOn) return;
	const endMs = Date.now() + LONGEST_RUN_MS;
	const failures: unknown[] = [];
	for (const kind of ["asked", "reminded"] as const) {
		for (const id of await (kind === "asked" ? listToAsk(now) : listToRemind(now))) {
			if (Date.now() > endMs) break;
			// One event that cannot be read must not keep the others from their mails.
			await tell(id, kind, now).catch((error: unknown) => failures.push(error));
		}
	}
	if (failures.length > 0) throw failures[0];
}

/** None of them has been mailed, is off, is an example, or has been told of already. */
const UNTOLD = {
	isDemo: false,
	status: { in: ["scheduled", "rescheduled"] as ("scheduled" | "rescheduled")[] },
	datePrecision: "day" as const,
};
const NOTHING_CAME = { OR: [{ recap: null }, { recap: { submittedAt: null } }] };

async function listToAsk(now: Date): Promise<string[]> {
	// Wide enough for every zone; the exact hour is that of the place.
	const earliest = new Date(now.getTime() - (LATE_DAYS + 3) * DAY_MS);
	const rows = await db.publishedEvent.findMany({
		where: {
			...UNTOLD,
			liveUntilUtc: { gt: earliest, lt: now },
			event: { recapNotices: { none: { kind: "asked" } }, ...NOTHING_CAME },
		},
		orderBy: { sortAt: "asc" },
		select: { id: true, startDate: true, endDate: true, timezone: true },
	});
	return rows
		.filter((row) => {
			const lateMs = now.getTime() - (dueAt(row)?.getTime() ?? Number.POSITIVE_INFINITY);
			return lateMs >= 0 && lateMs < LATE_DAYS * DAY_MS;
		})
		.map(({ id }) => id);
}

async function listToRemind(now: Date): Promise<string[]> {
	const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
	const rows = await db.recapNotice.findMany({
		where: {
			kind: "asked",
			at: { gt: daysAgo(REMINDED_AFTER_DAYS + LATE_DAYS), lte: daysAgo(REMINDED_AFTER_DAYS) },
			event: {
				published: { ...UNTOLD, liveUntilUtc: { lt: now } },
				recapNotices: { none: { kind: "reminded" } },
				...NOTHING_CAME,
			},
		},
		orderBy: { at: "asc" },
		select: { eventId: true },
	});
	return rows.map(({ eventId }) => eventId);
}

/** Nine o'clock at the place, on the day after the last one. */
function dueAt(event: { startDate: Date | null; endDate: Date | null; timezone: string }) {
	const lastDay = fromDateColumn(event.endDate ?? event.startDate);
	return lastDay === null ? null : morningAfter(lastDay, event.timezone);
}

async function tell(eventId: string, kind: Kind, now: Date): Promise<void> {
	await inTransaction(async (tx) => {
		await requireWritable(tx);
		// Under the event's lock it cannot be called off, withdrawn or told of meanwhile.
		await lockEvent(tx, eventId);
		const event = await readUntold(tx, eventId);
		if (!event) return;
		const { count } = await tx.recapNotice.createMany({
			data: [{ eventId, kind, at: now }],
			skipDuplicates: true,
		});
		if (count === 0) return;
		await audit(tx, {
			actorId: null,
			action: "recap.asked_for",
			subjectType: "event",
			subjectId: eventId,
			detail: { kind },
			at: now,
		});
		for (const { email, locale } of await listMembersToTell(tx, event.organisationId))
			await enqueueMail(tx, {
				to: email,
				locale,
				template: kind === "asked" ? "recapAsked" : "recapReminder",
				props: { eventId, title: titleFor(event, locale) },
			});
	});
}

async function readUntold(tx: Tx, eventId: string) {
	const published = await tx.publishedEvent.findUnique({
		where: { id: eventId },
		select: {
			status: true,
			texts: { select: { locale: true, title: true } },
			event: { select: { organisationId: true, recap: { select: { submittedAt: true } } } },
		},
	});
	if (!published || isOff(published.status) || published.event.recap?.submittedAt) return null;
	return { texts: published.texts, organisationId: published.event.organisationId };
}
