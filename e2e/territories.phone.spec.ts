import { db } from "@/lib/db/client";
import { makeUser } from "@/prisma/factories/people";
import { expect, test } from "./support/test";

test("an admin makes a territory and names people; the deputy looks after it and goes on leave", async ({
	open,
	faults,
}) => {
	faults.allow(/status of 404/);
	const admin = await makeUser({ isAdmin: true });
	const deputy = await makeUser();
	const page = await open({ as: admin });
	const theirs = await open({ as: deputy });

	await test.step("before they are named the desk does not exist for them", async () => {
		const answer = await theirs.goto("/en/admin/duty");
		expect(answer?.status()).toBe(404);
	});

	await test.step("a territory without a country is refused beside the question", async () => {
		await page.goto("/en/admin/territories");
		await page.getByRole("link", { name: "New territory" }).click();
		await page.getByRole("button", { name: "Save" }).click();
		for (const name of ["Name: This is needed.", "Countries: This is needed."])
			await expect(page.getByRole("alert").getByRole("link", { name })).toBeVisible();
		await page.getByRole("textbox", { name: "Name" }).fill("Nordic countries");
		await page.getByRole("button", { name: "Save" }).click();
		await expect(page.locator("#countries-error")).toHaveText("This is needed.");
		await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Nordic countries");
	});

	await test.step("with countries it is made", async () => {
		for (const country of ["Norway", "Sweden"])
			await page.getByRole("checkbox", { name: country }).check();
		await page.getByLabel("Time zone").selectOption("Europe/Stockholm");
		await page.getByRole("button", { name: "Save" }).click();
		await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nordic countries");
		await expect(page.getByText("Nobody yet")).toBeVisible();
	});

	await test.step("somebody who never signed in cannot be named, somebody who did can", async () => {
		const address = page.getByLabel("E-mail address");
		await address.fill("nobody-at-all@example.org");
		await page.getByRole("button", { name: "Name this person" }).click();
		await expect(page.locator("#person-email-error")).toContainText("Nobody has signed in");
		await address.fill(deputy.email);
		await page.getByLabel("As", { exact: true }).selectOption("deputy");
		await page.getByRole("button", { name: "Name this person" }).click();
		await expect(page.getByRole("status")).toContainText("Named");
		await expect(page.getByRole("listitem").filter({ hasText: deputy.email })).toContainText(
			"Deputy",
		);
	});

	await test.step("the deputy is asked for a second factor at the next click", async () => {
		await theirs.goto("/en/admin/duty");
		await expect(theirs).toHaveURL(/\/second-factor/);
	});

	const desk = await open({ as: deputy });
	await test.step("and then sees the territory, and plans days away", async () => {
		await desk.goto("/en/admin/duty");
		await expect(desk.getByRole("region", { name: "Nordic countries" })).toContainText("Norway");
		await desk.getByLabel("First day away").fill("2027-02-20");
		await desk.getByLabel("Last day away").fill("2027-02-18");
		await desk.getByRole("button", { name: "Enter these days" }).click();
		await expect(desk.locator("#toDate-error")).toContainText("must not be before");
		await desk.getByLabel("Last day away").fill("2027-02-22");
		await desk.getByRole("button", { name: "Enter these days" }).click();
		await expect(desk.getByText(/^20.{1,3}22 February 2027$/).first()).toBeVisible();
		expect(await db.absence.count({ where: { userId: deputy.id } })).toBe(1);
	});

	await test.step("removed, they have it no more", async () => {
		await page.getByRole("button", { name: `Remove ${deputy.email}` }).click();
		await expect(page.getByRole("status")).toContainText("Removed");
		const answer = await desk.goto("/en/admin/duty");
		expect(answer?.status()).toBe(404);
	});
});

test("an admin enters the days on which a coordinator is ill", async ({ open }) => {
	const admin = await makeUser({ isAdmin: true });
	const coordinator = await makeUser({ countries: ["IS"] });
	const page = await open({ as: admin });
	await page.goto(`/en/admin/people/${coordinator.id}`);
	await page.getByLabel("First day away").fill("2027-02-20");
	await page.getByLabel("Last day away").fill("2027-02-22");
	await page.getByRole("button", { name: "Enter these days" }).click();
	await expect(page.getByRole("status")).toContainText("Done, and recorded");
	const theirs = await open({ as: coordinator });
	await theirs.goto("/en/admin/duty");
	await expect(theirs.getByText(/^20.{1,3}22 February 2027$/).first()).toBeVisible();
	await page.getByRole("button", { name: /^Remove 20/ }).click();
	await expect(page.getByText("None planned.")).toBeVisible();
	expect(await db.absence.count({ where: { userId: coordinator.id } })).toBe(0);
});
