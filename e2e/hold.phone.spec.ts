import AxeBuilder from "@axe-core/playwright";
import { db } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { expect, test } from "./support/test";

test("an admin holds an organisation with a reason that its members read, and releases it", async ({
	open,
}) => {
	const organisation = await makeOrganisation({ country: "HU" });
	await makePublished({ organisation, content: { startDate: "2027-02-26" } });
	await db.organisation.update({
		where: { id: organisation.id },
		data: { verifiedAt: new Date(), verifiedBy: "coordinator", verifiedWith: "HU" },
	});
	const path = `/en/admin/organisations/${organisation.id}`;
	const page = await open({ as: await makeUser({ isAdmin: true }) });

	await test.step("hold, after a reason was asked for", async () => {
		await page.goto(path);
		const section = page.getByRole("region", { name: "Hold the organisation" });
		const send = section.getByRole("button", { name: "Hold", exact: true });
		await section.getByLabel("Reason").fill("x");
		await send.click();
		await expect(page.locator("#reason-error")).toHaveText("Give a reason.");
		await section.getByLabel("Reason").fill("Its account was taken over.");
		await send.click();
		await expect(page.getByRole("status")).toContainText("The organisation is held.");
		await expect(page.getByText("Its account was taken over.")).toBeVisible();
		const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
	});

	await test.step("a member reads why, and the public still finds the event", async () => {
		const member = await open({ as: organisation.owner });
		await member.goto(`/en/my/organisations/${organisation.id}`);
		await expect(member.getByText("An administrator holds this organisation")).toBeVisible();
		await expect(member.getByText("Its account was taken over.")).toBeVisible();
		const reader = await open();
		await reader.goto(`/en/organisers/${organisation.slug}`);
		await expect(reader.getByRole("heading", { name: organisation.name })).toBeVisible();
		await expect(reader.getByText("Vouched for by a coordinator")).toHaveCount(0);
	});

	await test.step("release", async () => {
		await page.goto(path);
		await page.getByRole("button", { name: "Release" }).click();
		await expect(page.getByRole("status")).toBeVisible();
		await expect(page.getByText("Its account was taken over.")).toHaveCount(0);
	});
});
