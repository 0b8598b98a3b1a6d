import AxeBuilder from "@axe-core/playwright";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { mailTo } from "./support/mails";
import { expect, test } from "./support/test";

const TEXTS = { en: { title: "Concert of remembrance", description: "" } };

test("from the note of a clash an organiser writes to the other one, who can answer", async ({
	open,
}) => {
	test.setTimeout(120_000);
	const other = await makeOrganisation({ country: "LT" });
	// A day on which the demonstration has nothing.
	const content = { startDate: "2027-01-28", startTime: "19:00", endTime: null };
	const { eventId } = await makePublished({
		organisation: other,
		content: { ...content, texts: TEXTS },
	});
	const organisation = await makeOrganisation({ country: "LT" });
	const mine = await makeDraft({ organisation, content });
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${mine.eventId}`);
	const link = page.getByRole("link", { name: "Write to the organiser" });
	await expect(link).toHaveAttribute("href", `/en/my/write/${eventId}`);
	await page.goto(`/en/my/write/${eventId}`);
	await expect(page.getByRole("main")).toContainText("Concert of remembrance");
	await expect(page.getByRole("main")).toContainText(organisation.owner.email);
	await expect(page.getByRole("main")).not.toContainText(other.owner.email);
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await page.getByLabel("Message").fill("short");
	await page.getByRole("button", { name: "Send" }).tap();
	await expect(page.getByText("This is too short.").first()).toBeVisible();
	await page.getByLabel("Message").fill("Shall we hold both together? <b>https://example.org</b>");
	await page.getByRole("button", { name: "Send" }).tap();
	await expect(page.getByText("The message is sent")).toBeVisible();
	const mail = await mailTo(other.owner.email, "organiserMessage");
	expect(mail.text).toContain("> Shall we hold both together?");
	expect(mail.text).toContain(organisation.owner.email);
	expect(mail.html).toContain("&lt;b&gt;https://example.org");
	expect(mail.html).not.toContain('href="https://example.org');

	const plain = await open({ as: organisation.owner, javaScriptEnabled: false });
	await plain.goto(`/az/my/write/${eventId}`);
	await plain.getByLabel("Məktub").fill("Tədbirləri birgə keçirək, zəhmət olmasa.");
	await plain.getByRole("button", { name: "Göndər" }).click();
	await expect(plain.getByText("Məktub göndərildi")).toBeVisible();

	const own = await open({ as: other.owner });
	await own.goto(`/en/my/write/${eventId}`);
	await expect(own.getByText("This is an event of your own organisation.")).toBeVisible();
});
