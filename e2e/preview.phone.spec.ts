import type { Page } from "@playwright/test";
import { eventContent, makeDraft } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { chooseCity, textsIn } from "./support/event-form";
import { requireSound } from "./support/require-sound";
import { expect, test } from "./support/test";

test("on a phone the preview shows what was typed a moment ago, and the form has lost nothing", async ({
	open,
}) => {
	test.setTimeout(120_000);
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makeDraft({
		organisation,
		content: eventContent("EE", { venueName: null, texts: { en: { title: "", description: "" } } }),
	});
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await expect(page.getByText("All changes are saved")).toBeVisible({ timeout: 30_000 });
	await page.getByRole("radio", { name: "Concert" }).check();
	await page.getByLabel("Add a language").selectOption({ label: "Azerbaijani" });
	await page.getByRole("button", { name: "Add", exact: true }).tap();
	await textsIn(page, "az").getByLabel("Title").fill("Anım konserti");
	await chooseCity(page, { typed: "Tartu", option: /Tartu.*Estonia/s, zone: "Europe/Tallinn" });
	await page.getByLabel("Address").fill("Vanemuise 46");
	await textsIn(page, "en").getByLabel("Title").fill("Concert of remembrance");
	await page.getByLabel("Venue").fill("Concert hall");
	// Nothing waits for the autosave: the last answers are seconds old.
	const preview = await opened(page);
	await expect(preview.getByText("Preview: nobody else sees this page")).toBeVisible();
	await expect(preview.getByRole("heading", { level: 1 })).toHaveText("Concert of remembrance");
	const seen = preview.getByRole("main");
	for (const text of ["Concert hall", "Vanemuise 46", "Tartu"])
		await expect(seen).toContainText(text);
	await expect(preview.getByText(/^Concert · \d+(st|nd|rd|th) anniversary$/)).toBeVisible();
	await requireSound(preview);
	await preview.goto(`/az/my/events/${eventId}/preview`);
	await expect(preview.getByRole("heading", { level: 1 })).toHaveText("Anım konserti");
	await requireSound(preview);

	// The form that was left open behind it.
	await expectTyped(page);
	await page.getByLabel("Name of a person or office").fill("Press office");
	await page.getByRole("button", { name: "Save draft" }).last().tap();
	await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeAttached();
	// The way back from the preview itself.
	await preview.goto(`/en/my/events/${eventId}/preview`);
	await expect(preview.getByRole("main")).toContainText("Press office");
	await preview.getByRole("link", { name: "Edit", exact: true }).tap();
	await preview.waitForURL(/\/edit$/);
	await expectTyped(preview);
	await expect(preview.getByLabel("Name of a person or office")).toHaveValue("Press office");
});

test("without script the preview shows what is saved, and leaves the form as it stands", async ({
	open,
}) => {
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makeDraft({ organisation });
	const page = await open({ as: organisation.owner, javaScriptEnabled: false });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await page.getByLabel("Venue").fill("Concert hall");
	const preview = await opened(page);
	await expect(preview.getByRole("heading", { level: 1 })).toContainText("Commemoration");
	await expect(preview.getByRole("main")).not.toContainText("Concert hall");
	await expect(page.getByLabel("Venue")).toHaveValue("Concert hall");
});

/** The preview that the form opens in a window of its own. */
async function opened(page: Page): Promise<Page> {
	const coming = page.context().waitForEvent("page");
	await page.getByRole("link", { name: "Preview as the public sees it" }).tap();
	const preview = await coming;
	await preview.waitForURL(/\/preview$/);
	return preview;
}

async function expectTyped(page: Page): Promise<void> {
	await expect(page.getByRole("radio", { name: "Concert" })).toBeChecked();
	await expect(textsIn(page, "en").getByLabel("Title")).toHaveValue("Concert of remembrance");
	await expect(textsIn(page, "az").getByLabel("Title")).toHaveValue("Anım konserti");
	await expect(page.getByRole("combobox", { name: "City" })).toHaveValue("Tartu");
	await expect(page.getByLabel("Venue")).toHaveValue("Concert hall");
	await expect(page.getByLabel("Address")).toHaveValue("Vanemuise 46");
}
