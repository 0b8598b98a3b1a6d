import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { eventIdIn, textsIn } from "./support/event-form";
import { codeIn, mailTo } from "./support/mails";
import { findPublicPath } from "./support/public-path";
import { expect, test } from "./support/test";

test("without script: home, a filtered list and an event can be read", async ({ open }) => {
	const page = await open({ javaScriptEnabled: false });
	await page.goto("/en");
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await page.getByRole("searchbox", { name: "Find an event" }).fill("Khojaly");
	await page.getByRole("button", { name: "Search" }).click();
	await expect(page).toHaveURL(/\/en\/events\?q=Khojaly$/);
	await page.getByLabel("Country").selectOption("DE");
	await page.getByRole("button", { name: "Show events" }).click();
	await expect(page).toHaveURL(/country=DE/);
	await expect(page.getByRole("main")).toContainText("Germany");
	await expect(page.getByRole("main")).not.toContainText("Ankara");
	await page.goto(`/az${await findPublicPath({ isDemo: true, hasStartTime: true })}`);
	await expect(page.getByRole("main")).toContainText(/\d\d:\d\d/);
	await expect(page.locator("a[href$='.ics'][download]")).toBeVisible();
});

test("without script: an address at which there is nothing says so, in its language", async ({
	open,
	faults,
}) => {
	faults.allow(/status of 404/);
	const page = await open({ javaScriptEnabled: false });
	for (const path of ["/az/countries/ZZ", "/az/events/2027/none", "/az/nothing/at/all"]) {
		const answer = await page.goto(path);
		expect(answer?.status(), path).toBe(404);
		await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
		await expect(page.locator("html")).toHaveAttribute("lang", "az");
	}
});

test("without script: the code signs in", async ({ open }) => {
	const email = `plain-${randomUUID()}@example.org`;
	const page = await open({ javaScriptEnabled: false });
	await page.goto("/en/sign-in?returnTo=/en/my/account");
	await page.getByLabel("E-mail address").fill(email);
	await page.getByRole("button", { name: "Send the mail" }).click();
	await page.getByLabel("Six-digit code").fill("12");
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
	await expect(page.getByRole("alert")).toContainText("six digits");
	await page.getByLabel("Six-digit code").fill(codeIn(await mailTo(email, "signIn")));
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
	await expect(page).toHaveURL(/\/en\/my\/account$/);
	await expect(page.getByRole("main")).toContainText(email);
});

test("without script: a draft is saved, completed and submitted", async ({ open }) => {
	const { owner } = await makeOrganisation();
	const page = await open({ as: owner, javaScriptEnabled: false });
	await page.goto("/en/my/events/new");
	await page.getByRole("button", { name: "Begin" }).click();
	await textsIn(page, "en").getByLabel("Title").fill("An evening without script");
	await page.getByRole("button", { name: "Save draft" }).click();
	await expect(page.getByText("The draft is saved")).toBeVisible();

	await page.getByRole("button", { name: "Submit for review" }).click();
	await expect(page.getByRole("alert")).toContainText("cannot be submitted yet");
	await expect(textsIn(page, "en").getByLabel("Title")).toHaveValue("An evening without script");

	await page.getByRole("radio", { name: "Ceremony" }).check();
	await page.getByLabel("Add a language").selectOption("az");
	await page.getByRole("button", { name: "Add", exact: true }).click();
	await textsIn(page, "az").getByLabel("Title").fill("Skriptsiz axşam");
	await page.getByLabel("First day").fill("2027-02-26");
	await page.getByRole("radio", { name: "Start time known" }).check();
	await page.getByLabel("Start", { exact: true }).fill("19:00");
	await page.getByRole("combobox", { name: "City" }).fill("Leipzig");
	await page.getByLabel("Country").selectOption("DE");
	await page.getByRole("button", { name: "Submit for review" }).click();
	await expect(page).toHaveURL(/done=submitted/);
	const event = await db.event.findUniqueOrThrow({
		where: { id: eventIdIn(page) },
		include: { latestRevision: { include: { texts: { orderBy: { locale: "asc" } } } } },
	});
	expect(event.state).toBe("submitted");
	expect(event.latestRevision).toMatchObject({
		cityName: "Leipzig",
		timezone: "Europe/Berlin",
		startTime: "19:00",
		type: "ceremony",
	});
	expect(event.latestRevision?.texts.map((text) => text.title)).toEqual([
		"Skriptsiz axşam",
		"An evening without script",
	]);
});
