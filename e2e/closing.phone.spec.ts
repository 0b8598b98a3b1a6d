import { db } from "@/lib/db/client";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { linkIn, mailTo } from "./support/mails";
import { requireSound } from "./support/require-sound";
import { expect, test } from "./support/test";
import { word } from "./support/words";

test("on a phone the last member closes an organisation on the way to deleting the account", async ({
	open,
}) => {
	test.setTimeout(180_000);
	const organisation = await makeOrganisation({ country: "EE", name: "Society of a harbour" });
	const draft = await makeDraft({ organisation });
	await makePublished({
		organisation,
		content: { startDate: "2026-02-26" },
		now: new Date("2026-01-10T10:00:00Z"),
	});
	const page = await open({ as: organisation.owner });
	await page.goto("/en/my/account/delete");
	await expect(page.getByText("You are the only member of")).toBeVisible();
	await page.getByText("Close the organisation").first().tap();
	await requireSound(page);
	await page.getByRole("button", { name: "Close it for good" }).tap();
	await expect(page.getByRole("status")).toContainText("The organisation is no longer yours");
	await page.getByRole("button", { name: "Delete my account for good" }).tap();
	await page.waitForURL(/\/en$/);

	const { state } = await db.event.findUniqueOrThrow({ where: { id: draft.eventId } });
	expect(state).toBe("withdrawn");
	const visitor = await open();
	await visitor.goto(`/en/organisers/${organisation.slug}`);
	await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(organisation.name);
	await expect(visitor.getByRole("heading", { name: "Latest past events" })).toBeVisible();
	await expect(visitor.getByRole("heading", { name: "Coming events" })).toHaveCount(0);
});

test("without script it is closed from its own page, and what was never public vanishes", async ({
	open,
	faults,
}) => {
	faults.allow(/status of 404/);
	const organisation = await makeOrganisation({ country: "EE", name: "Society of an island" });
	const page = await open({ as: organisation.owner, javaScriptEnabled: false });
	await page.goto(`/en/my/organisations/${organisation.id}`);
	await page.getByText("Close the organisation").first().click();
	await page.getByRole("button", { name: "Close it for good" }).click();
	await expect(page.getByRole("main")).toContainText("The organisation is no longer yours");
	expect((await page.goto(`/en/my/organisations/${organisation.id}`))?.status()).toBe(404);
});

test("on a phone an admin closes an organisation with a reason, and its public page says so in each language", async ({
	open,
	faults,
}) => {
	faults.allow(/status of 404/);
	test.setTimeout(240_000);
	const organisation = await makeOrganisation({ country: "EE", name: "Society of a lighthouse" });
	const coming = await makePublished({ organisation });
	const draft = await makeDraft({ organisation });
	const admin = await open({ as: await makeUser({ isAdmin: true }) });
	const send = admin.getByRole("button", { name: "Close it for good" });

	await test.step("what becomes of its coming events is said beforehand, and a reason is asked for", async () => {
		await admin.goto(`/en/admin/organisations/${organisation.id}`);
		const section = admin.getByRole("region", { name: "Close the organisation" });
		await expect(section).toContainText("1 coming public event stays as it is");
		await expect(section.locator(`a[href$="/review/${coming.eventId}"]`)).toBeVisible();
		await section.locator("summary").tap();
		await section.getByLabel("Reason").fill("x");
		await section.getByLabel("Day on which it was dissolved").fill("2026-03-01");
		await requireSound(admin);
		await send.tap();
		await expect(admin.locator("#close-reason-error")).toHaveText("Give a reason.");
		await expect(section.getByLabel("Day on which it was dissolved")).toHaveValue("2026-03-01");
		await section.getByLabel("Reason").fill("The society was dissolved.");
		await send.tap();
		await expect(admin.getByRole("status")).toContainText("The organisation is closed");
		await expect(send).toHaveCount(0);
		await requireSound(admin);
	});

	await test.step("its member reads why, and has it no more", async () => {
		const mail = await mailTo(organisation.owner.email, "organisationClosed");
		expect(mail.text).toContain("The society was dissolved.");
		const member = await open({ as: organisation.owner });
		await member.goto(linkIn(mail));
		await expect(member.getByText(organisation.name)).toHaveCount(0);
		expect((await member.goto(`/en/my/events/${draft.eventId}`))?.status()).toBe(404);
	});

	await test.step("the public page keeps its events and says that it is closed", async () => {
		const visitor = await open();
		for (const locale of ["en", "az", "tr", "ru", "ar", "de", "fr", "es"]) {
			await visitor.goto(`/${locale}/organisers/${organisation.slug}`);
			await expect(visitor.getByRole("main")).toContainText(word(locale, "organisers.closedText"));
			await expect(visitor.getByRole("main")).toContainText("2026");
			await expect(visitor.getByRole("main")).not.toContainText(
				word(locale, "organisers.notVerified"),
			);
			await requireSound(visitor);
		}
		for (const locale of ["en", "az", "ar"]) {
			const listed = visitor
				.getByRole("listitem")
				.filter({ has: visitor.getByRole("link", { name: organisation.name, exact: true }) });
			await visitor.goto(`/${locale}/organisers`);
			await expect(
				listed.getByText(word(locale, "organisers.closed"), { exact: true }),
			).toBeVisible();
		}
		await visitor.goto(`/en/organisers/${organisation.slug}`);
		const data = await visitor.locator('script[type="application/ld+json"]').first().textContent();
		expect(JSON.parse(data ?? "")).toMatchObject({ dissolutionDate: "2026-03-01" });
		const answer = await visitor.request.get(`/api/v1/organisers/${organisation.slug}`);
		expect(await answer.json()).toMatchObject({ dissolvedOn: "2026-03-01", events: 1 });
	});
});
