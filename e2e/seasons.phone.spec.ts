import type { Page } from "@playwright/test";
import { invalidateTags, seasonTag } from "@/lib/calendar/tags";
import { db, inTransaction } from "@/lib/db/client";
import { formatDay } from "@/lib/time/format";
import { nextCommemoration } from "@/lib/time/season";
import { addDays, todayIn } from "@/lib/time/wall-time";
import { makeDraft } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { submitForm } from "./support/event-form";
import { expect, test } from "./support/test";

const NOW = new Date();
const YEAR = nextCommemoration(NOW, "UTC").season;
/** Over everywhere on Earth. */
const OVER = addDays(todayIn("UTC", NOW), -3);

test.afterEach(() =>
	inTransaction(async (tx) => {
		await tx.season.deleteMany();
		await invalidateTags(tx, [seasonTag(YEAR)]);
	}),
);

test("on a phone an admin sets a theme and ends the submissions; visitors read it, organisers are told and keep their draft", async ({
	open,
	page: visitor,
}) => {
	test.setTimeout(120_000);
	const organisation = await makeOrganisation();
	const { eventId } = await makeDraft({ organisation });
	const admin = await open({ as: await makeUser({ isAdmin: true }) });
	const organiser = await open({ as: organisation.owner });

	await test.step("the admin is told beside the field what is wrong, and nothing typed is lost", async () => {
		await admin.goto("/en/admin/seasons");
		await expectToFit(admin);
		await admin.getByRole("link", { name: String(YEAR), exact: true }).tap();
		await admin.waitForURL(/\/admin\/seasons\/\d{4}$/);
		await expect(admin.getByText("Always open")).toBeVisible();
		await admin.locator("main summary", { hasText: "English" }).tap();
		const english = textsOf(admin, "en");
		await english.title.fill("Remembrance across borders");
		await english.text.fill("Thirty-five years on, the names are read aloud in every city.");
		await admin.locator("main summary", { hasText: "Azərbaycan" }).tap();
		await textsOf(admin, "az").title.fill("Sərhədləri aşan yaddaş");
		await admin.getByLabel("First day").fill(addDays(OVER, 1));
		await admin.getByLabel("Last day").fill(OVER);
		await admin.getByRole("button", { name: "Save the season" }).tap();
		await expect(admin.locator("#closesOn-error")).toHaveText(
			"The last day must not be before the first.",
		);
		await expect(english.title).toHaveValue("Remembrance across borders");
		await admin.getByLabel("First day").fill("");
		await admin.getByRole("button", { name: "Save the season" }).tap();
		await expect(admin.getByRole("status")).toContainText("Saved.");
		await expect(
			admin.getByText(`Closed; the last day was ${formatDay(OVER, "en")}`),
		).toBeVisible();
		await expectToFit(admin);
	});

	await test.step("visitors read the theme in their language, or in the best one there is", async () => {
		const read = [
			["/en", "en", "ltr", "Remembrance across borders"],
			["/az", "az", "ltr", "Sərhədləri aşan yaddaş"],
			["/ar", "en", "ltr", "Remembrance across borders"],
			[`/en/archive/${YEAR}`, "en", "ltr", "Remembrance across borders"],
		] as const;
		for (const [path, lang, dir, title] of read) {
			await visitor.goto(path);
			const heading = visitor.getByRole("heading", { name: title });
			await expect(heading, path).toBeVisible();
			const around = heading.locator("xpath=..");
			await expect(around).toHaveAttribute("lang", lang);
			await expect(around).toHaveAttribute("dir", dir);
			await expectToFit(visitor);
		}
	});

	const closed = `Submissions for ${YEAR} closed on ${formatDay(OVER, "en")}`;
	await test.step("the organiser reads it in good time, and is refused with the draft kept", async () => {
		await organiser.goto("/en/my");
		await expect(organiser.getByText(closed)).toBeVisible();
		await organiser.goto(`/en/my/events/${eventId}`);
		await expect(organiser.getByText(closed)).toBeVisible();
		await expect(organiser.getByRole("button", { name: "Submit for review" })).toHaveCount(0);
		await organiser.goto(`/en/my/events/${eventId}/edit`);
		await expect(organiser.getByText("All changes are saved")).toBeVisible();
		await organiser.getByLabel("Venue").fill("The great hall");
		await organiser.getByRole("button", { name: "Submit for review" }).tap();
		await expect(organiser.getByRole("alert").filter({ hasText: closed })).toBeFocused();
		await expect(organiser.locator("#startDate-error")).toContainText(
			"New events of this season cannot be submitted now.",
		);
		await expectToFit(organiser);
		expect(await standing(eventId)).toEqual({ state: "draft", venueName: "The great hall" });

		const plain = await open({ as: organisation.owner, javaScriptEnabled: false });
		await plain.goto(`/en/my/events/${eventId}/edit`);
		await plain.getByLabel("Venue").fill("The small hall");
		await plain.getByRole("button", { name: "Submit for review" }).click();
		await expect(plain.getByRole("status").filter({ hasText: closed })).toContainText(
			"Saved, but not submitted.",
		);
		expect(await standing(eventId)).toEqual({ state: "draft", venueName: "The small hall" });
	});

	await test.step("the admin opens the season again, and the organiser hands in", async () => {
		await admin.getByLabel("Last day").fill("");
		await admin.getByRole("button", { name: "Save the season" }).tap();
		await expect(admin.getByText("Always open")).toBeVisible();
		await organiser.goto(`/en/my/events/${eventId}/edit`);
		await submitForm(organiser);
		expect((await standing(eventId)).state).toBe("submitted");
		const traces = await db.auditEntry.count({
			where: { action: "season.saved", subjectId: String(YEAR) },
		});
		expect(traces).toBe(2);
	});
});

test("a form that somebody else was faster with is refused, and its text stays", async ({
	open,
}) => {
	const pages = [];
	for (const closesOn of [addDays(OVER, 30), addDays(OVER, 31)]) {
		const page = await open({ as: await makeUser({ isAdmin: true }) });
		await page.goto(`/en/admin/seasons/${YEAR}`);
		await page.getByLabel("Last day").fill(closesOn);
		pages.push(page);
	}
	const [first, second] = pages as [Page, Page];
	await first.getByRole("button", { name: "Save the season" }).tap();
	await expect(first.getByRole("status")).toContainText("Saved.");
	await second.getByRole("button", { name: "Save the season" }).tap();
	await expect(
		second.getByRole("alert").filter({ hasText: "Somebody has changed this" }),
	).toBeFocused();
	await expect(second.getByLabel("Last day")).toHaveValue(addDays(OVER, 31));
});

test("without a fresh proof of the second factor there is no form", async ({ open }) => {
	const user = await makeUser({ isAdmin: true });
	const page = await open({ as: user });
	const longAgo = new Date(Date.now() - 11 * 60_000);
	await db.session.updateMany({ where: { userId: user.id }, data: { provenAt: longAgo } });
	await page.goto(`/en/admin/seasons/${YEAR}`);
	await expect(page.getByText("prove your second factor again")).toBeVisible();
	await expect(page.getByRole("button", { name: "Save the season" })).toHaveCount(0);
	await page.getByRole("link", { name: "Prove it" }).tap();
	await expect(page).toHaveURL(/second-factor\/again\?returnTo=/);
});

function textsOf(page: Page, locale: string) {
	const part = (name: string) => page.locator(`[id="texts.${locale}.${name}"]`);
	return { title: part("title"), text: part("text") };
}

async function standing(eventId: string) {
	const event = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		select: { state: true, latestRevision: { select: { venue: { select: { name: true } } } } },
	});
	return { state: event.state, venueName: event.latestRevision?.venue?.name };
}

async function expectToFit(page: Page): Promise<void> {
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow, `pixels beyond the edge of ${page.url()}`).toBe(0);
}
