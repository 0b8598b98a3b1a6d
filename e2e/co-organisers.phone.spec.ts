import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { waitUntilSaved } from "./support/event-form";
import { linkIn, mailTo } from "./support/mails";
import { requireSound } from "./support/require-sound";
import { expect, type Open, test } from "./support/test";

test("on a phone an organisation is asked from the form, by mail, and accepts", async ({
	open,
}) => {
	test.setTimeout(180_000);
	const partner = await mission(open, "Embassy of Azerbaijan in Romania");
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makeDraft({ organisation });
	const page = await open({ as: organisation.owner });
	await ask(page, eventId, { words: "azerb roman", partner });
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
	test.setTimeout(180_000);
	const partner = await mission(open, "Embassy of Azerbaijan in Georgia");
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makePublished({
		organisation,
		content: { coOrganisers: [partner.id] },
	});
	const organiser = await open({ as: organisation.owner });
	await organiser.goto(`/en/my/events/${eventId}`);
	await organiser.getByRole("link", { name: "See the public page" }).first().tap();
	await organiser.waitForURL(/\/en\/events\//);
	const address = new URL(organiser.url()).pathname;
	const visitor = await open();
	await visitor.goto(address);
	await expect(visitor.getByRole("main")).not.toContainText(partner.name);

	// Without script.
	const page = await open({ as: partner.owner, javaScriptEnabled: false });
	await page.goto("/en/my");
	await page.locator('a[href*="/my/together/"]').first().click();
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
	const partner = await mission(open, "Embassy of Azerbaijan in Hungary");
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makeDraft({ organisation });
	const page = await open({ as: organisation.owner, javaScriptEnabled: false });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await page.getByLabel("Add an organisation").fill("azerbaijan hungary");
	await page.getByRole("button", { name: "Search", exact: true }).click();
	await page.locator(`button[value="add_organiser.${partner.id}"]`).click();
	await expect(page.getByText("It was asked and has not answered yet.")).toBeVisible();
	const link = linkIn(await mailTo(partner.owner.email, "coOrganiserAsked"));
	await page.getByRole("button", { name: `Remove ${partner.name}` }).click();
	await expect(page.getByRole("button", { name: `Remove ${partner.name}` })).toHaveCount(0);
	const theirs = await open({ as: partner.owner, javaScriptEnabled: false });
	await theirs.goto(link);
	await expect(theirs.getByRole("main")).toContainText("There is nothing to answer");
	await expect(theirs.getByRole("button", { name: "Accept" })).toHaveCount(0);
});

test("nobody searches organisations through another's event, or sees another's request", async ({
	open,
}) => {
	const partner = await mission(open, "Embassy of Azerbaijan in Austria");
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makeDraft({ organisation });
	await ask(await open({ as: organisation.owner }), eventId, { words: "azerb austr", partner });
	const link = linkIn(await mailTo(partner.owner.email, "coOrganiserAsked"));
	const id = /\/my\/together\/([0-9a-f-]{36})/.exec(link)?.[1] ?? "";
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

type Partner = { id: string; name: string; owner: { id: string; email: string } };

/** One of the seeded missions, whose owner an admin has invited. */
async function mission(open: Open, name: string): Promise<Partner> {
	const owner = await makeUser();
	const admin = await open({ as: await makeUser({ isAdmin: true }) });
	await admin.goto("/en/admin/organisations?view=all");
	await admin.getByLabel("Name").fill(name);
	await admin.getByRole("button", { name: "Find" }).tap();
	// Other tests have made organisations of the same name.
	const { id } = await db.organisation.findFirstOrThrow({
		where: { name },
		orderBy: { id: "asc" },
		select: { id: true },
	});
	await admin.locator(`main a[href$="/admin/organisations/${id}"]`).tap();
	await admin.getByLabel("E-mail address").fill(owner.email);
	await admin.getByRole("button", { name: "Invite an owner" }).tap();
	await expect(admin.getByRole("status")).toContainText("on its way");
	await admin.context().close();
	const page = await open({ as: owner });
	await page.goto(linkIn(await mailTo(owner.email, "invitation")));
	await page.getByRole("button", { name: "Accept the invitation" }).tap();
	await expect(page.getByRole("status")).toContainText("You are a member now");
	await page.context().close();
	return { id, name, owner };
}

/** Names the organisation in the form, where script runs, so that it is asked. */
async function ask(
	page: Page,
	eventId: string,
	{ words, partner }: { words: string; partner: Partner },
) {
	await page.goto(`/en/my/events/${eventId}/edit`);
	await expect(page.getByText("All changes are saved")).toBeVisible({ timeout: 30_000 });
	await page.getByLabel("Add an organisation").fill(words);
	await page.locator(`button[value="add_organiser.${partner.id}"]`).tap();
	await expect(page.getByText("It is asked by mail at the next save")).toBeVisible();
	await waitUntilSaved(page);
}
