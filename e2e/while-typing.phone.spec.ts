import { makeDraft } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { textsIn } from "./support/event-form";
import { expect, test } from "./support/test";

test("the form of an event is called by the title once it is saved, and says nothing of half a date", async ({
	open,
}) => {
	const organisation = await makeOrganisation();
	const { eventId } = await makeDraft({
		organisation,
		content: { texts: { en: { title: "", description: "Candles." } }, startDate: null },
	});
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${eventId}/edit`);
	const crumb = page
		.getByRole("navigation", { name: "You are here" })
		.locator(`a[href$="/my/events/${eventId}"]`);
	await expect(crumb).toHaveText("Event without a title");
	await expect(page.getByText("All changes are saved")).toBeVisible();
	await textsIn(page, "en").getByLabel("Title").fill("Evening of remembrance");
	await expect(crumb).toHaveText("Evening of remembrance");
	await textsIn(page, "en").getByLabel("Title").fill("");
	await expect(crumb).toHaveText("Event without a title");

	const when = page.getByRole("group", { name: "When" });
	await page.getByLabel("First day").fill("0202-02-26");
	await expect(when.getByText(/26 February/)).toHaveCount(0);
	await expect(when.getByText("This day has passed")).toHaveCount(0);
	await page.getByLabel("First day").fill("2027-02-26");
	await expect(when.getByText(/26 February 2027/)).toBeVisible();
});
