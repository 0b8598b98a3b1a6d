import AxeBuilder from "@axe-core/playwright";
import { makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { linkIn, mailTo } from "./support/mails";
import { expect, test } from "./support/test";

const SCRIPT = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) <script>alert(1)</script>";

test("a reviewer asks the organiser, who answers from the mail without script, and the answer is found and read", async ({
	open,
}) => {
	test.setTimeout(120_000);
	const organisation = await makeOrganisation({ country: "LT" });
	const { eventId } = await makeSubmitted({ organisation });
	const reviewerUser = await makeUser({ countries: ["LT"] });
	const reviewer = await open({ as: reviewerUser });
	await reviewer.goto(`/en/review/${eventId}`);
	await reviewer.getByLabel("A question to the organiser").fill(`Is it open to all? ${SCRIPT}`);
	await reviewer.getByRole("button", { name: "Send the question" }).tap();
	const asked = reviewer.locator("#messages");
	await expect(asked.getByRole("listitem")).toContainText("A coordinator");
	await expect(asked.getByRole("listitem")).toContainText(SCRIPT);

	const mail = await mailTo(organisation.owner.email, "coordinatorAsks");
	expect(mail.html).toContain("&lt;img src=x");
	expect(mail.html).not.toContain("<img");
	expect(mail.text + mail.html).not.toContain(reviewerUser.email);
	const organiser = await open({ as: organisation.owner, javaScriptEnabled: false });
	await organiser.goto(linkIn(mail));
	await expect(organiser.getByRole("main")).toContainText(SCRIPT);
	await expect(organiser.getByRole("main")).not.toContainText(reviewerUser.email);
	await organiser.getByLabel("Your message").fill("Yes, from six o'clock.");
	await organiser.locator("#messages").getByRole("button", { name: "Send" }).click();
	await expect(organiser.getByText("Yes, from six o'clock.")).toBeVisible();
	await expect(organiser.getByText("New answer")).toHaveCount(0);

	const answer = await mailTo(reviewerUser.email, "organiserAnswers");
	expect(answer.text).toContain("> Yes, from six o'clock.");
	await reviewer.goto("/en/review");
	await expect(reviewer.getByText("New answer").first()).toBeVisible();
	await reviewer.getByRole("link", { name: "Answers (1)" }).tap();
	await reviewer.waitForURL(/\/review\/messages$/);
	await expect(reviewer.getByText("Yes, from six o'clock.")).toBeVisible();
	await reviewer.locator(`a[href*="/review/${eventId}"]`).tap();
	await expect(reviewer.locator("#messages")).toContainText("New answer");
	const { violations } = await new AxeBuilder({ page: reviewer }).setLegacyMode(true).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await reviewer.getByRole("button", { name: "I have read it" }).tap();
	await expect(reviewer.locator("#messages")).not.toContainText("New answer");
	await reviewer.goto("/en/review/messages");
	await expect(reviewer.getByText("Nothing unread")).toBeVisible();
});
