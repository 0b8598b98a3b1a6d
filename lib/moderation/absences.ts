import { audit } from "@/lib/audit/audit";
import type { Tx } from "@/lib/db/client";
import { fromDateColumn, toDateColumn } from "@/lib/db/columns";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { requireCan } from "@/lib/permissions/can";
import { requireFreshProof } from "@/lib/permissions/second-factor";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { todayIn } from "@/lib/time/wall-time";
import type { AbsenceInput } from "./territory-schema";

/** So many one person can have planned. */
const MOST = 20;

/**
 * Says on which days a reviewer does not look; their deputies are told of what waits meanwhile.
 * @throws DomainError unauthenticated, forbidden (no reviewer), invalid (it is over already), rate_limited (too many)
 */
export async function planAbsence(
	tx: Tx,
	viewer: Viewer,
	{ input, now }: { input: AbsenceInput; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "queue.read" });
	await enter(tx, viewer, { userId: viewer.id, input, now });
}

/** Takes one's own absence back. @throws DomainError unauthenticated, forbidden (no reviewer), not_found */
export async function cancelAbsence(
	tx: Tx,
	viewer: Viewer,
	{ absenceId, now }: { absenceId: string; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "queue.read" });
	await remove(tx, viewer, { userId: viewer.id, absenceId, now });
}

/**
 * Enters the days on which another reviewer is away, one who fell ill; they are mailed.
 * @throws DomainError unauthenticated, forbidden (no admin, or oneself), proof_needed, not_found (no reviewer), invalid, rate_limited
 */
export async function planAbsenceOf(
	tx: Tx,
	viewer: Viewer,
	{ userId, input, now }: { userId: string; input: AbsenceInput; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "people.edit", userId });
	requireFreshProof(viewer, now);
	const person = await findReviewer(tx, userId);
	await enter(tx, viewer, { userId, input, now });
	await enqueueMail(tx, {
		...person,
		template: "absenceEntered",
		props: { fromDate: input.fromDate, toDate: input.toDate },
	});
}

/**
 * Takes another reviewer's absence away, whoever entered it; they are mailed.
 * @throws DomainError unauthenticated, forbidden (no admin, or oneself), proof_needed, not_found
 */
export async function cancelAbsenceOf(
	tx: Tx,
	viewer: Viewer,
	{ userId, absenceId, now }: { userId: string; absenceId: string; now: Date },
): Promise<void> {
	requireCan(viewer, { action: "people.edit", userId });
	requireFreshProof(viewer, now);
	const person = await findReviewer(tx, userId);
	const days = await remove(tx, viewer, { userId, absenceId, now });
	await enqueueMail(tx, { ...person, template: "absenceRemoved", props: days });
}

async function findReviewer(tx: Tx, userId: string): Promise<{ to: string; locale: string }> {
	const person = await tx.user.findFirst({
		where: {
			id: userId,
			disabledAt: null,
			OR: [{ isAdmin: true }, { coordinatorOf: { some: {} } }],
		},
		select: { email: true, locale: true },
	});
	if (!person) throw new DomainError("not_found");
	return { to: person.email, locale: person.locale };
}

async function enter(
	tx: Tx,
	actor: SignedInViewer,
	{ userId, input, now }: { userId: string; input: AbsenceInput; now: Date },
): Promise<void> {
	// Somewhere it may still be the day before.
	if (input.toDate < todayIn("Etc/GMT+12", now))
		throw new DomainError("invalid", { fields: { toDate: "field.over" } });
	const planned = await tx.absence.count({ where: { userId } });
	if (planned >= MOST) throw new DomainError("rate_limited");
	const { id } = await tx.absence.create({
		data: {
			userId,
			fromDate: toDateColumn(input.fromDate),
			toDate: toDateColumn(input.toDate),
			createdAt: now,
		},
		select: { id: true },
	});
	await note(tx, actor, { action: "absence.planned", userId, id, days: input, now });
}

async function remove(
	tx: Tx,
	actor: SignedInViewer,
	{ userId, absenceId, now }: { userId: string; absenceId: string; now: Date },
): Promise<AbsenceInput> {
	const where = { id: absenceId, userId };
	const absence = await tx.absence.findFirst({
		where,
		select: { fromDate: true, toDate: true },
	});
	const { count } = await tx.absence.deleteMany({ where });
	if (!absence || count === 0) throw new DomainError("not_found");
	const days = {
		fromDate: fromDateColumn(absence.fromDate),
		toDate: fromDateColumn(absence.toDate),
	};
	await note(tx, actor, { action: "absence.cancelled", userId, id: absenceId, days, now });
	return days;
}

async function note(
	tx: Tx,
	actor: SignedInViewer,
	{
		action,
		userId,
		id,
		days: { fromDate, toDate },
		now,
	}: {
		action: "absence.planned" | "absence.cancelled";
		userId: string;
		id: string;
		days: AbsenceInput;
		now: Date;
	},
): Promise<void> {
	await audit(tx, {
		actorId: actor.id,
		action,
		subjectType: "user",
		subjectId: userId,
		detail: { absenceId: id, fromDate, toDate },
		at: now,
	});
}
