import { expect, it } from "vitest";
import { makeFeedEvent } from "./feed-event.fixture";
import { toICalendar } from "./icalendar";
import { toJsonLd } from "./json-ld";
import { INFO, parseEvents } from "./read-calendar.fixture";

const WHOLE = {
	uid: "0100@calendar.example",
	url: "https://calendar.example/en/events/2027/ceremony",
	title: "Ceremony",
};

it("names in a calendar the UID of what an event is part of, as its parent, and nothing of our own", () => {
	const [part, alone] = parseEvents([makeFeedEvent({ superEvent: WHOLE }), makeFeedEvent()]);
	const related = part?.getFirstProperty("related-to");
	expect(related?.getFirstValue()).toBe(WHOLE.uid);
	expect(related?.getFirstParameter("reltype")).toBe("PARENT");
	expect(part?.getAllProperties("related-to")).toHaveLength(1);
	expect(alone?.getFirstProperty("related-to")).toBeNull();
	const text = toICalendar([makeFeedEvent({ superEvent: WHOLE })], INFO);
	expect(text.slice(text.indexOf("BEGIN:VEVENT"))).not.toMatch(/^X-/m);
});

it("is for search engines part of a superEvent, which names it beside the items of its programme", () => {
	expect(toJsonLd(makeFeedEvent({ superEvent: WHOLE })).superEvent).toEqual({
		"@type": "Event",
		"@id": WHOLE.url,
		url: WHOLE.url,
		name: "Ceremony",
	});
	const part = makeFeedEvent({
		type: "exhibition",
		title: "Opening",
		url: "https://calendar.example/en/events/2027/opening",
	});
	const item = {
		date: "2027-02-26",
		startTime: null,
		endTime: null,
		startsAtUtc: null,
		endsAtUtc: null,
		title: "Minute of silence",
		speakers: [],
	};
	const { subEvent } = toJsonLd(makeFeedEvent({ programme: [item] }), undefined, [part]);
	expect(subEvent).toMatchObject([
		{ "@type": "Event", name: "Minute of silence" },
		{
			"@type": "ExhibitionEvent",
			"@id": part.url,
			name: "Opening",
			startDate: "2027-02-26T19:00:00+05:45",
			location: { "@type": "Place", name: "City Hall" },
		},
	]);
	expect(toJsonLd(makeFeedEvent())).not.toHaveProperty("subEvent");
	expect(toJsonLd(makeFeedEvent())).not.toHaveProperty("superEvent");
});
