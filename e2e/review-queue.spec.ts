import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { expect, test } from "./support/test";

/** Nothing of the seed waits in this country. */
const COUNTRY = "JO";
const EVENTS = 60;
/** How long a trained person reads a submission before deciding. */
const READING_SECONDS = 6;

test("a coordinator decides 60 queued events in ten minutes by keyboard alone", async ({
	open,
}) => {
	test.setTimeout(600_000);
	const organisation = await makeOrganisation({ country: COUNTRY });
	for (let number = 1; number <= EVENTS; number++) await makeSubmitted({ organisation });
	const coordinator = await makeUser({ countries: [COUNTRY] });
	const page = await open({ as: coordinator });
	await page.goto("/en/review");
	await expect(page.getByText("Keyboard shortcuts").first()).toBeVisible();
	let keys = 0;
	const press = async (key: string) => {
		keys += 1;
		await page.keyboard.press(key);
	};
	const begun = Date.now();
	await pressUntil(page, "j", () =>
		expect(page.locator("[data-queue-item]").first()).toBeFocused({ timeout: 1_000 }),
	);
	keys += 1;
	await press("Enter");
	await page.waitForURL(/\/review\/[0-9a-f-]{36}/);
	for (let number = 1; number <= EVENTS; number++) {
		const before = page.url();
		// The address changes a moment before the page does.
		const shown = /[0-9a-f-]{36}/.exec(before)?.[0] ?? "";
		await expect(page.locator("#decision input[name=eventId]")).toHaveValue(shown);
		if (number % 6 === 0) {
			const reason = page.getByLabel("Reason");
			await pressUntil(page, "c", () => expect(reason).toBeFocused({ timeout: 3_000 }));
			keys += 1;
			await page.keyboard.type("The hall?");
			keys += 9;
			await press("Control+Enter");
		} else {
			const send = page.getByRole("button", { name: "Send the decision" });
			await pressUntil(page, "a", () => expect(send).toBeFocused({ timeout: 3_000 }));
			keys += 1;
			await press("Enter");
		}
		await page.waitForURL((url) => url.href !== before && url.search.includes("sent="));
	}
	const machineSeconds = (Date.now() - begun) / 1000;
	await expect(page).toHaveURL(/\/review\?sent=/);
	const states = await db.event.groupBy({
		by: ["state"],
		where: { organisationId: organisation.id },
		_count: { _all: true },
	});
	expect(Object.fromEntries(states.map(({ state, _count }) => [state, _count._all]))).toEqual({
		approved: 50,
		changes_requested: 10,
	});
	const seconds = Math.round(machineSeconds + EVENTS * READING_SECONDS);
	console.log(
		`60 decisions by keyboard: ${keys} keys, ${Math.round(machineSeconds)} s of the program, ${seconds} s with ${READING_SECONDS} s of reading each`,
	);
	expect(seconds).toBeLessThanOrEqual(600);
});

test("reviewers narrow the queue, take an event on, leave a note and use a ready-made reason", async ({
	open,
}) => {
	const organisation = await makeOrganisation({ country: "EG" });
	const { eventId } = await makeSubmitted({ organisation });
	const [one, other] = [
		await open({ as: await makeUser({ countries: ["EG", "MY"] }) }),
		await open({ as: await makeUser({ countries: ["EG"] }) }),
	];
	await one.goto("/en/review");
	await one.getByLabel("Country").selectOption({ label: "Egypt (1)" });
	await one.getByLabel("Kind").selectOption({ label: "Small changes" });
	await one.getByRole("button", { name: "Show", exact: true }).click();
	await expect(one.getByText("Nothing waits under these filters")).toBeVisible();
	await one.getByRole("link", { name: "Show everything" }).click();
	await one.locator(`a[href$="/review/${eventId}"]`).click();
	await pressUntil(one, "t", () =>
		expect(one.getByText("You have taken it on.")).toBeVisible({ timeout: 5_000 }),
	);
	await one.keyboard.press("m");
	await one.keyboard.type("The hall is known: fine.");
	await one.keyboard.press("Control+Enter");
	await expect(
		one.getByRole("listitem").filter({ hasText: "The hall is known: fine." }),
	).toBeVisible();

	await other.goto("/en/review");
	await expect(other.getByText(/^Taken on by/)).toBeVisible();
	await other.goto(`/en/review/${eventId}`);
	await expect(other.getByText("The hall is known: fine.")).toBeVisible();
	await other.getByText("Ready-made reasons").click();
	await other.getByRole("button", { name: /^The time is missing/ }).click();
	await expect(other.getByRole("radio", { name: "Request changes" })).toBeChecked();
	await expect(other.getByLabel("Reason")).toHaveValue(/at what time it begins/);
	await other.keyboard.press("Control+Enter");
	await other.waitForURL(/sent=request_changes/);

	const organiser = await open({ as: organisation.owner });
	await organiser.goto(`/en/my/events/${eventId}`);
	await expect(organiser.getByText(/at what time it begins/).first()).toBeVisible();
	await expect(organiser.getByText("The hall is known: fine.")).toHaveCount(0);
});

test("a decision that lacks its reason is refused and stays chosen; Escape leads out of a field", async ({
	open,
}) => {
	const organisation = await makeOrganisation({ country: "MY" });
	const { eventId } = await makeSubmitted({ organisation });
	const page = await open({ as: await makeUser({ countries: ["MY"] }) });
	await page.goto(`/en/review/${eventId}`);
	const [reason, note] = [page.getByLabel("Reason"), page.getByLabel("A note")];
	await pressUntil(page, "m", () => expect(note).toBeFocused({ timeout: 1_000 }));
	await page.keyboard.press("Escape");
	await page.keyboard.press("c");
	await expect(reason).toBeFocused();
	await expect(note).toHaveValue("");
	await page.keyboard.press("Control+Enter");
	await expect(page.getByRole("link", { name: "Give a reason." })).toBeVisible();
	await expect(page.getByRole("radio", { name: "Request changes" })).toBeChecked();
	await reason.fill("Which hall?");
	await page.keyboard.press("Control+Enter");
	await page.waitForURL(/sent=request_changes/);
});

test("shortcuts do nothing while somebody types, and can be switched off", async ({ open }) => {
	const organisation = await makeOrganisation({ country: "MY" });
	const { eventId } = await makeSubmitted({ organisation });
	const page = await open({ as: await makeUser({ countries: ["MY"] }) });
	await page.goto(`/en/review/${eventId}`);
	await page.getByLabel("Reason").fill("");
	await page.keyboard.type("around");
	await expect(page.getByLabel("Reason")).toHaveValue("around");
	await expect(page.getByRole("radio", { name: "Approve" })).not.toBeChecked();
	await page.getByRole("heading", { level: 1 }).click();
	const isOn = page.getByLabel("Shortcuts are on");
	await pressUntil(page, "Shift+?", () => expect(isOn).toBeVisible({ timeout: 1_000 }));
	await isOn.uncheck();
	await page.keyboard.press("Escape");
	await page.getByRole("heading", { level: 1 }).click();
	await page.keyboard.press("a");
	await expect(page.getByRole("radio", { name: "Approve" })).not.toBeChecked();
	await page.reload();
	await page.keyboard.press("a");
	await expect(page.getByRole("radio", { name: "Approve" })).not.toBeChecked();
});

/** A key that comes before the page's script does nothing. */
async function pressUntil(page: Page, key: string, isDone: () => Promise<void>): Promise<void> {
	await expect(async () => {
		await page.keyboard.press(key);
		await isDone();
	}).toPass();
}
