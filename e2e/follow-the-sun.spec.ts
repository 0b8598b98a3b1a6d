import type { Page } from "@playwright/test";
import { removeMinuteOfSilence, setMinuteOfSilence } from "@/lib/calendar/minutes-of-silence";
import { inTransaction } from "@/lib/db/client";
import { commemorationOf, currentSeason } from "@/lib/time/season";
import { addDays } from "@/lib/time/wall-time";
import { makePublished } from "@/prisma/factories/events";
import { expect, type Open, test } from "./support/test";

const DATE = commemorationOf(currentSeason(new Date()));
const [BEFORE, AFTER] = [addDays(DATE, -1), addDays(DATE, 1)];
const PAGE = "/en/follow-the-sun";
/** A clock can only be stopped at a moment that is still to come. */
const LEAD_MS = 60_000;
const TITLE = "Remembrance at five";
const ZONES = ["Asia/Baku", "Asia/Tokyo", "America/Los_Angeles"] as const;

test.beforeAll(async () => {
	await makePublished({
		content: {
			startDate: DATE,
			startTime: "17:00",
			endTime: "18:00",
			cityGeonameId: 1850147,
			cityName: "Tokyo",
			country: "JP",
			timezone: "Asia/Tokyo",
			venueName: null,
			lat: null,
			lon: null,
			texts: { en: { title: TITLE, description: "" } },
		},
	});
});

/** A visitor whose device and server agree that it is `now` (ISO 8601 in UTC); `device` where its own clock is wrong. */
async function visit(
	open: Open,
	{
		now,
		device = now,
		zone,
		path = PAGE,
	}: { now: string; device?: string; zone: string; path?: string },
): Promise<Page> {
	const page = await open({ timezoneId: zone, viewport: { width: 1920, height: 1080 } });
	const skewMs = Date.parse(now) - Date.parse(device);
	await page.clock.install({ time: Date.parse(device) - LEAD_MS });
	await page.clock.pauseAt(new Date(device));
	await page.route("**/api/health", async (route) => {
		const deviceMs = await page.evaluate(() => Date.now());
		await route.fulfill({
			headers: { date: new Date(deviceMs + skewMs).toUTCString() },
			json: { status: "ok" },
		});
	});
	await page.goto(path);
	await page.evaluate(() => Reflect.set(window, "samePage", true));
	return page;
}

/** Nothing was loaded anew. */
async function expectSamePage(page: Page): Promise<void> {
	expect(await page.evaluate(() => Reflect.get(window, "samePage"))).toBe(true);
}

const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const station = (page: Page, offset: string) =>
	page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: offset }) });

for (const [zone, sentence] of [
	[ZONES[0], "17:00 in Tokyo is 12:00 for you"],
	[ZONES[1], "17:00 in Tokyo"],
	[ZONES[2], "17:00 in Tokyo is 00:00 for you"],
] as const) {
	test(`next, now and over follow the clock in ${zone} without a reload`, async ({ open }) => {
		const page = await visit(open, { now: `${DATE}T07:59:50Z`, zone });
		const next = column(page, "Next").getByRole("listitem").filter({ hasText: TITLE }).first();
		await expect(next).toContainText(sentence);
		if (zone === "Asia/Tokyo") await expect(next).not.toContainText("for you");
		await page.clock.fastForward("00:20");
		await expect(column(page, "Now")).toContainText(TITLE);
		await expect(column(page, "Next")).not.toContainText(TITLE);
		await page.clock.fastForward("01:00:00");
		await expect(column(page, "Over")).toContainText(TITLE);
		await expect(column(page, "Now")).not.toContainText(TITLE);
		await expectSamePage(page);
	});
}

test("the day leaves Tokyo at its midnight, and the day of a visitor further west is named", async ({
	open,
}) => {
	const page = await visit(open, { now: `${DATE}T14:59:50Z`, zone: "America/Los_Angeles" });
	const tokyo = station(page, "UTC+09:00");
	await expect(tokyo).toHaveAttribute("data-phase", "live");
	await expect(tokyo).toContainText("local time 26 Feb, 23:59");
	await expect(tokyo).toContainText("from 25 Feb, 15:00 UTC");
	await expect(tokyo).toContainText("07:00 for you");
	await page.clock.fastForward("00:15");
	await expect(tokyo).toHaveAttribute("data-phase", "past");
	await expect(tokyo).toContainText("local time 27 Feb, 00:00");
	await expect(page.getByRole("status")).toContainText(/26 February ends: .*Tokyo/);
	await page.clock.fastForward("00:15");
	await expect(page.getByRole("status")).toHaveText("");
	await expectSamePage(page);
});

test("the minute of silence is next, now, and over after a minute", async ({ open }) => {
	const page = await visit(open, { now: `${DATE}T12:59:50Z`, zone: "Europe/Berlin" });
	const silence = "Minute of silence: Azerbaijan";
	await expect(column(page, "Next")).toContainText(silence);
	await page.clock.fastForward("00:15");
	await expect(column(page, "Now").getByRole("listitem").first()).toContainText(silence);
	await expect(column(page, "Now").getByRole("listitem").first()).toContainText("is 14:00 for you");
	await expect(page.getByRole("status")).toContainText(silence);
	await page.clock.fastForward("01:00");
	await expect(column(page, "Now")).not.toContainText(silence);
	await expectSamePage(page);
});

test("the day begins on Kiritimati and ends at UTC−12, and the page says so", async ({ open }) => {
	const page = await visit(open, { now: `${BEFORE}T09:59:50Z`, zone: "Asia/Baku" });
	await expect(page.getByText("Until 26 February begins on Earth")).toBeVisible();
	await expect(page.getByText("14:00 for you").first()).toBeVisible();
	await page.clock.fastForward("00:20");
	await expect(column(page, "Next")).toContainText("26 February begins:");
	await page.clock.fastForward("49:59:30");
	await expect(column(page, "Over")).toBeVisible();
	await page.clock.fastForward("00:30");
	await expect(page.getByText("is over everywhere on Earth")).toBeVisible();
	await expectSamePage(page);
});

test("a device whose clock is wrong shows the right moment, and one that slept is right at once", async ({
	open,
}) => {
	const page = await visit(open, {
		now: `${DATE}T13:00:10Z`,
		device: `${AFTER}T20:00:10Z`,
		zone: "Asia/Baku",
	});
	await expect(column(page, "Now")).toContainText("Minute of silence: Azerbaijan");
	await page.clock.setSystemTime(new Date(`${AFTER}T22:30:00Z`));
	await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
	await expect(station(page, "UTC+09:00")).toHaveAttribute("data-phase", "past");
	await expect(column(page, "Now")).not.toContainText("Minute of silence");
});

test("without script: the order, the clocks and the hours, as they were when the page was made", async ({
	open,
}) => {
	const page = await open({ javaScriptEnabled: false });
	await page.goto(PAGE);
	await expect(page.getByText(/This page shows the state of .* UTC/)).toBeVisible();
	const offsets = await page.getByRole("heading", { name: /^UTC[+-]\d\d:\d\d$/ }).allInnerTexts();
	const minutes = offsets.map((text) => {
		const [, sign, hours, rest] = /UTC([+-])(\d\d):(\d\d)/.exec(text) ?? [];
		return Number(`${sign}1`) * (Number(hours) * 60 + Number(rest));
	});
	expect(minutes).toEqual([...minutes].sort((a, b) => b - a));
	expect(minutes.length).toBeGreaterThan(5);
	const tokyo = station(page, "UTC+09:00");
	await expect(tokyo).toContainText(/local time \d+ \w+, \d\d:\d\d/);
	await expect(tokyo.getByRole("link", { name: "Tokyo", exact: true })).toHaveAttribute(
		"href",
		`/en/events?city=1850147&from=${DATE}&to=${DATE}`,
	);
	await expect(tokyo.getByRole("link", { name: TITLE }).first()).toHaveAttribute(
		"href",
		/\/en\/events\/\d/,
	);
	await expect(page.getByText("Minute of silence: Azerbaijan")).toBeVisible();
});

test("what the operator sets is on the page within seconds", async ({ page }) => {
	const minute = { country: "JP", time: "14:46", sourceUrl: null };
	await inTransaction((tx) => setMinuteOfSilence(tx, minute, new Date()));
	try {
		await expect(async () => {
			await page.goto(PAGE);
			await expect(page.getByText("Minute of silence: Japan")).toBeVisible({ timeout: 500 });
		}).toPass();
	} finally {
		await inTransaction((tx) => removeMinuteOfSilence(tx, "JP", new Date()));
	}
});

test("the wall screen fills a screen of either shape, without navigation, and follows the clock", async ({
	open,
}) => {
	const page = await visit(open, {
		now: `${DATE}T12:59:30Z`,
		zone: "Asia/Baku",
		path: `${PAGE}/wall`,
	});
	await expect(page.getByRole("navigation")).toHaveCount(0);
	await expect(page.getByRole("button", { name: "Full screen" })).toBeVisible();
	await expect(page.getByRole("heading", { name: "Next" })).toBeVisible();
	for (const size of [
		{ width: 1920, height: 1080 },
		{ width: 1080, height: 1920 },
	]) {
		await page.setViewportSize(size);
		const beyond = await page.evaluate(() => {
			const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
			return [scrollHeight - clientHeight, scrollWidth - clientWidth];
		});
		expect(beyond, JSON.stringify(size)).toEqual([0, 0]);
	}
	await page.clock.fastForward("00:40");
	await expect(page.getByRole("heading", { name: "Next" })).toHaveCount(0);
	await expect(page.getByText("Minute of silence: Azerbaijan").last()).toBeVisible();
	await page.clock.fastForward("01:00");
	await expect(page.getByRole("heading", { name: "Next" })).toBeVisible();
	await expectSamePage(page);
});

test("the wall screen without script has no button that does nothing", async ({ open }) => {
	const page = await open({ javaScriptEnabled: false });
	await page.goto(`${PAGE}/wall`);
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await expect(page.getByRole("button")).toHaveCount(0);
});
