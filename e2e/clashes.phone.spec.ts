import AxeBuilder from "@axe-core/playwright";
import { makeDraft, makePublished } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
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
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow).toBe(0);
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);

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
