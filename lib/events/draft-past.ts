import type { Prisma, Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { type Answers, answersOf, undo } from "./draft-answers";
import type { Unit } from "./merge-draft";
import { revisionSelect, toContent } from "./revision";
import { storedDraft } from "./stored-draft";

/** Which version of an event's texts a form was filled from. */
export type FilledFrom = { eventId: string; revisionId: string; revisionVersion: number };

/** So many saves of a revision are remembered; a form that is older than that is compared answer by answer. */
export const KEPT_SAVES = 300;

/** Answers that were given elsewhere, so long ago. */
export type Change = Unit & {
	secondsAgo: number;
	/** By the viewer, in another window. */
	isOwn: boolean;
};

/**
 * The answers that a form was filled with; null when the saves since are no longer known one by one.
 * @throws DomainError conflict (no such version of this event: it was thrown away)
 */
export async function findAnswersAt(
	tx: Tx,
	{ eventId, revisionId, revisionVersion }: FilledFrom,
): Promise<Answers | null> {
	const row = await tx.eventRevision.findFirst({
		where: { id: revisionId, eventId },
		select: revisionSelect,
	});
	if (!row || row.version < revisionVersion) throw new DomainError("conflict");
	const saves = await tx.draftSave.findMany({
		where: { revisionId, version: { gt: revisionVersion } },
		orderBy: { version: "desc" },
		select: { before: true },
	});
	if (saves.length !== row.version - revisionVersion) return null;
	return saves.reduce<Answers>(
		(answers, { before }) => undo(answers, before as Record<string, unknown>),
		answersOf(storedDraft(toContent(row))),
	);
}

/** Remembers what a save has replaced, and forgets the oldest one. */
export async function rememberSave(
	tx: Tx,
	save: {
		revisionId: string;
		version: number;
		savedById: string;
		at: Date;
		before: Record<string, unknown>;
	},
): Promise<void> {
	// Answers of a draft are plain JSON.
	await tx.draftSave.create({
		data: { ...save, before: save.before as Prisma.InputJsonObject },
		select: { version: true },
	});
	await tx.draftSave.deleteMany({
		where: { revisionId: save.revisionId, version: { lte: save.version - KEPT_SAVES } },
	});
}

/** Who gave these answers, and when, as far as the remembered saves of the revision tell. */
export async function datedChanges(
	tx: Tx,
	units: readonly Unit[],
	{ revisionId, viewerId, now }: { revisionId: string; viewerId: string; now: Date },
): Promise<Change[]> {
	if (units.length === 0) return [];
	const saves = await tx.draftSave.findMany({
		where: { revisionId },
		orderBy: { version: "desc" },
		select: { before: true, at: true, savedById: true },
	});
	return units.map((unit) => {
		const names = new Set(unit.names);
		const last = saves.find(({ before }) =>
			Object.keys(before as Record<string, unknown>).some((name) => names.has(name)),
		);
		const at = last?.at ?? now;
		return {
			...unit,
			secondsAgo: Math.max(0, Math.round((now.getTime() - at.getTime()) / 1000)),
			isOwn: last?.savedById === viewerId,
		};
	});
}
