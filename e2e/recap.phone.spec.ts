import type { Page } from "@playwright/test";
import sharp from "sharp";
import { db } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin } from "@/prisma/factories/people";
import { expect, test } from "./support/test";

const PAST = { content: { startDate: "2026-02-26" }, now: new Date("2026-01-10T10:00:00Z") };

async function photograph(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
	const plain = {
		create: { width: 900, height: 600, channels: 3 as const, background: "#6b6459" },
	};
	return {
		name: "IMG_1.jpg",
		mimeType: "image/jpeg",
		buffer: await sharp(plain).jpeg().toBuffer(),
	};
}

for (const javaScriptEnabled of [true, false])
	test(`the link of the morning after leads to a recap that becomes public, script: ${javaScriptEnabled}`, async ({
		open,
	}) => {
		const organisation = await makeOrganisation();
		const { eventId } = await makePublished({ ...PAST, organisation });
		const page = await open({ as: organisation.owner, javaScriptEnabled });
		await page.goto(`/en/my/events/${eventId}/recap`);
		await expectToFit(page);
		await page.getByLabel("Number").fill("120");
		await page
			.getByRole("textbox", { name: "In English", exact: true })
			.fill("A film was shown. <b>Then silence.</b>");
		await page.getByLabel("Picture from the phone").setInputFiles(await photograph());
		await page.getByLabel("Photographer or source").fill("Press office");
		await page.getByLabel(/^Description in English/).fill("Candles on a table");
		await page.getByRole("button", { name: "Add a picture" }).tap();
		await expect(page.getByText("Tick this to send the picture.").first()).toBeVisible();
		await expect(page.getByLabel("Number")).toHaveValue("120");

		await page.getByLabel("Picture from the phone").setInputFiles(await photograph());
		await page.getByLabel(/^Those who can be recognised/).check();
		await page.getByRole("button", { name: "Add a picture" }).tap();
		await expect(page.getByRole("img", { name: "Candles on a table" })).toBeVisible();
		await page.getByText("Press reports").tap();
		await page.getByLabel("Address").first().fill("javascript:alert(1)");
		await page.getByLabel("Title").first().fill("Report");
		await page.getByRole("button", { name: "Send for review" }).tap();
		await expect(page.getByText("begins with https://").first()).toBeVisible();
		await page.getByLabel("Address").first().fill("https://example.org/report");
		await page.getByRole("button", { name: "Send for review" }).tap();
		await page.waitForURL(/done=submitted/);
		await expectToFit(page);

		const reviewer = await open({ as: await makeAdmin(), javaScriptEnabled });
		await reviewer.goto("/en/review");
		await reviewer.locator(`a[href$="/review/recaps/${eventId}"]`).tap();
		await expect(reviewer.getByRole("img", { name: "Candles on a table" })).toBeVisible();
		await expectToFit(reviewer);
		await reviewer.getByRole("radio", { name: /^Approve/ }).check();
		await reviewer.getByRole("button", { name: "Send the decision" }).tap();
		await reviewer.waitForURL(/sent=approve/);

		const { season, slug } = await db.publishedEvent.findUniqueOrThrow({
			where: { id: eventId },
			select: { season: true, slug: true },
		});
		const visitor = await open({ javaScriptEnabled });
		await visitor.goto(`/en/events/${season}/${slug}`);
		const recap = visitor.getByRole("region", { name: "What happened" });
		await expect(recap).toContainText("120 people came");
		await expect(recap).toContainText("<b>Then silence.</b>");
		await expect(recap.getByRole("img", { name: "Candles on a table" })).toBeVisible();
		await expect(recap.getByRole("link", { name: "Report" })).toHaveAttribute(
			"href",
			"https://example.org/report",
		);
		await expectToFit(visitor);
		await visitor.goto(`/en/archive/${season}`);
		await expect(visitor.getByText(/^Attendance reported by/)).toBeVisible();
	});

test("the link of the mail leads through sign-in back to the form, and shows others nothing", async ({
	open,
}) => {
	const { eventId } = await makePublished(PAST);
	const nobody = await open();
	await nobody.goto(`/en/my/events/${eventId}/recap`);
	await expect(nobody).toHaveURL(/\/en\/sign-in\?returnTo=/);
	expect(new URL(nobody.url()).searchParams.get("returnTo")).toBe(`/en/my/events/${eventId}/recap`);
	const other = await makeOrganisation({ country: "FR" });
	const stranger = await open({ as: other.owner, javaScriptEnabled: false });
	const answer = await stranger.request.get(`/en/my/events/${eventId}/recap`);
	expect(answer.status()).toBe(404);
});

async function expectToFit(page: Page): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow, `pixels beyond the edge of ${page.url()}`).toBe(0);
}
