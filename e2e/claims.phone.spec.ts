import { db } from "@/lib/db/client";
import { makeDraft } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { linkIn, mailTo } from "./support/mails";
import { requireSound } from "./support/require-sound";
import { expect, test } from "./support/test";

const STATEMENT = "Second secretary of the embassy; the telephone stands on its official page.";

test("on a phone somebody of an embassy takes it over instead of making a second one, and answers for it", async ({
	open,
}) => {
	test.setTimeout(240_000);
	const { id, name } = await db.organisation.findUniqueOrThrow({
		where: { slug: "embassy-of-azerbaijan-in-poland" },
		select: { id: true, name: true },
	});
	const { eventId } = await makeDraft({
		organisation: await makeOrganisation({ country: "EE" }),
		content: { coOrganisers: [id] },
	});
	const request = await db.coOrganiser.findFirstOrThrow({ where: { eventId } });
	const person = await makeUser();
	const coordinator = await makeUser({ countries: ["PL"] });
	const admin = await makeUser({ isAdmin: true });
	const page = await open({ as: person });

	await test.step("its name leads to the embassy that is there", async () => {
		await page.goto("/en/my/organisations/new");
		await page.getByLabel("Name").fill("Botschaft in Warschau");
		await page.getByRole("radio", { name: "Embassy" }).check();
		await page.getByLabel("Country").selectOption({ label: "Poland" });
		await page.getByRole("button", { name: "Create the organisation" }).tap();
		await expect(page.getByRole("heading", { name: "Is it one of these?" })).toBeVisible();
		await expect(page.getByLabel("Name")).toHaveValue("Botschaft in Warschau");
		await requireSound(page);
		await page.getByRole("link", { name: `This is ours: ${name}` }).tap();
		await expect(page.getByRole("heading", { name })).toBeVisible();
		await requireSound(page);
	});

	await test.step("the claim needs a statement and waits", async () => {
		const send = page.getByRole("button", { name: "Send it to the reviewers" });
		await page.getByLabel("Who you are").fill("It is us.");
		await page.getByRole("radio", { name: "By a coordinator" }).check();
		await send.tap();
		await expect(page.locator("#statement-error")).toContainText("Write in one or two sentences");
		await page.getByLabel("Who you are").fill(STATEMENT);
		await send.tap();
		await expect(page.getByRole("status")).toContainText("It is with the reviewers");
		await requireSound(page);
		await page.goto("/en/my");
		await expect(page.getByText("You have claimed an organisation")).toBeVisible();
	});

	await test.step("a coordinator vouches", async () => {
		const desk = await open({ as: coordinator });
		await desk.goto(linkIn(await mailTo(coordinator.email, "organisationClaimed")));
		await expect(desk.getByText(STATEMENT)).toBeVisible();
		await expect(desk.getByRole("button", { name: "Confirm and make" })).toHaveCount(0);
		await requireSound(desk);
		await desk.getByRole("button", { name: "Vouch for this person" }).tap();
		await expect(desk.getByRole("status")).toContainText("You have vouched");
	});

	await test.step("whoever has vouched loses the office: the word counts no more, and another one vouches", async () => {
		const desk = await open({ as: admin });
		const territory = await db.territory.findFirstOrThrow({
			where: { coordinators: { some: { userId: coordinator.id } } },
		});
		await desk.goto(`/en/admin/organisations/${id}`);
		await expect(desk.getByRole("button", { name: "Confirm and make the owner" })).toBeVisible();
		const office = await open({ as: admin });
		await office.goto(`/en/admin/territories/${territory.id}`);
		await office
			.getByRole("button", { name: /^Remove/ })
			.first()
			.tap();
		await expect(office.getByText(coordinator.email)).toHaveCount(0);
		// The page that still has the button.
		await desk.getByRole("button", { name: "Confirm and make the owner" }).tap();
		await expect(desk.getByRole("alert").first()).toBeVisible();
		await desk.goto(`/en/admin/organisations/${id}`);
		await expect(desk.getByText("no longer has that office")).toBeVisible();
		await expect(desk.getByRole("button", { name: "Confirm and make the owner" })).toHaveCount(0);
		const successor = await open({ as: await makeUser({ countries: ["PL"] }) });
		await successor.goto(`/en/admin/organisations/${id}`);
		await successor.getByRole("button", { name: "Vouch for this person" }).tap();
		await expect(successor.getByRole("status")).toContainText("You have vouched");
	});

	await test.step("an admin confirms", async () => {
		const desk = await open({ as: admin });
		await desk.goto("/en/admin/organisations");
		await expect(desk.getByText("Claimed", { exact: true }).first()).toBeVisible();
		await desk.goto(`/en/admin/organisations/${id}`);
		await desk.getByRole("button", { name: "Confirm and make the owner" }).tap();
		await expect(desk.getByRole("status")).toContainText("has an owner");
	});

	await test.step("the person answers a request to the embassy", async () => {
		await page.goto(linkIn(await mailTo(person.email, "claimConfirmed")));
		await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
		await page.goto(`/en/my/together/${request.id}`);
		await page.getByRole("button", { name: "Accept", exact: true }).tap();
		await expect(page.getByText(`${name} holds this event together with`)).toBeVisible();
	});
});

test("without script a mission is found by words and claimed from its public page; a refusal says why", async ({
	open,
}) => {
	test.setTimeout(180_000);
	const slug = "embassy-of-azerbaijan-in-bulgaria";
	const { id, name } = await db.organisation.findUniqueOrThrow({
		where: { slug },
		select: { id: true, name: true },
	});
	const person = await makeUser();
	const page = await open({ as: person, javaScriptEnabled: false });
	await page.goto("/de/my/organisations/claim");
	await page.locator("input[name=q]").fill("botschaft bulgarien");
	await page.locator("main form button").first().click();
	await expect(page.locator(`a[href$="organiser=${slug}"]`)).toBeVisible();

	await page.goto(`/en/organisers/${slug}`);
	await page.getByRole("link", { name: "Is this your organisation?" }).click();
	await page.getByLabel("Who you are").fill(STATEMENT);
	await page.getByRole("radio", { name: "By a coordinator" }).check();
	await page.getByRole("button", { name: "Send it to the reviewers" }).click();
	await expect(page.getByRole("main")).toContainText("It is with the reviewers");

	const desk = await open({ as: await makeUser({ isAdmin: true }), javaScriptEnabled: false });
	await desk.goto(`/en/admin/organisations/${id}`);
	const claims = desk.getByRole("region", { name: "This is our organisation" });
	await claims.getByText("Refuse the claim").first().click();
	await claims.getByLabel("Reason").fill("The embassy does not know you.");
	await claims.getByRole("button", { name: "Refuse the claim" }).click();
	await expect(desk.getByRole("main")).toContainText("The claim is refused");
	const mail = await mailTo(person.email, "claimRefused");
	expect(mail.text).toContain(name);
	expect(mail.text).toContain("The embassy does not know you.");
});

test("on a phone an admin closes an impostor's account and invites the rightful owner", async ({
	open,
}) => {
	test.setTimeout(180_000);
	const organisation = await makeOrganisation({ country: "EE", name: "Society of a city" });
	const heir = await makeUser();
	const page = await open({ as: await makeUser({ isAdmin: true }) });
	await page.goto(`/en/admin/people/${organisation.owner.id}`);
	await expect(page.getByText("No owner will be left")).toBeVisible();
	await requireSound(page);
	await page.getByLabel("Reason").fill("The society says that this is not theirs.");
	await page.getByRole("button", { name: "Close the account" }).tap();
	await expect(page.getByText("Organisations without an owner")).toBeVisible();
	await page.getByRole("link", { name: organisation.name }).first().tap();
	await page.getByLabel("E-mail address").fill(heir.email);
	await page.getByRole("button", { name: "Invite an owner" }).tap();
	await expect(page.getByRole("status")).toContainText("on its way");
	await requireSound(page);
	const guest = await open({ as: heir });
	await guest.goto(linkIn(await mailTo(heir.email, "invitation")));
	await guest.getByRole("button", { name: "Accept the invitation" }).tap();
	await expect(guest.getByRole("status")).toContainText("You are a member now");
	await page.reload();
	await expect(page.getByRole("button", { name: "Invite an owner" })).toHaveCount(0);
});
