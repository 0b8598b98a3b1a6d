import { makeEditor, makeOrganisation } from "@/prisma/factories/organisations";
import { requireSound } from "./support/require-sound";
import { expect, test } from "./support/test";

test("on a phone the last owner reads why leaving is not possible, hands over, and then leaves", async ({
	open,
	faults,
}) => {
	faults.allow(/status of 404/);
	test.setTimeout(180_000);
	const organisation = await makeOrganisation({ country: "EE", name: "Society of a bridge" });
	const heir = await makeEditor(organisation.id);
	const path = `/en/my/organisations/${organisation.id}`;
	const page = await open({ as: organisation.owner });

	await test.step("the last owner cannot leave, and reads what to do", async () => {
		await page.goto(path);
		await expect(page.getByText("You are the only owner.")).toContainText(
			"hand the organisation over",
		);
		await expect(page.getByText("Leave the organisation")).toHaveCount(0);
		await expect(page.getByText("Close the organisation")).toHaveCount(0);
		await requireSound(page);
	});

	await test.step("nor with the account, whose page says the same", async () => {
		await page.goto("/en/my/account/delete");
		await expect(page.getByRole("main")).toContainText(organisation.name);
		await expect(page.getByRole("button", { name: "Delete my account for good" })).toHaveCount(0);
		await requireSound(page);
	});

	await test.step("an editor becomes the owner, and the former owner leaves", async () => {
		await page.goto(path);
		await page.getByText(`Change ${heir.email}`).tap();
		await page.getByRole("button", { name: "Hand over" }).tap();
		await expect(page.getByRole("status")).toContainText("You are an editor now");
		await expect(page.getByRole("link", { name: "Edit the profile" })).toHaveCount(0);
		await page.getByText("Leave the organisation").first().tap();
		await page.getByRole("button", { name: "Leave the organisation" }).tap();
		await page.waitForURL(/\/en\/my$/);
		await expect(page.getByText(organisation.name)).toHaveCount(0);
		expect((await page.goto(path))?.status()).toBe(404);
	});

	await test.step("the heir owns it alone now, and reads the same", async () => {
		const theirs = await open({ as: heir });
		await theirs.goto(path);
		await expect(theirs.getByRole("link", { name: "Edit the profile" })).toBeVisible();
		await expect(theirs.getByText("You are the only owner.")).toBeVisible();
		await expect(theirs.getByText(organisation.owner.email)).toHaveCount(0);
	});
});

test("two owners who leave at the same moment: one stays, and is told why", async ({ open }) => {
	const organisation = await makeOrganisation({ country: "EE", name: "Society of a ferry" });
	const other = await makeEditor(organisation.id);
	const page = await open({ as: organisation.owner });
	const path = `/en/my/organisations/${organisation.id}`;
	await page.goto(path);
	await page.getByText(`Change ${other.email}`).tap();
	await page.getByRole("button", { name: "Make an owner" }).tap();
	await expect(page.getByRole("status")).toContainText("The role is changed");

	// Both have the way out before them.
	const theirs = await open({ as: other });
	await theirs.goto(path);
	await page.goto(path);
	for (const each of [page, theirs]) await each.getByText("Leave the organisation").first().tap();
	await theirs.getByRole("button", { name: "Leave the organisation" }).tap();
	await theirs.waitForURL(/\/en\/my$/);
	await page.getByRole("button", { name: "Leave the organisation" }).tap();
	await expect(page.getByRole("main")).toContainText(/owner/);
	await expect(page).toHaveURL(new RegExp(`${path}(\\?|$)`));
	await expect(page.getByRole("alert").first()).toBeVisible();
	await requireSound(page);
});
