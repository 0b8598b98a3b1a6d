import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import { atOnce } from "@/prisma/factories/at-once";
import { edit, type MadeEvent, makePublished, publishedRow } from "@/prisma/factories/events";
import { makeEditor, makeOrganisation } from "@/prisma/factories/organisations";
import { makePart, publish } from "@/prisma/factories/parts";
import { makeAdmin, makeCoordinator } from "@/prisma/factories/people";
import { queuedMails } from "@/prisma/factories/reports";
import { useDatabase } from "@/prisma/factories/use-database";
import { callOffEvent } from "./call-off-event";
import { listPartsToCallOff } from "./parts-to-call-off";
import { callOffInput } from "./schema";

useDatabase();

let admin: SignedInViewer;

beforeAll(async () => {
	admin = await makeAdmin();
});

describe("parts of what is called off", () => {
	async function withParts(count: number) {
		const holder = await makeOrganisation({ country: "PT" });
		const whole = await makePublished({ organisation: holder, reviewer: admin });
		const parts: MadeEvent[] = [];
		for (let number = 0; number < count; number++)
			parts.push(await publish(await makePart(whole), admin));
		return { whole, parts };
	}

	const offer = (viewer: SignedInViewer, { eventId }: MadeEvent, now = new Date()) =>
		listPartsToCallOff(viewer, { eventId, kind: "cancel", now });

	async function callOffWith(whole: MadeEvent, parts: Record<string, number>) {
		const { version: eventVersion } = await db.event.findUniqueOrThrow({
			where: { id: whole.eventId },
		});
		const { eventId } = whole;
		const input = callOffInput.parse({
			eventId,
			eventVersion,
			kind: "cancel",
			reasons: { en: "Snow." },
			parts,
		});
		return inTransaction((tx) => callOffEvent(tx, whole.author, { input, now: new Date() })).then(
			() => "done",
			(error) => error.code,
		);
	}

	async function versionsOf(events: readonly MadeEvent[]): Promise<Record<string, number>> {
		const rows = await db.event.findMany({
			where: { id: { in: events.map(({ eventId }) => eventId) } },
		});
		return Object.fromEntries(rows.map(({ id, version }) => [id, version]));
	}

	const statusOf = async ({ eventId }: MadeEvent) => (await publishedRow(eventId))?.status;

	it("are off with it where they are chosen, with one mail a person that names all", async () => {
		const coordinator = await makeCoordinator("PT");
		const { whole, parts } = await withParts(3);
		const [first, second, third] = parts as [MadeEvent, MadeEvent, MadeEvent];
		const colleague = await makeEditor(whole.organisation.id);
		expect((await offer(whole.author, whole)).map(({ id }) => id)).toEqual(
			parts.map(({ eventId }) => eventId),
		);
		expect(await callOffWith(whole, await versionsOf([first, second]))).toBe("done");
		const statuses = await Promise.all([whole, first, second, third].map(statusOf));
		expect(statuses).toEqual(["cancelled", "cancelled", "cancelled", "scheduled"]);
		expect(await publishedRow(first.eventId)).toMatchObject({ statusReason: "Snow." });
		const told = await mailsAbout(whole);
		expect(told.map(({ to }) => to).sort()).toEqual([colleague.email, coordinator.email].sort());
		const titles = ["Opening of the exhibition", "Opening of the exhibition"];
		for (const { props } of told) expect(JSON.parse(props.others ?? "")).toEqual(titles);
		for (const part of parts) expect(await mailsAbout(part)).toEqual([]);
		expect((await offer(whole.author, whole)).map(({ id }) => id)).toEqual([third.eventId]);
	});

	it("stay where nothing is chosen", async () => {
		const { whole, parts } = await withParts(1);
		expect(await callOffWith(whole, {})).toBe("done");
		expect(await Promise.all(parts.map(statusOf))).toEqual(["scheduled"]);
	});

	it("are all on, and the whole too, where one was changed meanwhile", async () => {
		const { whole, parts } = await withParts(2);
		const versions = await versionsOf(parts);
		await edit(parts[1] as MadeEvent, { venueName: "Opera" });
		expect(await callOffWith(whole, versions)).toBe("conflict");
		expect(await Promise.all([whole, ...parts].map(statusOf))).toEqual(Array(3).fill("scheduled"));
	});

	it("are only its own public ones of the same organisation", async () => {
		const { whole } = await withParts(0);
		const draft = await makePart(whole);
		const stranger = await makePublished({ organisation: whole.organisation, reviewer: admin });
		const others = await withParts(1);
		for (const event of [draft, stranger, ...others.parts])
			expect(await callOffWith(whole, await versionsOf([event]))).toBe("not_found");
		expect(await offer(whole.author, whole)).toEqual([]);
		expect(await offer(whole.author, others.whole)).toEqual([]);
		expect(await statusOf(whole)).toBe("scheduled");
	});

	it("are called off once by twenty at a time", async () => {
		const { whole, parts } = await withParts(2);
		const versions = await versionsOf(parts);
		const eventVersion = (await versionsOf([whole]))[whole.eventId];
		const input = callOffInput.parse({
			eventId: whole.eventId,
			eventVersion,
			kind: "cancel",
			reasons: { en: "Snow." },
			parts: versions,
		});
		const outcomes = await atOnce(20, () =>
			inTransaction((tx) => callOffEvent(tx, whole.author, { input, now: new Date() })),
		);
		expect(outcomes.sort()).toEqual([...Array(19).fill("conflict"), "done"]);
	});
});

async function mailsAbout({ eventId }: MadeEvent) {
	const mails = await queuedMails();
	return mails.filter(
		({ template, props }) => template === "eventCancelled" && props.eventId === eventId,
	);
}
