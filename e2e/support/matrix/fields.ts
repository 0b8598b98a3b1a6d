import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { makeClaim } from "@/prisma/factories/claims";
import { makeSubmitted } from "@/prisma/factories/events";
import { makeMission, makeOrganisation } from "@/prisma/factories/organisations";
import { makeViewer } from "@/prisma/factories/people";
import { plantImport } from "@/prisma/factories/planted-import";
import type { Actor } from "./actors";
import type { Ids } from "./scene";

export type Fields = Record<string, string | Blob>;
export type ActionRow = {
	/** Whom no rule refuses; everybody else is refused. */
	for: readonly Actor[];
	/** What is sent, but for the language: valid, so that nothing but the right is missing. */
	fields?: (ids: Ids) => Fields | Promise<Fields>;
	/** Who shows that it works; the first of them unless told. */
	by?: Actor;
	/** Its input has no language. */
	withoutLanguage?: true;
};

export const organisation = ({ organisation: organisationId }: Ids) => ({ organisationId });
export const person = ({ person: userId }: Ids) => ({ userId });
export const member = (ids: Ids) => ({ ...organisation(ids), userId: ids.idOf("editor") });
export const submitted = ({ event: eventId }: Ids) => ({ eventId });
export const published = ({ made }: Ids) => ({ eventId: made.published.eventId });
export const draft = ({ made }: Ids) => ({ eventId: made.draft.eventId });
/** Of no version that there is: who may call learns that it changed meanwhile, and nothing happens. */
export const LATE = { eventVersion: "999" };
export const reasoned = { reason: "A reason of the matrix" };

/** A day away of the actor's. */
export async function absence(ids: Ids, actor: Actor): Promise<{ absenceId: string }> {
	const day = new Date("2027-01-05");
	const data = { userId: ids.idOf(actor), fromDate: day, toDate: day };
	const { id: absenceId } = await db.absence.create({ data });
	return { absenceId };
}

/** An open invitation of the organisation. */
export async function invitation({ organisation: organisationId, idOf }: Ids): Promise<Fields> {
	const now = new Date();
	const { id: invitationId } = await db.invitation.create({
		data: {
			organisationId,
			email: `invited-${randomUUID()}@example.org`,
			role: "editor",
			tokenHash: randomUUID(),
			locale: "en",
			invitedById: idOf("owner"),
			sentAt: now,
			expiresAt: new Date(now.getTime() + 86_400_000),
		},
	});
	return { organisationId, invitationId };
}

/** A mission in Hungary whose owner signs in no more. */
export async function unowned(): Promise<string> {
	const name = `Unowned ${randomUUID()}`;
	const { id, owner } = await makeMission({ country: "HU", name, kind: "other" });
	await db.user.update({ where: { id: owner.id }, data: { disabledAt: new Date() } });
	return id;
}

/** The actor's claim of one. */
export async function claimOf({ idOf }: Ids, actor: Actor) {
	const organisationId = await unowned();
	const claimant = await makeViewer({ id: idOf(actor) });
	await makeClaim(claimant, { of: { id: organisationId } });
	const { id: claimId } = await db.claim.findFirstOrThrow({ where: { organisationId } });
	return { organisationId, claimId };
}

/** A checked import of the organisation. */
export async function anImport({ made }: Ids): Promise<{ importId: string; version: string }> {
	return { importId: await plantImport(made.organisation, "checked"), version: "0" };
}

/** An event in Hungary that names the organisation and waits for its answer. */
export async function request({ organisation: organisationId }: Ids): Promise<Fields> {
	const other = await makeOrganisation({ country: "AT" });
	const { eventId } = await makeSubmitted({ organisation: other });
	const { id: requestId } = await db.coOrganiser.create({
		data: { eventId, organisationId, requestedById: other.owner.id, requestedAt: new Date() },
	});
	return { requestId, answer: "declined" };
}

/** The form of the draft as it was filled. */
export function formRef({ made: { draft: event } }: Ids): Fields {
	const { eventId, revisionId, revisionVersion } = event;
	return { eventId, revisionId, revisionVersion: String(revisionVersion) };
}

/** The same, as it is saved. */
export function savedForm(ids: Ids): Fields {
	return { ...formRef(ids), intent: "save" };
}
