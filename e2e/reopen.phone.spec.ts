import { db } from "@/lib/db/client";
import { makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { expect, test } from "./support/test";

test("a wrong decision is taken back on a phone, with a reason, and waits again", async ({
	open,
}) => {
	const coordinator = await makeUser({ countries: ["HU"] });
	const organisation = await makeOrganisation({ country: "HU" });
	const { eventId } = await makeSubmitted({ organisation });
	const page = await open({ as: coordinator });
	await page.goto(`/en/review/${eventId}`);
	await expect(page.getByRole("img", { name: "Map of the region" })).toBeVisible();
	await page.getByRole("radio", { name: "Approve" }).check();
	await page.getByRole("button", { name: "Send the decision" }).click();
	await page.getByRole("link", { name: "See what you have just decided" }).click();
	await page.getByText("Take this decision back").click();
	await page.getByLabel("Why (the organiser reads this)").fill("I pressed the wrong button.");
	await page.getByRole("button", { name: "Take it back" }).click();
	await expect(page.getByRole("status")).toContainText("The submission waits again");
	await expect(page.getByText("Taken back", { exact: true })).toBeVisible();
	await expect(page.getByRole("radio", { name: "Approve" })).toBeVisible();
	expect(await db.publishedEvent.count({ where: { id: eventId } })).toBe(0);
});
