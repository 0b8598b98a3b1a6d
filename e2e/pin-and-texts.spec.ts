import { db } from "@/lib/db/client";
import { eventContent, makeDraft, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { textsIn, waitUntilSaved } from "./support/event-form";
import { expect, test } from "./support/test";

const LINK = "https://www.openstreetmap.org/?mlat=52.5163&mlon=13.3777#map=18/52.51/13.37";

test("the pin is set on a map, by keyboard and mouse, and by a pasted link", async ({ open }) => {
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
	const lat = page.getByLabel("Latitude");
	const lon = page.getByLabel("Longitude");
	await page.getByRole("button", { name: "Set the pin on a map" }).click();
	const pin = page.getByRole("button", { name: "Pin of the event" });
	await pin.focus();
	await page.keyboard.press("ArrowRight");
	await expect(lon).not.toHaveValue("");
	const before = Number(await lon.inputValue());
	await page.keyboard.press("Shift+ArrowRight");
	await expect.poll(async () => Number(await lon.inputValue())).toBeGreaterThan(before);

	const box = await pin.boundingBox();
	if (!box) throw new Error("the pin has no place");
	const north = Number(await lat.inputValue());
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width / 2, box.y - 60, { steps: 4 });
	await page.mouse.up();
	await expect.poll(async () => Number(await lat.inputValue())).toBeGreaterThan(north);
	await waitUntilSaved(page);
	await expect
		.poll(() => storedPlace(eventId))
		.toEqual({
			lat: Number(await lat.inputValue()),
			lon: Number(await lon.inputValue()),
		});

	await page.getByRole("button", { name: "Remove the pin" }).click();
	await expect(lat).toHaveValue("");
	await lat.evaluate((field, text) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData("text", text);
		field.dispatchEvent(
			new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
		);
	}, LINK);
	await expect(lon).toHaveValue("13.3777");
	await expect.poll(() => storedPlace(eventId)).toEqual({ lat: 52.5163, lon: 13.3777 });
});

test("without script a link in the first field gives both coordinates", async ({ open }) => {
	const organisation = await makeOrganisation({ country: "DE" });
	const { eventId } = await makeDraft({ organisation });
	const page = await open({ as: organisation.owner, javaScriptEnabled: false });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await expect(page.getByRole("button", { name: "Set the pin on a map" })).toBeHidden();
	await page.getByLabel("Latitude").fill(LINK);
	await page.getByLabel("Longitude").fill("");
	await page.getByRole("button", { name: "Save draft" }).last().click();
	await expect(page.getByLabel("Latitude")).toHaveValue("52.5163");
	expect(await storedPlace(eventId)).toEqual({ lat: 52.5163, lon: 13.3777 });
});

test("each language says how far it is and which is newer, and the parts what they lack", async ({
	open,
}) => {
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
	const az = textsIn(page, "az");
	const en = textsIn(page, "en");
	await expect(az.getByText("Complete")).toBeVisible();
	await expect(en.getByText("The description is missing")).toBeVisible();
	const [left, right] = [await az.boundingBox(), await en.boundingBox()];
	expect(left?.y).toBe(right?.y);
	await en.getByLabel("Description").fill("Speeches");
	await expect(en.getByText("Complete")).toBeVisible();
	await expect(az.getByText("Older than English")).toBeVisible();
	await waitUntilSaved(page);
	await page.reload();
	await expect(az.getByText("Older than English")).toBeVisible();

	const parts = page.getByRole("navigation", { name: "Parts of the form" });
	await expect(parts.getByText("complete")).toHaveCount(3);
	await page.getByLabel("First day").fill("");
	await expect(parts.getByText("1 answer missing")).toBeVisible();
	await parts.getByRole("link", { name: "When" }).click();
	await expect(page.getByLabel("First day")).toBeInViewport();
});

async function storedPlace(eventId: string) {
	const { latestRevision } = await db.event.findUniqueOrThrow({
		where: { id: eventId },
		select: { latestRevision: { select: { venue: { select: { lat: true, lon: true } } } } },
	});
	return latestRevision?.venue ?? null;
}
