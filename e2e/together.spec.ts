import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makeDraft } from "@/prisma/factories/events";
import { makeEditor, makeOrganisation } from "@/prisma/factories/organisations";
import { textsIn } from "./support/event-form";
import { expect, test } from "./support/test";

/** The page's script has come. */
async function whenReady(page: Page): Promise<void> {
	await expect(page.getByText("All changes are saved")).toBeVisible({ timeout: 30_000 });
}

async function startTogether() {
	const organisation = await makeOrganisation({ country: "LV" });
	const editor = await makeEditor(organisation.id);
	const { eventId } = await makeDraft({ organisation });
	return { owner: organisation.owner, editor, eventId, path: `/en/my/events/${eventId}/edit` };
}

test("two browsers on one draft: nothing that either typed is lost", async ({ open, faults }) => {
	test.setTimeout(180_000);
	faults.allow(/ERR_INTERNET_DISCONNECTED/);
	const { owner, editor, eventId, path } = await startTogether();
	const mine = await open({ as: owner });
	const theirs = await open({ as: editor });
	await mine.goto(path);
	await whenReady(mine);
	await theirs.goto(path);
	await whenReady(theirs);
	await expect(mine.getByText("Another member has this form open.")).toBeVisible({
		timeout: 20_000,
	});

	// Different answers: both are kept, and each form shows the other's.
	await mine.getByLabel("Address").fill("1 Freedom Boulevard");
	await theirs.getByLabel("Name of a person or office").fill("Press office");
	await theirs.getByLabel("Add a language").selectOption({ label: "Azerbaijani" });
	await theirs.getByRole("button", { name: "Add", exact: true }).click();
	await textsIn(theirs, "az").getByLabel("Title").fill("Anım mərasimi");
	await expect(theirs.getByLabel("Address")).toHaveValue("1 Freedom Boulevard", {
		timeout: 20_000,
	});
	await expect(mine.getByLabel("Name of a person or office")).toHaveValue("Press office", {
		timeout: 20_000,
	});
	await expect(textsIn(mine, "az").getByLabel("Title")).toHaveValue("Anım mərasimi", {
		timeout: 20_000,
	});

	// The same answer, while one of them is without a network.
	await mine.context().setOffline(true);
	await mine.getByLabel("Venue").fill("Town hall");
	await expect(mine.getByText(/Could not save/).first()).toBeVisible({ timeout: 20_000 });
	await theirs.getByLabel("Venue").fill("National Library");
	await expect.poll(() => venueOf(eventId), { timeout: 20_000 }).toBe("National Library");
	await mine.context().setOffline(false);
	const other = mine.locator("[id='venueName-conflict']");
	await expect(other).toContainText("Another member changed this", { timeout: 20_000 });
	await expect(other).toContainText("National Library");
	await expect(mine.getByLabel("Venue")).toHaveValue("Town hall");
	await expect(mine.getByText("1 answer was changed in two places").first()).toBeVisible();
	const { violations } = await new AxeBuilder({ page: mine }).setLegacyMode(true).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	// Not behind anybody's back.
	await mine.getByRole("button", { name: "Submit for review" }).click();
	await expect(other).toBeFocused();
	await expect.poll(() => venueOf(eventId)).toBe("National Library");

	await other.getByRole("button", { name: "Keep mine" }).click();
	await expect(other).toHaveCount(0);
	await expect.poll(() => venueOf(eventId)).toBe("Town hall");
	await expect(theirs.getByLabel("Venue")).toHaveValue("Town hall", { timeout: 20_000 });
});

test("without script both answers come back, to choose from", async ({ open }) => {
	test.setTimeout(120_000);
	const { owner, editor, eventId, path } = await startTogether();
	const mine = await open({ as: owner, javaScriptEnabled: false });
	const theirs = await open({ as: editor, javaScriptEnabled: false });
	await mine.goto(path);
	await theirs.goto(path);
	await theirs.getByLabel("Venue").fill("National Library");
	await theirs.getByRole("button", { name: "Save draft" }).click();
	await expect(theirs.getByText("The draft is saved")).toBeVisible();

	await mine.getByLabel("Venue").fill("Town hall");
	await mine.getByLabel("Address").fill("1 Freedom Boulevard");
	await mine.getByRole("button", { name: "Submit for review" }).click();
	const other = mine.locator("[id='venueName-conflict']");
	await expect(other).toContainText("National Library");
	await expect(mine.getByLabel("Venue")).toHaveValue("Town hall");
	await expect(mine.getByLabel("Address")).toHaveValue("1 Freedom Boulevard");
	await other.getByRole("button", { name: "Take the other one" }).click();
	await expect(mine.getByText("The draft is saved")).toBeVisible();
	await expect(mine.getByLabel("Venue")).toHaveValue("National Library");
	expect(await venueOf(eventId)).toBe("National Library");
});

test("lists that two people wrote stand beside their fields, in words", async ({ open }) => {
	test.setTimeout(120_000);
	const { owner, editor, path } = await startTogether();
	const mine = await open({ as: owner, javaScriptEnabled: false });
	const theirs = await open({ as: editor, javaScriptEnabled: false });
	await mine.goto(path);
	await theirs.goto(path);
	await theirs.getByRole("button", { name: "Add a part" }).click();
	await theirs.getByLabel("Begins").fill("18:00");
	await theirs.getByLabel("What happens").fill("Opening");
	await theirs.getByRole("group", { name: "Monday" }).getByLabel("Opens").fill("10:00");
	await theirs.getByRole("group", { name: "Monday" }).getByLabel("Closes").fill("18:00");
	await theirs.getByRole("button", { name: "Save draft" }).click();
	await expect(theirs.getByText("The draft is saved")).toBeVisible();

	await mine.getByRole("group", { name: "Monday" }).getByLabel("Opens").fill("09:00");
	await mine.getByRole("button", { name: "Add a part" }).click();
	const programme = mine.getByRole("group", { name: "Programme" });
	await expect(programme.locator("[id='programme-conflict']")).toContainText("18:00 · Opening");
	const hours = mine.getByRole("group", { name: "Opening hours", exact: true });
	await expect(hours.locator("[id='openingHours-conflict']")).toContainText(
		"Monday: 10:00 – 18:00",
	);
	await expect(mine.locator("[id='programme-conflict']")).toHaveCount(1);
	await hours.getByRole("button", { name: "Take the other one" }).click();
	await expect(mine.getByRole("group", { name: "Monday" }).getByLabel("Opens")).toHaveValue(
		"10:00",
	);
});

async function venueOf(eventId: string): Promise<string | null> {
	const event = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		select: { latestRevision: { select: { venue: { select: { name: true } } } } },
	});
	return event.latestRevision?.venue?.name ?? null;
}
