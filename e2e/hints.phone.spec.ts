import AxeBuilder from "@axe-core/playwright";
import { db } from "@/lib/db/client";
import { makeDraft, publishedRow } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { expect, test } from "./support/test";

test.afterEach(() => db.block.deleteMany());

test("what an admin blocks is marked for the reviewer, and waits even where the organisation is trusted", async ({
	open,
	faults,
}) => {
	test.setTimeout(120_000);
	const adminUser = await makeUser({ isAdmin: true });
	const admin = await open({ as: adminUser });
	await admin.goto("/en/review/reports");
	await admin.getByRole("link", { name: "Blocklist" }).tap();
	await admin.getByLabel("What", { exact: true }).selectOption("Domains of links");
	await admin.getByLabel("Word, domain or address").fill("https://spam.example/page");
	await admin.getByRole("button", { name: "Add", exact: true }).tap();
	await expect(admin.getByText("Give a reason.").first()).toBeVisible();
	await admin.getByLabel("Reason").fill("Advertising");
	await admin.getByRole("button", { name: "Add", exact: true }).tap();
	await expect(admin.getByText("Added to the list.")).toBeVisible();

	const organisation = await makeOrganisation({ country: "LV" });
	await db.organisation.update({
		where: { id: organisation.id },
		data: { trustedAt: new Date(), trustedById: adminUser.id },
	});
	const description =
		"Call +371 67 000 000, or see [our page](https://www.spam.example/x). <script>alert(1)</script>";
	const { eventId } = await makeDraft({
		organisation,
		content: { texts: { en: { title: "Commemoration in Riga", description } } },
	});
	const organiser = await open({ as: organisation.owner });
	await organiser.goto(`/en/my/events/${eventId}`);
	await organiser.getByRole("button", { name: "Submit for review" }).tap();
	await expect(organiser.getByText("Submitted for review").first()).toBeVisible();
	expect(await publishedRow(eventId)).toBeNull();

	const reviewer = await open({ as: await makeUser({ countries: ["LV"] }) });
	await reviewer.goto(`/en/review/${eventId}`);
	const hints = reviewer.getByRole("region", { name: "Automatic hints" });
	await expect(hints).toContainText("spam.example");
	await expect(hints).toContainText("blocked");
	await expect(hints.getByText("+371 67 000 000")).toBeVisible();
	await expect(hints).toContainText("Description (English)");
	const { violations } = await new AxeBuilder({ page: reviewer }).setLegacyMode(true).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	faults.allow(/404/);
	expect((await reviewer.request.get("/en/admin/blocklist")).status()).toBe(404);

	await admin.getByRole("button", { name: "Remove https://spam.example/page" }).tap();
	await expect(admin.getByText("Removed from the list.")).toBeVisible();
});
