import { Prisma, type Tx } from "@/lib/db/client";
import { toDateColumn } from "@/lib/db/columns";
import { addDays } from "@/lib/time/wall-time";
import { lateBefore, lateEvents, lateRecaps } from "./late";
import { eventsOf, organisationsOf, type Reader } from "./readers";

const SOON_DAYS = 7;

/** The submissions that wait for the reader, as a where clause; an admin's with what waits too long elsewhere. */
export function submissionsFor(reader: Reader, now: Date): Prisma.EventWhereInput {
	return { state: "submitted", ...eventsOf(reader, lateEvents(now)) };
}

/**
 * How much waits for a reader today: of an admin also what waits for 48 hours elsewhere, be it an event, a recap, a case
 * of reports or an answer. `soon` and `late` count among `waiting`.
 * @param date the reader's, "YYYY-MM-DD"
 */
export async function countWaitingFor(
	tx: Tx,
	reader: Reader,
	{ date, now }: { date: string; now: Date },
) {
	const where = submissionsFor(reader, now);
	const soon = { dueOn: { lte: toDateColumn(addDays(date, SOON_DAYS)) } };
	return {
		waiting: await tx.event.count({ where }),
		soon: await tx.event.count({ where: { AND: [where, soon] } }),
		late: await tx.event.count({ where: { AND: [where, lateEvents(now)] } }),
		recaps: await tx.recap.count({ where: recapsFor(reader, now) }),
		reports: await tx.reportCase.count({ where: casesFor(reader, now) }),
		answers: await tx.event.count({ where: unreadFor(reader, now) }),
		organisations: await tx.organisation.count({ where: organisationsFor(reader) }),
	};
}

function recapsFor(reader: Reader, now: Date): Prisma.RecapWhereInput {
	const late = { recap: lateRecaps(now) };
	return {
		state: "submitted",
		NOT: { latest: { authorId: reader.id } },
		event: { AND: [{ published: { isNot: null } }, eventsOf(reader, late)] },
	};
}

function casesFor(reader: Reader, now: Date): Prisma.ReportCaseWhereInput {
	const isLate = { reportCases: { some: { closedAt: null, openedAt: lateBefore(now) } } };
	return {
		closedAt: null,
		reports: { some: { isSuspect: false } },
		OR: [
			{ event: { AND: [{ submittedAt: { not: null } }, eventsOf(reader, isLate)] } },
			{ organisation: organisationsOf(reader, isLate) },
		],
	};
}

function unreadFor(reader: Reader, now: Date): Prisma.EventWhereInput {
	const unread = { isReviewer: false, readAt: null };
	const late = { messages: { some: { ...unread, createdAt: lateBefore(now) } } };
	return { AND: [{ messages: { some: unread } }, eventsOf(reader, late)] };
}

/** Those for whose badge somebody has to vouch; of an admin also what an admin alone can do, wherever it is. */
function organisationsFor(reader: Reader): Prisma.OrganisationWhereInput {
	const open = { endedAt: null, confirmedAt: null };
	const canBeVouchedFor = {
		verifications: {
			some: {
				...open,
				vouchedAt: null,
				OR: [{ method: "coordinator" as const }, { provenAt: { not: null } }],
			},
		},
	};
	const isForAdmins = {
		OR: [
			{ heldAt: { not: null }, heldReason: null },
			{ waiting: { not: Prisma.DbNull } },
			{
				verifications: {
					some: { ...open, vouchedAt: { not: null }, vouchedById: { not: reader.id } },
				},
			},
		],
	};
	const own = { id: { in: reader.organisationIds } };
	return {
		OR: [
			{ AND: [canBeVouchedFor, organisationsOf(reader)] },
			...(reader.watched ? [{ NOT: own, ...isForAdmins }] : []),
		],
	};
}
