import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser, makeViewer } from "@/prisma/factories/people";
import { linkIn, mailTo } from "./support/mails";
import { expect, test } from "./support/test";

/** A name of its own: a badge holds everybody of the same name. */
function freshName(): string {
	return `Society ${randomUUID().slice(0, 8)}`;
}

async function press(page: Page, name: string): Promise<void> {
	await page.getByRole("main").getByRole("button", { name, exact: true }).click();
}

test("an owner invites, the invited person joins and is handed the organisation", async ({
	open,
}) => {
	const name = freshName();
	const { id, owner } = await makeOrganisation({ name, kind: "other" });
	const email = `e2e-${randomUUID()}@example.org`;
	const page = await open({ as: owner });
	await page.goto("/en/my");
	await page.getByRole("link", { name }).click();
	await page.getByLabel("E-mail address").first().fill(email);
	await press(page, "Send the invitation");
	await expect(page.getByRole("status")).toHaveText(/on its way/);
	const link = linkIn(await mailTo(email, "invitation"));

	const stranger = await open({ as: await makeUser() });
	await stranger.goto(link);
	await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(
		"There is no invitation here for you",
	);
	await expect(stranger.getByText(name)).toHaveCount(0);
	const anonymous = await open();
	await anonymous.goto(link);
	await expect(anonymous.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();
	await expect(anonymous.getByText(name)).toHaveCount(0);

	const invited = await makeUser({ email });
	const guest = await open({ as: invited });
	await guest.goto(link);
	await press(guest, "Accept the invitation");
	await expect(guest.getByRole("status")).toHaveText("Welcome. You are a member now.");
	await guest.goto(link);
	await expect(guest.getByRole("heading", { level: 1 })).toHaveText(
		"There is no invitation here for you",
	);

	await page.goto(`/en/my/organisations/${id}`);
	await page.getByText(`Change ${email}`).click();
	await press(page, "Hand over");
	await expect(page.getByRole("status")).toHaveText(/handed over/);
	expect((await makeViewer(invited)).memberships).toEqual([{ organisationId: id, role: "owner" }]);
});

test("a profile in two languages, the badge by two people, and the public page", async ({
	open,
}) => {
	const name = freshName();
	const made = await makeOrganisation({ name, kind: "other", country: "AT" });
	const { id, slug, owner } = made;
	await makePublished({ organisation: made });
	const page = await open({ as: owner });
	await page.goto(`/en/my/organisations/${id}/profile`);
	for (const [language, description] of [
		["English", "Who we are."],
		["Azərbaycanca", "Biz kimik."],
	] as const) {
		const part = page.getByRole("group").filter({ hasText: language }).last();
		await part.getByText(language, { exact: true }).click();
		await part.getByLabel("About the organisation").fill(description);
	}
	await press(page, "Save the profile");
	await expect(page.getByRole("status")).toHaveText(/once a reviewer has read it/);

	await page.getByText("Ask for the badge").click();
	await page.getByLabel("By a coordinator").check();
	await press(page, "Send the request");
	await expect(page.getByRole("status")).toHaveText(/with the reviewers/);

	const coordinator = await open({ as: await makeUser({ countries: ["AT"] }) });
	await coordinator.goto(`/en/admin/organisations/${id}`);
	await press(coordinator, "Vouch for this organisation");
	await expect(coordinator.getByRole("status")).toHaveText(/Another person has to confirm/);
	const admin = await open({ as: await makeUser({ isAdmin: true }) });
	await admin.goto("/en/admin/organisations?view=all");
	await admin.getByLabel("Name").fill(name);
	await press(admin, "Find");
	await admin.getByRole("link", { name }).click();
	await press(admin, "Publish the profile");
	await expect(admin.getByRole("status")).toHaveText("The profile is public.");
	await press(admin, "Confirm and give the badge");
	await expect(admin.getByRole("status")).toHaveText("The organisation is verified.");
	expect((await db.organisation.findUniqueOrThrow({ where: { id } })).verifiedWith).toBe("AT");

	const reader = await open();
	await reader.goto(`/az/organisers/${slug}`);
	await expect(reader.getByText("Biz kimik.")).toBeVisible();
	await reader.goto(`/en/organisers/${slug}`);
	await expect(reader.getByText("Who we are.")).toBeVisible();
	await expect(reader.getByText("Vouched for by a coordinator (Austria).")).toBeVisible();
});
