import ICAL from "ical.js";
import { makePublished, publishedRow } from "@/prisma/factories/events";
import { ask } from "./support/http";
import { expect, test } from "./support/test";

/** 19:00 on 26 February 2027 at the place; the instants are worked out by hand from the offsets. */
const PLACES = [
	{
		city: "Kathmandu",
		country: "NP",
		geonameId: 1283240,
		zone: "Asia/Kathmandu",
		utc: "2027-02-26T13:15:00Z",
	},
	{
		city: "St. John's",
		country: "CA",
		geonameId: 6324733,
		zone: "America/St_Johns",
		utc: "2027-02-26T22:30:00Z",
	},
	{
		city: "Kiritimati",
		country: "KI",
		geonameId: null,
		zone: "Pacific/Kiritimati",
		utc: "2027-02-26T05:00:00Z",
	},
	{
		city: "New York",
		country: "US",
		geonameId: 5128581,
		zone: "America/New_York",
		utc: "2027-02-27T00:00:00Z",
	},
] as const;

const VISITORS = ["Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Auckland"];

test("19:00 at the place is 19:00 for every visitor, and the right instant in the feeds", async ({
	open,
	server,
}) => {
	test.setTimeout(120_000);
	const visitors = await Promise.all(VISITORS.map((timezoneId) => open({ timezoneId })));
	for (const place of PLACES) {
		const { path, title, id } = await publishAt(place);
		for (const [index, page] of visitors.entries()) {
			const about = `${place.zone} seen from ${VISITORS[index]}`;
			await page.goto(`/en${path}`);
			await expect(page.getByText("19:00 – 20:30", { exact: true }), about).toBeVisible();
			await expect(page.locator("time[datetime='2027-02-26']").first(), about).toHaveText(
				"26 February 2027",
			);
			await page.goto(`/en/events?q=${encodeURIComponent(title)}`);
			const row = page.getByRole("listitem").filter({ hasText: title }).last();
			await expect(row, about).toContainText("19:00");
			await expect(row.locator("time[datetime='2027-02-26']"), about).toHaveText(
				"26 February 2027",
			);
		}
		await expectFeeds(server.baseUrl, path, { id, title, place });
	}
});

test("the visitor's own time is said where it differs, and only there", async ({ open }) => {
	const { path } = await publishAt(PLACES[0]);
	const [there, auckland] = [
		await open({ timezoneId: "Asia/Kathmandu" }),
		await open({ timezoneId: "Pacific/Auckland" }),
	];
	await auckland.goto(`/en${path}`);
	await expect(auckland.getByText("Your time: 27 February 2027, 02:15")).toBeVisible();
	await there.goto(`/en${path}`);
	await expect(there.getByText("19:00 – 20:30", { exact: true })).toBeVisible();
	await expect(there.getByText("Your time:")).toHaveCount(0);
});

type Place = (typeof PLACES)[number];
let count = 0;

async function publishAt(place: Place): Promise<{ path: string; title: string; id: string }> {
	count += 1;
	const title = `Evening ${count} in ${place.city}`;
	const { eventId } = await makePublished({
		content: {
			startDate: "2027-02-26",
			startTime: "19:00",
			endTime: "20:30",
			cityGeonameId: place.geonameId,
			cityName: place.city,
			country: place.country,
			timezone: place.zone,
			lat: null,
			lon: null,
			venueName: null,
			texts: { en: { title, description: "" } },
		},
	});
	const row = await publishedRow(eventId);
	if (!row) throw new Error("not published");
	expect(row.timezone).toBe(place.zone);
	expect(row.startsAtUtc?.toISOString().replace(".000", "")).toBe(place.utc);
	return { path: `/events/${row.season}/${row.slug}`, title, id: eventId };
}

async function expectFeeds(
	baseUrl: string,
	path: string,
	{ id, title, place }: { id: string; title: string; place: Place },
) {
	for (const address of [`/en${path}.ics`, "/feeds/calendar.ics?season=2027"]) {
		const { body } = await ask(`${baseUrl}${address}`);
		const { start, end } = instantsIn(body, title);
		expect(start, `${place.zone} in ${address}`).toBe(place.utc);
		expect(Date.parse(end) - Date.parse(start)).toBe(90 * 60_000);
	}
	const api = JSON.parse((await ask(`${baseUrl}/api/v1/events/${id}`)).body);
	expect(JSON.stringify(api)).toContain("19:00");
	const html = (await ask(`${baseUrl}/en${path}`)).body;
	const jsonLd = JSON.parse(
		/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}",
	);
	expect(jsonLd.startDate).toMatch(/^2027-02-26T19:00:00[+-]\d\d:\d\d$/);
	expect(new Date(jsonLd.startDate).toISOString().replace(".000", "")).toBe(place.utc);
}

/** Start and end as a foreign parser understands them, with the feed's own zone definitions. */
function instantsIn(feed: string, title: string): { start: string; end: string } {
	const calendar = new ICAL.Component(ICAL.parse(feed));
	for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
	const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
	const event = events.find((each) => each.summary.includes(title));
	if (!event) throw new Error(`${title} is not in the feed`);
	const utc = (time: ICAL.Time) =>
		new Date(time.toUnixTime() * 1000).toISOString().replace(".000", "");
	return { start: utc(event.startDate), end: utc(event.endDate) };
}
