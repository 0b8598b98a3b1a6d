import { beforeAll, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { Viewer } from "@/lib/permissions/viewer";
import {
	eventContent,
	type MadeEvent,
	makeDraft,
	makePublished,
	makeSubmitted,
} from "@/prisma/factories/events";
import {
	type MadeOrganisation,
	makeEditor,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeAdmin, makeStranger } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { getMyEvent, listMyEvents } from "./queries";
import { repeatEvent } from "./repeat-event";
import { getRepeat, listEarlierYears, listOutdated } from "./repeat-queries";
import { submitEvent } from "./submit-event";
import { withdrawEvent } from "./withdraw-event";

useDatabase();

const LAST_YEAR = new Date("2026-01-10T10:00:00Z");
const NOW = new Date("2026-11-26T10:00:00Z");

let organisation: MadeOrganisation;
let other: MadeOrganisation;

beforeAll(async () => {
	organisation = await makeOrganisation();
	other = await makeOrganisation({ country: "FR" });
});

const TEXTS = {
	en: {
		title: "34th anniversary of Khojaly, 2026",
		description:
			"On Thursday, 26.02.2026, at 18:34. Khojaly, 1992. See https://example.org/2026/programme.",
	},
	az: { title: "Xocalının XXXIV ildönümü", description: "Cümə axşamı." },
};

function lastYears(content: Parameters<typeof makePublished>[0] = {}): Promise<MadeEvent> {
	return makePublished({
		organisation,
		now: LAST_YEAR,
		...content,
		content: {
			startDate: "2026-02-26",
			endDate: "2026-02-28",
			onlineUrl: "https://meet.example.org/room",
			attendanceMode: "mixed",
			texts: TEXTS,
			...content.content,
		},
	});
}

function repeat(viewer: Viewer, { eventId }: { eventId: string }) {
	return inTransaction((tx) => repeatEvent(tx, viewer, { eventId, now: NOW }));
}

it("carries everything over but the date, and is complete at once", async () => {
	const event = await lastYears({ archive: { coOrganiserIds: [other.id] } });
	const { eventId } = await repeat(organisation.owner, event);
	const before = (await getMyEvent(organisation.owner, event.eventId)).content;
	const after = await getMyEvent(organisation.owner, eventId);
	expect(after).toMatchObject({ state: "draft", published: null, repeatsId: event.eventId });
	const { id, number, version, submittedAt, updatedAt, ...carried } = after.content;
	expect(carried).toEqual({
		...Object.fromEntries(Object.keys(carried).map((key) => [key, Reflect.get(before, key)])),
		schedule: { ...before.schedule, year: 2027, startDate: "2027-02-26", endDate: "2027-02-28" },
		// The source reported on the earlier event.
		sourceUrl: null,
		sourceTitle: null,
		sourceNote: null,
	});
	expect(
		await db.revisionOrganiser.findMany({
			where: { revisionId: after.content.id },
			select: { organisationId: true },
		}),
	).toEqual([{ organisationId: other.id }]);
	await inTransaction((tx) =>
		submitEvent(tx, organisation.owner, { eventId, eventVersion: after.version, now: NOW }),
	);
	expect((await getMyEvent(organisation.owner, eventId)).state).toBe("submitted");
	expect(
		await db.auditEntry.findMany({
			where: { subjectId: eventId, action: "event.repeated" },
			select: { actorId: true, detail: true },
		}),
	).toEqual([
		{
			actorId: organisation.owner.id,
			detail: { organisationId: organisation.id, repeatsId: event.eventId, season: 2027 },
		},
	]);
});

it("names what is probably out of date, with its place, and not the year of the tragedy", async () => {
	const event = await lastYears();
	const preview = await getRepeat(organisation.owner, event.eventId, NOW);
	expect(preview.outdated).toEqual([
		{ field: "texts.az.title", code: "anniversary", found: "XXXIV" },
		{ field: "texts.az.description", code: "weekday", found: "Cümə axşamı" },
		{ field: "texts.en.title", code: "year", found: "2026" },
		{ field: "texts.en.title", code: "anniversary", found: "34" },
		{
			field: "texts.en.description",
			code: "link",
			found: "https://example.org/2026/programme.",
		},
		{ field: "texts.en.description", code: "date", found: "26.02.2026" },
		{ field: "texts.en.description", code: "weekday", found: "Thursday" },
		{ field: "onlineUrl", code: "link", found: "https://meet.example.org/room" },
	]);
	const { eventId } = await repeat(organisation.owner, event);
	const draft = await getMyEvent(organisation.owner, eventId);
	expect(await listOutdated(draft)).toEqual(preview.outdated);
	expect(await listOutdated({ ...draft, submittedAt: NOW })).toEqual([]);
	expect(await listOutdated({ ...draft, repeatsId: null })).toEqual([]);
});

it("two at once, and a colleague later, get one event", async () => {
	const event = await lastYears();
	const editor = await makeEditor(organisation.id);
	const [one, two] = await Promise.all([repeat(organisation.owner, event), repeat(editor, event)]);
	expect(two.eventId).toBe(one.eventId);
	expect([one.isNew, two.isNew].sort()).toEqual([false, true]);
	expect(await db.event.count({ where: { repeatsId: event.eventId } })).toBe(1);
	const row = (await listMyEvents(editor, { now: NOW })).items.find(
		({ id }) => id === event.eventId,
	);
	expect(row?.repetition).toEqual({ season: 2027, knownId: one.eventId });

	const { version } = await getMyEvent(editor, one.eventId);
	await inTransaction((tx) =>
		withdrawEvent(tx, editor, { eventId: one.eventId, eventVersion: version, now: NOW }),
	);
	expect((await repeat(editor, event)).isNew).toBe(true);
});

it("says which events of earlier years it repeats, to members only", async () => {
	const event = await lastYears();
	const { eventId } = await repeat(organisation.owner, event);
	expect(await listEarlierYears(organisation.owner, eventId)).toEqual([
		{ id: event.eventId, startDate: "2026-02-26", year: 2026 },
	]);
	expect(await listEarlierYears(await makeStranger(), eventId)).toEqual([]);
	expect(await listEarlierYears(organisation.owner, event.eventId)).toEqual([]);
});

it.each([
	["is not over", () => makePublished({ organisation, now: NOW })],
	["was never public", () => makeSubmitted({ organisation, now: LAST_YEAR, content: PAST })],
	["is a draft", () => makeDraft({ organisation, now: LAST_YEAR, content: PAST })],
	["was withdrawn", withdrawn],
])("refuses what %s", async (_, make) => {
	const event = await make();
	await expect(repeat(organisation.owner, event)).rejects.toMatchObject({
		code: "illegal_transition",
	});
	await expect(getRepeat(organisation.owner, event.eventId, NOW)).rejects.toMatchObject({
		code: "not_found",
	});
});

it("refuses everybody but members of the organiser", async () => {
	const event = await lastYears({ archive: { coOrganiserIds: [other.id] } });
	for (const viewer of [await makeStranger(), other.owner]) {
		await expect(repeat(viewer, event)).rejects.toMatchObject({ code: "not_found" });
		await expect(getRepeat(viewer, event.eventId, NOW)).rejects.toMatchObject({
			code: "not_found",
		});
	}
	await expect(repeat(await makeAdmin(), event)).rejects.toMatchObject({ code: "forbidden" });
	await expect(repeat({ kind: "anonymous" }, event)).rejects.toMatchObject({
		code: "unauthenticated",
	});
});

const PAST = eventContent("DE", { startDate: "2026-02-26" });

async function withdrawn(): Promise<MadeEvent> {
	const event = await lastYears();
	const { eventVersion } = await inTransaction((tx) =>
		withdrawEvent(tx, organisation.owner, { ...event, now: NOW }),
	);
	return { ...event, eventVersion };
}
