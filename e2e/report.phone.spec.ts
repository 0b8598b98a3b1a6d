import AxeBuilder from "@axe-core/playwright";
import { db } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeAdmin, makeUser } from "@/prisma/factories/people";
import { makeReport } from "@/prisma/factories/reports";
import { linkIn, mailsTo, mailTo } from "./support/mails";
import { expect, test } from "./support/test";

const SCRIPT =
	"<img src=x onerror=alert(1)> [x](javascript:alert(1)) </textarea><script>alert(1)</script>";

test("a visitor reports an event without an account, a reviewer hides it and answers, and all are told", async ({
	open,
	faults,
}) => {
	test.setTimeout(180_000);
	const organisation = await makeOrganisation({ country: "EE" });
	const { eventId } = await makePublished({ organisation, reviewer: await makeAdmin() });
	const reviewerUser = await makeUser({ countries: ["EE"] });
	const { season, slug } = await db.publishedEvent.findUniqueOrThrow({
		where: { id: eventId },
		select: { season: true, slug: true },
	});
	const publicPage = `/en/events/${season}/${slug}`;
	const email = `reporter-${eventId}@example.org`;

	const visitor = await open();
	await visitor.goto(publicPage);
	await visitor.getByRole("link", { name: "Report a problem" }).tap();
	await expect(visitor.getByRole("heading", { name: "Report a problem" })).toBeVisible();
	await visitor.getByRole("button", { name: "Send the report" }).tap();
	await expect(visitor.getByText("Choose one of the options.").first()).toBeVisible();
	await visitor.getByRole("radio", { name: "Private data" }).check();
	await visitor.getByLabel("What should we know?").fill(`A survivor's telephone number. ${SCRIPT}`);
	await visitor.getByLabel("E-mail address for an answer").fill(email);
	const { violations } = await new AxeBuilder({ page: visitor }).setLegacyMode(true).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await visitor.getByRole("button", { name: "Send the report" }).tap();
	await expect(visitor.getByText("Received. Thank you.")).toBeVisible();
	const receipt = visitor.url();
	const mail = await mailTo(email, "reportReceived");
	expect(linkIn(mail)).toBe(receipt);
	expect(mail.text).not.toContain("telephone number");
	faults.allow(/404/);
	expect((await visitor.request.get(receipt.replace(/.$/, "_"))).status()).toBe(404);
	const form = await visitor.request.get(`/en/report?event=${eventId}`);
	expect(form.headers()["cache-control"]).toContain("no-store");
	expect((await visitor.context().cookies()).map(({ name }) => name)).toEqual([]);

	const reviewer = await open({ as: reviewerUser });
	await mailTo(reviewerUser.email, "reportUrgent");
	await reviewer.goto("/en/review");
	await reviewer.getByRole("link", { name: /^Reports/ }).tap();
	await expect(reviewer.getByText("Urgent")).toBeVisible();
	await reviewer.getByRole("listitem").getByRole("link").filter({ hasText: "Commemoration" }).tap();
	await expect(reviewer.getByText(SCRIPT)).toBeVisible();
	await expect(reviewer.getByRole("main")).not.toContainText(email);
	await reviewer.getByRole("button", { name: "Take it on" }).tap();
	await expect(reviewer.getByText("You have taken it on.")).toBeVisible();
	const caseUrl = reviewer.url();
	await visitor.reload();
	await expect(visitor.getByText("A coordinator is looking at it")).toBeVisible();

	await reviewer.getByRole("link", { name: "Hide the event" }).tap();
	// The case's page has a field of this name, too.
	await reviewer.waitForURL(/\/hide$/);
	await expect(reviewer.getByRole("button", { name: "Hide it now" })).toBeVisible();
	await reviewer.getByLabel("Reason").fill("A private telephone number stands in the text.");
	await reviewer.getByRole("button", { name: "Hide it now" }).tap();
	await expect(reviewer.getByText("Hidden. The organiser has been told why.")).toBeVisible();
	await expect
		.poll(async () => (await visitor.request.get(publicPage)).status(), { timeout: 20_000 })
		.toBe(404);
	const told = await mailTo(organisation.owner.email, "eventTakenDown");
	expect(told.text).toContain("> A private telephone number stands in the text.");
	expect(told.text).not.toContain(reviewerUser.email);
	const organiser = await open({ as: organisation.owner });
	await organiser.goto(`/en/my/events/${eventId}`);
	await expect(organiser.getByText("A coordinator has hidden this event")).toBeVisible();

	await reviewer.goto(caseUrl);
	await reviewer.getByText("Answer the reporter").tap();
	await reviewer.getByLabel("Your answer").fill(`Thank you. ${SCRIPT}`);
	await reviewer.getByRole("button", { name: "Send the answer" }).tap();
	await expect(reviewer.getByText("The answer is sent.")).toBeVisible();
	await reviewer.getByRole("radio", { name: "Hidden" }).check();
	await reviewer.getByRole("button", { name: "Close the case" }).tap();
	await expect(reviewer.getByText(/^Closed\. Reporters/)).toBeVisible();
	const answered = await mailTo(email, "reportAnswered");
	expect(answered.html).toContain("&lt;img src=x");
	expect(answered.html).not.toContain("<img");
	await mailTo(email, "reportClosed");
	await visitor.reload();
	await expect(visitor.getByText(/taken out of the public calendar/)).toBeVisible();
	await expect(visitor.getByText(SCRIPT)).toBeVisible();
	await expect(visitor.getByRole("main")).not.toContainText(reviewerUser.email);

	await reviewer.goto(`/en/review/${eventId}`);
	await reviewer.getByRole("button", { name: "Show it again" }).tap();
	await expect(reviewer.getByText("The event is public again.")).toBeVisible();
	await expect
		.poll(async () => (await visitor.request.get(publicPage)).status(), { timeout: 20_000 })
		.toBe(200);
});

test("the form works without script, in every language's direction, and keeps a machine's report quiet", async ({
	open,
}) => {
	const organisation = await makeOrganisation({ country: "LV" });
	const { eventId } = await makePublished({ organisation, reviewer: await makeAdmin() });
	const plain = await open({ javaScriptEnabled: false });
	await plain.goto(`/ar/report?event=${eventId}`);
	await plain.getByRole("radio", { name: "التاريخ أو المكان خطأ" }).check();
	await plain.getByRole("button", { name: "إرسال البلاغ" }).click();
	await expect(plain.getByText("اكتب ما الخطأ").first()).toBeVisible();
	await expect(plain.getByRole("radio", { name: "التاريخ أو المكان خطأ" })).toBeChecked();
	await plain.locator("textarea[name=text]").fill("تبدأ بعد ساعة");
	await plain.getByRole("button", { name: "إرسال البلاغ" }).click();
	await expect(plain.getByText("وصل. شكرًا لك.")).toBeVisible();

	const email = `machine-${eventId}@example.org`;
	await plain.goto(`/en/report?event=${eventId}`);
	await plain.getByRole("radio", { name: "Hatred or insult" }).check();
	await plain.getByLabel("E-mail address for an answer").fill(email);
	await plain.locator("input[name=website]").fill("https://example.org");
	await plain.getByRole("button", { name: "Send the report" }).click();
	await expect(plain.getByText("Received. Thank you.")).toBeVisible();
	const reviewer = await open({ as: await makeUser({ countries: ["LV"] }) });
	await reviewer.goto("/en/review/reports");
	await expect(reviewer.getByText("2 reports")).toBeVisible();
	await expect(reviewer.getByText("Urgent")).toHaveCount(0);
	expect(await mailsTo(email)).toEqual([]);
});

test("without script another language keeps what is reported, and the receipt", async ({
	open,
}) => {
	const { eventId } = await makePublished();
	const { path } = await makeReport({ eventId });
	const page = await open({ javaScriptEnabled: false });
	for (const address of [`/report?event=${eventId}`, path]) {
		await page.goto(`/en${address}`);
		await page.getByRole("contentinfo").getByRole("link", { name: "Deutsch" }).tap();
		await expect(page).toHaveURL(new URL(`/de${address}`, page.url()).href);
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		await expect(page.locator("html")).toHaveAttribute("lang", "de");
	}
});
