import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

test("on a phone the page scrolls over the map, and a mark opens its events", async ({ page }) => {
	await page.goto("/ar/events?view=map");
	const map = page.locator(".maplibregl-map");
	await expect(map).toBeVisible({ timeout: 30_000 });
	await expect(page.locator("[data-key]").first()).toBeVisible({ timeout: 30_000 });
	await expectAtTheirPlaces(page);
	await expectUncovered(page);
	const hint = page.locator(".maplibregl-cooperative-gesture-screen");
	await expect(hint).toContainText("حرّك الخريطة بإصبعين");
	await expect(page.locator(".maplibregl-canvas-container")).toHaveCSS(
		"touch-action",
		"pan-x pan-y",
	);
	await page.locator("[data-key]", { hasNotText: /\p{N}/u }).first().tap();
	await expect(page.getByRole("dialog").getByRole("link")).toHaveCount(1);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(390);
});

/** A mark's middle is where its item is put, from right to left too. */
async function expectAtTheirPlaces(page: Page): Promise<void> {
	const distances = await page.locator("[data-key]").evaluateAll((marks) =>
		marks.map((mark) => {
			const { left, width, top, height } = mark.getBoundingClientRect();
			const place = mark.parentElement?.getBoundingClientRect();
			return Math.hypot(
				left + width / 2 - (place?.left ?? 0),
				top + height / 2 - (place?.top ?? 0),
			);
		}),
	);
	expect(Math.max(...distances)).toBeLessThan(1);
}

/** No button of the map lies over a mark. */
async function expectUncovered(page: Page): Promise<void> {
	const covered = await page.locator("[data-key]").evaluateAll((marks) =>
		marks.filter((mark) => {
			const { left, width, top, height } = mark.getBoundingClientRect();
			const above = document.elementFromPoint(left + width / 2, top + height / 2);
			return above?.closest("fieldset, [aria-pressed]") != null;
		}),
	);
	expect(covered).toHaveLength(0);
}
