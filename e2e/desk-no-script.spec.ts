import { db } from "@/lib/db/client";
import { makePublished, makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeUser } from "@/prisma/factories/people";
import { makeReport } from "@/prisma/factories/reports";
import { expect, test } from "./support/test";

test.afterEach(() => db.switch.updateMany({ data: { isOn: false } }));

test("without script: a submission is decided, and the decision taken back", async ({ open }) => {
	const { eventId } = await makeSubmitted({
		organisation: await makeOrganisation({ country: "LT" }),
	});
	const reviewer = await makeUser({ countries: ["LT"] });
	const page = await open({ as: reviewer, javaScriptEnabled: false });
	await page.goto("/en/review");
	await page.getByRole("link", { name: /Commemoration/ }).click();
	await page.getByRole("radio", { name: "Reject" }).check();
	await page.getByRole("button", { name: "Send the decision" }).click();
	// Refused beside its field, with what was chosen.
	await expect(page.getByText("Give a reason.").first()).toBeVisible();
	await expect(page.getByRole("radio", { name: "Reject" })).toBeChecked();
	await page.getByLabel("Reason").fill("It is an advertisement.");
	await page.getByRole("button", { name: "Send the decision" }).click();
	await expect(page).toHaveURL(/sent=reject/);
	expect(await stateOf(eventId)).toBe("rejected");

	await page.getByRole("link", { name: /See what you have just decided/ }).click();
	await page.getByText("Take this decision back").click();
	await page.getByRole("button", { name: "Take it back" }).click();
	// What came back is in sight, although its line is closed again.
	await expect(page.getByText("Give a reason.").first()).toBeVisible();
	await page.getByLabel("Why (the organiser reads this)").fill("I pressed the wrong button.");
	await page.getByRole("button", { name: "Take it back" }).click();
	await expect(page.getByRole("status")).toContainText("The submission waits again");
	await expect(page.getByText("Taken back", { exact: true })).toBeVisible();
	expect(await stateOf(eventId)).toBe("submitted");
	await page.getByRole("radio", { name: "Approve" }).check();
	await page.getByRole("button", { name: "Send the decision" }).click();
	await expect(page).toHaveURL(/sent=approve/);
	expect(await db.publishedEvent.count({ where: { id: eventId } })).toBe(1);
});

test("without script: a case of reports is taken on and closed", async ({ open }) => {
	const { eventId } = await makePublished({
		organisation: await makeOrganisation({ country: "LT" }),
		reviewer: await makeAdmin(),
	});
	const { caseId } = await makeReport({ eventId });
	const reviewer = await makeUser({ countries: ["LT"] });
	const page = await open({ as: reviewer, javaScriptEnabled: false });
	await page.goto(`/en/review/reports/${caseId}`);
	await page.getByRole("button", { name: "Take it on" }).click();
	await expect(page.getByText("You have taken it on.")).toBeVisible();
	await page.getByRole("radio", { name: "Dismissed: it stays as it is" }).check();
	await page.getByRole("button", { name: "Close the case" }).click();
	await expect(page.getByText("Give a reason.").first()).toBeVisible();
	await expect(page.getByRole("radio", { name: "Dismissed: it stays as it is" })).toBeChecked();
	await page.getByLabel("Reason").fill("The hour is right: the embassy has confirmed it.");
	await page.getByRole("button", { name: "Close the case" }).click();
	await expect(page.getByText(/^Closed\. Reporters/)).toBeVisible();
	expect(await db.reportCase.count({ where: { id: caseId, outcome: "kept" } })).toBe(1);
	expect(await db.reportCase.count({ where: { id: caseId, closedAt: null } })).toBe(0);
});

test("without script: an admin turns an emergency switch on, and off again", async ({ open }) => {
	const page = await open({ as: await makeUser({ isAdmin: true }), javaScriptEnabled: false });
	await page.goto("/en/admin/switches");
	await page.getByRole("button", { name: "Freeze the calendar" }).click();
	await expect(page.getByText("Give a reason.").first()).toBeVisible();
	expect(await isFrozen()).toBe(false);
	await page.getByLabel("Reason").first().fill("A flood of false submissions");
	await page.getByRole("button", { name: "Freeze the calendar" }).click();
	await expect(page.getByRole("status")).toHaveText("The calendar is frozen.");
	expect(await isFrozen()).toBe(true);
	await page.getByRole("button", { name: "End the freeze" }).click();
	await expect(page.getByRole("status")).toHaveText("The freeze has ended.");
	expect(await isFrozen()).toBe(false);
});

async function stateOf(eventId: string): Promise<string> {
	const { state } = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		select: { state: true },
	});
	return state;
}

async function isFrozen(): Promise<boolean> {
	return (await db.switch.count({ where: { name: "freeze", isOn: true } })) > 0;
}
