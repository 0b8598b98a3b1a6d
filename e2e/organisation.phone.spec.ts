import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { linkIn, mailTo } from "./support/mails";
import { expect, test } from "./support/test";

test("on a phone somebody is invited, joins, and leaves again", async ({ open }) => {
	const { id, owner } = await makeOrganisation({ name: `Union ${randomUUID().slice(0, 8)}` });
	const invited = await makeUser({ email: `phone-${randomUUID()}@example.org` });
	const page = await open({ as: owner });
	await page.goto(`/en/my/organisations/${id}`);
	await expectToFit(page);
	await page.getByLabel("E-mail address").first().fill(invited.email);
	await page.getByRole("button", { name: "Send the invitation" }).tap();
	await expect(page.getByRole("status")).toHaveText(/on its way/);
	await page.goto(`/en/my/organisations/${id}/profile`);
	await expectToFit(page);

	const guest = await open({ as: invited });
	await guest.goto(linkIn(await mailTo(invited.email, "invitation")));
	await expectToFit(guest);
	await guest.getByRole("button", { name: "Accept the invitation" }).tap();
	await expect(guest.getByRole("status")).toHaveText(/You are a member now/);
	await expectToFit(guest);
	await guest.getByText("Leave the organisation").first().tap();
	await guest.getByRole("button", { name: "Leave the organisation" }).tap();
	await guest.waitForURL(/\/en\/my$/);
});

async function expectToFit(page: Page): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow, `pixels beyond the edge of ${page.url()}`).toBe(0);
}
