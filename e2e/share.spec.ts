import type { Page } from "@playwright/test";
import jsqr from "jsqr";
import sharp from "sharp";
import { findPublicPath } from "./support/public-path";
import { expect, test } from "./support/test";

// jsqr is CommonJS that also names itself `default`.
const decode = "default" in jsqr ? (jsqr.default as typeof jsqr) : jsqr;

function upcoming(): Promise<string> {
	return findPublicPath({ isDemo: true, hasStartTime: true, attendanceMode: "in_person" });
}

/** What a camera before the screen would read. */
async function readFromScreen(page: Page): Promise<string | undefined> {
	const picture = await page.getByRole("img", { name: "QR code" }).screenshot();
	const { data, info } = await sharp(picture)
		.resize(600)
		.ensureAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	const options = { inversionAttempts: "dontInvert" } as const;
	return decode(new Uint8ClampedArray(data), info.width, info.height, options)?.data;
}

for (const colorScheme of ["light", "dark"] as const) {
	test(`an event is shared without script, its QR code read from the screen (${colorScheme})`, async ({
		open,
		server,
	}) => {
		const page = await open({ javaScriptEnabled: false, colorScheme });
		const address = `${server.baseUrl}/en${await upcoming()}`;
		await page.goto(address);
		await expect(page.getByRole("img", { name: "QR code" })).toBeHidden();
		await page.getByText("QR code", { exact: true }).click();
		await expect(page.getByRole("img", { name: "QR code" })).toBeVisible();
		await expect.poll(() => readFromScreen(page)).toBe(address);
		await page.getByText("By mail and on other sites").click();
		for (const name of ["E-mail", "WhatsApp", "Telegram", "X", "Facebook"]) {
			const link = page.getByRole("link", { name, exact: true });
			await expect(link).toBeVisible();
			expect(decodeURIComponent((await link.getAttribute("href")) ?? "")).toContain(address);
		}
	});
}

test("an event goes into every calendar by a plain link", async ({ open, server }) => {
	const page = await open();
	const path = await upcoming();
	await page.goto(`/en${path}`);
	const file = page.getByRole("link", { name: "Calendar file (.ics)" });
	await expect(file).toHaveAttribute("href", `/en${path}.ics`);
	const apple = page.getByRole("link", { name: "Apple Calendar" });
	const subscription = `${server.baseUrl.replace("http:", "webcal:")}/en${path}.ics`;
	await expect(apple).toHaveAttribute("href", subscription);
	const answer = await fetch(subscription.replace("webcal:", "http:"));
	expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR/);
	for (const name of ["Google Calendar", "Outlook.com", "Microsoft 365"]) {
		await expect(page.getByRole("link", { name })).toHaveAttribute("href", /^https:\/\/.*2027/);
	}
});

test("search engines read the event and the way to it", async ({ open, server }) => {
	const page = await open({ javaScriptEnabled: false });
	const address = `${server.baseUrl}/ar${await upcoming()}`;
	await page.goto(address);
	const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
	const [event, way] = blocks.map((block) => JSON.parse(block));
	expect(event).toMatchObject({ url: address, eventStatus: "https://schema.org/EventScheduled" });
	expect(event.startDate).toMatch(/^2027-02-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d$/);
	expect(event.image.url).toContain("/og/ar/2027/");
	expect(way["@type"]).toBe("BreadcrumbList");
	expect(way.itemListElement.at(-1)).toMatchObject({ position: 3, item: address });
});
