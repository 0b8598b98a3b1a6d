import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Nothing runs out of the screen, and axe has nothing to say. */
export async function requireSound(page: Page): Promise<void> {
	await requireFit(page);
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
}

/** Nothing runs out of the screen. */
export async function requireFit(page: Page): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow, `pixels beyond the edge of ${page.url()}`).toBe(0);
}
