import { totpCode, totpStep } from "@/lib/accounts/totp";
import { db } from "@/lib/db/client";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeCoordinator, makeUser } from "@/prisma/factories/people";
import { makeApp } from "@/prisma/factories/sessions";
import { expect, test } from "./support/test";

const CHANGES = {
	"/admin/switches": "Freeze the calendar",
	"/admin/silence": "Save",
	"/admin/territories/new": "Save",
	"/admin/blocklist": "Add",
};

test("an admin proves the second factor once more before a change for everybody", async ({
	open,
}) => {
	const admin = await makeUser({ isAdmin: true });
	const { secret } = await makeApp(admin);
	const page = await open({ as: admin });
	const provenSince = (minutes: number) =>
		db.session.updateMany({
			where: { userId: admin.id },
			data: { provenAt: new Date(Date.now() - minutes * 60_000) },
		});

	await provenSince(11);
	for (const [path, button] of Object.entries(CHANGES)) {
		await page.goto(`/en${path}`);
		await expect(page.getByText("prove your second factor again")).toBeVisible();
		await expect(page.getByRole("button", { name: button, exact: true })).toHaveCount(0);
	}

	await test.step("nor at a person or an organisation", async () => {
		const { id } = await makeCoordinator("HU");
		await page.goto(`/en/admin/people/${id}`);
		await expect(page.getByText("prove your second factor again")).toBeVisible();
		await expect(page.getByRole("heading", { name: "Days away" })).toHaveCount(0);
		await page.goto(`/en/admin/organisations/${(await makeOrganisation()).id}`);
		await expect(page.getByText("prove your second factor again")).toBeVisible();
		await expect(page.getByRole("button", { name: "Hold", exact: true })).toHaveCount(0);
	});

	await test.step("a proof leads back to the switches", async () => {
		await page.goto("/en/admin/switches");
		await page.getByRole("link", { name: "Prove it" }).click();
		await page.getByLabel("Code of the app").fill(totpCode(secret, totpStep(new Date())));
		await page.getByRole("button", { name: "Go on" }).click();
		await expect(page).toHaveURL(/\/en\/admin\/switches$/);
		await expect(page.getByRole("button", { name: "Freeze the calendar" })).toBeVisible();
	});

	await test.step("a form that stood open too long is refused, and keeps what was typed", async () => {
		await page.goto("/en/admin/silence");
		await page.getByLabel("Country", { exact: true }).selectOption("IS");
		await page.getByLabel("Local time").fill("17:00");
		await provenSince(11);
		await page.getByRole("button", { name: "Save", exact: true }).click();
		await expect(page.getByText("Prove your second factor once more").first()).toBeVisible();
		await expect(page.getByLabel("Country", { exact: true })).toHaveValue("IS");
		expect(await db.minuteOfSilence.count({ where: { country: "IS" } })).toBe(0);
	});
});
