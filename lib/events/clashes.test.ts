import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Planned } from "@/lib/calendar/clashes";
import { inTransaction } from "@/lib/db/client";
import type { SignedInViewer, Viewer } from "@/lib/permissions/viewer";
import { formatDay } from "@/lib/time/format";
import { addDays } from "@/lib/time/wall-time";
import {
	type EventOptions,
	eventContent,
	type MadeEvent,
	makeDraft,
	makePublished,
	makeSubmitted,
} from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeCoordinator } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { callOffEvent } from "./call-off-event";
import { listClashes, plannedRevision } from "./clashes";
import { createEvents } from "./create-events";
import { getMyEvent } from "./queries";

useDatabase();

let day = "2027-01-01";
let own: MadeOrganisation;
let other: MadeOrganisation;
let reviewer: SignedInViewer;

beforeAll(async () => {
	own = await makeOrganisation();
	other = await makeOrganisation({
		name: "Society of Friends of Khojaly, Berlin",
		kind: "diaspora_association",
		website: "https://society.example.org",
	});
	reviewer = await makeAdmin();
});

/** Each test has a week of its own. */
beforeEach(() => {
	day = addDays(day, 7);
});

function another(
	make: (options: EventOptions & { reviewer?: SignedInViewer }) => Promise<MadeEvent>,
	content: EventOptions["content"] = {},
	organisation = other,
): Promise<MadeEvent> {
	const texts = { en: { title: "Concert", description: "" } };
	return make({
		organisation,
		content: { startDate: day, startTime: "19:00", endTime: null, texts, ...content },
		...(make === makePublished ? { reviewer } : {}),
	});
}

async function planned(content: EventOptions["content"] = {}): Promise<Planned> {
	const { eventId } = await makeDraft({
		organisation: own,
		content: { startDate: day, startTime: "18:00", endTime: null, ...content },
	});
	return plannedRevision((await getMyEvent(own.owner, eventId)).content, {
		eventId,
		organisers: [own.slug],
	});
}

async function found(viewer: Viewer, what: Planned) {
	return (await listClashes(viewer, what, "en")).map(({ kind, source, title }) => ({
		kind,
		source,
		title,
	}));
}

const CLASH = { kind: "clash", source: "public", title: "Concert" };

it("names a public event near by at the same time, with the organiser's public contact", async () => {
	await another(makePublished, { contactEmail: "office@example.org" });
	const [clash, ...more] = await listClashes(own.owner, await planned(), "en");
	expect(more).toEqual([]);
	expect(clash).toMatchObject({
		...CLASH,
		path: expect.stringMatching(/^\/events\/2027\/concert/),
		when: `${formatDay(day, "en")}, 19:00`,
		organiser: other.name,
		contact: { email: "office@example.org", url: "https://society.example.org" },
	});
});

it("offers a letter to its organiser to whoever holds something too, and to nobody else", async () => {
	const { eventId } = await another(makePublished);
	const what = await planned();
	const writeTo = async (viewer: Viewer) => (await listClashes(viewer, what, "en"))[0]?.writeTo;
	expect(await writeTo(own.owner)).toBe(eventId);
	for (const viewer of [other.owner, reviewer, { kind: "anonymous" } as const])
		expect(await writeTo(viewer)).toBeNull();
});

it.each([
	["elsewhere", () => ({ lat: 52.52, lon: 13.6 })],
	["two hours later", () => ({ startTime: "20:00" })],
	["on another day", () => ({ startDate: addDays(day, 1) })],
	["online", () => ({ attendanceMode: "online" as const, lat: null, lon: null })],
])("does not name one that is held %s", async (_, content) => {
	await another(makePublished, content());
	expect(await found(own.owner, await planned())).toEqual([]);
});

it("finds its own duplicate among hundreds that an import brought for the same day, and names no more than five", async () => {
	const texts = (title: string) => ({ en: { title, description: "" } });
	const content = eventContent("DE", { startDate: day, startTime: "18:00", endTime: null });
	const imported = Array.from({ length: 120 }, (_, index) => ({
		...content,
		texts: texts(`${String.fromCharCode(97 + (index % 26)).repeat(5)} ${index} reading`),
	}));
	await inTransaction((tx) =>
		createEvents(tx, own.owner, {
			organisationId: own.id,
			contents: [...imported, { ...content, texts: texts("A memorial concert, Berlin") }],
			isSubmitted: false,
			now: new Date(),
			onProgress: async () => {},
		}),
	);
	const clashes = await found(
		own.owner,
		await planned({ texts: texts("A MEMORIAL CONCERT, Berlin") }),
	);
	expect(clashes).toHaveLength(5);
	expect(clashes[0]).toEqual({
		kind: "duplicate",
		source: "own",
		title: "A memorial concert, Berlin",
	});
	expect(clashes.slice(1).map(({ kind }) => kind)).toEqual(Array(4).fill("clash"));
});

it("names whole days by the day", async () => {
	await another(makePublished, { timing: "all_day", endDate: addDays(day, 2) });
	expect(await found(own.owner, await planned())).toEqual([CLASH]);
	expect(await found(own.owner, await planned({ startDate: addDays(day, 3) }))).toEqual([]);
});

it("never shows what others have not published, to nobody", async () => {
	await another(makeDraft);
	await another(makeSubmitted);
	const what = await planned();
	for (const viewer of [own.owner, reviewer, await makeCoordinator("DE")])
		expect(await found(viewer, what)).toEqual([]);
});

it("shows one's own drafts, to members only", async () => {
	const mine = await another(makeDraft, {}, own);
	const what = await planned();
	const [clash] = await listClashes(own.owner, what, "en");
	expect(clash).toMatchObject({
		kind: "clash",
		source: "own",
		path: `/my/events/${mine.eventId}`,
		contact: null,
	});
	expect(await found(other.owner, what)).toEqual([]);
	expect(await found({ kind: "anonymous" }, what)).toEqual([]);
});

it("tells a probable duplicate from a clash", async () => {
	const texts = { en: { title: "Concert of remembrance", description: "" } };
	await another(makePublished, { texts, startTime: "12:00" });
	const same = { en: { title: "CONCERT of Remembrance", description: "" } };
	expect(await found(own.owner, await planned({ texts: same }))).toEqual([
		{ kind: "duplicate", source: "public", title: "Concert of remembrance" },
	]);
});

it("takes a like title elsewhere for another event, unless its organiser is the same", async () => {
	const elsewhere = { lat: 48.13, lon: 11.57 };
	await another(makePublished, elsewhere);
	const texts = { en: { title: "Concert", description: "" } };
	const what = await planned({ texts });
	expect(await found(own.owner, what)).toEqual([]);
	expect(await found(own.owner, { ...what, organisers: [other.slug] })).toEqual([
		{ ...CLASH, kind: "duplicate" },
	]);
});

it("says nothing of what is cancelled, nor of the event itself", async () => {
	const { eventId, eventVersion, author, now } = await another(makePublished);
	const what = await planned();
	const itself = { ...what, eventId, organisers: [other.slug] };
	expect((await found(other.owner, itself)).filter(({ source }) => source === "public")).toEqual(
		[],
	);
	expect(await found(own.owner, what)).toEqual([CLASH]);
	const input = { eventId, eventVersion, kind: "cancel" as const, reasons: { en: "Snow." } };
	await inTransaction((tx) => callOffEvent(tx, author, { input, now }));
	expect(await found(own.owner, what)).toEqual([]);
});

it("waits where a time does not exist", async () => {
	await another(makePublished, { startDate: "2027-03-28" });
	const what = await planned({ startDate: "2027-03-28", startTime: "02:30" });
	expect(await found(own.owner, what)).toEqual([]);
});
