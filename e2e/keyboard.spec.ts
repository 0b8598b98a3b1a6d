import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { eventIdIn, waitUntilSaved } from "./support/event-form";
import { expectFocus, tabTo } from "./support/keyboard";
import { expect, test } from "./support/test";

test("an event is registered by keyboard alone", async ({ open }) => {
	test.setTimeout(120_000);
	const { owner } = await makeOrganisation();
	const page = await open({ as: owner });
	await page.goto("/en/my");

	await page.keyboard.press("Tab");
	await expectFocus(page, "Skip to content");
	await page.keyboard.press("Enter");
	await tabTo(page, "Register");
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/my\/events\/new/);
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Register an event");
	await tabTo(page, "Begin");
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/edit$/);
	await expect(page.getByRole("heading", { level: 1 })).toHaveText("Edit the event");

	await tabTo(page, "Ceremony");
	await page.keyboard.press("Space");
	await page.keyboard.press("ArrowDown");
	await expectFocus(page, "Exhibition");
	await tabTo(page, "Title");
	await page.keyboard.type("An exhibition typed blind");
	await page.keyboard.press("Tab");
	await page.keyboard.type("Photographs, and **one** minute of silence.");
	await tabTo(page, "Add a language");
	await page.keyboard.type("Azer");
	await tabTo(page, "Add");
	await page.keyboard.press("Enter");
	await expectFocus(page, "Title");
	await page.keyboard.type("Kor-koranə yazılmış sərgi");

	await tabTo(page, "First day");
	// Day and month stand in the order of the browser's country, the year is last.
	await page.keyboard.press("ArrowRight");
	await page.keyboard.press("ArrowRight");
	await page.keyboard.type("2028");
	await tabTo(page, "Start time known");
	await page.keyboard.press("Space");
	await tabTo(page, "Start");
	await page.keyboard.type("1900");
	await pickCity(page);
	await tabTo(page, "Venue");
	await page.keyboard.type("Town hall");
	await waitUntilSaved(page);
	await tabTo(page, "Submit for review");
	await page.keyboard.press("Enter");
	await page.waitForURL(/\?done=submitted$/);

	const { state, latestRevision } = await db.event.findUniqueOrThrow({
		where: { id: eventIdIn(page) },
		include: {
			latestRevision: { include: { texts: { orderBy: { locale: "asc" } }, venue: true } },
		},
	});
	expect(state).toBe("submitted");
	expect(latestRevision).toMatchObject({
		type: "exhibition",
		startTime: "19:00",
		cityName: "Munich",
		timezone: "Europe/Berlin",
		venue: { name: "Town hall" },
	});
	expect(latestRevision?.startDate?.toISOString()).toContain("2028-02-26");
	expect(latestRevision?.texts.map((text) => text.title)).toEqual([
		"Kor-koranə yazılmış sərgi",
		"An exhibition typed blind",
	]);
});

/** The city's list is worked from its field: arrows move, Escape closes, Enter takes. */
async function pickCity(page: Page): Promise<void> {
	await tabTo(page, "City");
	const city = page.getByRole("combobox", { name: "City" });
	await page.keyboard.press("ControlOrMeta+a");
	await page.keyboard.type("Münih");
	await expect(city).toHaveAttribute("aria-expanded", "true");
	await expect(page.getByRole("option", { name: /Munich.*Germany/s }).first()).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(city).toHaveAttribute("aria-expanded", "false");
	await page.keyboard.press("ArrowDown");
	await expect(city).toHaveAttribute("aria-expanded", "true");
	await page.keyboard.press("ArrowDown");
	const active = await city.getAttribute("aria-activedescendant");
	await expect(page.locator(`[id="${active}"]`)).toContainText("Munich");
	await page.keyboard.press("Enter");
	await expect(city).toHaveValue("Munich");
	await expect(page.getByText("Time zone: Europe/Berlin")).toBeVisible();
}
