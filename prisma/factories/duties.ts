import { db, inTransaction } from "@/lib/db/client";
import { planAbsence } from "@/lib/moderation/absences";
import { nameCoordinator } from "@/lib/moderation/territories";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { type MadeEvent, makeSubmitted } from "./events";
import { type MadeOrganisation, makeOrganisation } from "./organisations";
import { justProven, makeAdmin, makeCoordinator, makeUser, makeViewer } from "./people";
import { makePast } from "./recaps";

const HOUR = 3_600_000;
/** Half past six in Berlin (UTC+1), which is half past nine in Baku. */
export const SUBMITTED = new Date("2027-02-10T05:30:00Z");

export function hoursLater(hours: number): Date {
	return new Date(SUBMITTED.getTime() + hours * HOUR);
}

/** Seven o'clock in Berlin, on the first and the second morning. */
export const SEVEN = hoursLater(0.5);
export const NEXT_SEVEN = hoursLater(24.5);

/** An admin, and the coordinator of Germany and Austria by the clock of Berlin. */
export async function makeDesk(): Promise<{ admin: SignedInViewer; coordinator: SignedInViewer }> {
	const admin = await makeAdmin();
	const coordinator = await makeCoordinator("DE", "AT");
	await db.territory.updateMany({ data: { timezone: "Europe/Berlin" } });
	return { admin, coordinator };
}

/** An event of an embassy in that country which waits for a decision. */
export async function submitIn(country: string, now = SUBMITTED): Promise<MadeEvent> {
	return makeSubmitted({
		organisation: await makeOrganisation({ country }),
		content: { startDate: "2027-02-26" },
		now,
	});
}

/** A public event there. */
export async function pastIn(country: string, reviewer: SignedInViewer): Promise<MadeEvent> {
	return makePast({ organisation: await makeOrganisation({ country }), reviewer });
}

/** A new deputy of the one territory. */
export async function nameDeputy(admin: SignedInViewer): Promise<SignedInViewer> {
	const deputy = await makeUser();
	const { id: territoryId } = await db.territory.findFirstOrThrow();
	await inTransaction((tx) =>
		nameCoordinator(tx, justProven(admin, SUBMITTED), {
			input: { territoryId, email: deputy.email, role: "deputy" },
			now: SUBMITTED,
		}),
	);
	return makeViewer(deputy);
}

/** Enters days on which the viewer does not look. */
export async function goAway(viewer: SignedInViewer, fromDate: string, toDate: string) {
	await inTransaction((tx) =>
		planAbsence(tx, viewer, { input: { fromDate, toDate }, now: SUBMITTED }),
	);
}

/** A member's message that no reviewer has read. */
export async function writeAnswer({ eventId, author }: MadeEvent, createdAt: Date): Promise<void> {
	await db.reviewMessage.create({
		data: { eventId, authorId: author.id, isReviewer: false, text: "It is.", createdAt },
		select: { id: true },
	});
}

/** The organisation asks a coordinator of Austria for the badge. */
export async function askForBadge({ id, owner }: MadeOrganisation): Promise<void> {
	await db.verification.create({
		data: { organisationId: id, method: "coordinator", country: "AT", requestedById: owner.id },
		select: { id: true },
	});
}

type DeskMail = { to: string; template: string; props: Record<string, string> };

/** The queued mails that tell reviewers what waits, the oldest first. */
export async function deskMails(): Promise<DeskMail[]> {
	return db.$queryRaw`
		SELECT payload->>'to' AS to, payload->>'template' AS template, payload->'props' AS props
		FROM graphile_worker._private_jobs
		WHERE payload->>'template' IN ('reviewDigest', 'submissionsLate', 'eventWaiting', 'eventsWaiting')
		ORDER BY id`;
}
