import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { atOnce } from "@/prisma/factories/at-once";
import {
	deskMails,
	goAway,
	hoursLater,
	makeDesk,
	NEXT_SEVEN,
	nameDeputy,
	SEVEN,
	SUBMITTED,
	submitIn,
} from "@/prisma/factories/duties";
import { makeCoordinator } from "@/prisma/factories/people";
import { makePast, submitTyped } from "@/prisma/factories/recaps";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { cancelAbsence } from "./absences";
import { sendDigests } from "./send-digests";

useDatabase();
beforeEach(emptyDatabase);

let admin: SignedInViewer;
let coordinator: SignedInViewer;

beforeEach(async () => {
	({ admin, coordinator } = await makeDesk());
});

const addressees = async () => (await deskMails()).map(({ to }) => to);

describe("sendDigests", () => {
	it("mails a coordinator once a day, at seven by the territory's clock, not a minute before", async () => {
		await submitIn("DE");
		await submitIn("AT");
		await submitIn("FR");
		await sendDigests(new Date(SEVEN.getTime() - 60_000));
		expect(await addressees()).not.toContain(coordinator.email);
		for (const at of [SEVEN, hoursLater(1), hoursLater(8)]) await sendDigests(at);
		const [mail, ...more] = (await deskMails()).filter(({ to }) => to === coordinator.email);
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
		expect(await deskMails()).toEqual([]);
		await submitIn("DE");
		const outcomes = await atOnce(20, () => sendDigests(NEXT_SEVEN));
		expect(outcomes).toEqual(Array(20).fill("done"));
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
		const mail = (await deskMails()).find(({ to }) => to === coordinator.email);
		expect(mail?.props).toMatchObject({ waiting: "1", soon: "1", recaps: "1" });
	});

	it("tells a deputy only while every coordinator is away, and an admin while nobody is there", async () => {
		const deputy = await nameDeputy(admin);
		await submitIn("DE");
		await goAway(coordinator, "2027-02-11", "2027-02-12");
		await sendDigests(SEVEN);
		expect(await addressees()).toEqual([coordinator.email]);
		await sendDigests(NEXT_SEVEN);
		expect(await addressees()).toEqual([coordinator.email, deputy.email]);
		await goAway(deputy, "2027-02-12", "2027-02-12");
		await sendDigests(hoursLater(47.9));
		expect((await deskMails()).slice(2)).toMatchObject([{ to: admin.email, props: { late: "0" } }]);
	});

	it("tells the admins of countries that nobody looks after, and of what waits too long elsewhere", async () => {
		await submitIn("FR");
		await submitIn("DE");
		await sendDigests(SEVEN);
		expect((await deskMails()).find(({ to }) => to === admin.email)?.props.waiting).toBe("1");
		await sendDigests(hoursLater(48.5));
		expect((await deskMails()).filter(({ to }) => to === admin.email)[1]?.props).toMatchObject({
			waiting: "2",
			late: "2",
		});
	});

	it("comes back from an absence that was taken back", async () => {
		await submitIn("DE");
		await goAway(coordinator, "2027-02-10", "2027-02-20");
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
