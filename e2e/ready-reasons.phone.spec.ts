import { makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { mailTo } from "./support/mails";
import { expect, test } from "./support/test";

const LABEL = "Yer göstərilməyib";
const TEXT = "Zəhmət olmasa, tədbirin dəqiq yerini yazın: zalın adını və küçəni.";

test("a ready-made reason is chosen in the reviewer's language and sent in the organiser's", async ({
	open,
}) => {
	const owner = await makeUser({ locale: "az" });
	const organisation = await makeOrganisation({ country: "LT", ownerId: owner.id });
	const { eventId } = await makeSubmitted({ organisation });
	const page = await open({ as: await makeUser({ countries: ["LT"], locale: "en" }) });
	await page.goto(`/en/review/${eventId}`);
	await page.getByText("Ready-made reasons, in the organiser’s language").tap();
	const ready = page.getByRole("button", { name: TEXT });
	await expect(ready).toBeVisible();
	await expect(ready).not.toContainText(LABEL);
	await expect(ready.locator("[lang=az]")).toHaveText(TEXT);
	await ready.tap();
	await expect(page.getByLabel("Reason")).toHaveValue(TEXT);
	await expect(page.getByRole("radio", { name: "Request changes" })).toBeChecked();
	await page.getByRole("button", { name: "Send the decision" }).tap();
	await page.waitForURL(/sent=request_changes/);

	const mail = await mailTo(owner.email, "changesRequested");
	expect(mail.locale).toBe("az");
	expect(mail.subject).toMatch(/^Düzəliş istənilir: /);
	expect(mail.text).toContain("düzəliş istəyir");
	expect(mail.text).toContain(TEXT);
	expect(mail.text).not.toMatch(/coordinator|please/i);
});
