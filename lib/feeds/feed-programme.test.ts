import { describe, expect, it } from "vitest";
import type { ProgrammeItem } from "@/lib/calendar/programme";
import { writeEntry } from "./entry";
import { makeFeedEvent, NOW, WORDS } from "./feed-event.fixture";
import { toFeedProgramme } from "./feed-programme";
import { toJsonLd } from "./json-ld";
import { programmeLines } from "./programme-lines";
import { parseOne } from "./read-calendar.fixture";

const ITEMS: ProgrammeItem[] = [
	{
		day: 2,
		startTime: "10:00",
		endTime: null,
		titles: { az: "Mühazirə" },
		speakers: [
			{ name: "A. Historian", role: "Institute" },
			{ name: "B. Speaker", role: "" },
		],
	},
	{
		day: 1,
		startTime: "19:00",
		endTime: "19:30",
		titles: { en: "Opening; candles <b>", az: "Açılış" },
		speakers: [{ name: "A. Historian", role: "Institute" }],
	},
];

function eventOf(locale = "en") {
	const event = makeFeedEvent({ locale }, { endDate: "2027-02-27" });
	return { ...event, programme: toFeedProgramme(ITEMS, event.schedule, locale) };
}

describe("a programme", () => {
	it("is written by days, in the reader's language or the best one", () => {
		expect(programmeLines(eventOf())).toEqual([
			"26 February 2027",
			"19:00 – 19:30 Opening; candles <b> (A. Historian, Institute)",
			"27 February 2027",
			"10:00 Mühazirə (A. Historian, Institute; B. Speaker)",
		]);
		expect(programmeLines(eventOf("az"))[1]).toContain("Açılış");
	});

	it("stands in the description that calendars read", () => {
		const description = String(parseOne(eventOf()).getFirstPropertyValue("description"));
		expect(description).toContain(
			"\n26 February 2027\n19:00 – 19:30 Opening; candles <b> (A. Historian, Institute)\n",
		);
	});

	it("is a list without markup of its own in feeds", () => {
		const { html } = writeEntry(eventOf(), WORDS, NOW);
		expect(html).toContain("<p>Programme</p><ul><li>26 February 2027</li>");
		expect(html).toContain("Opening; candles &lt;b&gt;");
	});

	it("is a subEvent an item for search engines, and each speaker a performer once", () => {
		const { subEvent, performer } = toJsonLd(eventOf());
		expect(subEvent).toMatchObject([
			{
				"@type": "Event",
				name: "Opening; candles <b>",
				startDate: "2027-02-26T19:00:00+05:45",
				endDate: "2027-02-26T19:30:00+05:45",
				location: { "@type": "Place", name: "City Hall" },
				performer: [{ "@type": "Person", name: "A. Historian", jobTitle: "Institute" }],
			},
			{ name: "Mühazirə", startDate: "2027-02-27T10:00:00+05:45" },
		]);
		expect(performer).toEqual([
			{ "@type": "Person", name: "A. Historian", jobTitle: "Institute" },
			{ "@type": "Person", name: "B. Speaker" },
		]);
	});

	it("is not there where an event has none", () => {
		expect(toJsonLd(makeFeedEvent())).not.toHaveProperty("subEvent");
		expect(writeEntry(makeFeedEvent(), WORDS, NOW).html).not.toContain("Programme");
	});
});
