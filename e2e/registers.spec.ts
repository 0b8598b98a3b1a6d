import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { expect, test } from "./support/test";

test("a memorial is found from the foot of any page, and leads to its sources and its city", async ({
	page,
}) => {
	await page.goto("/en/privacy");
	await page.getByRole("contentinfo").getByRole("link", { name: "Memorials" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Memorials");
	await page.getByRole("navigation", { name: "By country" }).getByText("Germany").click();
	await expect(page).toHaveURL(/#country-DE$/);
	const berlin = page.locator("#berlin");
	await expect(berlin).toBeInViewport();
	await expect(berlin).toContainText("30 May 2011");
	const { sourceUrl } = await db.memorial.findUniqueOrThrow({
		where: { id: "berlin" },
		select: { sourceUrl: true },
	});
	await expect(berlin.getByRole("link", { name: "coe.mfa.gov.az" })).toHaveAttribute(
		"href",
		sourceUrl,
	);
	await expect(berlin.getByRole("link", { name: "Berlin on OpenStreetMap" })).toHaveAttribute(
		"href",
		/openstreetmap\.org\/\?mlat=52\.5/,
	);
});

test("the registers show every entry, and each number is the length of its list", async ({
	page,
}) => {
	await page.goto("/en/memorials");
	await expect(page.getByRole("main").getByRole("article")).toHaveCount(await db.memorial.count());
	await page.goto("/en/recognitions");
	await expect(rowsOf(page)).toHaveCount(await db.recognition.count());
	const parts = page.getByRole("navigation", { name: "Parts of the register" }).getByRole("link");
	expect(await parts.count()).toBeGreaterThan(3);
	for (const part of await parts.all()) {
		const [, said] = /(\d+) entr/.exec((await part.textContent()) ?? "") ?? [];
		const target = (await part.getAttribute("href")) ?? "";
		const section = page.locator(`section[aria-labelledby="${target.slice(1)}"]`);
		await expect(section.locator("tbody tr")).toHaveCount(Number(said));
	}
});

test("a recognition is read by keyboard: from the parts of the register to its source", async ({
	page,
}) => {
	await page.goto("/en/recognitions");
	await tabTo(page, "Committees and groups of members");
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/#members$/);
	await expect(page.getByRole("heading", { name: "Committees and groups" })).toBeInViewport();
	await tabTo(page, "doczz.cz");
	const row = rowsOf(page).filter({ has: page.locator(":focus") });
	await expect(row.getByRole("rowheader")).toContainText("Czechia");
	await expect(row).toContainText("Resolution of a committee");
	await expect(row).toContainText("7 February 2013");
	await expect(row).toContainText("Text seen");
});

test("without script: the page about the day leads from a figure to its source, and on to the registers", async ({
	open,
}) => {
	const page = await open({ javaScriptEnabled: false });
	await page.goto("/az/about");
	const figure = page.getByRole("row").filter({ hasText: "613" });
	await figure.getByRole("link").click();
	await expect(page).toHaveURL(/#source-official$/);
	await expect(page.locator("#source-official")).toBeInViewport();
	await expect(page.locator("#source-official").getByRole("link")).toHaveAttribute(
		"href",
		/meclis\.gov\.az/,
	);
	await page.getByRole("main").getByRole("link", { name: "abidələr reyestrində" }).click();
	await expect(page.getByRole("main").getByRole("article")).toHaveCount(await db.memorial.count());
	await page.goto("/ar/recognitions");
	await expect(rowsOf(page)).toHaveCount(await db.recognition.count());
	await expect(page.locator("#cz-2013 [lang=en]").first()).toContainText("Chamber of Deputies");
});

test("on paper and on a phone the recognitions keep the names of their columns", async ({
	page,
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto("/en/recognitions");
	const row = page.locator("#cz-2013");
	await expect(row.getByText("Evidence and sources")).toBeVisible();
	await page.emulateMedia({ media: "print" });
	await expect(row.getByText("Evidence and sources")).toBeHidden();
	await expect(
		page.getByRole("columnheader", { name: "Evidence and sources" }).first(),
	).toBeVisible();
	const cells = await row
		.getByRole("cell")
		.evaluateAll((found) => found.map((cell) => Math.round(cell.getBoundingClientRect().top)));
	expect(new Set(cells).size).toBe(1);
});

function rowsOf(page: Page) {
	return page.getByRole("main").locator("tbody tr");
}

/** Presses Tab until the link whose text begins so has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
	for (let stop = 0; stop < 150; stop += 1) {
		await page.keyboard.press("Tab");
		const text = await page.evaluate(() => document.activeElement?.textContent ?? "");
		if (text.startsWith(name)) return;
	}
	throw new Error(`Tab does not lead to “${name}”`);
}
