import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import {
	addMember,
	type MadeOrganisation,
	makeOrganisation,
} from "@/prisma/factories/organisations";
import { makeUser, makeViewer } from "@/prisma/factories/people";
import { waitUntilSaved } from "./support/event-form";
import { linkIn, mailTo } from "./support/mails";
import { expect, test } from "./support/test";

test("on a phone an organisation is asked from the form, by mail, and accepts", async ({
	open,
}) => {
	test.setTimeout(180_000);
	const partner = await mission("embassy-of-azerbaijan-in-latvia");
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makeDraft({ organisation });
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await expect(page.getByText("All changes are saved")).toBeVisible({ timeout: 30_000 });
	await page.getByLabel("Add an organisation").fill("azerb latv");
	await page.locator(`button[value="add_organiser.${partner.id}"]`).tap();
	await expect(page.getByText("It is asked by mail at the next save")).toBeVisible();
	await waitUntilSaved(page);
	await requireSound(page);

	const mail = await mailTo(partner.owner.email, "coOrganiserAsked");
	expect(mail.text).toContain(organisation.name);
	const theirs = await open({ as: partner.owner });
	await theirs.goto("/en/my");
	await expect(theirs.getByText(/requests? to hold an event together/)).toBeVisible();
	await theirs.goto(linkIn(mail));
	await requireSound(theirs);
	await theirs.getByRole("button", { name: "Accept", exact: true }).tap();
	await expect(theirs.getByText(`${partner.name} holds this event together with`)).toBeVisible();
	await page.goto(`/en/my/events/${eventId}`);
	await expect(page.getByText("Accepted", { exact: true })).toBeVisible();
	await mailTo(organisation.owner.email, "coOrganiserAccepted");
});

test("the public page names who has accepted, at once, and no more once it has left", async ({
	open,
}) => {
	test.setTimeout(120_000);
	const partner = await mission("embassy-of-azerbaijan-in-georgia");
	const organisation = await makeOrganisation({ country: "EE" });
	const content = { coOrganisers: [partner.id] };
	const { eventId } = await makePublished({ organisation, content });
	const { season, slug } = await db.publishedEvent.findUniqueOrThrow({ where: { id: eventId } });
	const { id } = await db.coOrganiser.findFirstOrThrow({ where: { eventId } });
	const visitor = await open();
	const address = `/en/events/${season}/${slug}`;
	await visitor.goto(address);
	await expect(visitor.getByRole("main")).not.toContainText(partner.name);

	// Without script.
	const page = await open({ as: partner.owner, javaScriptEnabled: false });
	await page.goto(`/en/my/together/${id}`);
	await page.getByRole("button", { name: "Decline" }).click();
	await expect(page.getByRole("main")).toContainText("does not take part in this event");
	await page.getByRole("button", { name: "Accept after all" }).click();
	await expect(page.getByRole("main")).toContainText("holds this event together with");
	await expect(async () => {
		await visitor.goto(address);
		await expect(visitor.getByRole("main")).toContainText(partner.name, { timeout: 500 });
	}).toPass({ timeout: 15_000 });

	await page.getByText("We do not take part any more").click();
	await page.getByRole("button", { name: "Leave the event" }).click();
	await expect(page.getByRole("main")).toContainText("does not take part in this event");
	await expect(async () => {
		await visitor.goto(address);
		await expect(visitor.getByRole("main")).not.toContainText(partner.name, { timeout: 500 });
	}).toPass({ timeout: 15_000 });
});

test("without script an organisation is searched for, added and removed", async ({ open }) => {
	test.setTimeout(120_000);
	const partner = await mission("embassy-of-azerbaijan-in-hungary");
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makeDraft({ organisation });
	const page = await open({ as: organisation.owner, javaScriptEnabled: false });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await page.getByLabel("Add an organisation").fill("azerbaijan hungary");
	await page.getByRole("button", { name: "Search", exact: true }).click();
	await page.locator(`button[value="add_organiser.${partner.id}"]`).click();
	await expect(page.getByText("It was asked and has not answered yet.")).toBeVisible();
	await mailTo(partner.owner.email, "coOrganiserAsked");
	await page.getByRole("button", { name: `Remove ${partner.name}` }).click();
	await expect(page.getByRole("button", { name: `Remove ${partner.name}` })).toHaveCount(0);
	const row = await db.coOrganiser.findFirstOrThrow({ where: { eventId } });
	expect(row.withdrawnAt).not.toBeNull();
});

test("nobody searches organisations through another's event, or sees another's request", async ({
	open,
}) => {
	const partner = await mission("embassy-of-azerbaijan-in-austria");
	const content = { coOrganisers: [partner.id] };
	const { eventId } = await makeDraft({ content });
	const { id } = await db.coOrganiser.findFirstOrThrow({ where: { eventId } });
	const { owner } = await makeOrganisation({ country: "FR" });
	const stranger = await open({ as: owner });
	const question = `/api/my/organisers?locale=en&q=embassy&event=${eventId}`;
	expect((await stranger.request.get(question)).status()).toBe(404);
	expect((await stranger.request.get(`/en/my/together/${id}`)).status()).toBe(404);
	const nobody = await open();
	expect((await nobody.request.get(question)).status()).toBe(401);
	await nobody.goto(`/en/my/together/${id}`);
	await expect(nobody).toHaveURL(/\/en\/sign-in\?returnTo=%2Fen%2Fmy%2Ftogether%2F/);
});

/** One of the seeded missions, with an owner of its own. */
async function mission(slug: string): Promise<MadeOrganisation> {
	const { id, name, country } = await db.organisation.findUniqueOrThrow({
		where: { slug },
		select: { id: true, name: true, country: true },
	});
	const user = await makeUser();
	await addMember(id, user.id, "owner");
	return { id, slug, name, country, owner: await makeViewer(user) };
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
