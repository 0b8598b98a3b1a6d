import { requireFit } from "./support/require-sound";
import { expect, test } from "./support/test";

const MONTH = "/en/events?view=month";

test("the month is used by keyboard alone: days, weeks, months, a day's list", async ({ page }) => {
	await page.goto(MONTH);
	const grid = page.getByRole("grid", { name: /^February \d{4}$/ });
	const day = (number: number) =>
		grid.getByRole("link", { name: new RegExp(`^${number} February`) });
	await expect(grid).toBeVisible();
	await page.getByRole("link", { name: "Next month" }).focus();
	await page.keyboard.press("Tab");
	await expect(day(26)).toBeFocused();
	await page.keyboard.press("ArrowUp");
	await expect(day(19)).toBeFocused();
	await page.keyboard.press("ArrowRight");
	await expect(day(20)).toBeFocused();
	await page.keyboard.press("Home");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("End");
	await page.keyboard.press("ArrowLeft");
	await expect(grid.locator("a[data-day]:focus")).toHaveCount(1);
	await page.keyboard.press("PageDown");
	await expect(page.getByRole("heading", { name: /^March \d{4}$/ })).toBeVisible();
	const focused = page.locator("[role=grid] a[data-day]:focus");
	await expect(focused).toHaveAttribute("data-day", /-03-\d\d$/);
	for (let week = 0; week < 6; week += 1) await page.keyboard.press("ArrowUp");
	await expect(page.getByRole("heading", { name: /^February \d{4}$/ })).toBeVisible();
	await expect(focused).toHaveAttribute("data-day", /-02-\d\d$/);
	await expect(grid).toBeVisible();
	await day(26).focus();
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/from=\d{4}-02-26&to=\d{4}-02-26/);
	await expect(page.getByRole("heading", { level: 2, name: /^26 February/ })).toBeVisible();
});

test("beside each choice stands how many events it gives", async ({ page }) => {
	await page.goto("/en/events?season=2020");
	const heading = await page
		.getByText(/^\d+ events$/)
		.first()
		.textContent();
	const total = Number(heading?.split(" ")[0]);
	const year = page.getByLabel("Year", { exact: true });
	await expect(year.locator("option:checked")).toHaveText(`2020 (${total})`);
	const countries = page.getByLabel("Country", { exact: true }).locator("option");
	const numbers = (await countries.allTextContents()).map(
		(text) => /\((\d+)\)$/.exec(text)?.[1] ?? 0,
	);
	expect(numbers.reduce<number>((sum, number) => sum + Number(number), 0)).toBe(total);
});

test("Tab leads from a day to its events and then out of the month", async ({ page }) => {
	await page.goto(MONTH);
	const grid = page.getByRole("grid");
	await grid.getByRole("link", { name: /^26 February/ }).focus();
	await page.keyboard.press("Tab");
	const cell = grid.locator("td", { has: page.locator('a[data-day$="-02-26"]') });
	await expect(cell.locator("a:focus")).toHaveCount(1);
	await expect(grid.locator('a:not([tabindex="-1"])')).toHaveCount(await cell.locator("a").count());
});

test("in Arabic the week runs from right to left, and so do the arrow keys", async ({ page }) => {
	await page.goto("/ar/events?view=month");
	const day = (number: string) => page.locator(`a[data-day$="-02-${number}"]`);
	await expect(page.getByRole("grid")).toBeVisible();
	await day("24").focus();
	await page.keyboard.press("ArrowLeft");
	await expect(day("25")).toBeFocused();
	const [first, second] = [await day("24").boundingBox(), await day("25").boundingBox()];
	expect(first && second && first.x > second.x).toBe(true);
});

for (const javaScriptEnabled of [true, false])
	test(`of several cities of one name another can be chosen, and stays chosen: ${javaScriptEnabled ? "with" : "without"} script`, async ({
		open,
	}) => {
		const page = await open({ javaScriptEnabled });
		await page.goto("/en/events?season=all&q=exhibition&near=Springfield&radius=100&view=month");
		const others = page.getByRole("navigation", { name: "Other places named Springfield:" });
		await expect(others.getByRole("link")).toHaveCount(7);
		await expect(
			page.getByRole("link", {
				name: "Remove: within 100 km of Springfield, Missouri, United States",
			}),
		).toBeVisible();
		await requireFit(page);
		await others
			.getByRole("link", { name: "Springfield, Illinois, United States 116,565 inhabitants" })
			.click();
		await expect(page).toHaveURL(/near=4250542/);
		await expect(
			page.getByRole("link", {
				name: "Remove: within 100 km of Springfield, Illinois, United States",
			}),
		).toBeVisible();
		await page.getByText("More filters").click();
		await expect(page.locator("#near")).toHaveValue("Springfield, Illinois, United States");
		await page.getByRole("button", { name: "Show events" }).click();
		await expect(page).toHaveURL(/near=4250542/);
		for (const kept of [/q=exhibition/, /radius=100/, /view=month/, /season=all/])
			await expect(page).toHaveURL(kept);
	});

test("the cities suggested for what is typed can be told apart", async ({ page }) => {
	await page.goto("/en/events?season=all");
	await page.getByText("More filters").click();
	await page.getByLabel("Near").pressSequentially("Springfield");
	for (const region of ["Missouri", "Illinois", "Ohio"])
		await expect(
			page.locator(`datalist option[value="Springfield, ${region}, United States"]`),
		).toHaveCount(1);
	await page.getByLabel("Near").fill("Springfield, Ohio, United States");
	await page.getByRole("button", { name: "Show events" }).click();
	await expect(
		page.getByRole("link", { name: "Remove: within 50 km of Springfield, Ohio, United States" }),
	).toBeVisible();
});

test("the names of places are marked where they were looked for, in any language", async ({
	page,
}) => {
	await page.goto("/ar/events?q=Baku&season=all");
	await expect(page.locator("mark", { hasText: "باكو" }).first()).toBeVisible();
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("the views keep the filters, and the month is a table of links", async ({ page }) => {
		await page.goto("/en/events?country=TR&season=all");
		const views = page.getByRole("navigation", { name: "Views" });
		await views.getByRole("link", { name: "Month" }).click();
		await expect(page).toHaveURL(/country=TR&season=all&view=month|view=month/);
		await expect(page.getByRole("table")).toBeVisible();
		await page
			.getByRole("table")
			.getByRole("link", { name: /^26 February/ })
			.click();
		await expect(page).toHaveURL(/country=TR/);
		await expect(page).toHaveURL(/from=\d{4}-02-26/);
	});

	test("a typed city and a distance find what is near, and a wider circle is offered", async ({
		page,
	}) => {
		await page.goto("/en/events?season=all");
		await page.getByText("More filters").click();
		await page.getByLabel("Near").fill("Bratislava");
		await page.getByLabel("Within").selectOption("25");
		await page.getByRole("button", { name: "Show events" }).click();
		await expect(page).toHaveURL(/near=3060972/);
		await expect(page.getByText("within 25 km of Bratislava, Slovakia")).toBeVisible();
		const wider = page.getByRole("link", { name: /events? within 100 km of Bratislava/ });
		if (await page.getByText("No events found").isVisible()) {
			await wider.click();
			await expect(page).toHaveURL(/radius=100/);
		}
		await expect(page.getByRole("article").first()).toBeVisible();
	});

	test("a mistyped word finds what was meant, says so and marks it", async ({ page }) => {
		await page.goto("/en/events?q=exhibiton&season=all");
		await expect(
			page.getByText("No event has the words “exhibiton”. These have “exhibition”."),
		).toBeVisible();
		await expect(page.locator("mark").first()).toHaveText(/^exhibition/i);
	});

	test("the agenda says where and who, ready for paper", async ({ page }) => {
		await page.goto("/en/events?view=agenda&country=DE&season=all");
		await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
		const item = page
			.getByRole("main")
			.getByRole("listitem")
			.filter({ hasText: "Berlin, Germany" });
		await expect(item.first()).toContainText("Embassy of Azerbaijan in Germany");
		await expect(page.getByRole("button", { name: "Print" })).toHaveCount(0);
	});
});
