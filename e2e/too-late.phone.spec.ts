import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makePublished, makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeUser } from "@/prisma/factories/people";
import { submitTyped } from "@/prisma/factories/recaps";
import { expect, test } from "./support/test";

const REASON = "Please write the name of the hall and of the street.";

async function typeReason(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.getByRole("radio", { name: "Request changes" }).check();
	await page.getByLabel("Reason").fill(REASON);
}

async function approve(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.getByRole("radio", { name: "Approve" }).check();
	await page.getByRole("button", { name: "Send the decision" }).click();
	await page.waitForURL(/sent=approve/);
}

for (const javaScriptEnabled of [true, false])
	test(`who decides too late is told by whom and what, and can copy the reason: ${javaScriptEnabled ? "with" : "without"} script`, async ({
		open,
	}) => {
		const { eventId } = await makeSubmitted({
			organisation: await makeOrganisation({ country: "HU" }),
		});
		const one = await open({ as: await makeUser({ countries: ["HU"] }), javaScriptEnabled });
		const other = await makeUser({ countries: ["HU"] });
		const path = `/en/review/${eventId}`;
		await typeReason(one, path);
		await approve(await open({ as: other }), path);
		await one.getByRole("button", { name: "Send the decision" }).click();

		const told = one.getByRole("status").filter({ hasText: "This submission has changed" });
		await expect(told).toContainText("Version 1 approved");
		await expect(told).toContainText(other.email);
		await expect(told).toContainText("Your decision was not saved.");
		await expect(told.getByLabel("What you wrote, to copy")).toHaveValue(REASON);
		await expect(one.getByRole("button", { name: "Send the decision" })).toHaveCount(0);
		expect(await db.decision.findMany({ where: { eventId }, select: { actorId: true } })).toEqual([
			{ actorId: other.id },
		]);
	});

test("the same of a recap", async ({ open }) => {
	const event = await makePublished({
		organisation: await makeOrganisation({ country: "HU" }),
		reviewer: await makeAdmin(),
		content: { startDate: "2026-02-26" },
		now: new Date("2026-01-10T10:00:00Z"),
	});
	await submitTyped(event, { attendanceMin: "40" });
	const one = await open({ as: await makeUser({ countries: ["HU"] }) });
	const other = await makeUser({ countries: ["HU"] });
	const path = `/en/review/recaps/${event.eventId}`;
	await typeReason(one, path);
	await approve(await open({ as: other }), path);
	await one.getByRole("button", { name: "Send the decision" }).click();
	const told = one.getByRole("status").filter({ hasText: "This submission has changed" });
	await expect(told).toContainText(other.email);
	await expect(told.getByLabel("What you wrote, to copy")).toHaveValue(REASON);
});

test("where it waits again meanwhile, the reason stands in the form of the new version", async ({
	open,
}) => {
	const organisation = await makeOrganisation({ country: "HU" });
	const { eventId } = await makeSubmitted({ organisation });
	const one = await open({ as: await makeUser({ countries: ["HU"] }) });
	const path = `/en/review/${eventId}`;
	await typeReason(one, path);
	const other = await open({ as: await makeUser({ countries: ["HU"] }) });
	await approve(other, path);
	await other.goto(path);
	await other.getByText("Take this decision back").click();
	await other.getByLabel("Why (the organiser reads this)").fill("I pressed the wrong button.");
	await other.getByRole("button", { name: "Take it back" }).click();
	await expect(other.getByRole("status")).toContainText("The submission waits again");

	await one.getByRole("button", { name: "Send the decision" }).click();
	await expect(one.getByText("This submission has changed")).toBeVisible();
	await expect(one.getByLabel("Reason")).toHaveValue(REASON);
	await expect(one.getByRole("radio", { name: "Request changes" })).toBeChecked();
	await expect(one.getByLabel("What you wrote, to copy")).toHaveCount(0);
	await one.getByRole("button", { name: "Send the decision" }).click();
	await one.waitForURL(/sent=request_changes/);
	expect(await db.decision.count({ where: { eventId, reason: REASON } })).toBe(1);
});
