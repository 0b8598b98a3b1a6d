import { db } from "@/lib/db/client";
import { makeDraft, makeSubmitted } from "@/prisma/factories/events";
import { makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { sendDecision, textsIn } from "./support/event-form";
import { expect, test } from "./support/test";

test.afterEach(() => db.switch.updateMany({ data: { isOn: false } }));

test("an admin freezes the calendar: nothing can be approved until the freeze ends", async ({
	open,
}) => {
	const { eventId } = await makeSubmitted({ organisation: await makeOrganisation() });
	const admin = await open({ as: await makeUser({ isAdmin: true }) });
	const reviewer = await open({ as: await makeUser({ countries: ["DE"] }) });
	await admin.goto("/en/review");
	await admin.getByRole("link", { name: "Emergency switches" }).click();
	await admin.getByRole("button", { name: "Freeze the calendar" }).click();
	await expect(admin.getByText("Give a reason.").first()).toBeVisible();
	await admin.getByRole("link", { name: "Give a reason." }).click();
	await expect(admin.getByLabel("Reason").first()).toBeFocused();
	await admin.getByLabel("Reason").first().fill("A flood of false submissions");
	await admin.getByRole("button", { name: "Freeze the calendar" }).click();
	await expect(admin.getByRole("status")).toHaveText("The calendar is frozen.");

	await sendDecision(reviewer, eventId, "Approve");
	await expect(reviewer.getByText("A flood of false submissions")).toBeVisible();
	await expect(reviewer.getByText(/Nothing new becomes public at the moment/)).toBeVisible();
	await admin.getByRole("button", { name: "End the freeze" }).click();
	await expect(admin.getByRole("status")).toHaveText("The freeze has ended.");
	await sendDecision(reviewer, eventId, "Approve");
	await reviewer.waitForURL(/sent=approve/);
	expect((await reviewer.request.get("/en/admin/switches")).status()).toBe(404);
});

test("in read-only mode what an organiser types stays, and is saved afterwards", async ({
	open,
}) => {
	const organisation = await makeOrganisation();
	const { eventId } = await makeDraft({ organisation });
	const admin = await open({ as: await makeUser({ isAdmin: true }) });
	const page = await open({ as: organisation.owner });
	await page.goto(`/en/my/events/${eventId}/edit`);
	await admin.goto("/en/admin/switches");
	await admin.getByLabel("Reason").last().fill("Moving to another server");
	await admin.getByRole("button", { name: "Stop all changes" }).click();
	await expect(admin.getByRole("status")).toHaveText("All changes are stopped.");
	const title = textsIn(page, "en").getByLabel("Title");
	await title.fill("Written while nothing could be saved");
	await expect(page.getByText(/Could not save/).first()).toBeVisible();
	await expect(title).toHaveValue("Written while nothing could be saved");
	await admin.getByRole("button", { name: "Allow changes again" }).click();
	await expect(admin.getByRole("status")).toHaveText("Changes are possible again.");
	await expect
		.poll(() => db.eventText.count({ where: { title: "Written while nothing could be saved" } }), {
			timeout: 15_000,
		})
		.toBe(1);
});
