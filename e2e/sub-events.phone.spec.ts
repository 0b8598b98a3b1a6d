import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makePart, publish } from "@/prisma/factories/parts";
import { makeAdmin, makeUser } from "@/prisma/factories/people";
import { decideOn, submitForm, waitUntilSaved } from "./support/event-form";
import { expect, test } from "./support/test";

const PART = {
	type: "exhibition" as const,
	startTime: "17:00",
	endTime: "17:30",
	texts: { en: { title: "Opening of the exhibition", description: "" } },
};

test("on a phone a part names its whole, is approved, and their pages lead to each other while both are public", async ({
	open,
}) => {
	test.setTimeout(180_000);
	const organisation = await makeOrganisation({ country: "EE" });
	const whole = await makePublished({ organisation });
	const { eventId } = await makeDraft({ organisation, content: PART });
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await expect(page.getByText("All changes are saved")).toBeVisible({ timeout: 30_000 });
	// The same hall at nearly the same time: until the two belong together, the form says so.
	const field = page.getByLabel("Part of another event");
	await field.selectOption({ value: whole.eventId });
	await waitUntilSaved(page);
	await requireSound(page);
	await submitForm(page);
	await expect(page.getByRole("region", { name: "Part of" })).toContainText(
		"Commemoration at the embassy",
	);

	const reviewer = await open({ as: await makeUser({ countries: ["EE"] }) });
	await reviewer.goto(`/en/review/${eventId}`);
	const facts = reviewer.getByRole("region", { name: "Facts" });
	await expect(facts).toContainText("Part of");
	await expect(facts).toContainText("Commemoration at the embassy");
	await requireSound(reviewer);
	await decideOn(reviewer, eventId, "Approve");

	const [ofWhole, ofPart] = [await pathOf(whole.eventId), await pathOf(eventId)];
	const visitor = await open();
	for (const locale of ["en", "az", "ar"]) {
		await visitor.goto(`/${locale}${ofPart}`);
		await requireSound(visitor);
		await visitor.getByRole("main").locator(`a[href="/${locale}${ofWhole}"]`).tap();
		await visitor.waitForURL(`**/${locale}${ofWhole}`);
		await expect(visitor.locator("section", { has: visitor.locator("#parts") })).toContainText(
			"17:00 – 17:30",
		);
		await requireSound(visitor);
	}
	for (const locale of ["en", "ar"]) {
		await visitor.goto(`/${locale}/events?organiser=${organisation.slug}`);
		const row = visitor.getByRole("article").filter({ hasText: "17:00 – 17:30" });
		await expect(row.getByText("Commemoration at the embassy")).toBeVisible();
		await requireSound(visitor);
	}
	await visitor.goto(`/en${ofWhole}`);
	const described = await visitor
		.locator('script[type="application/ld+json"]')
		.first()
		.textContent();
	expect(JSON.parse(described ?? "")).toMatchObject({ subEvent: [{ name: PART.texts.en.title }] });
	const calendar = await (await visitor.request.get(`/en${ofPart}.ics`)).text();
	expect(calendar.replace(/\r\n /g, "")).toContain(`RELATED-TO;RELTYPE=PARENT:${whole.eventId}@`);

	await page.goto(`/en/my/events/${whole.eventId}/withdraw`);
	await page.getByRole("button", { name: "Withdraw" }).tap();
	await page.waitForURL(/done=withdrawn/);
	await expect(async () => {
		await visitor.goto(`/en${ofPart}`);
		await expect(visitor.getByRole("main")).not.toContainText("Commemoration", { timeout: 500 });
	}).toPass({ timeout: 15_000 });
	await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(PART.texts.en.title);
	expect(await (await visitor.request.get(`/en${ofPart}.ics`)).text()).not.toContain("RELATED-TO");
});

test("the page of the whole appears anew when a part is published, changed or withdrawn", async ({
	open,
}) => {
	test.setTimeout(120_000);
	const admin = await makeAdmin();
	const organisation = await makeOrganisation({ country: "EE" });
	const whole = await makePublished({ organisation, reviewer: admin });
	const visitor = await open();
	const address = `/en${await pathOf(whole.eventId)}`;
	await visitor.goto(address);
	await expect(visitor.locator("#parts")).toHaveCount(0);
	const { eventId } = await publish(await makePart(whole, { content: PART }), admin);
	await expect(async () => {
		await visitor.goto(address);
		await expect(visitor.getByRole("main")).toContainText(PART.texts.en.title, { timeout: 500 });
	}).toPass({ timeout: 15_000 });
	await expect(visitor.getByText("Within this event")).toBeVisible();

	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${eventId}/withdraw`);
	await page.getByRole("button", { name: "Withdraw" }).tap();
	await page.waitForURL(/done=withdrawn/);
	await expect(async () => {
		await visitor.goto(address);
		await expect(visitor.locator("#parts")).toHaveCount(0, { timeout: 500 });
	}).toPass({ timeout: 15_000 });
});

for (const javaScriptEnabled of [true, false])
	test(`a part is cancelled with its whole where it is chosen, script: ${javaScriptEnabled}`, async ({
		open,
	}) => {
		const admin = await makeAdmin();
		const organisation = await makeOrganisation({ country: "EE" });
		const whole = await makePublished({ organisation, reviewer: admin });
		const off = await publish(await makePart(whole, { content: PART }), admin);
		const texts = { en: { title: "Concert", description: "" } };
		const on = await publish(await makePart(whole, { content: { texts } }), admin);
		const page = await open({ as: organisation.owner, javaScriptEnabled });
		await page.goto(`/en/my/events/${whole.eventId}/cancel`);
		const box = page.getByRole("checkbox", { name: `Cancel too: ${PART.texts.en.title}` });
		await box.check();
		await page.getByRole("button", { name: "Cancel the event" }).tap();
		await expect(page.getByText("Give a reason.").first()).toBeVisible();
		await expect(box).toBeChecked();
		if (javaScriptEnabled) await requireSound(page);
		await page.getByLabel("Reason in English").fill("The house is closed.");
		await page.getByRole("button", { name: "Cancel the event" }).tap();
		await page.waitForURL(/done=cancelled/);
		const statuses = await Promise.all(
			[whole, off, on].map(({ eventId: id }) =>
				db.publishedEvent.findUniqueOrThrow({ where: { id }, select: { status: true } }),
			),
		);
		expect(statuses.map(({ status }) => status)).toEqual(["cancelled", "cancelled", "scheduled"]);
	});

test("without script a whole is chosen, and one of another year is a problem at its field", async ({
	open,
}) => {
	const organisation = await makeOrganisation({ country: "EE" });
	const whole = await makeDraft({ organisation, content: { startDate: "2028-02-26" } });
	const part = await makeDraft({ organisation, content: { ...PART, startDate: "2028-02-26" } });
	const page = await open({ as: organisation.owner, javaScriptEnabled: false });
	await page.goto(`/en/my/events/${part.eventId}/edit`);
	await page.getByLabel("Part of another event").selectOption(whole.eventId);
	await page.getByRole("button", { name: "Save draft" }).tap();
	await expect(page.getByLabel("Part of another event")).toHaveValue(whole.eventId);
	await page.getByLabel("First day").fill("2027-02-26");
	await page.getByRole("button", { name: "Submit for review" }).tap();
	await expect(page.getByLabel("Part of another event")).toHaveAttribute("aria-invalid", "true");
	await expect(page.getByRole("link", { name: /another year’s commemoration/ })).toHaveAttribute(
		"href",
		"#superEventId",
	);
	const { state } = await db.event.findUniqueOrThrow({ where: { id: part.eventId } });
	expect(state).toBe("draft");
});

async function pathOf(eventId: string): Promise<string> {
	const { season, slug } = await db.publishedEvent.findUniqueOrThrow({ where: { id: eventId } });
	return `/events/${season}/${slug}`;
}

/** Nothing runs out of the screen, and axe has nothing to say. */
async function requireSound(page: Page): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow).toBe(0);
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
}
