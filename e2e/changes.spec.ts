import { db } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { addMember, makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { decideOn } from "./support/event-form";
import { mailsTo, mailTo } from "./support/mails";
import { expect, test } from "./support/test";

test("an event is postponed at once, gets a new date by review, and is cancelled", async ({
	open,
}) => {
	test.setTimeout(120_000);
	const organisation = await makeOrganisation();
	const other = await makeOrganisation({ country: "FR" });
	const colleague = await makeUser();
	await addMember(other.id, colleague.id, "editor");
	const { eventId } = await makePublished({
		organisation,
		archive: { coOrganiserIds: [other.id] },
		content: { startDate: "2027-02-26" },
	});
	const { season, slug } = await db.publishedEvent.findUniqueOrThrow({ where: { id: eventId } });
	const publicPath = `/events/${season}/${slug}`;

	const organiser = await open({ as: organisation.owner });
	await organiser.goto(`/en/my/events/${eventId}`);
	await organiser.getByRole("link", { name: "Postpone the event" }).click();
	await organiser.getByRole("button", { name: "Postpone the event now" }).click();
	await expect(organiser.getByRole("main").getByRole("alert")).toContainText("Give a reason.");
	await organiser.getByLabel("Reason in English").fill("A storm is forecast.");
	await organiser.getByRole("button", { name: "Postpone the event now" }).click();
	await organiser.waitForURL(/\?done=postponed$/);
	await mailTo(colleague.email, "eventPostponed");

	const reader = await open();
	await reader.goto(`/en${publicPath}`);
	await expect(reader.getByText("This event is postponed")).toBeVisible();
	await expect(reader.getByText("A storm is forecast.")).toBeVisible();

	await organiser.goto(`/en/my/events/${eventId}/edit`);
	// Only with the script.
	await expect(organiser.getByText("All changes are saved")).toBeVisible();
	await organiser.getByLabel("First day").fill("2027-03-05");
	await organiser.getByRole("button", { name: "Submit for review" }).click();
	await organiser.waitForURL(/\?done=submitted$/);
	const reviewer = await open({ as: await makeUser({ countries: ["DE"] }) });
	await reviewer.goto(`/en/review/${eventId}`);
	await expect(reviewer.getByRole("heading", { name: /^Important/ })).toBeVisible();
	await decideOn(reviewer, eventId, "Approve");
	await reader.goto(`/en${publicPath}`);
	await expect(reader.getByText("It was planned for 26 February 2027.")).toBeVisible();
	await mailTo(colleague.email, "eventChanged");

	await organiser.goto(`/en/my/events/${eventId}/cancel`);
	await organiser.getByLabel("Reason in English").fill("The hall is closed.");
	await organiser.getByRole("button", { name: "Cancel the event now" }).click();
	await organiser.waitForURL(/\?done=cancelled$/);
	await reader.goto(`/en${publicPath}`);
	await expect(reader.getByText("This event is cancelled")).toBeVisible();
	const feed = await reader.request.get(`/en${publicPath}.ics`);
	expect(await feed.text()).toMatch(
		/SEQUENCE:3[\s\S]*STATUS:CANCELLED|STATUS:CANCELLED[\s\S]*SEQUENCE:3/,
	);
	expect((await mailsTo(colleague.email)).map(({ template }) => template).sort()).toEqual([
		"eventCancelled",
		"eventChanged",
		"eventPostponed",
	]);
});
