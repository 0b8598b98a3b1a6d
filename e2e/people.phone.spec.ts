import { db } from "@/lib/db/client";
import { makeUser } from "@/prisma/factories/people";
import { expect, test } from "./support/test";

test("an admin closes an account with a reason and reads of it in the audit log", async ({
	open,
	faults,
}) => {
	faults.allow(/status of 404/);
	const admin = await makeUser({ isAdmin: true });
	const person = await makeUser();
	const page = await open({ as: admin });
	const theirs = await open({ as: person });
	await theirs.goto("/en/my/account");
	await expect(theirs.getByText(person.email).first()).toBeVisible();

	await test.step("find the person and close the account", async () => {
		await page.goto("/en/admin/people");
		await page.getByLabel("Name or e-mail address").fill(person.email);
		await page.getByRole("button", { name: "Find" }).click();
		await page.getByRole("link", { name: person.email }).click();
		const send = page.getByRole("button", { name: "Close the account" });
		await page.getByLabel("Reason").fill("x");
		await send.click();
		await expect(page.locator("#reason-error")).toHaveText("Give a reason.");
		await page.getByLabel("Reason").fill("The embassy says that this is not theirs.");
		await send.click();
		await expect(page.getByRole("status")).toContainText("The account is closed");
	});

	await test.step("the next click of the person leads to the sign-in", async () => {
		await theirs.goto("/en/my/account");
		await expect(theirs).toHaveURL(/\/sign-in/);
	});

	await test.step("the audit log says so, on the page and in the file", async () => {
		await page.goto(`/en/admin/audit?actor=${encodeURIComponent(admin.email)}`);
		await expect(page.getByRole("rowheader", { name: "account.closed" })).toBeVisible();
		const href = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
		const file = await page.request.get(href ?? "");
		expect(await file.text()).toContain(`${admin.email},account.closed,user,${person.id}`);
		const refused = await theirs.request.get(href ?? "");
		expect(refused.status()).toBe(401);
	});

	await test.step("a coordinator has neither", async () => {
		const desk = await open({ as: await makeUser({ countries: ["HU"] }) });
		for (const path of ["people", `people/${person.id}`, "audit"])
			expect((await desk.goto(`/en/admin/${path}`))?.status(), path).toBe(404);
		expect((await desk.request.get("/api/admin/audit/audit.csv")).status()).toBe(404);
	});

	expect((await db.user.findUniqueOrThrow({ where: { id: person.id } })).disabledAt).not.toBeNull();
});
