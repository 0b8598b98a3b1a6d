import type { Page } from "@playwright/test";
import { expect } from "./test";

/** More than any page has stops. */
const MOST_STOPS = 200;

/** Presses Tab until the control of this name has the focus, which must be visible on each stop. */
export async function tabTo(page: Page, name: string): Promise<void> {
	for (let stop = 0; stop < MOST_STOPS; stop += 1) {
		await page.keyboard.press("Tab");
		const focused = await focusedControl(page);
		expect(focused.hasOutline, `the focus shows on “${focused.name}”`).toBe(true);
		if (matches(focused.name, name)) return;
	}
	throw new Error(`Tab does not lead to “${name}”`);
}

/** Waits until the control of this name has the focus. */
export async function expectFocus(page: Page, name: string): Promise<void> {
	await expect.poll(async () => matches((await focusedControl(page)).name, name)).toBe(true);
}

function matches(name: string, wanted: string): boolean {
	return name === wanted || name.startsWith(`${wanted} `) || name.startsWith(`${wanted}\n`);
}

function focusedControl(page: Page): Promise<{ name: string; hasOutline: boolean }> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!(element instanceof HTMLElement)) return { name: "", hasOutline: false };
		const labels =
			"labels" in element ? (element.labels as NodeListOf<HTMLLabelElement> | null) : null;
		// biome-ignore lint/performance/useDomNodeTextContent: a label and its hint must not run together
		const name = labels?.[0]?.innerText ?? element.getAttribute("aria-label") ?? element.innerText;
		const style = getComputedStyle(element);
		// The browser itself draws the focus of a part, such as the button that opens a calendar.
		const isPart = !element.matches(":focus");
		const hasOutline = isPart || style.outlineStyle !== "none";
		return { name: name.trim(), hasOutline };
	});
}
