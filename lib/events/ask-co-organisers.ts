import { type AuditAction, audit } from "@/lib/audit/audit";
import { settlePartsOfPartners } from "@/lib/calendar/settle-parts";
import type { Prisma, Tx } from "@/lib/db/client";
import { DomainError } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { lockOrganisation } from "@/lib/organisations/lock-organisation";
import { listMembersToTell } from "./people-to-tell";
import { titleFor } from "./submit-event";

/** After so many refusals an organisation is not asked again for the same event. */
export const MAX_DECLINES = 2;
/** Requests that one organisation may make in a day, and those to one other that may wait for an answer. */
export const MAX_ASKED_A_DAY = 30;
export const MAX_OPEN_TO_ONE = 5;
const DAY_MS = 86_400_000;

type Naming = {
	event: { id: string; organisationId: string };
	/** What names the co-organisers. */
	revisionId: string;
	actorId: string;
	now: Date;
};

const rowSelect = {
	id: true,
	organisationId: true,
	answer: true,
	timesAsked: true,
	timesDeclined: true,
	withdrawnAt: true,
} satisfies Prisma.CoOrganiserSelect;

type Row = Prisma.CoOrganiserGetPayload<{ select: typeof rowSelect }>;

/**
 * Brings the requests to co-organisers in line with whom a revision of a locked event names: who is named anew is asked by
 * one mail, once the event has a title; who is named no more is not asked any more. Who has accepted stays so while
 * either this revision or the public one names it.
 * @param mayAsk false where nobody asks, such as after a decision
 * @throws DomainError invalid with `coOrganisers` (refused twice, too many requests)
 */
export async function followNaming(
	tx: Tx,
	{ mayAsk, ...naming }: Naming & { mayAsk: boolean },
): Promise<void> {
	const { event, revisionId } = naming;
	const rows = await tx.coOrganiser.findMany({
		where: { eventId: event.id },
		select: rowSelect,
	});
	const named = await listNamed(tx, revisionId);
	if (rows.length === 0 && named.length === 0) return;
	const published = await tx.publishedEvent.findUnique({
		where: { id: event.id },
		select: { revision: { select: { coOrganisers: { select: { organisationId: true } } } } },
	});
	const inPublic = published?.revision.coOrganisers.map((row) => row.organisationId) ?? [];
	for (const row of rows) {
		const stays = row.answer === "accepted" && inPublic.includes(row.organisationId);
		if (row.withdrawnAt === null && !stays && !named.includes(row.organisationId))
			await withdraw(tx, naming, row);
	}
	for (const organisationId of named) {
		const row = rows.find((each) => each.organisationId === organisationId);
		if (row?.withdrawnAt === null) continue;
		if (row && (row.answer === null || (!mayAsk && row.answer === "declined")))
			await nameAgain(tx, naming, row);
		else if (mayAsk) await ask(tx, naming, { organisationId, row });
	}
}

/** Counts those whom an import names as having accepted; nobody is asked. Who has left since stays away. */
export async function recordNamed(tx: Tx, { event, revisionId, now }: Naming): Promise<void> {
	const named = await listNamed(tx, revisionId);
	await tx.coOrganiser.createMany({
		data: named
			.filter((organisationId) => organisationId !== event.organisationId)
			.map((organisationId) => ({
				eventId: event.id,
				organisationId,
				requestedAt: now,
				timesAsked: 0,
				answer: "accepted" as const,
				answeredAt: now,
			})),
		skipDuplicates: true,
	});
}

async function listNamed(tx: Tx, revisionId: string): Promise<string[]> {
	const rows = await tx.revisionOrganiser.findMany({
		where: { revisionId },
		orderBy: { position: "asc" },
		select: { organisationId: true },
	});
	return rows.map((row) => row.organisationId);
}

async function withdraw(tx: Tx, naming: Naming, { id, organisationId }: Row): Promise<void> {
	await tx.coOrganiser.update({
		where: { id },
		data: { withdrawnAt: naming.now },
		select: { id: true },
	});
	await settlePartsOfPartners(tx, { eventId: naming.event.id, now: naming.now });
	await note(tx, naming, "event.co_organiser_withdrawn", organisationId);
}

/** It was asked before and the request still stands, or its refusal: nobody is mailed a second time. */
async function nameAgain(tx: Tx, naming: Naming, { id, organisationId }: Row): Promise<void> {
	await tx.coOrganiser.update({ where: { id }, data: { withdrawnAt: null }, select: { id: true } });
	await note(tx, naming, "event.co_organiser_named", organisationId);
}

async function ask(
	tx: Tx,
	naming: Naming,
	{ organisationId, row }: { organisationId: string; row: Row | undefined },
): Promise<void> {
	const { event, revisionId, actorId, now } = naming;
	const texts = await tx.eventText.findMany({
		where: { revisionId },
		select: { locale: true, title: true },
	});
	if (texts.every(({ title }) => title === "")) return;
	if (row && row.timesDeclined >= MAX_DECLINES) throw refused("coOrganisers.declinedTwice");
	const owner = await lockOrganisation(tx, event.organisationId);
	await requireFewRequests(tx, { ownerId: owner.id, organisationId, now });
	const asked = {
		requestedById: actorId,
		requestedAt: now,
		timesAsked: (row?.timesAsked ?? 0) + 1,
		answer: null,
		answeredAt: null,
		answeredById: null,
		withdrawnAt: null,
	};
	const { id: requestId } = await tx.coOrganiser.upsert({
		where: { eventId_organisationId: { eventId: event.id, organisationId } },
		create: { ...asked, eventId: event.id, organisationId },
		update: asked,
		select: { id: true },
	});
	await note(tx, naming, "event.co_organiser_asked", organisationId);
	const partner = await tx.organisation.findUniqueOrThrow({
		where: { id: organisationId },
		select: { name: true },
	});
	for (const { email, locale } of await listMembersToTell(tx, organisationId)) {
		await enqueueMail(tx, {
			to: email,
			locale,
			template: "coOrganiserAsked",
			props: {
				requestId,
				title: titleFor({ texts }, locale),
				organisation: owner.name,
				partner: partner.name,
			},
		});
	}
}

/** The owner's row is locked, so that of two requests at once the second counts the first. */
async function requireFewRequests(
	tx: Tx,
	{ ownerId, organisationId, now }: { ownerId: string; organisationId: string; now: Date },
): Promise<void> {
	const own = { event: { organisationId: ownerId }, timesAsked: { gt: 0 } };
	const today = await tx.coOrganiser.count({
		where: { ...own, requestedAt: { gt: new Date(now.getTime() - DAY_MS) } },
	});
	const open = await tx.coOrganiser.count({
		where: { ...own, organisationId, answer: null, withdrawnAt: null },
	});
	if (today >= MAX_ASKED_A_DAY || open >= MAX_OPEN_TO_ONE)
		throw refused("coOrganisers.tooManyAsked");
}

function refused(key: string): DomainError {
	return new DomainError("invalid", { fields: { coOrganisers: key } });
}

async function note(
	tx: Tx,
	{ event, actorId, now }: Naming,
	action: AuditAction,
	organisationId: string,
): Promise<void> {
	await audit(tx, {
		actorId,
		action,
		subjectType: "event",
		subjectId: event.id,
		detail: { organisationId },
		at: now,
	});
}
