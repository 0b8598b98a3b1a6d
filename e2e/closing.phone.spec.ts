import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { expect, test } from "./support/test";

test("on a phone the last member closes an organisation on the way to deleting the account", async ({
	open,
}) => {
	test.setTimeout(180_000);
	const organisation = await makeOrganisation({ country: "EE", name: "Society of a harbour" });
	const draft = await makeDraft({ organisation });
	await makePublished({ organisation });
	const page = await open({ as: organisation.owner });
	await page.goto("/en/my/account/delete");
	await expect(page.getByText("You are the only member of")).toBeVisible();
	await page.getByText("Close the organisation").first().tap();
	await requireSound(page);
	await page.getByRole("button", { name: "Close it for good" }).tap();
	await expect(page.getByRole("status")).toContainText("The organisation is no longer yours");
	await page.getByRole("button", { name: "Delete my account for good" }).tap();
	await page.waitForURL(/\/en$/);

	const { state } = await db.event.findUniqueOrThrow({ where: { id: draft.eventId } });
	expect(state).toBe("withdrawn");
	const visitor = await open();
	await visitor.goto(`/en/organisers/${organisation.slug}`);
	await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(organisation.name);
});

test("without script it is closed from its own page, and what was never public vanishes", async ({
	open,
	faults,
}) => {
	faults.allow(/status of 404/);
	const organisation = await makeOrganisation({ country: "EE", name: "Society of an island" });
	const page = await open({ as: organisation.owner, javaScriptEnabled: false });
	await page.goto(`/en/my/organisations/${organisation.id}`);
	await page.getByText("Close the organisation").first().click();
	await page.getByRole("button", { name: "Close it for good" }).click();
	await expect(page.getByRole("main")).toContainText("The organisation is no longer yours");
	expect((await page.goto(`/en/my/organisations/${organisation.id}`))?.status()).toBe(404);
});

/** Nothing runs out of the screen, and axe has nothing to say. */
async function requireSound(page: Page): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow).toBe(0);
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
}
