import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { db } from "@/lib/db/client";
import { edit, makeDraft } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { makeStoredPicture } from "@/prisma/factories/pictures";
import { expect, test } from "./support/test";

const TEXTS = { en: { title: "Exhibition of photographs", description: "" } };

async function photograph(background: string) {
	const plain = { create: { width: 900, height: 600, channels: 3, background } } as const;
	const buffer = await sharp(plain).jpeg().toBuffer();
	return { name: "IMG_1.jpg", mimeType: "image/jpeg", buffer };
}

async function describePicture(page: Page, number: number, said: { alt: string; credit: string }) {
	const picture = page.getByRole("listitem").filter({
		has: page.getByRole("heading", { name: `Picture ${number}`, exact: true }),
	});
	await picture.getByLabel("What can be seen").fill(said.alt);
	await picture.getByLabel("Photographer or source").fill(said.credit);
	await picture.getByLabel("What others may do with it").selectOption("CC-BY-SA-4.0");
	return picture;
}

async function expectAccessible(page: Page) {
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow).toBe(0);
}

test("on a phone two pictures are added, ordered, focused, approved and public with captions", async ({
	open,
}) => {
	test.setTimeout(180_000);
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makeDraft({ organisation, content: { texts: TEXTS } });
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await expect(page.getByText("All changes are saved")).toBeVisible();
	await page.getByLabel("Choose a picture").setInputFiles(await photograph("#54504a"));
	await expect(page.getByLabel("What can be seen")).toBeFocused();
	await page.getByRole("button", { name: "Submit for review" }).tap();
	const refused = page.getByRole("alert").filter({ hasText: "Picture 1" });
	await expect(refused).toContainText("Picture 1 (English): Describe the picture");
	await expect(refused).toContainText("Picture 1 (Photographer or source): ");
	await describePicture(page, 1, { alt: "Candles", credit: "Aysel" });

	await page.getByText("Add another picture").tap();
	await page.getByLabel("Choose a picture").setInputFiles(await photograph("#8a8378"));
	const second = await describePicture(page, 2, { alt: "A wreath", credit: "© Press office" });
	await second.getByText("What must stay in sight").tap();
	const point = second.getByRole("button", { name: /^The most important point/ });
	await point.tap({ position: { x: 2, y: 2 } });
	await expect(second.getByLabel("From the left, in %")).toHaveValue(/^[0-2]$/);
	await point.press("ArrowDown");
	await second.getByLabel("From the left, in %").fill("90");
	await page.getByRole("button", { name: "Move down Picture 1" }).tap();
	await expect(page.getByLabel("What can be seen").first()).toHaveValue("A wreath");
	await expect(page.getByLabel("From the left, in %").first()).toHaveValue("90");
	await expectAccessible(page);
	await page.getByRole("button", { name: "Move down Picture 1" }).tap();
	await page.getByRole("button", { name: "Submit for review" }).tap();
	await page.waitForURL(/\?done=submitted$/);

	const media = await db.media.findMany({
		where: { organisationId: organisation.id },
		select: { id: true },
	});
	expect(media).toHaveLength(2);
	const visitor = await open();
	for (const { id } of media)
		expect((await visitor.request.get(`/media/${id}/480.webp`)).status()).toBe(404);

	const reviewer = await open({ as: await makeUser({ countries: ["EE"] }) });
	await reviewer.goto(`/en/review/${eventId}`);
	await expect(reviewer.getByRole("img", { name: "A wreath" })).toBeVisible();
	await expectAccessible(reviewer);
	await reviewer.getByRole("radio", { name: /^Approve/ }).check();
	await reviewer.getByRole("button", { name: "Send the decision" }).tap();
	await reviewer.waitForURL(/sent=approve/);

	const answer = await (await visitor.request.get(`/api/v1/events/${eventId}?lang=en`)).json();
	expect(answer.images).toMatchObject([
		{ credit: "Aysel", licence: "CC-BY-SA-4.0", focus: null },
		{ credit: "© Press office", focus: { x: 0.9 } },
	]);
	await visitor.goto(answer.url);
	await expect(visitor.getByText("Picture: Aysel")).toBeVisible();
	await expect(visitor.getByText("© Press office")).toBeVisible();
	const tile = visitor.getByRole("img", { name: "A wreath" });
	await expect(tile).toHaveCSS("object-position", /^90% /);
	expect(await tile.evaluate((image: HTMLImageElement) => image.loading)).toBe("lazy");
	const deed = visitor.getByRole("link", { name: /^CC BY-SA 4\.0/ }).first();
	await expect(deed).toHaveAttribute("href", "https://creativecommons.org/licenses/by-sa/4.0/");
	await expectAccessible(visitor);
});

test("without script pictures are added, ordered, focused and removed", async ({ open }) => {
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makeDraft({ organisation, content: { texts: TEXTS } });
	const page = await open({ as: organisation.owner, javaScriptEnabled: false });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await page.getByLabel("Choose a picture").setInputFiles(await photograph("#54504a"));
	await page.getByRole("button", { name: "Add this picture" }).tap();
	await describePicture(page, 1, { alt: "Candles", credit: "Aysel" });
	await page.getByText("What must stay in sight").tap();
	await page.getByLabel("From the left, in %").fill("10");
	await page.getByText("Add another picture").tap();
	await page.getByLabel("Choose a picture").setInputFiles(await photograph("#8a8378"));
	await page.getByRole("button", { name: "Add this picture" }).tap();
	await expect(page.getByLabel("What can be seen")).toHaveCount(2);
	await page.getByRole("button", { name: "Move up Picture 2" }).tap();
	await expect(page.getByLabel("What can be seen").last()).toHaveValue("Candles");
	await page.getByText("What must stay in sight").last().tap();
	await expect(page.getByLabel("From the left, in %").last()).toHaveValue("10");
	await page.getByRole("button", { name: "Remove Picture 1" }).tap();
	await expect(page.getByLabel("What can be seen")).toHaveValue("Candles");
});

test("another member's pictures come into an open form, and both lists are offered where both changed them", async ({
	open,
}) => {
	test.setTimeout(120_000);
	const organisation = await makeOrganisation({ country: "EE" });
	const [one, two, three] = [
		await makeStoredPicture(organisation, "#54504a", { alt: { en: "Candles" } }),
		await makeStoredPicture(organisation, "#8a8378", { alt: { en: "A wreath" } }),
		await makeStoredPicture(organisation, "#b9b2a6", { alt: { en: "The hall" } }),
	];
	const content = { texts: TEXTS, pictures: [one] };
	const draft = await makeDraft({ organisation, content });
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${draft.eventId}/edit`);
	await expect(page.getByText("All changes are saved")).toBeVisible();
	const theirs = await edit(draft, { ...content, pictures: [two, one] });
	const seen = page.getByLabel("What can be seen");
	await expect(seen).toHaveCount(2, { timeout: 20_000 });
	await expect(seen.first()).toHaveValue("A wreath");
	await expect(page.getByLabel("Photographer or source").first()).toHaveValue("Press office");

	await edit(theirs, { ...content, pictures: [three] });
	await seen.first().fill("A wreath of carnations");
	const pictures = page.getByRole("group", { name: "Pictures" });
	await expect(pictures.getByRole("button", { name: "Take the other one" })).toBeVisible();
	await expectAccessible(page);
	await pictures.getByRole("button", { name: "Take the other one" }).tap();
	await expect(seen).toHaveCount(1);
	await expect(seen).toHaveValue("The hall");
});
