import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { expect, test } from "./support/test";

const MAP = "/en/events?view=map";

function mapOf(page: Page) {
	const region = page.getByRole("region", { name: "Map of the events" }).last();
	const marks = page.getByRole("list", { name: "Map of the events" });
	const status = page.getByText(/^The map shows \d+ events?\.$/);
	return { region, marks, status };
}

async function openMap(page: Page, address = MAP): Promise<ReturnType<typeof mapOf>> {
	await page.goto(address);
	const map = mapOf(page);
	await expect(map.status).toHaveText(/\d/, { timeout: 30_000 });
	return map;
}

test("the map shows all placed events, and its data is light", async ({ page }) => {
	const sizes: number[] = [];
	page.on("response", async (response) => {
		if (!/\/api\/v1\/map|world-\w+\.\w+\.json/.test(response.url())) return;
		sizes.push((await response.request().sizes()).responseBodySize);
	});
	const { status, marks } = await openMap(page);
	const shown = Number(/\d+/.exec((await status.textContent()) ?? "")?.[0]);
	const lead = await page
		.getByText(/^\d+ events$/)
		.first()
		.textContent();
	const without = page.getByText(/only in the list/);
	const elsewhere = (await without.count())
		? Number.parseInt((await without.textContent()) ?? "", 10)
		: 0;
	expect(shown + elsewhere).toBe(Number.parseInt(lead ?? "", 10));
	const counts = await marks.getByRole("button").allTextContents();
	expect(counts.reduce((sum, text) => sum + (Number(text) || 1), 0)).toBe(shown);
	await page.waitForLoadState("networkidle");
	expect(sizes.length).toBeGreaterThanOrEqual(2);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
});

test("it is used by the keyboard alone", async ({ page }) => {
	const { marks } = await openMap(page);
	const cluster = marks.getByRole("button", { name: /^\d+ events in and around/ }).first();
	await cluster.focus();
	const [, count = ""] = /^(\d+)/.exec((await cluster.getAttribute("aria-label")) ?? "") ?? [];
	const before = new URL(page.url()).hash;
	await page.keyboard.press("Enter");
	await expect.poll(() => new URL(page.url()).hash).not.toBe(before);
	await expect(
		marks.getByRole("button", { name: new RegExp(`^${count} events in and around`) }),
	).toHaveCount(0);
	// The focus has gone on to one of those that the cluster was made of.
	await expect(marks.locator("button:focus")).toHaveCount(1);

	const single = marks.getByRole("button", { name: /2027/ }).first();
	await single.focus();
	const moved = new URL(page.url()).hash;
	await page.keyboard.press("ArrowUp");
	await expect.poll(() => new URL(page.url()).hash).not.toBe(moved);
	await single.focus();
	await page.keyboard.press("Enter");
	const panel = page.getByRole("dialog");
	await expect(panel.getByRole("link")).toHaveCount(1);
	await expect(panel.getByRole("heading")).toBeFocused();
	await page.keyboard.press("Escape");
	await expect(panel).toHaveCount(0);
	await expect(single).toBeFocused();

	await page.getByRole("button", { name: "Zoom out" }).press("Enter");
	await page.getByRole("button", { name: "Show all events" }).press("Enter");
	await expect(
		marks.getByRole("button", { name: /^\d+ events in and around/ }).first(),
	).toBeVisible();
});

/** A city with several events of all years and no other event near, and where its mark is. */
async function cityWithSeveral(): Promise<{ lat: number; lon: number; count: number }> {
	const places = await db.publishedEvent.groupBy({
		by: ["cityGeonameId", "lat", "lon"],
		where: {
			visibility: "public",
			attendanceMode: { not: "online" },
			lat: { not: null },
			cityGeonameId: { not: null },
			country: "GE",
		},
		_count: { id: true },
		orderBy: { _count: { id: "desc" } },
	});
	const [place] = places;
	if (!place?.lat || !place.lon) throw new Error("The seed has no city with several events");
	return { lat: place.lat, lon: place.lon, count: place._count.id };
}

test("a click lists what no zoom parts, and leads to the list and to an event", async ({
	page,
}) => {
	const { lat, lon, count } = await cityWithSeveral();
	const { marks } = await openMap(page, `${MAP}&season=all#map=9/${lat}/${lon}`);
	await marks.getByRole("button", { name: new RegExp(`^${count} events in`) }).click();
	const panel = page.getByRole("dialog");
	await expect(panel.getByRole("listitem").first()).toBeVisible();
	const all = await panel.getByRole("link", { name: "See them in the list" }).getAttribute("href");
	expect(all).toMatch(/^\/en\/events\?season=all&city=\d+$/);
	const link = panel.getByRole("listitem").getByRole("link").first();
	const title = (await link.locator("bdi").textContent()) ?? "";
	await link.click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("other filters keep the position, and an empty part says so", async ({ page }) => {
	await openMap(page, `${MAP}#map=3.00/-25.000/134.000`);
	await page.getByLabel("Country", { exact: true }).selectOption("DE");
	await page.getByRole("button", { name: "Show events" }).click();
	await expect(page).toHaveURL(/country=DE/);
	await expect(page.getByText("There are no events in this part of the world.")).toBeVisible();
	await page.getByRole("status").getByRole("button", { name: "Show all events" }).click();
	await expect(mapOf(page).marks.getByRole("button").first()).toBeVisible();
});

test("memorials are a second layer, with links to the register", async ({ page }) => {
	await openMap(page);
	const list = page.getByRole("list", { name: "Memorials" });
	await expect(list).toHaveCount(0);
	await page.getByRole("button", { name: "Memorials" }).click();
	await list.getByRole("link").first().focus();
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/\/en\/memorials#/);
});

test("without script there are the picture and the list", async ({ open }) => {
	const page = await open({ javaScriptEnabled: false });
	await page.goto(MAP);
	await expect(page.locator("svg use[href*='world-land']")).toBeVisible();
	await expect(page.locator("canvas")).toHaveCount(0);
	await page
		.getByRole("main")
		.getByRole("link", { name: /Germany/ })
		.click();
	await expect(page).toHaveURL(/country=DE/);
});

test("without WebGL the picture stays, with a sentence", async ({ page }) => {
	await page.addInitScript(() => {
		HTMLCanvasElement.prototype.getContext = () => null;
	});
	await page.goto(MAP);
	await expect(page.getByText("This browser cannot draw the map.")).toBeVisible();
	await expect(page.locator("svg use[href*='world-land']")).toBeVisible();
});

test("when its data cannot be loaded the map says so and tries again", async ({ page, faults }) => {
	faults.allow(/503|Failed to load resource/);
	await page.route("**/api/v1/map?**", (route) => route.fulfill({ status: 503 }));
	await page.goto(MAP);
	await expect(page.getByText("The events could not be loaded.")).toBeVisible({ timeout: 30_000 });
	await page.unroute("**/api/v1/map?**");
	await page.getByRole("button", { name: "Try again" }).click();
	await expect(mapOf(page).status).toHaveText(/\d/);
});

test("other pages do not load the map's library", async ({ page }) => {
	const scripts: string[] = [];
	page.on("response", async (response) => {
		if (response.url().includes(".js")) scripts.push(await response.text());
	});
	for (const path of ["/en", "/en/events"]) await page.goto(path, { waitUntil: "networkidle" });
	expect(scripts.length).toBeGreaterThan(3);
	for (const script of scripts) expect(script).not.toContain("maplibregl-canvas");
});
