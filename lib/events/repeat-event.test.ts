import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import { decide } from "@/lib/moderation/decide";
import { decisionInput } from "@/lib/moderation/schema";
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
	expect(row?.repetition).toEqual({ season: 2027, knownId: one.eventId, isOffered: true });

	const { version } = await getMyEvent(editor, one.eventId);
	await inTransaction((tx) =>
		withdrawEvent(tx, editor, { eventId: one.eventId, eventVersion: version, now: NOW }),
	);
	expect((await repeat(editor, event)).isNew).toBe(true);
});

describe("an event of 2025 that was repeated in 2026", () => {
	const TWO_YEARS_AGO = new Date("2025-01-10T10:00:00Z");
	const YEAR_BEFORE = new Date("2025-11-26T10:00:00Z");

	/** Both held and public. */
	async function heldTwice() {
		const first = await makePublished({
			organisation,
			now: TWO_YEARS_AGO,
			content: { startDate: "2025-02-26" },
		});
		const { eventId } = await inTransaction((tx) =>
			repeatEvent(tx, organisation.owner, { eventId: first.eventId, now: YEAR_BEFORE }),
		);
		return { first, second: { eventId } };
	}

	async function publish({ eventId }: { eventId: string }) {
		const { version } = await getMyEvent(organisation.owner, eventId);
		const { eventVersion } = await inTransaction((tx) =>
			submitEvent(tx, organisation.owner, { eventId, eventVersion: version, now: YEAR_BEFORE }),
		);
		const input = decisionInput.parse({ eventId, eventVersion, kind: "approve", reason: "" });
		const admin = await makeAdmin();
		await inTransaction((tx) => decide(tx, admin, { input, now: YEAR_BEFORE, notify: false }));
	}

	const repetitions = async (...events: { eventId: string }[]) => {
		const { items } = await listMyEvents(organisation.owner, { now: NOW });
		return Promise.all(
			events.map(async ({ eventId }) => {
				const { repetition } = await getMyEvent(organisation.owner, eventId, NOW);
				expect(items.find(({ id }) => id === eventId)?.repetition).toEqual(repetition);
				return repetition;
			}),
		);
	};

	it("is offered again on the newer one only, and once whichever is repeated", async () => {
		const { first, second } = await heldTwice();
		await publish(second);
		expect(await repetitions(first, second)).toEqual([
			{ season: 2027, knownId: null, isOffered: false },
			{ season: 2027, knownId: null, isOffered: true },
		]);
		const third = await repeat(organisation.owner, second);
		expect(await repeat(organisation.owner, first)).toEqual({ ...third, isNew: false });
		expect(await repetitions(first, second)).toEqual([
			{ season: 2027, knownId: third.eventId, isOffered: false },
			{ season: 2027, knownId: third.eventId, isOffered: true },
		]);
		expect((await getRepeat(organisation.owner, first.eventId, NOW)).knownId).toBe(third.eventId);
	});

	it("begins one event although both are repeated at once", async () => {
		const { first, second } = await heldTwice();
		await publish(second);
		const both = await Promise.all(
			[first, second, first, second].map((event) => repeat(organisation.owner, event)),
		);
		expect(new Set(both.map(({ eventId }) => eventId)).size).toBe(1);
		expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
	});

	it("is offered on the older one while the newer one never was public", async () => {
		const { first } = await heldTwice();
		expect(await repetitions(first)).toEqual([{ season: 2027, knownId: null, isOffered: true }]);
	});
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
