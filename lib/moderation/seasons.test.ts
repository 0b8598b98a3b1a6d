import { beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { readSeasonTheme } from "@/lib/calendar/season-theme";
import { seasonTag } from "@/lib/calendar/tags";
import { db, inTransaction } from "@/lib/db/client";
import { ANONYMOUS, type SignedInViewer, type Viewer } from "@/lib/permissions/viewer";
import { makeDraft, makePublished, submitAgain } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { justProven, makeAdmin, makeCoordinator } from "@/prisma/factories/people";
import { setWindow } from "@/prisma/factories/seasons";
import { emptyDatabase, useDatabase, waitForAWaiter } from "@/prisma/factories/use-database";
import { getSeasonView, listSeasonViews } from "./season-queries";
import { seasonInput } from "./season-schema";
import { saveSeason } from "./seasons";
import { submitOrPublish } from "./submit-or-publish";

useDatabase();

const NOW = new Date("2026-12-10T10:00:00Z");
const EN = { title: "Memory and justice", text: "Thirty-five years on." };
const AZ = { title: "Yaddaş və ədalət", text: "" };

let admin: SignedInViewer;

beforeEach(async () => {
	await emptyDatabase();
	admin = justProven(await makeAdmin(), NOW);
});

function save(viewer: Viewer, input: z.input<typeof seasonInput>, now = NOW) {
	return inTransaction((tx) => saveSeason(tx, viewer, { input: seasonInput.parse(input), now }));
}

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => "done",
		(error) => error.code,
	);

describe("setting a season", () => {
	it("is for admins with a fresh proof, of seasons near enough", async () => {
		const input = { year: 2027, version: 0 };
		expect(await codeOf(save(ANONYMOUS, input))).toBe("unauthenticated");
		expect(await codeOf(save((await makeOrganisation()).owner, input))).toBe("forbidden");
		expect(await codeOf(save(justProven(await makeCoordinator("DE"), NOW), input))).toBe(
			"forbidden",
		);
		expect(
			await codeOf(save(justProven(admin, new Date(NOW.getTime() - 11 * 60_000)), input)),
		).toBe("proof_needed");
		expect(await codeOf(save(admin, { ...input, year: 1991 }))).toBe("not_found");
		expect(await codeOf(save(admin, { ...input, year: 2030 }))).toBe("not_found");
		expect(await db.season.count()).toBe(0);
		expect(await codeOf(save(admin, input))).toBe("done");
	});

	it("leaves a trace of days and languages, and makes cached pages follow", async () => {
		await save(admin, {
			year: 2027,
			version: 0,
			opensOn: "2026-12-01",
			closesOn: "2027-02-20",
			texts: { en: EN, az: AZ, de: { title: " ", text: "" } },
		});
		expect(await readSeasonTheme(2027)).toEqual([
			{ locale: "az", ...AZ },
			{ locale: "en", ...EN },
		]);
		expect(await db.cacheTag.count({ where: { tag: seasonTag(2027) } })).toBe(1);
		await save(admin, {
			year: 2027,
			version: 1,
			opensOn: "",
			closesOn: "2027-02-22",
			texts: { en: EN, az: { ...AZ, text: "Otuz beş il." } },
		});
		const traces = await db.auditEntry.findMany({
			where: { action: "season.saved" },
			orderBy: { id: "asc" },
			select: { actorId: true, subjectId: true, detail: true },
		});
		const days = { opensOn: "2026-12-01", closesOn: "2027-02-20" };
		const languages = ["az", "en"];
		expect(traces).toEqual([
			{
				actorId: admin.id,
				subjectId: "2027",
				detail: {
					before: { opensOn: null, closesOn: null, languages: [] },
					after: { ...days, languages },
					changedTexts: languages,
				},
			},
			{
				actorId: admin.id,
				subjectId: "2027",
				detail: {
					before: { ...days, languages },
					after: { opensOn: null, closesOn: "2027-02-22", languages },
					changedTexts: ["az"],
				},
			},
		]);
	});

	it("of two who save one wins, and the other is told", async () => {
		const outcomes = await Promise.all(
			["2027-02-20", "2027-02-21"].map((closesOn) =>
				codeOf(save(admin, { year: 2027, version: 0, closesOn })),
			),
		);
		expect(outcomes.sort()).toEqual(["conflict", "done"]);
		expect(await db.auditEntry.count({ where: { action: "season.saved" } })).toBe(1);
		expect(await codeOf(save(admin, { year: 2027, version: 0 }))).toBe("conflict");
		expect(await codeOf(save(admin, { year: 2027, version: 1 }))).toBe("done");
	});

	it("while frozen changes the window, and no word that the public reads", async () => {
		await save(admin, { year: 2027, version: 0, texts: { en: EN } });
		await db.switch.create({ data: { name: "freeze", isOn: true, changedAt: NOW } });
		const again = { year: 2027, version: 1, closesOn: "2027-02-20" };
		expect(await codeOf(save(admin, { ...again, texts: { en: AZ } }))).toBe("frozen");
		expect(await codeOf(save(admin, again))).toBe("frozen");
		expect(await codeOf(save(admin, { ...again, texts: { en: EN } }))).toBe("done");
	});
});

it.each([
	[{ closesOn: "2027-02-30" }, "closesOn", "field.date"],
	[{ opensOn: "2027-02-21", closesOn: "2027-02-20" }, "closesOn", "field.lastDayFirst"],
	[{ closesOn: "2028-02-20" }, "closesOn", "field.seasonDay"],
	[{ opensOn: "2025-12-01" }, "opensOn", "field.seasonDay"],
	[{ texts: { en: { title: "x".repeat(121), text: "" } } }, "texts.en.title", "field.tooLong"],
	[{ texts: { en: { title: "x", text: "x".repeat(601) } } }, "texts.en.text", "field.tooLong"],
	[{ texts: { en: { title: "", text: "Alone" } } }, "texts.en.title", "field.required"],
	[{ texts: { en: { title: "a\u202eb", text: "" } } }, "texts.en.title", "field.bidiControl"],
])("refuses %j beside the field", (input, path, message) => {
	const issues = seasonInput.safeParse({ year: 2027, version: 0, ...input }).error?.issues ?? [];
	expect(issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([[path, message]]);
});

it("refuses what it does not know", () => {
	const known = { year: 2027, version: 0 };
	expect(seasonInput.safeParse({ ...known, id: 1 }).success).toBe(false);
	expect(seasonInput.safeParse({ ...known, texts: { nl: EN } }).success).toBe(false);
});

it("the desk lists seasons with events or something set, this one and the next", async () => {
	await makePublished({ content: { startDate: "2025-02-26" } });
	await setWindow(2019, { closesOn: "2019-03-01" });
	await save(admin, { year: 2027, version: 0, opensOn: "2026-12-20", texts: { en: EN } });
	const views = await listSeasonViews(admin, NOW);
	expect(
		views.map(({ year, events, phase, texts }) => [year, events, phase, texts.length]),
	).toEqual([
		[2028, 0, "during", 0],
		[2027, 0, "before", 1],
		[2025, 1, "during", 0],
		[2019, 0, "after", 0],
	]);
	expect(await getSeasonView(admin, 2020, NOW)).toMatchObject({ version: 0, texts: [] });
	expect(await codeOf(getSeasonView(admin, 2031, NOW))).toBe("not_found");
	expect(await codeOf(listSeasonViews(await makeCoordinator("DE"), NOW))).toBe("forbidden");
});

it("a trusted organisation obeys the window too", async () => {
	const organisation = await makeOrganisation();
	await db.organisation.update({
		where: { id: organisation.id },
		data: { trustedAt: NOW, trustedById: admin.id },
	});
	const { eventId, eventVersion, author } = await makeDraft({
		organisation,
		content: { startDate: "2027-02-26" },
	});
	const submit = () =>
		inTransaction((tx) => submitOrPublish(tx, author, { eventId, eventVersion, now: NOW }));
	await setWindow(2027, { opensOn: "2026-12-20" });
	expect(await codeOf(submit())).toBe("season_closed");
	await setWindow(2027, { opensOn: "2026-12-01" });
	expect(await codeOf(submit())).toBe("done");
	expect(await db.publishedEvent.count({ where: { id: eventId } })).toBe(1);
});

it("once the window is shut nothing is handed in, whatever had begun before; with a row or without", async () => {
	for (const version of [0, 1]) {
		const drafts = [];
		for (let number = 0; number < 12; number++)
			drafts.push(await makeDraft({ content: { startDate: "2027-02-26" }, now: NOW }));
		const waiting = () => db.event.count({ where: { state: "submitted" } });
		const before = await waiting();
		const submissions = drafts.map((draft) => codeOf(submitAgain(draft)));
		const shut = { year: 2027, version, opensOn: `2026-12-${12 + version}` };
		const whenShut = save(admin, shut).then(waiting);
		const outcomes = await Promise.all(submissions);
		expect(await waiting()).toBe(await whenShut);
		expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(
			(await whenShut) - before,
		);
		for (const outcome of outcomes) expect(["done", "season_closed"]).toContain(outcome);
		// Open again for the second round, over the row that is there now.
		await setWindow(2027, { opensOn: "2026-12-01" });
	}
});

it("whoever shuts a window waits for a submission that has asked before", async () => {
	const draft = await makeDraft({ content: { startDate: "2027-02-26" }, now: NOW });
	let isSaved = false;
	let saving: Promise<unknown> = Promise.resolve();
	await inTransaction(async (tx) => {
		const { eventId, eventVersion, author } = draft;
		await submitOrPublish(tx, author, { eventId, eventVersion, now: NOW });
		saving = save(admin, { year: 2027, version: 0, opensOn: "2026-12-20" }).then(() => {
			isSaved = true;
		});
		await waitForAWaiter();
		expect(isSaved).toBe(false);
	});
	await saving;
	const other = await makeDraft({ content: { startDate: "2027-02-26" }, now: NOW });
	expect(await codeOf(submitAgain(other))).toBe("season_closed");
});
