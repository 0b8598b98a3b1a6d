import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makePublished } from "@/prisma/factories/events";
import { addMember, makeOrganisation } from "@/prisma/factories/organisations";
import { makeUser } from "@/prisma/factories/people";
import { decideOn, submitForm } from "./support/event-form";
import { mailsTo, mailTo } from "./support/mails";
import { requireFit } from "./support/require-sound";
import { expect, test } from "./support/test";

test("on a phone an event is postponed at once, gets a new date by review, is cancelled, and takes place after all", async ({
	open,
}) => {
	test.setTimeout(240_000);
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
	const publicPath = `/en/events/${season}/${slug}`;
	const reader = await open();
	await reader.goto(publicPath);
	expect(await toldByMachines(reader, publicPath)).toEqual({
		ics: { sequence: 0, status: "CONFIRMED", start: "20270226T180000" },
		jsonLd: {
			eventStatus: "EventScheduled",
			startDate: "2027-02-26",
			previousStartDate: undefined,
		},
	});

	const organiser = await open({ as: organisation.owner });
	await organiser.goto(`/en/my/events/${eventId}`);
	await organiser.getByRole("link", { name: "Postpone the event" }).tap();
	await organiser.getByRole("button", { name: "Postpone the event now" }).tap();
	await expect(organiser.getByRole("main").getByRole("alert")).toContainText("Give a reason.");
	await organiser.getByLabel("Reason in English").fill("A storm is forecast.");
	await requireFit(organiser);
	await organiser.getByRole("button", { name: "Postpone the event now" }).tap();
	await organiser.waitForURL(/\?done=postponed$/);
	await mailTo(colleague.email, "eventPostponed");
	await reader.goto(publicPath);
	await expect(reader.getByText("This event is postponed")).toBeVisible();
	await expect(reader.getByText("A storm is forecast.")).toBeVisible();
	await requireFit(reader);
	expect(await toldByMachines(reader, publicPath)).toEqual({
		ics: { sequence: 1, status: "TENTATIVE", start: "20270226T180000" },
		jsonLd: {
			eventStatus: "EventPostponed",
			startDate: "2027-02-26",
			previousStartDate: undefined,
		},
	});

	await organiser.goto(`/en/my/events/${eventId}/edit`);
	// Only with the script.
	await expect(organiser.getByText("All changes are saved")).toBeVisible();
	await organiser.getByLabel("First day").fill("2027-03-05");
	await submitForm(organiser);
	const reviewer = await open({ as: await makeUser({ countries: ["DE"] }) });
	await reviewer.goto(`/en/review/${eventId}`);
	await expect(reviewer.getByRole("heading", { name: /^Important/ })).toBeVisible();
	await requireFit(reviewer);
	await decideOn(reviewer, eventId, "Approve");
	await reader.goto(publicPath);
	await expect(reader.getByText("It was planned for 26 February 2027.")).toBeVisible();
	await requireFit(reader);
	expect(await toldByMachines(reader, publicPath)).toEqual({
		ics: { sequence: 2, status: "CONFIRMED", start: "20270305T180000" },
		jsonLd: {
			eventStatus: "EventRescheduled",
			startDate: "2027-03-05",
			previousStartDate: "2027-02-26",
		},
	});
	await mailTo(colleague.email, "eventChanged");

	await organiser.goto(`/en/my/events/${eventId}`);
	await organiser.getByRole("link", { name: "Cancel the event" }).tap();
	await organiser.getByLabel("Reason in English").fill("The hall is closed.");
	await organiser.getByRole("button", { name: "Cancel the event now" }).tap();
	await organiser.waitForURL(/\?done=cancelled$/);
	await reader.goto(publicPath);
	await expect(reader.getByText("This event is cancelled")).toBeVisible();
	await expect(reader.getByText("The hall is closed.")).toBeVisible();
	expect(await toldByMachines(reader, publicPath)).toMatchObject({
		ics: { sequence: 3, status: "CANCELLED", start: "20270305T180000" },
		jsonLd: {
			eventStatus: "EventCancelled",
			startDate: "2027-03-05",
			previousStartDate: undefined,
		},
	});
	await mailTo(colleague.email, "eventCancelled");

	await organiser.getByRole("button", { name: "It takes place after all" }).tap();
	await expect(organiser.getByRole("link", { name: "Edit", exact: true })).toBeVisible();
	// Off until a reviewer has read that it is on.
	await reader.goto(publicPath);
	await expect(reader.getByText("This event is cancelled")).toBeVisible();
	await organiser.goto(`/en/my/events/${eventId}/edit`);
	await submitForm(organiser);
	await decideOn(reviewer, eventId, "Approve");
	await reader.goto(publicPath);
	await expect(reader.getByText("This event is cancelled")).toHaveCount(0);
	await expect(reader.getByText("The hall is closed.")).toHaveCount(0);
	expect(await toldByMachines(reader, publicPath)).toMatchObject({
		ics: { sequence: 4, status: "CONFIRMED", start: "20270305T180000" },
		jsonLd: {
			eventStatus: "EventRescheduled",
			startDate: "2027-03-05",
			previousStartDate: "2027-02-26",
		},
	});
	await expect
		.poll(async () => (await mailsTo(colleague.email)).map(({ template }) => template).sort())
		.toEqual(["eventCancelled", "eventChanged", "eventChanged", "eventPostponed"]);
});

/** What calendars and search engines read of the page at which the browser is. */
async function toldByMachines(page: Page, path: string) {
	const calendar = await (await page.request.get(`${path}.ics`)).text();
	const line = (name: string) =>
		new RegExp(`^${name}(?:;[^:]*)?:(.*?)\\r?$`, "m").exec(calendar)?.[1];
	const [described] = await page.locator('script[type="application/ld+json"]').allTextContents();
	const { eventStatus, startDate, previousStartDate } = JSON.parse(described ?? "");
	// The zone's own rules begin with a DTSTART too.
	const start = /BEGIN:VEVENT[\s\S]*?^DTSTART[^:]*:(.*?)\r?$/m.exec(calendar)?.[1];
	return {
		ics: { sequence: Number(line("SEQUENCE")), status: line("STATUS"), start },
		jsonLd: {
			eventStatus: String(eventStatus).replace("https://schema.org/", ""),
			startDate: String(startDate).slice(0, 10),
			previousStartDate,
		},
	};
}
