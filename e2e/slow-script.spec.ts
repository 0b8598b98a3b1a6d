import type { Page, Request } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { textsIn, waitUntilSaved } from "./support/event-form";
import { expect, test } from "./support/test";

test("what is typed before the page's script has come is saved too", async ({ open }) => {
	const event = await makeDraft();
	const page = await open({ as: event.author });
	const letScriptsCome = await holdScripts(page);
	await page.goto(`/en/my/events/${event.eventId}/edit`, { waitUntil: "commit" });
	await textsIn(page, "en").getByLabel("Title").fill("Typed on a slow line");
	letScriptsCome();
	await waitUntilSaved(page);
	const [text] = await db.eventText.findMany({ where: { revisionId: event.revisionId } });
	expect(text?.title).toBe("Typed on a slow line");
});

test("the script that comes leaves every button where it is", async ({ open }) => {
	const event = await makeDraft();
	const page = await open({ as: event.author });
	const letScriptsCome = await holdScripts(page);
	await page.goto(`/en/my/events/${event.eventId}/edit`, { waitUntil: "commit" });
	const submit = page.getByRole("button", { name: "Submit for review" });
	await expect(page.getByText("Choose by hand")).toBeVisible();
	const before = await submit.boundingBox();
	letScriptsCome();
	await expect(page.getByText("All changes are saved").first()).toBeVisible();
	expect(await submit.boundingBox()).toEqual(before);
});

test("only looking at the form of a public event changes nothing", async ({ open }) => {
	const event = await makePublished();
	const page = await open({ as: event.author });
	const changes: Request[] = [];
	page.on("request", (request) => request.method() === "POST" && changes.push(request));
	// By an address and by a link: the browser builds the form in two ways.
	await page.goto(`/en/my/events/${event.eventId}/edit`);
	await expect(page.getByText("All changes are saved").first()).toBeVisible();
	await page.goto(`/en/my/events/${event.eventId}`);
	await page.getByRole("link", { name: "Edit", exact: true }).click();
	await expect(page.getByText("All changes are saved").first()).toBeVisible();
	await page.goto("/en/my");
	expect(changes).toEqual([]);
	const { state } = await db.event.findUniqueOrThrow({ where: { id: event.eventId } });
	expect(state).toBe("approved");
});

/** Keeps the page's scripts back until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
	let open: () => void = () => undefined;
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	await page.route("**/_next/static/**/*.js", async (route) => {
		await opened;
		await route.continue();
	});
	return open;
}
