import { db, inTransaction } from "@/lib/db/client";
import { type Answer, answerRequest } from "@/lib/events/answer-request";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { decideOn, type MadeEvent, makeDraft, publishedRow, submitAgain } from "./events";
import { type MadeOrganisation, makeMission } from "./organisations";

/** What an organisation was asked, and what it has said. */
export async function requestRow({ eventId }: MadeEvent, { id: organisationId }: MadeOrganisation) {
	return db.coOrganiser.findUniqueOrThrow({
		where: { eventId_organisationId: { eventId, organisationId } },
	});
}

/** Answers as the viewer, a second later. */
export async function answerAs(
	viewer: SignedInViewer,
	event: MadeEvent,
	organisation: MadeOrganisation,
	answer: Answer,
) {
	const { id: requestId } = await requestRow(event, organisation);
	const now = new Date(Date.now() + 1_000);
	return inTransaction((tx) => answerRequest(tx, viewer, { requestId, answer, now }));
}

/** The event as its form would be filled now. */
export async function currentEvent(event: MadeEvent): Promise<MadeEvent> {
	const { version, latestRevision } = await db.event.findUniqueOrThrow({
		where: { id: event.eventId },
		select: { version: true, latestRevision: { select: { id: true, version: true } } },
	});
	if (!latestRevision) throw new Error("an event without a revision");
	return {
		...event,
		eventVersion: version,
		revisionId: latestRevision.id,
		revisionVersion: latestRevision.version,
	};
}

/** Ids of the organisations under which the public finds an event. */
export async function publicOrganisers({ eventId }: MadeEvent): Promise<string[]> {
	const row = await publishedRow(eventId);
	return row?.organisers.map(({ organisationId }) => organisationId) ?? [];
}

/** Templates of the mails to the organisation's owner about the event and its requests, in their order. */
export async function mailsAbout(event: MadeEvent, { owner: { email } }: MadeOrganisation) {
	const requests = await db.coOrganiser.findMany({
		where: { eventId: event.eventId },
		select: { id: true },
	});
	const ids = [event.eventId, ...requests.map(({ id }) => id)];
	const rows = await db.$queryRaw<{ template: string }[]>`
		SELECT payload->>'template' AS template FROM graphile_worker._private_jobs
		WHERE payload->>'to' = ${email}
			AND COALESCE(payload->'props'->>'eventId', payload->'props'->>'requestId') = ANY (${ids})
		ORDER BY id`;
	return rows.map(({ template }) => template);
}

/** A public event of the organisation names one that is called so, which was asked and has not answered. */
export async function plantCoOrganiser(
	word: string,
	organisation: MadeOrganisation,
	admin: SignedInViewer,
): Promise<void> {
	const { id } = await makeMission({ name: `${word} society`, kind: "other" });
	const content = { startDate: "2027-02-26", coOrganisers: [id] };
	const event = await makeDraft({ organisation, content });
	// Its name is public by nothing else.
	await db.organisation.update({ where: { id }, data: { importKey: null }, select: { id: true } });
	await decideOn(await submitAgain(event), admin, "approve");
	await db.coOrganiser.findFirstOrThrow({ where: { organisationId: id, answer: null } });
}
