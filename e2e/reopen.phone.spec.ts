import { db } from "@/lib/db/client";
import { makePublished, makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeUser } from "@/prisma/factories/people";
import { decideOnRecap, submitTyped } from "@/prisma/factories/recaps";
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
	const organiser = await open({ as: organisation.owner });
	await organiser.goto(`/en/my/events/${eventId}`);
	const [newest, ...before] = await organiser
		.getByRole("region", { name: "What has happened" })
		.getByRole("listitem")
		.allInnerTexts();
	expect(newest).toMatch(/taken the decision back[\s\S]*I pressed the wrong button\./);
	expect(before).toEqual([expect.stringMatching(/^Approved/)]);
});

test("so is one on a recap, which leaves the public page", async ({ open }) => {
	const coordinator = await makeUser({ countries: ["HU"] });
	const organisation = await makeOrganisation({ country: "HU" });
	const admin = await makeAdmin();
	const event = await makePublished({
		organisation,
		reviewer: admin,
		content: { startDate: "2026-02-26" },
		now: new Date("2026-01-10T10:00:00Z"),
	});
	await submitTyped(event, { texts: { en: "The wrong picture is shown." } });
	await decideOnRecap(event, admin, "approve");
	const { season, slug } = await db.publishedEvent.findUniqueOrThrow({
		where: { id: event.eventId },
		select: { season: true, slug: true },
	});
	const visitor = await open();
	await visitor.goto(`/en/events/${season}/${slug}`);
	await expect(visitor.getByText("The wrong picture is shown.")).toBeVisible();
	const page = await open({ as: coordinator });
	await page.goto(`/en/review/recaps/${event.eventId}`);
	await page.getByText("Take this decision back").click();
	await page.getByLabel("Why (the organiser reads this)").fill("The wrong picture.");
	await page.getByRole("button", { name: "Take it back" }).click();
	await expect(page.getByRole("status")).toContainText("The submission waits again");
	await expect(page.getByText("Taken back", { exact: true })).toBeVisible();
	await expect(page.getByRole("radio", { name: "Approve" })).toBeVisible();
	await visitor.reload();
	await expect(visitor.getByRole("heading", { level: 1 })).toBeVisible();
	await expect(visitor.getByText("The wrong picture is shown.")).toHaveCount(0);
});
