import { expect, type Page } from "@playwright/test";

export type Texts = Record<string, { title: string; description: string }>;

/** What a test types into the form of an event; the interface is in English. */
export type EventAnswers = {
	type: string;
	/** By language tag; the first one is the block that the form begins with. */
	texts: Texts;
	date: string;
	start: string;
	end: string;
	/** What is typed, and which of the offered cities is taken. */
	city: { typed: string; option: RegExp; zone: string };
	venue: string;
	address: string;
	contact: string;
};

const LANGUAGE_NAMES: Record<string, string> = { az: "Azerbaijani", en: "English", de: "German" };

/** Block of one language's title and description. */
export function textsIn(page: Page, locale: string) {
	return page.locator(`[id="texts.${locale}"]`);
}

/** Fills the whole form with mouse and keyboard, as people do. */
export async function fillEventForm(page: Page, answers: EventAnswers): Promise<void> {
	await page.getByRole("radio", { name: answers.type }).check();
	for (const [locale, text] of Object.entries(answers.texts)) {
		const block = textsIn(page, locale);
		if ((await block.count()) === 0) {
			await page.getByLabel("Add a language").selectOption({ label: LANGUAGE_NAMES[locale] });
			await page.getByRole("button", { name: "Add", exact: true }).click();
		}
		await block.getByLabel("Title").fill(text.title);
		await block.getByLabel("Description").fill(text.description);
	}
	await page.getByLabel("First day").fill(answers.date);
	await page.getByRole("radio", { name: "Start time known" }).check();
	await page.getByLabel("Start", { exact: true }).fill(answers.start);
	await page.getByRole("main").getByLabel("End", { exact: false }).last().fill(answers.end);
	await chooseCity(page, answers.city);
	await page.getByLabel("Venue").fill(answers.venue);
	await page.getByLabel("Address").fill(answers.address);
	await page.getByLabel("Name of a person or office").fill(answers.contact);
}

/** Types into the city's field and takes one of the cities offered. */
export async function chooseCity(
	page: Page,
	{ typed, option, zone }: EventAnswers["city"],
): Promise<void> {
	const city = page.getByRole("combobox", { name: "City" });
	await city.fill(typed);
	await page.getByRole("option", { name: option }).first().click();
	await expect(page.getByText(`Time zone: ${zone}`)).toBeVisible();
}

/** Waits until the form says that everything typed is stored. */
export async function waitUntilSaved(page: Page): Promise<void> {
	// The form looks at itself with the next frame: until then it may say so of what was typed before.
	await page.evaluate(
		() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
	);
	await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeAttached();
}

const SAVE_STATUS = /^(All changes are saved|Saved|Saving|Not saved yet)/;

/** Sends the form in, where script runs, and returns the event's id. */
export async function submitForm(page: Page): Promise<string> {
	// Shown by the page's script alone.
	await expect(page.getByText(SAVE_STATUS).first()).toBeVisible();
	await page.getByRole("button", { name: "Submit for review" }).click();
	await page.waitForURL(/\/my\/events\/[0-9a-f-]{36}\?done=submitted$/);
	await expect(page.getByText("Submitted for review").first()).toBeVisible();
	return eventIdIn(page);
}

/** The event that the page is about, by its address. */
export function eventIdIn(page: Page): string {
	const id = /\/my\/events\/([0-9a-f-]{36})/.exec(page.url())?.[1];
	if (!id) throw new Error(`no event in ${page.url()}`);
	return id;
}

/** Decides on a submission as the reviewer whose page this is. */
export async function decideOn(
	page: Page,
	eventId: string,
	choice: string,
	reason = "",
): Promise<void> {
	await sendDecision(page, eventId, choice, reason);
	await expectDecisionSent(page);
}

/** The same, but done as soon as the server has answered. */
export async function sendDecision(
	page: Page,
	eventId: string,
	choice: string,
	reason = "",
): Promise<void> {
	await page.goto(`/en/review/${eventId}`);
	await page.getByRole("radio", { name: choice }).check();
	if (reason) await page.getByLabel("Reason").fill(reason);
	const answered = page.waitForResponse((response) => response.request().method() === "POST");
	await page.getByRole("button", { name: "Send the decision" }).click();
	await answered;
}

/** The reviewer is told, and is back at the queue. */
export async function expectDecisionSent(page: Page): Promise<void> {
	await page.waitForURL(/\/review(\/[0-9a-f-]{36})?\?sent=/);
	await expect(page.getByRole("status").filter({ hasText: /^(Sent|Approved)/ })).toBeVisible();
}
