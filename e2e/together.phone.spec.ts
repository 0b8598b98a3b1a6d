import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makeDraft } from "@/prisma/factories/events";
import { makeEditor, makeOrganisation } from "@/prisma/factories/organisations";
import { textsIn } from "./support/event-form";
import { requireSound } from "./support/require-sound";
import { expect, test } from "./support/test";

const DESKTOP = { viewport: { width: 1280, height: 800 }, hasTouch: false, isMobile: false };
/** Between two keys, in milliseconds: slow enough for several saves while both are typing. */
const KEY = { delay: 60 };

test("a phone and a desktop type on one draft at once, in different fields and in the same one: nothing is lost", async ({
	open,
}) => {
	test.setTimeout(180_000);
	const organisation = await makeOrganisation({ country: "LV" });
	const editor = await makeEditor(organisation.id);
	const { eventId } = await makeDraft({ organisation });
	const phone = await open({ as: organisation.owner });
	const desktop = await open({ as: editor, ...DESKTOP });
	for (const page of [phone, desktop]) {
		await page.goto(`/en/my/events/${eventId}/edit`);
		await expect(page.getByText("All changes are saved")).toBeVisible({ timeout: 30_000 });
	}

	// Both type, key by key, at the same time, each into fields of their own.
	await Promise.all([
		typeInto(phone, "Address", "1 Freedom Boulevard, by the side entrance"),
		typeInto(desktop, "Name of a person or office", "Press office of the embassy in Riga"),
	]);
	await Promise.all([
		describeOn(phone, "Speeches, music and a minute of silence."),
		typeInto(desktop, "Telephone", "+371 67 000 000"),
	]);
	for (const page of [phone, desktop]) {
		await expect(page.getByLabel("Address")).toHaveValue(
			"1 Freedom Boulevard, by the side entrance",
			{ timeout: 30_000 },
		);
		await expect(page.getByLabel("Name of a person or office")).toHaveValue(
			"Press office of the embassy in Riga",
			{ timeout: 30_000 },
		);
		await expect(page.getByLabel("Telephone")).toHaveValue("+371 67 000 000");
		await expect(textsIn(page, "en").getByLabel("Description")).toHaveValue(
			"Speeches, music and a minute of silence.",
			{ timeout: 30_000 },
		);
	}

	// Both type into the same field. Whoever is saved second is asked; the other one's words stand beside their own.
	const [ofPhone, ofDesktop] = ["Town hall, the great hall", "National Library, third floor"];
	await Promise.all([typeInto(phone, "Venue", ofPhone), typeInto(desktop, "Venue", ofDesktop)]);
	const conflictIn = (page: Page) => page.locator("[id='venueName-conflict']");
	await expect
		.poll(async () => (await conflictIn(phone).count()) + (await conflictIn(desktop).count()), {
			timeout: 30_000,
		})
		.toBeGreaterThan(0);
	const isPhoneAsked = (await conflictIn(phone).count()) > 0;
	const [asked, other] = isPhoneAsked ? [phone, desktop] : [desktop, phone];
	const [mine, theirs] = isPhoneAsked ? [ofPhone, ofDesktop] : [ofDesktop, ofPhone];
	await expect(asked.getByLabel("Venue")).toHaveValue(mine);
	await expect(other.getByLabel("Venue")).toHaveValue(theirs);
	await expect(conflictIn(asked)).toContainText(theirs, { timeout: 30_000 });
	await expect(conflictIn(other)).toHaveCount(0);
	await expect.poll(() => venueOf(eventId)).toBe(theirs);
	await requireSound(asked);

	await conflictIn(asked).getByRole("button", { name: "Keep mine" }).click();
	await expect(conflictIn(asked)).toHaveCount(0);
	await expect.poll(() => venueOf(eventId)).toBe(mine);
	await expect(other.getByLabel("Venue")).toHaveValue(mine, { timeout: 20_000 });
	// What was typed before is still there, on both.
	for (const page of [phone, desktop]) {
		await expect(page.getByLabel("Telephone")).toHaveValue("+371 67 000 000");
		await expect(page.getByLabel("Address")).toHaveValue(/side entrance$/);
	}
	await requireSound(phone);
});

/** Writes the field anew, key by key. */
async function typeInto(page: Page, label: string, text: string): Promise<void> {
	const field = page.getByLabel(label);
	await field.fill("");
	await field.pressSequentially(text, KEY);
}

async function describeOn(page: Page, text: string): Promise<void> {
	const field = textsIn(page, "en").getByLabel("Description");
	await field.fill("");
	await field.pressSequentially(text, KEY);
}

async function venueOf(eventId: string): Promise<string | null> {
	const event = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		select: { latestRevision: { select: { venue: { select: { name: true } } } } },
	});
	return event.latestRevision?.venue?.name ?? null;
}
