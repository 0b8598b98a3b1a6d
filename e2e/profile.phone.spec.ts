import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { requireSound } from "./support/require-sound";
import { expect, test } from "./support/test";
import { word } from "./support/words";

const AZ = "Tallində yaşayan azərbaycanlıların cəmiyyəti.";
const AR = "جمعية الأذربيجانيين المقيمين في تالين.";

test("on a phone a profile gets texts in two languages, a logo, contacts and countries, and the public page shows it all", async ({
	open,
}) => {
	test.setTimeout(240_000);
	const name = `Society ${randomUUID().slice(0, 8)}`;
	const organisation = await makeOrganisation({ country: "EE", name });
	await makePublished({ organisation });
	const page = await open({ as: organisation.owner });

	await test.step("a logo without its credit is refused beside the field, and what was typed stays", async () => {
		await page.goto(`/en/my/organisations/${organisation.id}/profile`);
		for (const [language, ownName, text] of [
			["Azərbaycanca", "Tallin Cəmiyyəti", AZ],
			["العربية", "جمعية تالين", AR],
		] as const) {
			const part = page.getByRole("group").filter({ hasText: language }).last();
			await part.getByText(language, { exact: true }).tap();
			await part.getByLabel("Name in this language").fill(ownName);
			await part.getByLabel("About the organisation").fill(text);
		}
		await page.getByText("Add countries").tap();
		await page.getByRole("checkbox", { name: "Latvia", exact: true }).check();
		await page.getByRole("checkbox", { name: "Finland", exact: true }).check();
		await page.getByLabel("File").setInputFiles(await logo());
		await page.getByLabel("Contact e-mail").fill("office@example.org");
		await page.getByLabel("Contact phone").fill("+372 600 0000");
		await page.getByRole("button", { name: "Save the profile" }).tap();
		await expect(page.locator("#logoCredit-error")).toBeVisible();
		await expect(page.getByRole("checkbox", { name: "Latvia", exact: true })).toBeChecked();
		await expect(page.getByLabel("Contact phone")).toHaveValue("+372 600 0000");
		await requireSound(page);
	});

	await test.step("it is saved, and an admin who has read it publishes it", async () => {
		await page.getByLabel("File").setInputFiles(await logo());
		await page.getByLabel("Credit").fill("Drawn by the society");
		await page.getByRole("button", { name: "Save the profile" }).tap();
		await expect(page.getByRole("status")).toContainText("once a reviewer has read it");
		const admin = await open({ as: await makeUser({ isAdmin: true }) });
		await admin.goto(`/en/admin/organisations/${organisation.id}`);
		await expect(admin.getByText(AZ)).toBeVisible();
		await requireSound(admin);
		await admin.getByRole("button", { name: "Publish the profile" }).tap();
		await expect(admin.getByRole("status")).toContainText("The profile is public");
	});

	await test.step("in each language the public page has the text, the logo, the contacts and the countries", async () => {
		const reader = await open();
		for (const [locale, ownName, text] of [
			["az", "Tallin Cəmiyyəti", AZ],
			["ar", "جمعية تالين", AR],
		] as const) {
			await reader.goto(`/${locale}/organisers/${organisation.slug}`);
			await expect(reader.getByRole("heading", { level: 1 })).toHaveText(ownName);
			await expect(reader.getByText(text)).toBeVisible();
			await expect(reader.getByText("Drawn by the society")).toBeVisible();
			await expect(reader.getByRole("link", { name: "office@example.org" })).toBeVisible();
			await expect(reader.getByRole("link", { name: "+372 600 0000" })).toHaveAttribute(
				"href",
				"tel:+3726000000",
			);
			const covers = reader
				.locator("dl > div")
				.filter({ hasText: word(locale, "organisers.covers") });
			await expect(covers.getByRole("link")).toHaveCount(2);
			const picture = reader.getByRole("figure").getByRole("img");
			await picture.scrollIntoViewIfNeeded();
			await expect(async () => {
				const width = await picture.evaluate((img: HTMLImageElement) => img.naturalWidth);
				expect(width).toBeGreaterThan(0);
			}).toPass({ timeout: 10_000 });
			await requireSound(reader);
		}
		await expect(reader.locator("html")).toHaveAttribute("dir", "rtl");
	});
});

async function logo() {
	const plain = { width: 400, height: 240, channels: 3 as const, background: "#3f5a52" };
	const buffer = await sharp({ create: plain }).png().toBuffer();
	return { name: "logo.png", mimeType: "image/png", buffer };
}
