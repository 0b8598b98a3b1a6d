import AxeBuilder from "@axe-core/playwright";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { expect, test } from "./support/test";

const TEXTS = { en: { title: "Conference on remembrance", description: "" } };

test("on a phone a programme is written, corrected, approved and public", async ({ open }) => {
	test.setTimeout(120_000);
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makeDraft({
		organisation,
		content: {
			type: "conference",
			texts: TEXTS,
			startDate: "2027-02-26",
			startTime: "10:00",
			endTime: "17:00",
		},
	});
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await expect(page.getByText("All changes are saved")).toBeVisible();
	const programme = page.getByRole("group", { name: "Programme" });
	await programme.getByRole("button", { name: "Add a part" }).tap();
	await expect(programme.getByLabel("Begins")).toBeFocused();
	await programme.getByLabel("Begins").fill("09:00");
	await programme.getByLabel("What happens").fill("Opening");
	await programme.getByLabel("Who speaks").fill("A. Historian, Institute of History");
	await programme.getByRole("button", { name: "Add a part" }).tap();
	await programme.getByLabel("What happens").last().fill("Not needed");
	await programme.getByRole("button", { name: "Remove part 2" }).tap();
	await expect(programme.getByLabel("What happens")).toHaveCount(1);
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow).toBe(0);

	await page.getByRole("button", { name: "Submit for review" }).tap();
	await expect(programme.getByText("This is before the event begins.")).toBeVisible();
	await programme.getByLabel("Begins").fill("10:00");
	await page.getByRole("button", { name: "Submit for review" }).tap();
	await page.waitForURL(/\?done=submitted$/);

	const reviewer = await open({ as: await makeUser({ countries: ["EE"] }) });
	await reviewer.goto(`/en/review/${eventId}`);
	await expect(reviewer.getByText("Institute of History").first()).toBeVisible();
});

test("a programme is public with its times and speakers, in each direction of writing", async ({
	open,
}) => {
	const speakers = [{ name: "A. Historian", role: "Institute of History" }];
	const titles = { en: "Opening", ar: "الافتتاح" };
	const { eventId } = await makePublished({
		content: {
			type: "conference",
			texts: TEXTS,
			programme: [{ day: 1, startTime: "18:00", endTime: "18:30", titles, speakers }],
		},
	});
	const page = await open();
	const { url } = await (await page.request.get(`/api/v1/events/${eventId}?lang=en`)).json();
	const path = new URL(url).pathname.replace("/en/", "/");
	for (const [locale, title] of [
		["en", "Opening"],
		["az", "Opening"],
		["ar", "الافتتاح"],
	]) {
		await page.goto(`/${locale}${path}`);
		const item = page.getByRole("listitem").filter({ hasText: "Institute of History" }).first();
		await expect(item).toContainText(title ?? "");
		await expect(item).toContainText("18:00 – 18:30");
		const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
	}
	const calendar = await (await page.request.get(`/en${path}.ics`)).text();
	expect(calendar.replace(/\r\n /g, "")).toContain("18:00 – 18:30 Opening");
});

test("without script a part is added, filled and removed", async ({ open }) => {
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makeDraft({ organisation, content: { texts: TEXTS } });
	const page = await open({ as: organisation.owner, javaScriptEnabled: false });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await page.getByRole("button", { name: "Add a part" }).tap();
	await page.getByLabel("Begins").fill("18:00");
	await page.getByLabel("What happens").fill("Opening");
	await page.getByRole("button", { name: "Save draft" }).tap();
	await expect(page.getByLabel("What happens")).toHaveValue("Opening");
	await page.getByRole("button", { name: "Remove part 1" }).tap();
	await expect(page.getByLabel("What happens")).toHaveCount(0);
});
