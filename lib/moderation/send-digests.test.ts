import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { resetEnv } from "@/lib/env";
import { startWorker } from "@/lib/jobs/worker";
import { sendMail } from "@/lib/mail/send-mail";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { type MadeEvent, makeSubmitted } from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import {
	justProven,
	makeAdmin,
	makeCoordinator,
	makeUser,
	makeViewer,
} from "@/prisma/factories/people";
import { makePast, submitTyped } from "@/prisma/factories/recaps";
import { makeReport } from "@/prisma/factories/reports";
import { openSmtpCatcher, type SmtpCatcher } from "@/prisma/factories/smtp-catcher";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { cancelAbsence, planAbsence } from "./absences";
import { escalate, releaseFromAbsent } from "./escalate";
import { sendDigests } from "./send-digests";
import { nameCoordinator } from "./territories";
import { takeOn } from "./work-together";

useDatabase();
beforeEach(emptyDatabase);

const HOUR = 3_600_000;
/** Half past six in Berlin (UTC+1), which is half past nine in Baku. */
const SUBMITTED = new Date("2027-02-10T05:30:00Z");
const hoursLater = (hours: number) => new Date(SUBMITTED.getTime() + hours * HOUR);
/** Seven o'clock in Berlin, on the first and the second morning. */
const SEVEN = hoursLater(0.5);
const NEXT_SEVEN = hoursLater(24.5);

let admin: SignedInViewer;
let coordinator: SignedInViewer;

beforeEach(async () => {
	admin = await makeAdmin();
	coordinator = await makeCoordinator("DE", "AT");
	await db.territory.updateMany({ data: { timezone: "Europe/Berlin" } });
});

async function mails(): Promise<{ to: string; template: string; props: Record<string, string> }[]> {
	return db.$queryRaw`
		SELECT payload->>'to' AS to, payload->>'template' AS template, payload->'props' AS props
		FROM graphile_worker._private_jobs
		WHERE payload->>'template' IN ('reviewDigest', 'submissionsLate') ORDER BY id`;
}

/** Who is mailed at that moment, with how many events wait for each. */
async function toldAt(now: Date): Promise<[string, string | undefined][]> {
	const before = (await mails()).length;
	await sendDigests(now);
	const told = (await mails()).slice(before);
	return told.map(({ to, props }): [string, string | undefined] => [to, props.waiting]).sort();
}

/** A member's message that no reviewer has read. */
async function writeAnswer({ eventId, author }: MadeEvent, createdAt: Date): Promise<void> {
	await db.reviewMessage.create({
		data: { eventId, authorId: author.id, isReviewer: false, text: "It is.", createdAt },
	});
}

async function askForBadge({ id, owner }: MadeOrganisation): Promise<void> {
	await db.verification.create({
		data: { organisationId: id, method: "coordinator", country: "AT", requestedById: owner.id },
	});
}

const addressees = async () => (await mails()).map(({ to }) => to);

async function submitIn(country: string, now = SUBMITTED) {
	return makeSubmitted({
		organisation: await makeOrganisation({ country }),
		content: { startDate: "2027-02-26" },
		now,
	});
}

async function pastIn(country: string): Promise<MadeEvent> {
	return makePast({ organisation: await makeOrganisation({ country }), reviewer: admin });
}

async function nameDeputy(): Promise<SignedInViewer> {
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

async function away(viewer: SignedInViewer, fromDate: string, toDate: string): Promise<void> {
	await inTransaction((tx) =>
		planAbsence(tx, viewer, { input: { fromDate, toDate }, now: SUBMITTED }),
	);
}

describe("sendDigests", () => {
	it("mails a coordinator once a day, at seven by the territory's clock, not a minute before", async () => {
		await submitIn("DE");
		await submitIn("AT");
		await submitIn("FR");
		await sendDigests(new Date(SEVEN.getTime() - 60_000));
		expect(await addressees()).not.toContain(coordinator.email);
		for (const at of [SEVEN, hoursLater(1), hoursLater(8)]) await sendDigests(at);
		const [mail, ...more] = (await mails()).filter(({ to }) => to === coordinator.email);
		expect(more).toEqual([]);
		expect(mail).toMatchObject({
			template: "reviewDigest",
			props: { waiting: "2", soon: "0", late: "0", recaps: "0" },
		});
		const countries = JSON.parse(mail?.props.first ?? "").map(
			({ country }: { country: string }) => country,
		);
		expect(countries.sort()).toEqual(["AT", "DE"]);
		await sendDigests(NEXT_SEVEN);
		expect((await addressees()).filter((to) => to === coordinator.email)).toHaveLength(2);
	});

	it("mails nobody where nothing waits, and nobody twice when twenty processes ask at once", async () => {
		await sendDigests(SEVEN);
		expect(await mails()).toEqual([]);
		await submitIn("DE");
		await Promise.all(Array.from({ length: 20 }, () => sendDigests(NEXT_SEVEN)));
		expect(await addressees()).toEqual([coordinator.email]);
	});

	it("says what is near, and counts recaps", async () => {
		const { eventId } = await submitIn("DE");
		const past = await makePast({ reviewer: admin });
		await submitTyped(past, { attendanceMin: "10" });
		await db.event.update({
			where: { id: eventId },
			data: { dueOn: new Date("2027-02-17T00:00:00Z") },
		});
		await sendDigests(SEVEN);
		const mail = (await mails()).find(({ to }) => to === coordinator.email);
		expect(mail?.props).toMatchObject({ waiting: "1", soon: "1", recaps: "1" });
	});

	it("hands what is the coordinators' own matter to another coordinator, a deputy, or an admin", async () => {
		const { organisation } = await submitIn("DE");
		await submitIn("FR");
		await addMember(organisation.id, coordinator.id, "editor");
		expect(await toldAt(SEVEN)).toEqual([[admin.email, "2"]]);

		const deputy = await nameDeputy();
		await submitIn("AT");
		expect(await toldAt(NEXT_SEVEN)).toEqual(
			[
				[admin.email, "1"],
				[coordinator.email, "1"],
				[deputy.email, "1"],
			].sort(),
		);

		await addMember(organisation.id, deputy.id, "editor");
		const other = await makeCoordinator("DE");
		await db.territory.updateMany({ data: { timezone: "Europe/Berlin" } });
		await db.digest.deleteMany();
		expect(await toldAt(hoursLater(30))).toEqual(
			[
				[admin.email, "1"],
				[coordinator.email, "1"],
				[other.email, "1"],
			].sort(),
		);
	});

	it("tells an admin of what coordinators hold beside others, or wrote before they left", async () => {
		const beside = await submitIn("DE");
		const partner = await makeOrganisation({ country: "FR" });
		await db.coOrganiser.create({
			data: {
				eventId: beside.eventId,
				organisationId: partner.id,
				requestedAt: SUBMITTED,
				answer: "accepted",
				answeredAt: SUBMITTED,
			},
		});
		await addMember(beside.organisation.id, coordinator.id, "editor");
		await makeSubmitted({
			organisation: beside.organisation,
			author: await makeViewer(coordinator),
			now: SUBMITTED,
		});
		await db.membership.deleteMany({ where: { userId: coordinator.id } });
		await addMember(partner.id, coordinator.id, "editor");
		expect(await toldAt(SEVEN)).toEqual([[admin.email, "2"]]);
	});

	it("comes also where only reports, answers or organisations wait, to whose they are", async () => {
		const event = await pastIn("DE");
		const elsewhere = await pastIn("FR");
		await makeReport({ eventId: event.eventId, now: SUBMITTED });
		await makeReport({ eventId: event.eventId, now: SUBMITTED });
		await makeReport({ eventId: elsewhere.eventId, now: SUBMITTED });
		// Looks as if a machine had sent it.
		await makeReport({
			eventId: elsewhere.eventId,
			website: "https://example.org",
			now: SUBMITTED,
		});
		await writeAnswer(event, SUBMITTED);
		const asking = await makeOrganisation({ country: "AT" });
		await askForBadge(asking);
		await sendDigests(SEVEN);
		const sent = await mails();
		expect(sent).toHaveLength(2);
		expect(sent.find(({ to }) => to === coordinator.email)).toMatchObject({
			props: { waiting: "0", recaps: "0", reports: "1", answers: "1", organisations: "1" },
		});
		expect(sent.find(({ to }) => to === admin.email)).toMatchObject({
			props: { waiting: "0", reports: "1", answers: "0", organisations: "0" },
		});
	});

	it("counts for admins the recaps, reports and answers that wait too long elsewhere", async () => {
		const event = await pastIn("DE");
		await submitTyped(event, { attendanceMin: "10" });
		await db.recap.updateMany({ data: { submittedAt: SUBMITTED } });
		await makeReport({ eventId: event.eventId, now: SUBMITTED });
		await writeAnswer(event, SUBMITTED);
		await sendDigests(NEXT_SEVEN);
		expect(await addressees()).not.toContain(admin.email);
		await sendDigests(hoursLater(48.5));
		expect((await mails()).filter(({ to }) => to === admin.email)).toMatchObject([
			{ props: { waiting: "0", recaps: "1", reports: "1", answers: "1" } },
		]);
	});

	it("counts for admins what they alone can do with an organisation, but not their own", async () => {
		const organisation = await makeOrganisation({ country: "DE" });
		await db.organisation.update({
			where: { id: organisation.id },
			data: { heldAt: SUBMITTED },
			select: { id: true },
		});
		const member = await makeAdmin();
		await addMember(organisation.id, member.id, "editor");
		await sendDigests(SEVEN);
		expect(await mails()).toMatchObject([{ to: admin.email, props: { organisations: "1" } }]);
	});

	it("tells a deputy only while every coordinator is away, and an admin while nobody is there", async () => {
		const deputy = await nameDeputy();
		await submitIn("DE");
		await away(coordinator, "2027-02-11", "2027-02-12");
		await sendDigests(SEVEN);
		expect(await addressees()).toEqual([coordinator.email]);
		await sendDigests(NEXT_SEVEN);
		expect(await addressees()).toEqual([coordinator.email, deputy.email]);
		await away(deputy, "2027-02-12", "2027-02-12");
		await sendDigests(hoursLater(47.9));
		expect((await mails()).slice(2)).toMatchObject([{ to: admin.email, props: { late: "0" } }]);
	});

	it("tells the admins of countries that nobody looks after, and of what waits too long elsewhere", async () => {
		await submitIn("FR");
		await submitIn("DE");
		await sendDigests(SEVEN);
		expect((await mails()).find(({ to }) => to === admin.email)?.props.waiting).toBe("1");
		await sendDigests(hoursLater(48.5));
		expect((await mails()).filter(({ to }) => to === admin.email)[1]?.props).toMatchObject({
			waiting: "2",
			late: "2",
		});
	});

	it("comes back from an absence that was taken back", async () => {
		await submitIn("DE");
		await away(coordinator, "2027-02-10", "2027-02-20");
		const { id: absenceId } = await db.absence.findFirstOrThrow();
		const stranger = await makeCoordinator("DE");
		await expect(
			inTransaction((tx) => cancelAbsence(tx, stranger, { absenceId, now: SUBMITTED })),
		).rejects.toMatchObject({ code: "not_found" });
		await db.coordinator.deleteMany({ where: { userId: stranger.id } });
		await inTransaction((tx) => cancelAbsence(tx, coordinator, { absenceId, now: SUBMITTED }));
		await sendDigests(SEVEN);
		expect(await addressees()).toEqual([coordinator.email]);
	});
});

describe("escalate", () => {
	it("tells each admin once of what has waited for 48 hours, in one mail, and never before", async () => {
		const first = await submitIn("DE");
		const second = await submitIn("AT");
		const other = await makeAdmin();
		await addMember(second.organisation.id, other.id, "editor");
		await escalate(new Date(hoursLater(48).getTime() - 1));
		expect(await mails()).toEqual([]);
		await Promise.all([48, 48, 49].map((hours) => escalate(hoursLater(hours))));
		await escalate(hoursLater(72));
		const told = new Map((await mails()).map(({ to, props }) => [to, props.count]));
		expect([...told].sort()).toEqual(
			[
				[admin.email, "2"],
				[other.email, "1"],
			].sort(),
		);
		expect(await mails()).toHaveLength(2);
		const lines = await db.auditEntry.findMany({ where: { action: "event.escalated" } });
		expect(lines.map(({ subjectId }) => subjectId).sort()).toEqual(
			[first.eventId, second.eventId].sort(),
		);
	});

	it("tells again of what was sent back and submitted anew", async () => {
		const { eventId } = await submitIn("DE");
		await escalate(hoursLater(48));
		await db.event.update({ where: { id: eventId }, data: { submittedAt: hoursLater(50) } });
		await escalate(hoursLater(97));
		expect(await mails()).toHaveLength(1);
		await escalate(hoursLater(98));
		expect(await mails()).toHaveLength(2);
	});

	it("leaves alone what was decided", async () => {
		const { eventId } = await submitIn("DE");
		await db.event.update({ where: { id: eventId }, data: { state: "rejected" } });
		await escalate(hoursLater(60));
		expect(await mails()).toEqual([]);
	});

	it("frees what an absent reviewer has taken on, from the first day away", async () => {
		const { eventId } = await submitIn("DE");
		await inTransaction((tx) =>
			takeOn(tx, coordinator, { eventId, isTaken: true, now: SUBMITTED }),
		);
		await away(coordinator, "2027-02-11", "2027-02-12");
		const assignee = async () =>
			(await db.event.findUniqueOrThrow({ where: { id: eventId } })).assigneeId;
		// Eleven at night in Berlin, and then midnight.
		await releaseFromAbsent(new Date("2027-02-10T22:59:00Z"));
		expect(await assignee()).toBe(coordinator.id);
		await releaseFromAbsent(new Date("2027-02-10T23:00:00Z"));
		expect(await assignee()).toBeNull();
	});
});

describe("an SMTP server", () => {
	let catcher: SmtpCatcher;

	beforeEach(async () => {
		catcher = await openSmtpCatcher();
		process.env.SMTP_URL = catcher.url;
		process.env.OUTBOX = "";
		resetEnv();
	});

	afterEach(async () => {
		process.env.SMTP_URL = "";
		process.env.OUTBOX = "1";
		resetEnv();
		await new Promise<void>((closed) => catcher.close(closed));
	});

	it("gets the day's mail and the warning, in the reader's language, with links to what waits", async () => {
		await db.user.update({ where: { id: coordinator.id }, data: { locale: "az" } });
		const { eventId, organisation } = await submitIn("DE");
		const reported = await makePast({ organisation, reviewer: admin });
		await makeReport({ eventId: reported.eventId, now: SUBMITTED });
		await writeAnswer(reported, SUBMITTED);
		await sendDigests(SEVEN);
		await escalate(hoursLater(48));
		const { caught } = catcher;
		const worker = startWorker({ "mail.send": sendMail });
		await expect.poll(() => caught.length, { timeout: 15_000 }).toBe(2);
		await worker.stop();
		const textTo = (address: string) =>
			caught.find(({ to }) => !Array.isArray(to) && to?.text === address);
		const digest = textTo(coordinator.email);
		expect(digest?.subject).toBe("1 müraciət baxışı gözləyir");
		expect(digest?.text).toContain(organisation.name);
		expect(digest?.text).toContain("Ziyarətçilərin 1 şikayət işi açıqdır.");
		expect(digest?.text).toContain("1 tədbir üzrə təşkilatçının yazdığını hələ heç kim oxumayıb.");
		expect(digest?.text).toContain(`/az/review/${eventId}`);
		const warning = textTo(admin.email);
		expect(warning?.subject).toBe("1 submission has waited for two days");
		expect(warning?.text).toContain("/en/review?late=1");
	});
});
