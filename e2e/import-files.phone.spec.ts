import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { lockNames } from "@/lib/db/lock";
import { windowLock } from "@/lib/events/season-window";
import { writeWorkbook } from "@/lib/imports/write-workbook";
import { eventContent, makeDraft } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { expect, test } from "./support/test";

type File = { name: string; mimeType: string; buffer: Buffer };

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CHECKED = { timeout: 60_000 };

const HEADERS = [
	"Type of event",
	"Title (English)",
	"First day",
	"Start time",
	"Attendance",
	"Country",
	"City",
	"Venue",
];

function rowOf(venue: string, city = "Berlin"): string[] {
	const title = `Commemoration in the ${venue}`;
	return ["Ceremony", title, "2027-02-26", "18:00", "In person", "Germany", city, venue];
}

async function send(page: Page, file: File): Promise<void> {
	await page.goto("/en/my/import");
	await page.setInputFiles("input[type=file]", file);
	await page.getByRole("button", { name: "Send the file" }).tap();
	await expect(page.getByRole("button", { name: "Check all rows" })).toBeVisible();
}

async function download(page: Page, name: string | RegExp): Promise<string> {
	const [file] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name }).tap(),
	]);
	return readFile(await file.path(), "latin1");
}

test("on a phone a workbook is sent, a wrong row left out, and the others kept as drafts", async ({
	open,
}) => {
	const { id: organisationId, owner } = await makeOrganisation();
	const page = await open({ as: owner });
	const rows = [HEADERS, rowOf("Hall"), rowOf("Library", "Berlinn"), rowOf("Museum", "Hamburg")];
	const buffer = Buffer.from(writeWorkbook([{ name: "Events", rows }], { isRightToLeft: false }));
	await send(page, { name: "events.xlsx", mimeType: XLSX, buffer });
	await page.getByRole("button", { name: "Check all rows" }).tap();
	await expect(page.getByText("2 rows are good · 1 row has problems")).toBeVisible(CHECKED);
	await page.getByRole("button", { name: "Leave row 3 out" }).tap();
	await page.getByRole("button", { name: "Keep them as drafts" }).tap(CHECKED);
	await expect(page.getByText("2 drafts are in your list")).toBeVisible(CHECKED);
	const events = await db.event.groupBy({ by: ["state"], where: { organisationId }, _count: true });
	expect(events).toEqual([{ state: "draft", _count: 2 }]);
});

test("on a phone a calendar is sent, its end in another zone put on the clocks of the place", async ({
	open,
}) => {
	const { id: organisationId, owner } = await makeOrganisation();
	const page = await open({ as: owner });
	const text = [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"BEGIN:VEVENT",
		"UID:1",
		"SUMMARY:Commemoration",
		"DTSTART;TZID=W. Europe Standard Time:20270226T180000",
		"DTEND:20270226T190000Z",
		"LOCATION:Hall\\, Berlin\\, Germany",
		"END:VEVENT",
		"END:VCALENDAR",
	].join("\r\n");
	await send(page, { name: "events.ics", mimeType: "text/calendar", buffer: Buffer.from(text) });
	await page.locator("select[name=type]").selectOption("ceremony");
	await page.locator("select[name=attendanceMode]").selectOption("in_person");
	await page.getByRole("button", { name: "Check all rows" }).tap();
	await page.getByRole("button", { name: "Submit 1 event for review" }).tap(CHECKED);
	await expect(page.getByText("1 event is submitted for review")).toBeVisible(CHECKED);
	const event = await db.event.findFirstOrThrow({
		where: { organisationId, state: "submitted" },
		select: { latestRevision: { select: { startTime: true, endTime: true, timezone: true } } },
	});
	expect(event.latestRevision).toEqual({
		startTime: "18:00",
		endTime: "20:00",
		timezone: "Europe/Berlin",
	});
});

test("on a phone the bar of an import of some hundred rows is seen to move", async ({ open }) => {
	test.setTimeout(120_000);
	const { id: organisationId, owner } = await makeOrganisation();
	const page = await open({ as: owner });
	const text = [
		HEADERS.join(","),
		...Array.from({ length: 600 }, (_, index) => rowOf(`Hall ${index}`).join(",")),
	].join("\n");
	await send(page, { name: "events.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
	await page.getByRole("button", { name: "Check all rows" }).tap();
	const submit = page.getByRole("button", { name: "Submit 600 events for review" });
	await expect(submit).toBeVisible(CHECKED);
	const bar = page.getByRole("progressbar");
	const done = async () => Number(await bar.getAttribute("value"));
	// The events wait before the first of them, and after the last: so both are seen.
	await holding(windowLock(2027), async () => {
		await holding(`imports ${organisationId}`, async () => {
			await submit.tap();
			await expect(bar).toBeVisible();
			expect(await done()).toBeLessThan(600);
		});
		await expect.poll(done, { timeout: 60_000, intervals: [100] }).toBe(600);
	});
	await expect(page.getByText("600 events are submitted for review")).toBeVisible(CHECKED);
	expect(await db.event.count({ where: { organisationId, state: "submitted" } })).toBe(600);
});

function holding(names: string, whileHeld: () => Promise<void>): Promise<void> {
	return db.$transaction(
		async (tx) => {
			await lockNames(tx, names);
			await whileHeld();
		},
		{ timeout: 90_000 },
	);
}

test("on a phone the template, the own events in three formats and the account's data are taken along", async ({
	open,
}) => {
	const organisation = await makeOrganisation();
	const title = "An evening of remembrance, with music";
	const texts = { en: { title, description: "" } };
	await makeDraft({ organisation, content: { ...eventContent("DE"), texts } });
	const page = await open({ as: organisation.owner });
	await page.goto("/en/my/import");
	expect(await download(page, "Template as CSV")).toContain("Title (English)");
	expect((await download(page, "Template as XLSX")).slice(0, 2)).toBe("PK");
	const own = (format: string) => download(page, `${organisation.name}: ${format}`);
	expect(await own("CSV")).toContain(title);
	expect(await own("ICS")).toMatch(/^BEGIN:VCALENDAR/);
	expect(JSON.stringify(JSON.parse(await own("JSON")))).toContain(title);
	await page.goto("/en/my/account");
	expect(await download(page, /Download/)).toContain(organisation.owner.email);
});
