import { db } from "@/lib/db/client";
import { addMember, makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { expect, test } from "./support/test";

/** A file with three events; the second names a city that is none, the third says not how people attend. */
const FILE = [
	"Type of event,Title (English),Description (English),First day,Start time,Attendance,Country,City,Venue",
	"Ceremony,Commemoration number 1,Speeches and a minute of silence.,2027-02-26,18:00,In person,Germany,Berlin,Hall",
	"Ceremony,Commemoration number 2,Speeches and a minute of silence.,2027-02-26,18:00,In person,Germany,Berlinn,Hall",
	"Ceremony,Commemoration number 3,Speeches and a minute of silence.,2027-02-26,18:00,,Germany,Berlin,Hall",
].join("\r\n");

test("on a phone a file is sent, its wrong row mended, and all rows are submitted at once", async ({
	open,
}) => {
	test.setTimeout(120_000);
	const { id: organisationId, owner } = await makeOrganisation();
	const page = await open({ as: owner });
	await page.goto("/en/my/import");
	await page.setInputFiles("input[type=file]", {
		name: "events.csv",
		mimeType: "text/csv",
		buffer: Buffer.from(FILE),
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
	const editor = await makeUser();
	await addMember(organisation.id, editor.id, "editor");
	const page = await open({ as: organisation.owner });
	await page.goto("/en/my/account");
	await page.getByRole("link", { name: "Delete my account" }).tap();
	await expect(page.getByText("You are the only owner of")).toBeVisible();
	await db.membership.updateMany({ where: { userId: editor.id }, data: { role: "owner" } });
	await page.reload();
	await page.getByRole("button", { name: "Delete my account for good" }).tap();
	await page.waitForURL(/\/en$/);
	await page.goto("/en/my/account");
	await expect(page).toHaveURL(/\/sign-in/);
});
