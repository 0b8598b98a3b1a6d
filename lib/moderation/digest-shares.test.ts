import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	askForBadge,
	deskMails,
	hoursLater,
	makeDesk,
	NEXT_SEVEN,
	nameDeputy,
	pastIn,
	SEVEN,
	SUBMITTED,
	submitIn,
	writeAnswer,
} from "@/prisma/factories/duties";
import { decideOn, makeSubmitted } from "@/prisma/factories/events";
import { addMember, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator, makeViewer } from "@/prisma/factories/people";
import { decideOnRecap, makePast, submitTyped } from "@/prisma/factories/recaps";
import { makeReport } from "@/prisma/factories/reports";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { reopen } from "./reopen";
import { reopenRecap } from "./reopen-recap";
import { sendDigests } from "./send-digests";

useDatabase();
beforeEach(emptyDatabase);

let admin: SignedInViewer;
let coordinator: SignedInViewer;

beforeEach(async () => {
	({ admin, coordinator } = await makeDesk());
});

/** Who is mailed at that moment, with how many events wait for each. */
async function toldAt(now: Date): Promise<[string, string | undefined][]> {
	const before = (await deskMails()).length;
	await sendDigests(now);
	const told = (await deskMails()).slice(before);
	return told.map(({ to, props }): [string, string | undefined] => [to, props.waiting]).sort();
}

/** A public event that is over when the others are submitted. */
async function overIn(country: string) {
	return makePast({
		organisation: await makeOrganisation({ country }),
		reviewer: admin,
		content: { startDate: "2026-02-26" },
		now: new Date("2026-01-10T10:00:00Z"),
	});
}

const addressees = async () => (await deskMails()).map(({ to }) => to);

describe("the mail of the day", () => {
	it("hands what is the coordinators' own matter to another coordinator, a deputy, or an admin", async () => {
		const { organisation } = await submitIn("DE");
		await submitIn("FR");
		await addMember(organisation.id, coordinator.id, "editor");
		expect(await toldAt(SEVEN)).toEqual([[admin.email, "2"]]);

		const deputy = await nameDeputy(admin);
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
		const event = await pastIn("DE", admin);
		const elsewhere = await pastIn("FR", admin);
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
		const sent = await deskMails();
		expect(sent).toHaveLength(2);
		expect(sent.find(({ to }) => to === coordinator.email)).toMatchObject({
			props: { waiting: "0", recaps: "0", reports: "1", answers: "1", organisations: "1" },
		});
		expect(sent.find(({ to }) => to === admin.email)).toMatchObject({
			props: { waiting: "0", reports: "1", answers: "0", organisations: "0" },
		});
	});

	it("counts for admins the recaps, reports and answers that wait too long elsewhere", async () => {
		const event = await overIn("DE");
		await submitTyped(event, { attendanceMin: "10" }, { now: SUBMITTED });
		await makeReport({ eventId: event.eventId, now: SUBMITTED });
		await writeAnswer(event, SUBMITTED);
		await sendDigests(NEXT_SEVEN);
		expect(await addressees()).not.toContain(admin.email);
		await sendDigests(hoursLater(48.5));
		expect((await deskMails()).filter(({ to }) => to === admin.email)).toMatchObject([
			{ props: { waiting: "0", recaps: "1", reports: "1", answers: "1" } },
		]);
	});

	it("counts what waits again after a decision was taken back as late from then on only", async () => {
		const submission = await submitIn("DE");
		await decideOn({ ...submission, now: hoursLater(40) }, coordinator, "reject");
		const event = await overIn("DE");
		await submitTyped(event, { attendanceMin: "10" }, { now: SUBMITTED });
		await decideOnRecap(
			event,
			coordinator,
			"reject",
			"Please leave the names out.",
			hoursLater(40),
		);
		const reason = "I pressed the wrong button.";
		await inTransaction(async (tx) => {
			const { eventId } = submission;
			const { version: eventVersion } = await tx.event.findUniqueOrThrow({
				where: { id: eventId },
			});
			await reopen(tx, admin, { input: { eventId, eventVersion, reason }, now: hoursLater(47) });
			const { version } = await tx.recap.findUniqueOrThrow({ where: { eventId: event.eventId } });
			const input = { eventId: event.eventId, eventVersion: version, reason };
			await reopenRecap(tx, admin, { input, now: hoursLater(47) });
		});
		await sendDigests(hoursLater(72.5));
		expect(await deskMails()).toMatchObject([
			{ to: coordinator.email, props: { waiting: "1", late: "0", recaps: "1" } },
		]);
		await sendDigests(hoursLater(96.5));
		expect((await deskMails()).slice(1)).toHaveLength(2);
		for (const { props } of (await deskMails()).slice(1))
			expect(props).toMatchObject({ waiting: "1", late: "1", recaps: "1" });
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
		expect(await deskMails()).toMatchObject([{ to: admin.email, props: { organisations: "1" } }]);
	});
});
