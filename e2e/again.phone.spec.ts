import type { Locator, Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { textsIn } from "./support/event-form";
import { expect, test } from "./support/test";

/** A year before the coming 26 February that all factories use. */
const LAST_YEAR = new Date("2026-01-10T10:00:00Z");

test("on a phone last year's event is submitted again in at most six interactions", async ({
	open,
}) => {
	const organisation = await makeOrganisation();
	const { eventId } = await makePublished({
		organisation,
		now: LAST_YEAR,
		content: {
			startDate: "2026-02-26",
			texts: {
				en: {
					title: "Vigil of the year 2026",
					description: "Candles and silence.",
				},
			},
		},
	});
	const page = await open({ as: organisation.owner });
	await page.goto("/en/my");
	let interactions = 0;
	const tap = async (target: Locator) => {
		interactions += 1;
		await target.tap();
	};

	await tap(page.getByRole("link", { name: "Again next year" }));
	await expect(page.getByText(/day, 26 February 20\d\d$/).first()).toBeVisible();
	await expect(page.getByRole("listitem").filter({ hasText: "The earlier year" })).toBeVisible();
	await expectToFit(page);
	await tap(page.getByRole("button", { name: "Begin the draft" }));
	await page.waitForURL(/\/edit\?begun=1$/);
	// Only with the script.
	await expect(page.getByText("All changes are saved")).toBeVisible();
	const title = textsIn(page, "en").getByLabel("Title");
	await expect(title).toHaveAccessibleDescription(/The earlier year stands here: 2026/);
	await expectToFit(page);
	interactions += 1;
	await title.fill("Vigil of remembrance");
	await expect(title).not.toHaveAccessibleDescription(/earlier year/);
	await tap(page.getByRole("button", { name: "Submit for review" }));
	await page.waitForURL(/\?done=submitted$/);
	console.log(`Interactions from My events to submitted: ${interactions}`);
	expect(interactions).toBeLessThanOrEqual(6);

	await tap(page.getByRole("link", { name: "26 February 2026" }));
	await page.waitForURL(new RegExp(`/my/events/${eventId}$`));
	await expect(page.getByRole("link", { name: /^Repeated for/ })).toBeVisible();
});

test("a double press begins one event, and without script too", async ({ open }) => {
	const organisation = await makeOrganisation();
	const content = { startDate: "2026-02-26" };
	const { eventId } = await makePublished({ organisation, now: LAST_YEAR, content });
	const quick = await open({ as: organisation.owner });
	await quick.goto(`/en/my/events/${eventId}/repeat`);
	await quick.getByRole("button", { name: "Begin the draft" }).dblclick();
	await quick.waitForURL(/\/edit\?begun=1$/);

	const plain = await open({ as: organisation.owner, javaScriptEnabled: false });
	await plain.goto(`/en/my/events/${eventId}/repeat`);
	await expect(plain.getByRole("main").getByRole("link", { name: /^Repeated for/ })).toBeVisible();
	expect(await db.event.count({ where: { repeatsId: eventId } })).toBe(1);
});

async function expectToFit(page: Page): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow, `pixels beyond the edge of ${page.url()}`).toBe(0);
}
