import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { resetEnv } from "@/lib/env";
import { startWorker } from "@/lib/jobs/worker";
import { sendMail } from "@/lib/mail/send-mail";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	deskMails,
	goAway,
	hoursLater,
	makeDesk,
	SEVEN,
	SUBMITTED,
	submitIn,
	writeAnswer,
} from "@/prisma/factories/duties";
import { decideOn } from "@/prisma/factories/events";
import { addMember } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { makePast } from "@/prisma/factories/recaps";
import { makeReport } from "@/prisma/factories/reports";
import { openSmtpCatcher, type SmtpCatcher } from "@/prisma/factories/smtp-catcher";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { escalate, releaseFromAbsent } from "./escalate";
import { takeCase } from "./handle-report";
import { reopen } from "./reopen";
import { sendDigests } from "./send-digests";
import { takeOn } from "./work-together";

useDatabase();
beforeEach(emptyDatabase);

let admin: SignedInViewer;
let coordinator: SignedInViewer;

beforeEach(async () => {
	({ admin, coordinator } = await makeDesk());
});

describe("escalate", () => {
	it("tells each admin once of what has waited for 48 hours, in one mail, and never before", async () => {
		const first = await submitIn("DE");
		const second = await submitIn("AT");
		const other = await makeAdmin();
		await addMember(second.organisation.id, other.id, "editor");
		await escalate(new Date(hoursLater(48).getTime() - 1));
		expect(await deskMails()).toEqual([]);
		await Promise.all([48, 48, 49].map((hours) => escalate(hoursLater(hours))));
		await escalate(hoursLater(72));
		const told = new Map((await deskMails()).map(({ to, props }) => [to, props.count]));
		expect([...told].sort()).toEqual(
			[
				[admin.email, "2"],
				[other.email, "1"],
			].sort(),
		);
		expect(await deskMails()).toHaveLength(2);
		const lines = await db.auditEntry.findMany({ where: { action: "event.escalated" } });
		expect(lines.map(({ subjectId }) => subjectId).sort()).toEqual(
			[first.eventId, second.eventId].sort(),
		);
	});

	it("mails an admin at most every twelve hours; what gets late in between stands in the mail of the day", async () => {
		for (const hours of [0, 1, 5, 11]) await submitIn("DE", hoursLater(hours));
		for (let hour = 48; hour < 60; hour++) await escalate(hoursLater(hour));
		const sent = await deskMails();
		expect(sent.map(({ to, props }) => [to, props.count])).toEqual([[admin.email, "1"]]);
		expect(await db.event.count({ where: { escalatedAt: { not: null } } })).toBe(4);
		// Late of the second evening, and then the next morning in Baku.
		await db.coordinator.deleteMany();
		await sendDigests(hoursLater(71));
		expect((await deskMails()).at(-1)).toMatchObject({ to: admin.email, props: { late: "4" } });
		await submitIn("DE", hoursLater(12));
		await escalate(hoursLater(60));
		expect((await deskMails()).at(-1)).toMatchObject({
			to: admin.email,
			template: "submissionsLate",
			props: { count: "1" },
		});
	});

	it("tells again of what was sent back and submitted anew", async () => {
		const { eventId } = await submitIn("DE");
		await escalate(hoursLater(48));
		await db.event.update({ where: { id: eventId }, data: { submittedAt: hoursLater(50) } });
		await escalate(hoursLater(97));
		expect(await deskMails()).toHaveLength(1);
		await escalate(hoursLater(98));
		expect(await deskMails()).toHaveLength(2);
	});

	it("tells again of what waits 48 hours after a decision on it was taken back", async () => {
		const event = await submitIn("DE");
		await escalate(hoursLater(48));
		await decideOn({ ...event, now: hoursLater(49) }, coordinator, "reject");
		const { eventId } = event;
		const { version: eventVersion } = await db.event.findUniqueOrThrow({ where: { id: eventId } });
		const input = { eventId, eventVersion, reason: "I pressed the wrong button." };
		await inTransaction((tx) => reopen(tx, coordinator, { input, now: hoursLater(50) }));
		await escalate(hoursLater(97));
		expect(await deskMails()).toHaveLength(1);
		await escalate(hoursLater(98));
		await escalate(hoursLater(99));
		expect(await deskMails()).toMatchObject([{ to: admin.email }, { to: admin.email }]);
	});

	it("leaves alone what was decided", async () => {
		const { eventId } = await submitIn("DE");
		await db.event.update({ where: { id: eventId }, data: { state: "rejected" } });
		await escalate(hoursLater(60));
		expect(await deskMails()).toEqual([]);
	});

	it("leaves with an absent reviewer what they have taken on while nothing may be changed", async () => {
		const { eventId } = await submitIn("DE");
		await inTransaction((tx) =>
			takeOn(tx, coordinator, { eventId, isTaken: true, now: SUBMITTED }),
		);
		await goAway(coordinator, "2027-02-11", "2027-02-12");
		const assignee = async () =>
			(await db.event.findUniqueOrThrow({ where: { id: eventId } })).assigneeId;
		await db.switch.create({ data: { name: "read_only", isOn: true, changedAt: SUBMITTED } });
		await releaseFromAbsent(hoursLater(24));
		expect(await assignee()).toBe(coordinator.id);
		await db.switch.update({ where: { name: "read_only" }, data: { isOn: false } });
		await releaseFromAbsent(hoursLater(25));
		expect(await assignee()).toBeNull();
	});

	it("frees what an absent reviewer has taken on, from the first day away", async () => {
		const { eventId, organisation } = await submitIn("DE");
		await inTransaction((tx) =>
			takeOn(tx, coordinator, { eventId, isTaken: true, now: SUBMITTED }),
		);
		const shown = await makePast({ organisation, reviewer: admin });
		const { caseId } = await makeReport({ eventId: shown.eventId, now: SUBMITTED });
		await inTransaction((tx) =>
			takeCase(tx, coordinator, { input: { caseId, isTaken: true }, now: SUBMITTED }),
		);
		await goAway(coordinator, "2027-02-11", "2027-02-12");
		const assignees = async () => [
			(await db.event.findUniqueOrThrow({ where: { id: eventId } })).assigneeId,
			(await db.reportCase.findUniqueOrThrow({ where: { id: caseId } })).assigneeId,
		];
		// Eleven at night in Berlin, and then midnight.
		await releaseFromAbsent(new Date("2027-02-10T22:59:00Z"));
		expect(await assignees()).toEqual([coordinator.id, coordinator.id]);
		await releaseFromAbsent(new Date("2027-02-10T23:00:00Z"));
		expect(await assignees()).toEqual([null, null]);
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
