import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { totpCode, totpStep } from "@/lib/accounts/totp";
import { db } from "@/lib/db/client";
import { APPROVED_BEFORE_TRUST } from "@/lib/moderation/trust";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { type MadeOrganisation, makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { makeApp } from "@/prisma/factories/sessions";
import { decideOn, submitForm } from "./support/event-form";
import { requireSound } from "./support/require-sound";
import { expect, test } from "./support/test";

test("on a phone an organisation earns trust, publishes at once, is sampled, and loses the trust again", async ({
	open,
}) => {
	test.setTimeout(300_000);
	const organisation = await makeOrganisation({ country: "EE", name: `Society ${randomUUID()}` });
	for (let n = 1; n < APPROVED_BEFORE_TRUST; n++) await makePublished({ organisation });
	const coordinator = await open({ as: await makeUser({ countries: ["EE"] }) });
	const adminUser = await makeUser({ isAdmin: true });
	const { secret } = await makeApp(adminUser);
	const admin = await open({ as: adminUser });
	const organiser = await open({ as: organisation.owner });
	const desk = `/en/admin/organisations/${organisation.id}`;
	const trustButton = admin.getByRole("button", { name: "Trust this organisation" });

	await test.step("what a new one submits is reviewed, and no trust is offered yet", async () => {
		const eventId = await submitDraft(organiser, organisation);
		await expect(organiser.getByText("A coordinator reads it now.")).toBeVisible();
		await admin.goto(desk);
		await expect(
			admin.getByText(`After ${APPROVED_BEFORE_TRUST} approved events`, { exact: false }),
		).toContainText(`it has ${APPROVED_BEFORE_TRUST - 1}.`);
		await expect(trustButton).toHaveCount(0);
		await decideOn(coordinator, eventId, "Approve");
	});

	await test.step("then an admin is offered to trust it, with a fresh proof", async () => {
		await db.session.updateMany({
			where: { userId: adminUser.id },
			data: { provenAt: new Date(Date.now() - 11 * 60_000) },
		});
		await admin.goto(desk);
		await expect(trustButton).toHaveCount(0);
		await admin.getByRole("link", { name: "Prove it" }).tap();
		await admin.getByLabel("Code of the app").fill(totpCode(secret, totpStep(new Date())));
		await admin.getByRole("button", { name: "Go on" }).tap();
		await expect(admin).toHaveURL(new RegExp(`${desk}$`));
		await requireSound(admin);
		await trustButton.tap();
		await expect(admin.getByRole("status")).toContainText("trusted from now on");
		await coordinator.goto(desk);
		await expect(coordinator.getByRole("button", { name: "End the trust" })).toHaveCount(0);
	});

	await test.step("the next event is public at once, and its organiser is told so", async () => {
		const eventId = await submitDraft(organiser, organisation);
		await expect(organiser.getByRole("status")).toContainText("This is public now");
		await requireSound(organiser);
		const { slug, season } = await db.publishedEvent.findUniqueOrThrow({ where: { id: eventId } });
		const reader = await open();
		await reader.goto(`/en/events/${season}/${slug}`);
		await expect(reader.getByRole("main")).toContainText(organisation.name);
		await coordinator.goto("/en/review?country=EE");
		await expect(coordinator.locator(`a[href$="/review/${eventId}"]`)).toHaveCount(0);
		await lookAtSample(coordinator, eventId);
	});

	await test.step("once the trust is ended the next one waits again", async () => {
		await admin.goto(desk);
		await admin.getByRole("button", { name: "End the trust" }).tap();
		await expect(admin.getByRole("status")).toContainText("Submissions wait for review again");
		const eventId = await submitDraft(organiser, organisation);
		await expect(organiser.getByText("A coordinator reads it now.")).toBeVisible();
		expect(await db.publishedEvent.count({ where: { id: eventId } })).toBe(0);
		await coordinator.goto("/en/review?country=EE");
		await expect(coordinator.locator(`a[href$="/review/${eventId}"]`)).toBeVisible();
	});
});

/** Submits a complete draft from its form. */
async function submitDraft(page: Page, organisation: MadeOrganisation): Promise<string> {
	const { eventId } = await makeDraft({ organisation });
	await page.goto(`/en/my/events/${eventId}/edit`);
	return submitForm(page);
}

/** One in five is picked by chance; here chance picks this one. */
async function lookAtSample(page: Page, eventId: string): Promise<void> {
	const where = { eventId, isByTrust: true };
	expect(await db.decision.updateMany({ where, data: { isSampled: true } })).toEqual({ count: 1 });
	const line = page.locator(`a[href$="/review/${eventId}"]`);
	await page.goto("/en/review?view=published");
	await line.tap();
	await expect(page.getByText("Published without review")).toBeVisible();
	await requireSound(page);
	await page.getByRole("button", { name: "I have looked at it" }).tap();
	await expect(page.getByRole("status")).toContainText("Noted: you have looked at it");
	await page.goto("/en/review?view=published");
	await expect(line).toHaveCount(0);
}
