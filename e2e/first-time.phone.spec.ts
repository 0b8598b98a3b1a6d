import { randomUUID } from "node:crypto";
import type { Locator } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makeDraft } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { textsIn } from "./support/event-form";
import { linkIn, mailTo } from "./support/mails";
import { expect, test } from "./support/test";

/** A slow person on a phone: seconds to find and press each thing, and characters typed a minute. */
const SECONDS_EACH = 5;
const CHARACTERS_A_MINUTE = 150;

test("a first-time organiser needs at most 25 interactions and five minutes from the mail to submitted", async ({
	page,
}) => {
	const email = `first-${randomUUID()}@example.org`;
	let interactions = 0;
	let characters = 0;
	const tap = async (target: Locator) => {
		interactions += 1;
		await target.tap();
	};
	const choose = async (target: Locator, label: string) => {
		interactions += 1;
		await target.selectOption({ label });
	};
	const type = async (target: Locator, text: string) => {
		interactions += 1;
		characters += text.length;
		await target.fill(text);
	};

	await page.goto("/en/my/events/new");
	await page.getByLabel("E-mail address").fill(email);
	await page.getByRole("button", { name: "Send the mail" }).tap();
	const mail = await mailTo(email, "signIn");

	interactions += 1;
	await page.goto(linkIn(mail));
	await tap(page.getByRole("button", { name: "Sign in", exact: true }));
	await type(page.getByLabel("Name"), "Azerbaijani society of the city");
	await tap(page.getByRole("radio", { name: "Diaspora association" }));
	await choose(page.getByLabel("Country"), "Germany");
	await tap(page.getByRole("button", { name: "Create the organisation" }));
	await tap(page.getByRole("button", { name: "Begin" }));
	await page.waitForURL(/\/edit$/);
	await expect(page.getByText("All changes are saved")).toBeVisible();

	await tap(page.getByRole("radio", { name: "Ceremony" }));
	await type(textsIn(page, "en").getByLabel("Title"), "Commemoration at the town hall");
	await type(
		textsIn(page, "en").getByLabel("Description"),
		"Speeches, music and a minute of silence. Everybody is welcome; please come ten minutes early.",
	);
	await type(page.getByLabel("First day"), "2027-02-26");
	await tap(page.getByRole("radio", { name: "Start time known" }));
	await type(page.getByLabel("Start", { exact: true }), "18:00");
	await type(page.getByRole("combobox", { name: "City" }), "Münch");
	await tap(page.getByRole("option", { name: /Munich.*Germany/s }).first());
	await type(page.getByLabel("Venue"), "Town hall");
	await type(page.getByLabel("Address"), "Marienplatz 8");
	await tap(page.getByRole("button", { name: "Submit for review" }));
	await page.waitForURL(/\?done=submitted$/);

	const seconds = interactions * SECONDS_EACH + (characters / CHARACTERS_A_MINUTE) * 60;
	console.log(
		`First event from the mail to submitted: ${interactions} interactions, ${characters} characters, ${Math.round(seconds)} s for a slow person`,
	);
	expect(interactions).toBeLessThanOrEqual(25);
	expect(seconds).toBeLessThanOrEqual(300);
});

test("a web address without https is completed as its field is left, and saved so", async ({
	open,
}) => {
	const organisation = await makeOrganisation();
	const { eventId } = await makeDraft({ organisation });
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await expect(page.getByText("All changes are saved")).toBeVisible();
	const address = page.getByLabel("Web page of the event");
	await address.fill("www.example.org/26");
	await address.blur();
	await expect(address).toHaveValue("https://www.example.org/26");
	await expect
		.poll(async () => {
			const { latestRevision } = await db.event.findUniqueOrThrow({
				where: { id: eventId },
				select: { latestRevision: { select: { contactUrl: true } } },
			});
			return latestRevision?.contactUrl;
		})
		.toBe("https://www.example.org/26");
});
