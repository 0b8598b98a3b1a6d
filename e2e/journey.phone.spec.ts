import type { Page } from "@playwright/test";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { decideOn, fillEventForm, submitForm } from "./support/event-form";
import { expect, test } from "./support/test";

test("on a phone an event is registered, approved and read", async ({ open }) => {
	test.setTimeout(120_000);
	const { owner } = await makeOrganisation();
	const organiser = await open({ as: owner });
	await organiser.goto("/en");
	await chooseInMenu(organiser, "Register an event");
	await organiser.getByRole("button", { name: "Begin" }).tap();
	await organiser.waitForURL(/\/edit$/);
	await fillEventForm(organiser, {
		type: "Concert",
		texts: {
			en: { title: "Concert from a phone", description: "Mugham, and a minute of silence." },
			az: { title: "Telefondan konsert", description: "Muğam və bir dəqiqəlik sükut." },
		},
		date: "2027-02-26",
		start: "19:00",
		end: "21:00",
		city: { typed: "Hamburg", option: /Hamburg.*Germany/s, zone: "Europe/Berlin" },
		venue: "Concert hall",
		address: "Platz der Deutschen Einheit 4",
		contact: "Society",
	});
	await expectToFit(organiser);
	const eventId = await submitForm(organiser);
	await expectToFit(organiser);

	const reviewer = await open({ as: await makeUser({ countries: ["DE"] }) });
	await decideOn(reviewer, eventId, "Approve");

	const reader = await open({ timezoneId: "Asia/Baku" });
	await reader.goto("/az");
	await expectToFit(reader);
	await reader.goto("/az/events?q=telefondan");
	await reader.getByRole("link", { name: "Telefondan konsert" }).tap();
	await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Telefondan konsert");
	await expect(reader.getByText("19:00 – 21:00", { exact: true })).toBeVisible();
	await expectToFit(reader);
	await expect(reader.locator("a[href$='.ics'][download]")).toBeVisible();
});

async function chooseInMenu(page: Page, item: string): Promise<void> {
	await page.locator("summary").filter({ hasText: "Menu" }).tap();
	await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: item }).tap();
}

async function expectToFit(page: Page): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow, `pixels beyond the edge of ${page.url()}`).toBe(0);
}
