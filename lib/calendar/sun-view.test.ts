import { expect, it } from "vitest";
import type { DayEvent, DayPlace } from "./day-places";
import { orderBySun } from "./sun-order";
import { type SunWords, viewStation } from "./sun-view";

const WORDS: SunWords = {
	places: (names, more) => `${names.join(", ")} +${more}`,
	begin: (places) => `begins ${places}`,
	end: (places) => `ends ${places}`,
	silence: (country) => `silence ${country}`,
	onDay: (events) => `${events} on the day`,
	onOtherDays: (events) => `${events} on others`,
};
const EVENT: DayEvent = {
	season: 2027,
	slug: "evening",
	status: "scheduled",
	isDemo: false,
	from: Date.parse("2027-02-26T17:00Z"),
	until: Date.parse("2027-02-26T18:00Z"),
	startTime: "18:00",
	endTime: "19:00",
	texts: [{ locale: "az", title: "Axşam" }],
};
const BERLIN: DayPlace = {
	geonameId: 2950159,
	name: "Berlin",
	country: "DE",
	timezone: "Europe/Berlin",
	lon: 13.4,
	eventsInSeason: 3,
	eventsOnDay: 1,
	events: [EVENT],
};
const MINUTES = [{ country: "DE", time: "12:00", sourceUrl: null }];
const now = new Date("2026-07-01T12:00:00Z");

function view(place: Partial<DayPlace>, locale = "de") {
	const [station] = orderBySun(2027, [{ ...BERLIN, ...place }], MINUTES);
	if (!station) throw new Error("no station");
	const shown = viewStation(station, { date: "2027-02-26", locale, now, words: WORDS });
	const [first] = shown.places;
	if (!first) throw new Error("no place");
	return { ...shown, first };
}

it("names a city in the reader's language and leads to its events of the day", () => {
	expect(view({}).first).toMatchObject({
		name: "Berlin",
		country: "Deutschland",
		path: "/events?city=2950159&from=2027-02-26&to=2027-02-26",
		note: null,
	});
	expect(view({}, "ru").first).toMatchObject({ name: "Берлин", country: "Германия" });
});

it("tells how far clocks are ahead at the moment, and on the day", () => {
	expect(view({}).first.offsetMinutes).toBe(120);
	expect(view({}).offsetMinutes).toBe(60);
});

it.each([
	[{ eventsOnDay: 0, events: [] }, "/events?city=2950159&season=2027", "3 on others"],
	[{ eventsOnDay: 3 }, "/events?city=2950159&from=2027-02-26&to=2027-02-26", "3 on the day"],
	[{ geonameId: null }, "/events?country=DE&from=2027-02-26&to=2027-02-26", null],
	[{ eventsOnDay: 0, eventsInSeason: 0, events: [] }, null, null],
])("of %j it leads to %s and notes %s", (place, path, note) => {
	expect(view(place).first).toMatchObject({ path, note });
});

it("is the country where no city is known", () => {
	expect(view({ geonameId: null, name: null }).first).toMatchObject({
		name: "Deutschland",
		country: null,
	});
});

it("shows a title in another language as such", () => {
	const { events } = view({}).first;
	expect(events).toEqual([
		expect.objectContaining({
			title: "Axşam",
			titleLanguage: "az",
			path: "/events/2027/evening",
			startTime: "18:00",
		}),
	]);
	expect(view({}, "az").first.events[0]?.titleLanguage).toBeNull();
});

it("names the first places of a station, and its minute of silence by country and place", () => {
	const names = ["A", "B", "C", "D", "E"];
	const places = names.map((name, index) => ({
		...BERLIN,
		geonameId: null,
		name,
		lon: 15 - index,
	}));
	const [station] = orderBySun(2027, places, MINUTES);
	if (!station) throw new Error("no station");
	expect(
		viewStation(station, { date: "2027-02-26", locale: "en", now, words: WORDS }),
	).toMatchObject({
		beginTitle: "begins A, B, C +2",
		endTitle: "ends A, B, C +2",
		silences: [{ title: "silence Germany", place: "A", startTime: "12:00" }],
	});
});
