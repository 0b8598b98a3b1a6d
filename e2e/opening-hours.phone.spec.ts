import AxeBuilder from "@axe-core/playwright";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { expect, test } from "./support/test";

const TEXTS = { en: { title: "Exhibition of photographs", description: "" } };
const SPAN = { type: "exhibition", timing: "all_day", startTime: null, endTime: null } as const;

test("on a phone opening hours are written for all days at once, and corrected", async ({
	open,
}) => {
	test.setTimeout(120_000);
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makeDraft({
		organisation,
		content: { ...SPAN, texts: TEXTS, startDate: "2027-02-20" },
	});
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await expect(page.getByText("All changes are saved")).toBeVisible();
	const hours = page.getByRole("group", { name: "Opening hours" });
	await expect(hours).toBeHidden();
	await page.getByLabel("Last day").fill("2027-03-01");
	const monday = hours.getByRole("group", { name: "Monday" });
	await monday.getByLabel("Opens").fill("10:00");
	await monday.getByLabel("Closes").fill("18:00");
	await hours.getByRole("button", { name: "Fill all days like Monday" }).tap();
	const sunday = hours.getByRole("group", { name: "Sunday" });
	await expect(sunday.getByLabel("Closes")).toHaveValue("18:00");
	await sunday.getByLabel("Closes").fill("09:00");
	await hours.getByRole("button", { name: "Add a date" }).tap();
	await hours.getByLabel("Date", { exact: true }).fill("2027-02-26");
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow).toBe(0);

	await page.getByRole("button", { name: "Submit for review" }).tap();
	await expect(sunday.getByText("The end must be after the start.")).toBeVisible();
	await sunday.getByLabel("Closes").fill("16:00");
	await page.getByRole("button", { name: "Submit for review" }).tap();
	await page.waitForURL(/\?done=submitted$/);
	await expect(page.getByText("Friday, 26 February 2027")).toBeVisible();
});

test("opening hours are public, with the days on which it is closed", async ({ open }) => {
	const day = { opens: "10:00", closes: "18:00" };
	const { eventId } = await makePublished({
		content: {
			...SPAN,
			texts: TEXTS,
			startDate: "2027-02-22",
			endDate: "2027-03-07",
			openingHours: {
				week: { "1": day, "2": day, "3": day },
				dates: [{ date: "2027-02-26", opens: "12:00", closes: "15:00" }],
			},
		},
	});
	const page = await open();
	const { url } = await (await page.request.get(`/api/v1/events/${eventId}?lang=en`)).json();
	const path = new URL(url).pathname.replace("/en/", "/");
	for (const [locale, heading, monday] of [
		["en", "Opening hours", "Monday – Wednesday"],
		["az", "İş saatları", "10:00 – 18:00"],
		["ar", "ساعات العمل", "12:00 – 15:00"],
	]) {
		await page.goto(`/${locale}${path}`);
		const section = page.getByRole("region", { name: heading ?? "" });
		await expect(section).toContainText(monday ?? "");
		const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
	}
	const calendar = await (await page.request.get(`/en${path}.ics`)).text();
	expect(calendar.replace(/\r\n /g, "")).toContain("Monday – Wednesday: 10:00 – 18:00");
});

test("without script a date is added, filled and removed", async ({ open }) => {
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makeDraft({
		organisation,
		content: { ...SPAN, texts: TEXTS, startDate: "2027-02-20", endDate: "2027-03-01" },
	});
	const page = await open({ as: organisation.owner, javaScriptEnabled: false });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await page.getByRole("group", { name: "Monday" }).getByLabel("Opens").fill("10:00");
	await page.getByRole("button", { name: "Add a date" }).tap();
	await expect(page.getByRole("group", { name: "Monday" }).getByLabel("Opens")).toHaveValue(
		"10:00",
	);
	await page.getByLabel("Date", { exact: true }).fill("2027-02-26");
	await page.getByRole("button", { name: "Save draft" }).tap();
	await expect(page.getByLabel("Date", { exact: true })).toHaveValue("2027-02-26");
	await page.getByRole("button", { name: "Remove date 1" }).tap();
	await expect(page.getByLabel("Date", { exact: true })).toHaveCount(0);
});
