import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { makeFeedEvent, NOTES, NOW } from "./feed-event.fixture";
import { toICalendar } from "./icalendar";

const URL_OF_PAGE = "https://calendar.example/en/events";

describe("hostile text", () => {
	const fragment = fc.constantFrom(
		"\r\n",
		"\n",
		"\r",
		"\u2028",
		"\u0085",
		"\\n",
		"\\",
		",",
		";",
		":",
		'"',
		"^n",
		"\u0000",
		"\u000b",
		"\u001e",
		"\ud83d",
		"🕯",
		"ə",
		" ",
		"\t",
		"BEGIN:VEVENT",
		"END:VEVENT",
		"END:VCALENDAR",
		"ATTENDEE:mailto:x@evil.example",
		"سفارة",
		"x".repeat(80),
	);
	const text = fc
		.oneof(
			fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join("")),
			fc.string({ unit: "binary", maxLength: 200 }),
		)
		.map((value) => `a${value}z`);

	function asRead(value: string): string {
		return value
			.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
			.replace(/(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufeff]/gu, "");
	}

	it("comes out of a foreign parser as it went in, and makes no line of its own", () => {
		fc.assert(
			fc.property(text, text, text, text, (title, descriptionText, venueName, organiserName) => {
				const event = makeFeedEvent({
					title,
					descriptionText,
					venueName,
					organiserName,
					uid: title,
					type: venueName,
				});
				const written = toICalendar([event], {
					name: organiserName,
					url: URL_OF_PAGE,
					notes: NOTES,
					now: NOW,
				});
				expect(written.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
				for (const line of written.split("\r\n")) {
					expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
				}
				const calendar = new ICAL.Component(ICAL.parse(written));
				expect(calendar.getAllProperties("x-wr-calname")).toHaveLength(1);
				expect(calendar.getAllProperties("name")).toHaveLength(1);
				const components = calendar.getAllSubcomponents("vevent");
				expect(components).toHaveLength(1);
				const component = components[0] as ICAL.Component;
				expect(component.getFirstProperty("attendee")).toBeNull();
				expect(component.getFirstPropertyValue("summary")).toBe(asRead(title));
				expect(component.getFirstPropertyValue("categories")).toBe(asRead(venueName));
				expect(component.getFirstPropertyValue("location")).toBe(
					`${asRead(venueName)}, Durbar Marg 1, Kathmandu, Nepal`,
				);
				expect(component.getFirstPropertyValue("description")).toBe(
					asRead(`${descriptionText.trim()}\n\n${event.url}`),
				);
			}),
			{ numRuns: 300 },
		);
	});
});
