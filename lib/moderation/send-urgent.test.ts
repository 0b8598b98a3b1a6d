import { beforeEach, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { submitEvent } from "@/lib/events/submit-event";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { atOnce } from "@/prisma/factories/at-once";
import { deskMails, makeDesk } from "@/prisma/factories/duties";
import { decideOn, type MadeEvent, makeDraft } from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { emptyDatabase, useDatabase } from "@/prisma/factories/use-database";
import { sendUrgent } from "./send-urgent";

useDatabase();

/** The evening of the 23rd: three days before. */
const EVENING = new Date("2027-02-23T18:00:00Z");
const minutesLater = (minutes: number) => new Date(EVENING.getTime() + minutes * 60_000);

let admin: SignedInViewer;
let coordinator: SignedInViewer;
let organisation: MadeOrganisation;

beforeEach(async () => {
	await emptyDatabase();
	({ admin, coordinator } = await makeDesk());
	organisation = await makeOrganisation({ country: "DE" });
});

async function handIn(at: Date, startDate = "2027-02-26"): Promise<MadeEvent> {
	const draft = await makeDraft({ organisation, content: { startDate }, now: at });
	const { eventId, eventVersion } = draft;
	const submitted = await inTransaction((tx) =>
		submitEvent(tx, organisation.owner, { eventId, eventVersion, now: at }),
	);
	return { ...draft, ...submitted };
}

/** Each mail with its reader and how many submissions it tells of. */
async function told() {
	return (await deskMails()).map(({ to, template, props }) => [
		to,
		template === "eventWaiting" ? "1" : props.count,
	]);
}

describe("sendUrgent", () => {
	it("mails a reviewer of sixty submissions of an evening once an hour, each submission once", async () => {
		for (let minute = 0; minute < 180; minute += 3) {
			await handIn(minutesLater(minute));
			await sendUrgent(minutesLater(minute));
		}
		await sendUrgent(minutesLater(180));
		await sendUrgent(minutesLater(1_000));
		expect(await told()).toEqual([
			[coordinator.email, "1"],
			[coordinator.email, "20"],
			[coordinator.email, "20"],
			[coordinator.email, "19"],
		]);
		expect(await db.urgentSubmission.count()).toBe(0);
	}, 240_000);

	it("tells of nothing that begins later, was decided meanwhile, or has become one's own", async () => {
		await handIn(EVENING, "2027-03-26");
		const decided = await handIn(EVENING);
		await decideOn(decided, admin, "reject");
		await sendUrgent(minutesLater(1));
		expect(await told()).toEqual([]);
		await handIn(minutesLater(2));
		await addMember(organisation.id, coordinator.id, "editor");
		await sendUrgent(minutesLater(3));
		expect(await told()).toEqual([]);
		// What nobody needed to be told of costs no hour.
		await db.membership.deleteMany({ where: { userId: coordinator.id } });
		await sendUrgent(minutesLater(4));
		expect(await told()).toEqual([[coordinator.email, "1"]]);
	});

	it("tells once when twenty processes ask at once", async () => {
		await handIn(EVENING);
		await handIn(EVENING);
		const outcomes = await atOnce(20, () => sendUrgent(minutesLater(1)));
		expect(outcomes).toEqual(Array(20).fill("done"));
		expect(await told()).toEqual([[coordinator.email, "2"]]);
	});
});
