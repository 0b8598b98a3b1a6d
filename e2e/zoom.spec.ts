import type { Locator } from "@playwright/test";
import { LOCALES } from "@/lib/text/languages";
import { PUBLIC_PAGES } from "./support/pages";
import { expect, test } from "./support/test";

/** A window of 1280 by 1024 at 400 %, as WCAG 2.2, 1.4.10 counts it. */
const ZOOMED = { width: 320, height: 256 };
const NAMES = ["memorials", "recognitions", "wall screen"];
const PAGES = PUBLIC_PAGES.filter(({ name, isMain }) => isMain || NAMES.includes(name));

test.use({ viewport: ZOOMED });

for (const { name, path } of PAGES) {
	test(`${name} at 400 %: one direction to scroll in, everything opened`, async ({ stay }) => {
		const page = await stay();
		await page.setViewportSize(ZOOMED);
		const address = await path();
		for (const language of ["en", "de", "az", "ar"]) {
			await page.goto(`/${language}${address}`);
			await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
			expect(await page.evaluate(openAndMeasure), language).toEqual({
				beyond: 0,
				sideways: [],
				broken: [],
				covering: [],
			});
		}
	});
}

test("at 400 % the menu opens, and its last entry is reached", async ({ stay }) => {
	const page = await stay();
	await page.setViewportSize(ZOOMED);
	for (const language of ["en", "de", "az", "ar"]) {
		await page.goto(`/${language}/countries/bt`);
		const menu = page.locator("header details:visible");
		await menu.locator("summary").click();
		for (const link of [menu.getByRole("link").first(), menu.getByRole("link").last()]) {
			await link.scrollIntoViewIfNeeded();
			await expectReachable(link);
		}
	}
});

test("the views of the list stand in one row on the narrowest screen, in every language", async ({
	stay,
}) => {
	const page = await stay();
	await page.setViewportSize(ZOOMED);
	for (const language of LOCALES) {
		await page.goto(`/${language}/events?view=agenda`);
		const views = page.locator("main nav", { has: page.locator('a[href*="view=map"]') }).first();
		const boxes = await views.getByRole("link").evaluateAll((links) =>
			links.map((link) => {
				const { top, left, right } = link.getBoundingClientRect();
				return { top, isInside: left >= 0 && right <= innerWidth };
			}),
		);
		expect(boxes, language).toHaveLength(4);
		expect(new Set(boxes.map(({ top }) => top)).size, `${language}: rows`).toBe(1);
		expect(
			boxes.every(({ isInside }) => isInside),
			`${language}: inside the window`,
		).toBe(true);
	}
});

test("at 400 % the events of a mark fit into the window with all that belongs to them", async ({
	page,
}) => {
	await page.goto("/ar/events?view=map&season=all&city=2950159");
	const mark = page.locator("[data-key]", { hasText: /\p{N}/u }).first();
	const panel = page.getByRole("dialog");
	await expect(mark).toBeVisible({ timeout: 30_000 });
	// As long as its events lie apart, a mark comes nearer instead.
	await expect(async () => {
		await mark.evaluate((button: HTMLElement) => button.click());
		await expect(panel).toBeVisible({ timeout: 3000 });
	}).toPass();
	await expect(panel.getByRole("link").nth(1)).toBeAttached();
	await panel.evaluate((box) => box.scrollIntoView({ block: "end" }));
	await expectReachable(panel.getByRole("button"));
	const last = panel.getByRole("link").last();
	await last.scrollIntoViewIfNeeded();
	await expectReachable(last);
});

/** Wholly in the window, with nothing above it. */
async function expectReachable(target: Locator): Promise<void> {
	await expect(target).toBeInViewport({ ratio: 1 });
	const isOnTop = await target.evaluate((element) => {
		const { left, width, top, height } = element.getBoundingClientRect();
		return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
	});
	expect(isOnTop).toBe(true);
}

/**
 * Opens all that opens, and tells the pixels beyond the edge, what would have to be scrolled sideways by itself, the
 * heads of columns whose word is broken, and the boxes that stand fast over a third of the window.
 */
function openAndMeasure() {
	const opened = document.querySelectorAll<HTMLDetailsElement>("main details");
	for (const details of opened) details.open = true;
	const { scrollWidth, clientWidth } = document.documentElement;
	const all = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) =>
		element.checkVisibility(),
	);
	const sideways = all.filter(
		(element) =>
			["auto", "scroll"].includes(getComputedStyle(element).overflowX) &&
			element.scrollWidth > element.clientWidth + 1,
	);
	const broken = all.filter((element) => {
		const [word] = element.childNodes;
		if (!element.closest("th[scope=col]") || !(word instanceof Text)) return false;
		const range = document.createRange();
		range.selectNodeContents(word);
		const rows = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
		return !/\s/.test(word.data) && rows.size > 1;
	});
	const covering = all.filter((element) => {
		if (!["fixed", "sticky"].includes(getComputedStyle(element).position)) return false;
		const { width, height } = element.getBoundingClientRect();
		return width * height > (innerWidth * innerHeight) / 3;
	});
	const nameOf = (element: HTMLElement) => `${element.tagName} ${element.className}`;
	return {
		beyond: scrollWidth - clientWidth,
		sideways: sideways.map(nameOf),
		broken: broken.map((element) => element.textContent),
		covering: covering.map(nameOf),
	};
}
