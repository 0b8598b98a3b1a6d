import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/db/client";
import type { SignedInViewer } from "@/lib/permissions/viewer";
import {
	eventContent,
	type MadeEvent,
	makeDraft,
	makePublished,
	submitAgain,
} from "@/prisma/factories/events";
import {
	type MadeOrganisation,
	makeEditor,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeStranger } from "@/prisma/factories/people";
import { useDatabase } from "@/prisma/factories/use-database";
import { KEPT_SAVES } from "./draft-past";
import { getMyEvent } from "./queries";
import { saveDraft } from "./save-draft";
import type { DraftContent } from "./schema";
import { watchDraft } from "./watch-draft";

useDatabase();

let organisation: MadeOrganisation;
let editor: SignedInViewer;

beforeAll(async () => {
	organisation = await makeOrganisation();
	editor = await makeEditor(organisation.id);
});

type Standing = Pick<MadeEvent, "eventId" | "revisionId" | "revisionVersion">;

/** Saves a form that was filled from `from`, as this member. */
function saveAs(
	viewer: SignedInViewer,
	{ eventId, revisionId, revisionVersion }: Standing,
	typed: Partial<DraftContent>,
	{ unresolved = [], now = new Date() }: { unresolved?: string[]; now?: Date } = {},
) {
	const content = eventContent(organisation.country, typed);
	return inTransaction((tx) =>
		saveDraft(tx, viewer, { eventId, revisionId, revisionVersion, content, unresolved, now }),
	);
}

function watch(viewer: SignedInViewer, standing: Standing, now = new Date()) {
	const { eventId, revisionId, revisionVersion } = standing;
	return inTransaction((tx) =>
		watchDraft(tx, viewer, { eventId, revisionId, revisionVersion, now }),
	);
}

async function stored(eventId: string) {
	return (await getMyEvent(organisation.owner, eventId)).content;
}

describe("two people on one draft", () => {
	it("both keep what they typed in different answers", async () => {
		const draft = await makeDraft({ organisation });
		await saveAs(editor, draft, { venueName: "Town hall" });
		const saved = await saveAs(organisation.owner, draft, { contactName: "Press office" });
		expect(saved.conflicts).toEqual([]);
		expect(saved.taken).toMatchObject([{ field: "venueName", isOwn: false }]);
		expect(await stored(draft.eventId)).toMatchObject({
			venueName: "Town hall",
			contactName: "Press office",
			version: saved.revisionVersion,
		});
	});

	it("neither overwrites the other's answer: who comes second decides", async () => {
		const draft = await makeDraft({ organisation });
		const now = new Date();
		const before = new Date(now.getTime() - 20_000);
		await saveAs(editor, draft, { venueName: "Theirs" }, { now: before });
		const second = await saveAs(organisation.owner, draft, { venueName: "Mine" }, { now });
		expect(second.conflicts).toMatchObject([{ field: "venueName", secondsAgo: 20, isOwn: false }]);
		expect((await stored(draft.eventId)).venueName).toBe("Theirs");

		// Autosave goes on with the rest and leaves this one open.
		const later = { ...draft, ...second };
		const third = await saveAs(
			organisation.owner,
			later,
			{ venueName: "Mine", contactName: "Press office" },
			{ unresolved: ["venueName"] },
		);
		expect(third.conflicts).toMatchObject([{ field: "venueName" }]);
		expect(await stored(draft.eventId)).toMatchObject({
			venueName: "Theirs",
			contactName: "Press office",
		});

		await saveAs(organisation.owner, { ...draft, ...third }, { venueName: "Mine" });
		expect((await stored(draft.eventId)).venueName).toBe("Mine");
	});

	it("a decision does not hold against an answer that was given after it", async () => {
		const draft = await makeDraft({ organisation });
		await saveAs(editor, draft, { venueName: "Theirs" });
		const second = await saveAs(organisation.owner, draft, { venueName: "Mine" });
		await saveAs(editor, { ...draft, ...second }, { venueName: "Theirs, again" });
		const decided = await saveAs(
			organisation.owner,
			{ ...draft, ...second },
			{ venueName: "Mine" },
		);
		expect(decided.conflicts).toMatchObject([{ field: "venueName" }]);
		expect((await stored(draft.eventId)).venueName).toBe("Theirs, again");
	});

	it("of eight saves at once of one answer one is stored, and each other is told", async () => {
		const draft = await makeDraft({ organisation });
		const names = Array.from({ length: 8 }, (_, n) => `Hall ${n}`);
		const saves = await Promise.all(
			names.map((venueName, n) =>
				saveAs(n % 2 ? editor : organisation.owner, draft, { venueName }),
			),
		);
		const winners = names.filter((_, n) => saves[n]?.conflicts.length === 0);
		expect(winners).toEqual([(await stored(draft.eventId)).venueName]);
	});

	it("saves at once of different answers are all stored", async () => {
		const draft = await makeDraft({ organisation });
		const locales = ["az", "tr", "ru", "de", "ar"] as const;
		const { texts } = eventContent(organisation.country);
		const text = (title: string) => ({ title, description: "" });
		await Promise.all([
			...locales.map((locale) =>
				saveAs(editor, draft, { texts: { ...texts, [locale]: text(`Title in ${locale}`) } }),
			),
			saveAs(organisation.owner, draft, { venueName: "Town hall" }),
			saveAs(organisation.owner, draft, { address: "1 Main Street" }),
			saveAs(organisation.owner, draft, { isFree: true }),
		]);
		const content = await stored(draft.eventId);
		expect(content).toMatchObject({
			venueName: "Town hall",
			address: "1 Main Street",
			isFree: true,
		});
		expect(content.texts.map(({ locale }) => locale).sort()).toEqual(["en", ...locales].sort());
	});

	it("who typed while the other submitted begins the next version from it, with both one's changes", async () => {
		const draft = await makeDraft({ organisation });
		const first = await saveAs(editor, draft, { venueName: "Town hall" });
		await submitAgain({ ...draft, ...first, author: editor });
		const saved = await saveAs(organisation.owner, draft, { contactName: "Press office" });
		expect(saved.revisionId).not.toBe(draft.revisionId);
		// And a third window still shows the submitted version.
		const third = await saveAs(editor, { ...draft, ...first }, { venueName: "Library" });
		expect(third.conflicts).toEqual([]);
		expect(await stored(draft.eventId)).toMatchObject({
			number: 2,
			venueName: "Library",
			contactName: "Press office",
		});
	});

	it("who changed nothing takes nothing out of review", async () => {
		const draft = await makeDraft({ organisation });
		const first = await saveAs(editor, draft, { venueName: "Town hall" });
		await submitAgain({ ...draft, ...first, author: editor });
		const saved = await saveAs(organisation.owner, draft, {});
		expect(saved.taken).toMatchObject([{ field: "venueName" }]);
		expect(await getMyEvent(organisation.owner, draft.eventId)).toMatchObject({
			state: "submitted",
			content: { number: 1 },
		});
	});

	it("a form older than the remembered saves is compared answer by answer", async () => {
		const draft = await makeDraft({ organisation });
		const saved = await saveAs(editor, draft, { venueName: "Town hall" });
		await db.draftSave.deleteMany({ where: { revisionId: draft.revisionId } });
		const late = await saveAs(organisation.owner, draft, { contactName: "Press office" });
		expect(late.conflicts.map(({ field }) => field).sort()).toEqual(["contactName", "venueName"]);
		expect(await stored(draft.eventId)).toMatchObject({
			version: saved.revisionVersion,
			venueName: "Town hall",
			contactName: null,
		});
	});

	it("remembers so many saves of a revision and no more", async () => {
		const draft = await makeDraft({ organisation });
		await db.draftSave.createMany({
			data: Array.from({ length: KEPT_SAVES }, (_, n) => ({
				revisionId: draft.revisionId,
				version: n - KEPT_SAVES,
				at: new Date(),
				before: {},
			})),
		});
		await saveAs(editor, draft, { venueName: "Town hall" });
		const count = await db.draftSave.count({ where: { revisionId: draft.revisionId } });
		expect(count).toBeLessThanOrEqual(KEPT_SAVES);
	});

	it("a version that never was is refused, and one that was thrown away", async () => {
		const draft = await makeDraft({ organisation });
		for (const wrong of [
			{ ...draft, revisionVersion: draft.revisionVersion + 1 },
			{ ...draft, revisionId: draft.eventId },
		])
			await expect(saveAs(editor, wrong, { venueName: "X" })).rejects.toMatchObject({
				code: "conflict",
			});
	});
});

describe("an open form", () => {
	it("is told what was saved elsewhere, by whom, and who else is there", async () => {
		const draft = await makeDraft({ organisation });
		expect(await watch(editor, draft)).toMatchObject({ isAnotherHere: false, changes: [] });
		const { owner } = organisation;
		expect(await watch(owner, draft)).toMatchObject({ isAnotherHere: true, state: "draft" });
		await saveAs(editor, draft, { venueName: "Town hall" });
		const seen = await watch(owner, draft);
		expect(seen.changes).toMatchObject([{ field: "venueName", isOwn: false }]);
		expect(seen.content.venueName).toBe("Town hall");
		expect((await watch(editor, draft)).changes).toMatchObject([{ isOwn: true }]);
		const later = new Date(Date.now() + 60_000);
		expect(await watch(owner, draft, later)).toMatchObject({ isAnotherHere: false });
	});

	it("tells nothing to whoever may not edit the event", async () => {
		const published = await makePublished({ organisation });
		const stranger = await makeStranger();
		await expect(watch(stranger, published)).rejects.toMatchObject({ code: "not_found" });
		await expect(saveAs(stranger, published, {})).rejects.toMatchObject({ code: "not_found" });
		const mixed = { ...published, revisionId: (await makeDraft()).revisionId };
		await expect(watch(editor, mixed)).rejects.toMatchObject({ code: "conflict" });
		expect(await db.draftReader.count({ where: { userId: stranger.id } })).toBe(0);
	});
});
