import { audit } from "@/lib/audit/audit";
import { eventPath } from "@/lib/calendar/event-view";
import { publishRevision } from "@/lib/calendar/publish";
import type { Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { type CallOffAction, nextStatus } from "@/lib/lifecycle/lifecycle";
import type { Viewer } from "@/lib/permissions/viewer";
import { bestText } from "@/lib/text/languages";
import { copyRevision } from "./copy-revision";
import { newestNumber } from "./newest-number";
import { isPast, ownPartsOf } from "./parts-to-call-off";
import type { CallOffInput } from "./schema";
import { tellOfCallOff } from "./tell-of-change";
import { transition } from "./transition";

/** What was called off, and its public address. */
type CalledOff = { eventId: string; eventVersion: number; season: number | null; slug: string };

/**
 * Cancels or postpones a public event at once, without review (decision record 0019), and those of its parts that are
 * named (0029): what the public reads stays as it was approved, but for the status and its reason. An open draft stays
 * open and says so too; a change that was waiting or sent back is out of the queue, and stays in the history. Only a
 * reviewed version undoes it. Whoever is to be told gets one mail, whatever is off.
 * @returns the public addresses @throws DomainError as `transition` does (illegal_transition: not public, or off already;
 * conflict: of any of them); not_found (what is named is no public part of it by the same organisation)
 */
export async function callOffEvent(
	tx: Tx,
	viewer: Viewer,
	{ input, now }: { input: CallOffInput; now: Date },
): Promise<CalledOff & { parts: CalledOff[] }> {
	const { eventId, eventVersion, kind } = input;
	const reasons = statedReasons(input.reasons);
	await lockParts(tx, input);
	const whole = await callOne(tx, viewer, { event: { eventId, eventVersion }, kind, reasons, now });
	const parts: CalledOff[] = [];
	for (const [id, version] of Object.entries(input.parts ?? {})) {
		const event = { eventId: id, eventVersion: version };
		parts.push(await callOne(tx, viewer, { event, kind, reasons, now }));
	}
	await tellOfCallOff(tx, {
		events: [whole, ...parts].map((event) => ({ id: event.eventId, path: eventPath(event) })),
		exceptUserId: viewer.kind === "user" ? viewer.id : "",
		kind,
		reasons,
		now,
	});
	return { ...whole, parts };
}

/** Holds the parts before the whole, as whoever changes a part does. */
async function lockParts(tx: Tx, { eventId, parts = {} }: CallOffInput): Promise<void> {
	const ids = Object.keys(parts);
	if (ids.length === 0) return;
	await tx.$queryRaw`
		SELECT "id" FROM "Event" WHERE "id" = ANY (${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
	const own = await tx.event.count({ where: { AND: [ownPartsOf(eventId), { id: { in: ids } }] } });
	if (own < ids.length) throw new DomainError("not_found");
}

async function callOne(
	tx: Tx,
	viewer: Viewer,
	about: {
		event: { eventId: string; eventVersion: number };
		kind: CallOffAction;
		reasons: Reasons;
		now: Date;
	},
): Promise<CalledOff> {
	const { kind, reasons, now } = about;
	const { eventId, eventVersion } = about.event;
	const { actor, before, state, version } = await transition(tx, viewer, {
		eventId,
		action: kind,
		expectedVersion: eventVersion,
		now,
	});
	const published = await tx.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: { revisionId: true, country: true, liveUntilUtc: true },
	});
	if (kind === "postpone" && isPast(published, now)) throw new DomainError("illegal_transition");
	const revisionId = await writeRevision(tx, {
		eventId,
		from: published.revisionId,
		authorId: actor.id,
		kind,
		publicStatus: before.publicStatus,
		reasons,
		now,
	});
	if (state === "draft") await sayInDraft(tx, before.latestRevisionId, revisionId);
	else
		await tx.event.update({
			where: { id: eventId },
			data: { latestRevisionId: revisionId, country: published.country },
			select: { id: true },
		});
	const address = await publishRevision(tx, { eventId, revisionId, now });
	await audit(tx, {
		actorId: actor.id,
		action: "event.published",
		subjectType: "event",
		subjectId: eventId,
		detail: { revisionId },
		at: now,
	});
	return { eventId, eventVersion: version, ...address };
}

/** Reasons by language, those left empty left out. */
export type Reasons = readonly { locale: string; reason: string }[];

function statedReasons(reasons: CallOffInput["reasons"]): Reasons {
	return Object.entries(reasons)
		.map(([locale, reason]) => ({ locale, reason }))
		.filter(({ reason }) => reason !== "");
}

async function writeRevision(
	tx: Tx,
	{
		eventId,
		from,
		authorId,
		kind,
		publicStatus,
		reasons,
		now,
	}: {
		eventId: string;
		from: string;
		authorId: string;
		kind: CallOffAction;
		publicStatus: Parameters<typeof nextStatus>[0];
		reasons: Reasons;
		now: Date;
	},
): Promise<string> {
	const status = nextStatus(publicStatus, kind);
	if (status === null) throw new DomainError("illegal_transition");
	const revisionId = await copyRevision(tx, from, {
		eventId,
		number: (await newestNumber(tx, eventId)) + 1,
		authorId,
		changes: {
			status,
			statusReason: bestText(reasons, "en")?.text.reason ?? null,
			isCallOff: true,
		},
	});
	await tx.eventText.updateMany({ where: { revisionId }, data: { statusReason: null } });
	for (const { locale, reason } of reasons) {
		await tx.eventText.updateMany({
			where: { revisionId, locale },
			data: { statusReason: reason },
		});
	}
	await tx.eventRevision.update({
		where: { id: revisionId },
		data: { submittedAt: now },
		select: { id: true },
	});
	return revisionId;
}

/** What is typed in an open draft stays; that the event is off holds for it too. */
async function sayInDraft(tx: Tx, draftId: string | null, revisionId: string): Promise<void> {
	if (draftId === null) return;
	const { texts, ...status } = await tx.eventRevision.findUniqueOrThrow({
		where: { id: revisionId },
		select: {
			status: true,
			statusReason: true,
			texts: { select: { locale: true, statusReason: true } },
		},
	});
	await tx.eventRevision.update({ where: { id: draftId }, data: status, select: { id: true } });
	for (const { locale, statusReason } of texts) {
		await tx.eventText.updateMany({
			where: { revisionId: draftId, locale },
			data: { statusReason },
		});
	}
}
