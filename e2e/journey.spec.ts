import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { makeUser } from "@/prisma/factories/people";
import {
	decideOn,
	type EventAnswers,
	expectDecisionSent,
	fillEventForm,
	sendDecision,
	submitForm,
	textsIn,
	waitUntilSaved,
} from "./support/event-form";
import { ask } from "./support/http";
import { codeIn, linkIn, mailTo } from "./support/mails";
import { expect, test } from "./support/test";

/** How long a decision may take to show in public. */
const PROMISED_MS = 2_000;

const WORD = `Xatirə${randomUUID().slice(0, 6)}`;
const TITLE_AZ = `${WORD} mərasimi, Münhen`;
const TITLE_EN = `${WORD} ceremony in Munich`;
const EDITED_AZ = `${WORD} mərasimi, yeni salon`;
const LIST = `/az/events?q=${encodeURIComponent(WORD)}`;
const REASON = "Please write the full name of the hall, and who may come.";

const ANSWERS: EventAnswers = {
	type: "Ceremony",
	texts: {
		en: { title: TITLE_EN, description: "Speeches, **music** and a minute of silence." },
		az: { title: TITLE_AZ, description: "Çıxışlar, musiqi və bir dəqiqəlik sükut." },
	},
	date: "2027-02-26",
	start: "19:00",
	end: "20:30",
	city: { typed: "Münih", option: /Munich.*Germany/s, zone: "Europe/Berlin" },
	venue: "Town hall",
	address: "Marienplatz 8",
	contact: "Cultural office",
};

test("three people: register, ask for changes, resubmit, approve, see it in public, edit, approve again", async ({
	open,
	server,
}) => {
	test.setTimeout(120_000);
	const coordinator = await makeUser({ countries: ["DE"], locale: "az" });
	const organiser = { email: `organiser-${randomUUID()}@example.org`, page: await open() };
	const reviewer = await open({ as: coordinator });
	const visitor = await open({ timezoneId: "Asia/Baku", locale: "az-AZ" });
	let eventId = "";

	await test.step("the organiser signs in by mail, makes an organisation and registers an event", async () => {
		const { page, email } = organiser;
		await page.goto("/en/my/events/new");
		await page.getByLabel("E-mail address").fill(email);
		await page.getByRole("button", { name: "Send the mail" }).click();
		await page.getByLabel("Six-digit code").fill(codeIn(await mailTo(email, "signIn")));
		await page.getByRole("button", { name: "Sign in", exact: true }).click();
		await page.waitForURL(/\/en\/my\/organisations\/new$/);
		await page.getByLabel("Name").fill(`Society ${WORD}`);
		await page.getByRole("radio", { name: "Diaspora association" }).check();
		await page.getByLabel("Country").selectOption({ label: "Germany" });
		await page.getByRole("button", { name: "Create the organisation" }).click();
		await page.getByRole("button", { name: "Begin" }).click();
		await page.waitForURL(/\/edit$/);
		await fillEventForm(page, ANSWERS);
		await waitUntilSaved(page);
		await page.reload();
		await expect(textsIn(page, "az").getByLabel("Title")).toHaveValue(TITLE_AZ);
		eventId = await submitForm(page);
	});

	await test.step("the receipt comes in the organiser's language", async () => {
		const receipt = await mailTo(organiser.email, "eventSubmitted");
		expect(receipt.locale).toBe("en");
		expect(receipt.text).toContain(TITLE_EN);
	});

	await test.step("the coordinator finds it in the queue and asks for changes", async () => {
		await reviewer.goto("/en/review");
		await reviewer.getByRole("link", { name: TITLE_EN }).click();
		await expect(reviewer.getByText("Marienplatz 8")).toBeVisible();
		await decideOn(reviewer, eventId, "Request changes", REASON);
		expect((await ask(`${server.baseUrl}${LIST}`)).body).not.toContain(TITLE_AZ);
	});

	await test.step("the organiser reads the reason, corrects and submits again", async () => {
		const { page, email } = organiser;
		const mail = await mailTo(email, "changesRequested");
		expect(mail.text).toContain(REASON);
		await page.goto(linkIn(mail));
		await expect(page.getByText(REASON)).toBeVisible();
		await page.getByRole("link", { name: "Edit", exact: true }).click();
		await page.getByLabel("Venue").fill("Old town hall, great hall");
		await submitForm(page);
	});

	await test.step("approved, it is public in Azerbaijani within two seconds", async () => {
		await visitor.goto("/az");
		await sendDecision(reviewer, eventId, "Approve");
		const listed = await timeUntil("approval to the list", `${server.baseUrl}${LIST}`, TITLE_AZ);
		const path = new RegExp(`/az/events/2027/[a-z0-9-]*${WORD.slice(-6)}[a-z0-9-]*`).exec(
			listed,
		)?.[0];
		await timeUntil("and to the event page", `${server.baseUrl}${path}`, TITLE_AZ);
		await expectDecisionSent(reviewer);
		await visitor.goto(LIST);
		await visitor.getByRole("link", { name: TITLE_AZ }).click();
		await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(TITLE_AZ);
		await expect(visitor.getByText("Old town hall, great hall")).toBeVisible();
		await expect(visitor.getByText("19:00 – 20:30")).toBeVisible();
		await expect(visitor.locator("html")).toHaveAttribute("lang", "az");
		const approved = await mailTo(organiser.email, "eventApproved");
		expect(approved.locale).toBe("en");
		expect(new URL(linkIn(approved)).pathname.replace("/en/", "/az/")).toBe(
			new URL(visitor.url()).pathname,
		);
	});

	await test.step("an edit leaves the public page as it is", async () => {
		const { page } = organiser;
		await page.goto(`/en/my/events/${eventId}/edit`);
		await textsIn(page, "az").getByLabel("Title").fill(EDITED_AZ);
		await waitUntilSaved(page);
		await expectPublicTitle(visitor, TITLE_AZ);
		await submitForm(page);
		await expectPublicTitle(visitor, TITLE_AZ);
	});

	await test.step("the edit's approval changes the public page within two seconds", async () => {
		await reviewer.goto(`/en/review/${eventId}`);
		await expect(reviewer.getByText("1 change against the public event")).toBeVisible();
		await expect(reviewer.getByText(EDITED_AZ).first()).toBeVisible();
		await sendDecision(reviewer, eventId, "Approve");
		await timeUntil("approval of an edit to the cached event page", visitor.url(), EDITED_AZ);
		await expectPublicTitle(visitor, EDITED_AZ);
	});
});

/** Asks without a browser, whose own work would be measured too. @returns the page that has the text */
async function timeUntil(what: string, url: string, text: string): Promise<string> {
	const since = Date.now();
	let body = "";
	const read = async () => {
		// Words that were looked for are marked in the title.
		body = (await ask(url)).body.replace(/<\/?mark[^>]*>/g, "");
		return body.includes(text);
	};
	await expect.poll(read, { message: what, intervals: [25], timeout: PROMISED_MS }).toBe(true);
	console.log(`${what}: ${Date.now() - since} ms`);
	return body;
}

async function expectPublicTitle(visitor: Page, title: string): Promise<void> {
	await visitor.reload();
	await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(title);
}
