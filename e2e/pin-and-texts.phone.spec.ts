import type { CDPSession, Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { eventContent, makeDraft, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { textsIn, waitUntilSaved } from "./support/event-form";
import { requireSound } from "./support/require-sound";
import { expect, test } from "./support/test";

type Place = { x: number; y: number };

test("on a phone a finger moves the pin and not the page, and the page elsewhere on the map", async ({
	open,
}) => {
	test.setTimeout(120_000);
	const organisation = await makeOrganisation({ country: "DE" });
	const { eventId } = await makeDraft({
		organisation,
		content: eventContent("DE", {
			cityGeonameId: 2950159,
			cityName: "Berlin",
			lat: null,
			lon: null,
		}),
	});
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${eventId}/edit`);
	const [lat, lon] = [page.getByLabel("Latitude"), page.getByLabel("Longitude")];
	await page.getByRole("button", { name: "Set the pin on a map" }).tap();
	const pin = page.getByRole("button", { name: "Pin of the event" });
	await expect(pin).toBeVisible({ timeout: 30_000 });
	await pin.evaluate((element) => element.scrollIntoView({ block: "center" }));
	const finger = await page.context().newCDPSession(page);
	const scrolled = () => page.evaluate(() => window.scrollY);

	const before = await scrolled();
	const from = await middleOf(page, "Pin of the event");
	await drag(finger, from, { x: from.x + 40, y: from.y + 90 });
	await expect(lat).not.toHaveValue("");
	const first = await pointIn(page);
	expect(await scrolled()).toBe(before);
	const moved = await middleOf(page, "Pin of the event");
	expect(Math.abs(moved.x - from.x - 40)).toBeLessThan(3);
	expect(Math.abs(moved.y - from.y - 90)).toBeLessThan(3);
	await drag(finger, moved, { x: moved.x + 30, y: moved.y - 120 });
	await expect.poll(async () => (await pointIn(page)).lat).toBeGreaterThan(first.lat);
	expect((await pointIn(page)).lon).toBeGreaterThan(first.lon);
	expect(await scrolled()).toBe(before);

	// One finger beside the pin belongs to the page; what was set stays.
	const second = await pointIn(page);
	const map = await page.locator(".maplibregl-canvas").boundingBox();
	if (!map) throw new Error("the map has no place");
	const corner = { x: map.x + 40, y: map.y + map.height - 40 };
	await drag(finger, corner, { x: corner.x, y: corner.y - 150 });
	await expect.poll(scrolled).toBeGreaterThan(before);
	expect(await pointIn(page)).toEqual(second);

	// A press on the map brings the pin there.
	await page.locator(".maplibregl-canvas").tap({ position: { x: 60, y: 60 } });
	await expect.poll(async () => (await pointIn(page)).lon).toBeLessThan(second.lon);
	await waitUntilSaved(page);
	const last = { lat: Number(await lat.inputValue()), lon: Number(await lon.inputValue()) };
	await expect.poll(() => storedPlace(eventId)).toEqual(last);
});

test("on a phone the texts stand below each other, each with how far it is and what is newer", async ({
	open,
}) => {
	test.setTimeout(120_000);
	const organisation = await makeOrganisation({ country: "DE" });
	const { eventId } = await makePublished({
		organisation,
		content: {
			texts: {
				az: { title: "Anım mərasimi", description: "Çıxışlar" },
				en: { title: "Commemoration", description: "" },
			},
		},
	});
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${eventId}/edit`);
	const [az, en] = [textsIn(page, "az"), textsIn(page, "en")];
	await expect(az.getByText("Complete")).toBeVisible();
	await expect(en.getByText("The description is missing")).toBeVisible();
	const [above, below] = [await az.boundingBox(), await en.boundingBox()];
	if (!above || !below) throw new Error("a text has no place");
	expect(above.x).toBe(below.x);
	expect(above.y + above.height).toBeLessThanOrEqual(below.y);
	await expect(az.getByText("Older than English")).toHaveCount(0);
	await en.getByLabel("Description").fill("Speeches");
	await expect(en.getByText("Complete")).toBeVisible();
	await expect(az.getByText("Older than English")).toBeVisible();
	await waitUntilSaved(page);

	await page.goto(`/az/my/events/${eventId}/edit`);
	await expect(az.getByText(/^ingilis mətnindən köhnədir$/)).toBeVisible();
	await az.getByRole("textbox").first().fill("Xatirə mərasimi");
	await expect(az.getByText(/^ingilis mətnindən köhnədir$/)).toHaveCount(0);
	await waitUntilStored(eventId, "Xatirə mərasimi");
	await page.goto(`/ar/my/events/${eventId}/edit`);
	await expect(en).toHaveCSS("direction", "rtl");
	await expect(en.getByRole("textbox").first()).toHaveCSS("direction", "ltr");
	await requireSound(page);
});

async function middleOf(page: Page, name: string): Promise<Place> {
	const box = await page.getByRole("button", { name }).boundingBox();
	if (!box) throw new Error(`${name} has no place`);
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function pointIn(page: Page) {
	return {
		lat: Number(await page.getByLabel("Latitude").inputValue()),
		lon: Number(await page.getByLabel("Longitude").inputValue()),
	};
}

/** As a finger does it: through the browser's own decision whether it scrolls. */
async function drag(finger: CDPSession, from: Place, to: Place): Promise<void> {
	const touch = (type: "touchStart" | "touchMove", touchPoints: Place[]) =>
		finger.send("Input.dispatchTouchEvent", { type, touchPoints });
	await touch("touchStart", [from]);
	const steps = 12;
	for (let step = 1; step <= steps; step += 1) {
		const share = step / steps;
		const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
		await touch("touchMove", [at]);
	}
	await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

async function waitUntilStored(eventId: string, title: string): Promise<void> {
	await expect
		.poll(async () => {
			const { latestRevision } = await db.event.findUniqueOrThrow({
				where: { id: eventId },
				select: { latestRevision: { select: { texts: { select: { title: true } } } } },
			});
			return latestRevision?.texts.map((text) => text.title);
		})
		.toContain(title);
}

async function storedPlace(eventId: string) {
	const { latestRevision } = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		select: { latestRevision: { select: { venue: { select: { lat: true, lon: true } } } } },
	});
	return latestRevision?.venue ?? null;
}
