import { db } from "@/lib/db/client";
import { csvOf, goodRow } from "@/prisma/factories/imports";
import { addMember, makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { expect, test } from "./support/test";

test("on a phone a file is sent, its wrong row mended, and all rows are submitted at once", async ({
	open,
}) => {
	test.setTimeout(120_000);
	const { id: organisationId, owner } = await makeOrganisation();
	const page = await open({ as: owner });
	await page.goto("/en/my/import");
	const rows = [
		goodRow(1),
		goodRow(2, { cityName: "Berlinn" }),
		goodRow(3, { attendanceMode: "" }),
	];
	await page.setInputFiles("input[type=file]", {
		name: "events.csv",
		mimeType: "text/csv",
		buffer: Buffer.from(await csvOf(rows)),
	});
	await page.getByRole("button", { name: "Send the file" }).tap();
	await page.locator("select[name=attendanceMode]").selectOption("in_person");
	await page.getByRole("button", { name: "Check all rows" }).tap();
	await expect(page.getByText("2 rows are good · 1 row has problems")).toBeVisible({
		timeout: 30_000,
	});
	await expect(page.getByText("City: This city is not known")).toBeVisible();
	expect(await db.event.count({ where: { organisationId } })).toBe(0);
	await page.getByRole("link", { name: "Mend row 3" }).tap();
	await page.getByLabel("City").fill("Berlin");
	await page.getByRole("button", { name: "Save and check again" }).tap();
	await page.getByRole("button", { name: "Submit 3 events for review" }).tap({ timeout: 30_000 });
	await expect(page.getByText("3 events are submitted for review")).toBeVisible({
		timeout: 30_000,
	});
	expect(await db.event.count({ where: { organisationId, state: "submitted" } })).toBe(3);
});

test("an account is deleted after a fresh sign-in, and not while an organisation would lose its owner", async ({
	open,
}) => {
	const organisation = await makeOrganisation();
	const page = await open({ as: organisation.owner });
	await page.goto("/en/my/account");
	await page.getByRole("link", { name: "Delete my account" }).tap();
	await expect(page.getByText("You are the only owner of")).toBeVisible();
	await addMember(organisation.id, (await makeUser()).id, "owner");
	await page.reload();
	await page.getByRole("button", { name: "Delete my account for good" }).tap();
	await page.waitForURL(/\/en$/);
	await page.goto("/en/my/account");
	await expect(page).toHaveURL(/\/sign-in/);
});
