import { expect, test } from "./support/test";

test("on a phone the page scrolls over the map, and a mark opens its events", async ({ page }) => {
	await page.goto("/ar/events?view=map");
	const map = page.locator(".maplibregl-map");
	await expect(map).toBeVisible({ timeout: 30_000 });
	await expect(page.locator("[data-key]").first()).toBeVisible({ timeout: 30_000 });
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
