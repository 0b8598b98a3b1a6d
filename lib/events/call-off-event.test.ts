import { beforeAll, describe, expect, it } from "vitest";
import { reasonFor } from "@/lib/calendar/status-reason";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	decideOn,
	edit,
	type MadeEvent,
	makePublished,
	publishedRow,
	submitAgain,
} from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeEditor,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator, makeUser } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { callOffEvent } from "./call-off-event";
import { getMyEvent } from "./queries";
import { reinstateEvent } from "./reinstate-event";
import { callOffInput } from "./schema";
import { withdrawEvent } from "./withdraw-event";

useDatabase();

let organisation: MadeOrganisation;
let admin: SignedInViewer;

beforeAll(async () => {
	organisation = await makeOrganisation();
	admin = await makeAdmin();
});

const REASONS = { en: "The hall is closed.", az: "Zal bağlıdır." };
const TEXTS = {
	en: { title: "Vigil", description: "Candles." },
	az: { title: "Anım mərasimi", description: "Şamlar." },
	de: { title: "Mahnwache", description: "Kerzen." },
};

async function callOff(
	event: MadeEvent,
	kind: "cancel" | "postpone",
	{ reasons = REASONS, viewer = event.author, now = event.now } = {},
): Promise<MadeEvent> {
	const input = callOffInput.parse({
		eventId: event.eventId,
		eventVersion: event.eventVersion,
		kind,
		reasons,
	});
	const { eventVersion } = await inTransaction((tx) => callOffEvent(tx, viewer, { input, now }));
	const { latestRevision } = await db.event.findUniqueOrThrow({
		where: { id: event.eventId },
		select: { latestRevision: { select: { id: true, version: true } } },
	});
	return {
		...event,
		eventVersion,
		revisionId: latestRevision?.id ?? "",
		revisionVersion: latestRevision?.version ?? 0,
	};
}

describe("calling a public event off", () => {
	it("is public at once with its reason in each language, and everything else as it was", async () => {
		const event = await makePublished({ organisation, content: { texts: TEXTS } });
		const before = await publishedRow(event.eventId);
		await callOff(event, "cancel");
		const after = await publishedRow(event.eventId);
		expect(after).toMatchObject({
			status: "cancelled",
			statusReason: REASONS.en,
			sequence: 1,
			startDate: before?.startDate,
			slug: before?.slug,
		});
		expect(after?.texts.map(({ locale, title }) => [locale, title])).toEqual(
			before?.texts.map(({ locale, title }) => [locale, title]),
		);
		const reasons = ["az", "en", "de", "fr"].map((locale) => after && reasonFor(after, locale));
		expect(reasons).toEqual([REASONS.az, REASONS.en, REASONS.en, REASONS.en]);
		const audits = await db.auditEntry.findMany({
			where: { subjectId: event.eventId, actorId: event.author.id },
			orderBy: { id: "desc" },
			take: 2,
			select: { action: true },
		});
		expect(audits.map(({ action }) => action)).toEqual(["event.published", "event.cancel"]);
	});

	it("mails each member, co-organiser and reviewer once, with the reason in their language", async () => {
		const own = await makeOrganisation({ country: "AT" });
		const colleague = await makeEditor(own.id);
		const other = await makeOrganisation({ country: "FR" });
		await addMember(other.id, colleague.id, "editor");
		const coordinator = await makeCoordinator("AT");
		const gone = await makeUser({ isDisabled: true });
		await addMember(other.id, gone.id, "editor");
		await db.user.update({ where: { id: other.owner.id }, data: { locale: "az" } });
		const event = await makePublished({
			organisation: own,
			content: { texts: TEXTS },
			archive: { coOrganiserIds: [other.id] },
		});
		await callOff(event, "postpone");
		const mails = await mailsAbout(event.eventId);
		expect(mails.map(({ to }) => to).sort()).toEqual(
			[colleague.email, coordinator.email, other.owner.email].sort(),
		);
		expect(mails.every(({ template }) => template === "eventPostponed")).toBe(true);
		expect(mails.find(({ to }) => to === other.owner.email)).toMatchObject({
			locale: "az",
			props: { title: "Anım mərasimi", reason: REASONS.az },
		});
	});

	it("keeps an open draft open, and what was typed in it, and does not come undone by it", async () => {
		const published = await makePublished({ organisation });
		const draft = await edit(published, { venueName: "Town hall" });
		const off = await callOff(draft, "cancel");
		const { state, content } = await getMyEvent(organisation.owner, off.eventId);
		expect({ state, venue: content.venueName }).toEqual({ state: "draft", venue: "Town hall" });
		const typedOn = await edit(off, { venueName: "Opera" });
		await decideOn(await submitAgain(typedOn), admin, "approve");
		expect(await publishedRow(off.eventId)).toMatchObject({
			status: "cancelled",
			statusReason: REASONS.en,
			venueName: "Opera",
			texts: [{ statusReason: REASONS.en }],
		});
	});

	it("takes a change that waits out of the queue: approving it late is refused", async () => {
		const waiting = await submitAgain(await edit(await makePublished({ organisation }), {}));
		const off = await callOff(waiting, "cancel");
		expect((await getMyEvent(organisation.owner, off.eventId)).state).toBe("approved");
		await expect(decideOn(waiting, admin, "approve")).rejects.toMatchObject({ code: "conflict" });
		await expect(decideOn(off, admin, "approve")).rejects.toMatchObject({
			code: "illegal_transition",
		});
		expect(await publishedRow(off.eventId)).toMatchObject({ status: "cancelled" });
	});

	it("can be cancelled after it was postponed, and then nothing more", async () => {
		const postponed = await callOff(await makePublished({ organisation }), "postpone");
		const cancelled = await callOff(postponed, "cancel");
		expect(await publishedRow(cancelled.eventId)).toMatchObject({
			status: "cancelled",
			sequence: 2,
		});
		for (const kind of ["cancel", "postpone"] as const) {
			await expect(callOff(cancelled, kind)).rejects.toMatchObject({ code: "illegal_transition" });
		}
	});

	it("does not postpone what is over", async () => {
		const event = await makePublished({
			organisation,
			now: new Date("2026-01-10T10:00:00Z"),
			content: { startDate: "2026-02-26" },
		});
		const now = new Date("2026-03-01T10:00:00Z");
		await expect(callOff(event, "postpone", { now })).rejects.toMatchObject({
			code: "illegal_transition",
		});
	});

	it("grows SEQUENCE after a withdrawal too", async () => {
		const off = await callOff(await makePublished({ organisation }), "cancel");
		const { eventVersion } = await inTransaction((tx) =>
			withdrawEvent(tx, organisation.owner, { ...off, now: off.now }),
		);
		const again = await submitAgain(await edit({ ...off, eventVersion }, {}));
		await decideOn(again, admin, "approve");
		expect((await publishedRow(off.eventId))?.sequence).toBe(2);
	});

	it("two at once: one is told that somebody was faster", async () => {
		const event = await makePublished({ organisation });
		const both = await Promise.allSettled([callOff(event, "cancel"), callOff(event, "cancel")]);
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(await publishedRow(event.eventId)).toMatchObject({ sequence: 1 });
	});
});

describe("the database", () => {
	it("publishes without approval only that an approved event is off", async () => {
		const event = await makePublished({ organisation });
		const off = await callOff(event, "cancel");
		const { number } = await db.eventRevision.findUniqueOrThrow({
			where: { id: off.revisionId },
			select: { number: true },
		});
		const forged = await db.eventRevision.create({
			data: {
				eventId: event.eventId,
				number: number + 1,
				authorId: organisation.owner.id,
				status: "cancelled",
				isCallOff: true,
				contactName: "Somebody else",
			},
			select: { id: true },
		});
		await expect(
			db.publishedEvent.update({
				where: { id: event.eventId },
				data: { revisionId: forged.id },
				select: { id: true },
			}),
		).rejects.toThrow(/has no approval/);
	});
});

describe("taking place after all", () => {
	it("waits for a reviewer, and then says nothing of the cancellation any more", async () => {
		const off = await callOff(await makePublished({ organisation }), "cancel");
		const { eventVersion } = await inTransaction((tx) =>
			reinstateEvent(tx, organisation.owner, { ...off, now: off.now }),
		);
		expect(await publishedRow(off.eventId)).toMatchObject({ status: "cancelled" });
		await decideOn(await submitAgain({ ...off, eventVersion }), admin, "approve");
		expect(await publishedRow(off.eventId)).toMatchObject({
			status: "scheduled",
			statusReason: null,
			texts: [{ statusReason: null }],
		});
	});

	it.each(["cancel", "postpone"] as const)(
		"on another day than the one first announced is rescheduled again after %s",
		async (kind) => {
			const first = await makePublished({ organisation, content: { startDate: "2027-02-26" } });
			const draft = await submitAgain(await edit(first, { startDate: "2027-03-05" }));
			const off = await callOff(await decideOn(draft, admin, "approve"), kind);
			const { eventVersion } = await inTransaction((tx) =>
				reinstateEvent(tx, organisation.owner, { ...off, now: off.now }),
			);
			await decideOn(await submitAgain({ ...off, eventVersion }), admin, "approve");
			expect(await publishedRow(off.eventId)).toMatchObject({
				status: "rescheduled",
				previousStartDate: new Date("2027-02-26T00:00:00Z"),
			});
		},
	);

	it("is nothing that can be said of an event that is on", async () => {
		const event = await makePublished({ organisation });
		await expect(
			inTransaction((tx) => reinstateEvent(tx, organisation.owner, { ...event, now: event.now })),
		).rejects.toMatchObject({ code: "illegal_transition" });
	});
});

type WaitingMail = { to: string; locale: string; template: string; props: Record<string, string> };

async function mailsAbout(eventId: string): Promise<WaitingMail[]> {
	const rows = await db.$queryRaw<{ payload: WaitingMail }[]>`
		SELECT payload FROM graphile_worker._private_jobs
		WHERE payload->'props'->>'eventId' = ${eventId} ORDER BY id`;
	return rows.map(({ payload }) => payload);
}
