import { db } from "@/lib/db/client";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { decideOn, fillEventForm, submitForm, waitUntilSaved } from "./support/event-form";
import { mailTo } from "./support/mails";
import { requireSound } from "./support/require-sound";
import { expect, test } from "./support/test";

const TEXTS = { en: { title: "Evening of remembrance", description: "" } };

test("on a phone the form names another event at the same time, and submits all the same", async ({
	open,
}) => {
	test.setTimeout(120_000);
	const other = await makeOrganisation({ country: "LV" });
	// A day on which the demonstration has nothing.
	const content = { startDate: "2027-01-27", startTime: "19:00", endTime: null };
	await makePublished({
		organisation: other,
		content: { ...content, texts: TEXTS, contactEmail: "office@example.org" },
	});
	const organisation = await makeOrganisation({ country: "LV" });
	const { eventId } = await makeDraft({
		organisation,
		content: { ...content, startTime: "12:00" },
	});
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${eventId}/edit`);
	// Only with the script.
	await expect(page.getByText("All changes are saved")).toBeVisible();
	const named = page.getByRole("link", { name: "Evening of remembrance" });
	await expect(named).toHaveCount(0);
	await page.getByLabel("Start", { exact: true }).fill("18:00");
	await expect(named).toBeVisible();
	await expect(page.getByText("Another event within 5 km at the same time")).toBeVisible();
	await expect(page.getByRole("link", { name: "office@example.org" })).toHaveAttribute(
		"href",
		"mailto:office@example.org",
	);
	await expect(page.getByRole("link", { name: "Write to the organiser" })).toHaveAttribute(
		"href",
		/\/en\/my\/write\/[0-9a-f-]{36}$/,
	);
	await requireSound(page);

	await page.getByRole("button", { name: "Submit for review" }).tap();
	await page.waitForURL(/\?done=submitted$/);
	await expect(page.getByRole("link", { name: "Evening of remembrance" })).toBeVisible();

	const reviewer = await open({ as: await makeUser({ countries: ["LV"] }) });
	await reviewer.goto(`/en/review/${eventId}`);
	// In the warning and beside the map.
	const links = reviewer.getByRole("link", { name: "Evening of remembrance" });
	await expect(links).toHaveCount(2);

	const plain = await open({ as: organisation.owner, javaScriptEnabled: false });
	await plain.goto(`/az/my/events/${eventId}/edit`);
	await expect(plain.getByRole("link", { name: "Evening of remembrance" })).toBeVisible();
});

test("nobody asks for the clashes of another's event", async ({ open }) => {
	const { eventId } = await makeDraft();
	const { owner } = await makeOrganisation({ country: "FR" });
	const stranger = await open({ as: owner });
	const question = `/api/my/clashes?locale=en&event=${eventId}`;
	expect((await stranger.request.get(question)).status()).toBe(404);
	const nobody = await open();
	expect((await nobody.request.get(question)).status()).toBe(401);
});

test("on a phone the same thing entered again is named as it is typed, its organiser is written to, and it is submitted all the same", async ({
	open,
}) => {
	test.setTimeout(180_000);
	const first = await makeOrganisation({ country: "LV" });
	const title = "Wreaths at the memorial stone";
	// A day on which the demonstration has nothing.
	const startDate = "2027-01-29";
	const registered = await makePublished({
		organisation: first,
		content: { startDate, startTime: "11:00", texts: { en: { title, description: "" } } },
	});
	const second = await makeOrganisation({ country: "LV" });
	const page = await open({ as: second.owner });
	await page.goto("/en/my/events/new");
	await page.getByRole("button", { name: "Begin" }).tap();
	await page.waitForURL(/\/edit$/);
	await expect(page.getByText("All changes are saved")).toBeVisible({ timeout: 30_000 });
	const warning = page.getByText("This event is perhaps registered already", { exact: true });
	await fillEventForm(page, {
		type: "Ceremony",
		texts: { en: { title: "Wreaths at the Memorial Stone", description: "Everybody is welcome." } },
		date: startDate,
		// At another hour: it is the title and the place that are the same.
		start: "18:00",
		end: "19:00",
		// The form begins with the organiser’s own city.
		city: { typed: "Rig", option: /Riga.*Latvia/s, zone: "Europe/Riga" },
		venue: "Memorial stone",
		address: "1 Freedom Boulevard",
		contact: "Society",
	});
	await expect(warning).toBeVisible();
	await expect(page.getByRole("link", { name: title, exact: true })).toBeVisible();
	await waitUntilSaved(page);

	const coming = page.context().waitForEvent("page");
	await page.getByRole("link", { name: "Write to the organiser" }).tap();
	const letter = await coming;
	await letter.waitForURL(new RegExp(`/my/write/${registered.eventId}$`));
	await letter
		.getByLabel("Message")
		.fill("Is this the same ceremony? We would gladly come to yours.");
	await letter.getByRole("button", { name: "Send" }).tap();
	await expect(letter.getByText("The message is sent")).toBeVisible();
	const mail = await mailTo(first.owner.email, "organiserMessage");
	expect(mail.text).toContain("> Is this the same ceremony?");
	await letter.close();

	// The form has stood still behind it.
	await expect(page.getByLabel("Venue")).toHaveValue("Memorial stone");
	await page.getByLabel("First day").fill("2027-01-30");
	await expect(warning).toHaveCount(0);
	await page.getByLabel("First day").fill(startDate);
	await expect(warning).toBeVisible();
	const eventId = await submitForm(page);
	await expect(warning).toBeVisible();

	const reviewer = await open({ as: await makeUser({ countries: ["LV"] }) });
	await reviewer.goto(`/en/review/${eventId}`);
	await expect(
		reviewer.getByText("This event is perhaps registered already", { exact: true }),
	).toBeVisible();
	await decideOn(reviewer, eventId, "Approve");
	expect(await db.publishedEvent.count({ where: { startDate: new Date(startDate) } })).toBe(2);
});
