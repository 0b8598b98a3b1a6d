import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeFeedEvent, NO_TIMES, PICTURE } from "./feed-event.fixture";
import { serialiseJsonLd, toJsonLd } from "./json-ld";

describe("toJsonLd", () => {
	it("describes a ceremony", () => {
		expect(toJsonLd(makeFeedEvent())).toEqual({
			"@context": "https://schema.org",
			"@type": "Event",
			"@id": "https://calendar.example/en/events/2027/kathmandu",
			url: "https://calendar.example/en/events/2027/kathmandu",
			name: "Evening of remembrance",
			description: "Candles are lit at seven.",
			startDate: "2027-02-26T19:00:00+05:45",
			endDate: "2027-02-26T21:00:00+05:45",
			eventStatus: "https://schema.org/EventScheduled",
			eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
			location: {
				"@type": "Place",
				name: "City Hall",
				address: {
					"@type": "PostalAddress",
					streetAddress: "Durbar Marg 1",
					addressLocality: "Kathmandu",
					addressCountry: "NP",
				},
				geo: { "@type": "GeoCoordinates", latitude: 27.7172, longitude: 85.324 },
			},
			organizer: {
				"@type": "GovernmentOrganization",
				name: "Embassy of Azerbaijan",
				url: "https://embassy.example/",
			},
			image: {
				"@type": "ImageObject",
				url: "https://calendar.example/media/1.webp",
				contentUrl: "https://calendar.example/media/1.webp",
				caption: "A candle",
				creditText: "Embassy",
				license: "https://creativecommons.org/licenses/by/4.0/",
			},
			inLanguage: ["en", "az"],
		});
	});

	it.each([
		["all-day", { ...NO_TIMES, isAllDay: true }, "2027-02-26", "2027-02-26"],
		["to be announced", { ...NO_TIMES, endDate: "2027-02-28" }, "2027-02-26", "2027-02-28"],
		["without an end", { endTime: null }, "2027-02-26T19:00:00+05:45", undefined],
		[
			"known by its year",
			{ ...NO_TIMES, datePrecision: "year", year: 2015, startDate: null },
			"2015",
			undefined,
		],
		[
			"of no known day",
			{ ...NO_TIMES, datePrecision: "unknown", startDate: null },
			undefined,
			undefined,
		],
	] as const)("an event %s", (_what, schedule, startDate, endDate) => {
		const described = toJsonLd(makeFeedEvent({}, schedule));
		expect([described.startDate, described.endDate]).toEqual([startDate, endDate]);
	});

	it.each([
		["ceremony", [], "Event"],
		["exhibition", [], "ExhibitionEvent"],
		["ceremony", ["screening", "other"], "ScreeningEvent"],
		["concert", ["concert", "lecture"], ["MusicEvent", "EducationEvent"]],
	] as const)("a %s, also %j, is %j", (type, typesAlso, expected) => {
		expect(toJsonLd(makeFeedEvent({ type, typesAlso }))["@type"]).toEqual(expected);
	});

	it("names every organiser, the source, and the drawn picture after its own", () => {
		const organisers = [
			{ name: "Embassy", kind: "embassy", website: null },
			{ name: "Students", kind: "student_union", website: "https://students.example/" },
		];
		const source = { url: "https://news.example/1", title: "Report" };
		const drawn = "https://calendar.example/og/en/2027/a.png";
		const described = toJsonLd(makeFeedEvent({ organisers, source }), drawn);
		expect(described.organizer).toEqual([
			{ "@type": "GovernmentOrganization", name: "Embassy" },
			{ "@type": "Organization", name: "Students", url: "https://students.example/" },
		]);
		expect(described.subjectOf).toEqual({ "@type": "WebPage", url: source.url, name: "Report" });
		expect(described.image).toMatchObject([{ caption: "A candle" }, { url: drawn }]);
		const bare = toJsonLd(makeFeedEvent({ pictures: [] }), drawn);
		expect(bare.image).toEqual({ "@type": "ImageObject", url: drawn });
		const second = { ...PICTURE, licence: "own-work", credit: null } as const;
		const several = toJsonLd(makeFeedEvent({ pictures: [PICTURE, second] })).image;
		expect(several).toHaveLength(2);
		expect(several).not.toHaveProperty("1.license");
		expect(several).not.toHaveProperty("1.creditText");
	});

	it("tells what changed", () => {
		const moved = toJsonLd(
			makeFeedEvent({ status: "rescheduled", previousStartDate: "2027-02-25" }),
		);
		expect(moved).toMatchObject({
			eventStatus: "https://schema.org/EventRescheduled",
			previousStartDate: "2027-02-25",
		});
		const sameDay = makeFeedEvent({ status: "rescheduled", previousStartDate: "2027-02-26" });
		expect(toJsonLd(sameDay)).not.toHaveProperty("previousStartDate");
		expect(toJsonLd(makeFeedEvent({ status: "cancelled" })).eventStatus).toBe(
			"https://schema.org/EventCancelled",
		);
	});

	it("says whether it costs something and who can enter only where that was stated", () => {
		const silent = toJsonLd(makeFeedEvent());
		expect(silent).not.toHaveProperty("isAccessibleForFree");
		expect(silent.location).not.toHaveProperty("amenityFeature");
		for (const answer of [true, false]) {
			const told = toJsonLd(makeFeedEvent({ isFree: answer, isWheelchairAccessible: answer }));
			expect(told.isAccessibleForFree).toBe(answer);
			expect(told.location).toMatchObject({
				amenityFeature: { "@type": "LocationFeatureSpecification", value: answer },
			});
		}
	});

	it("gives an online event its address, a mixed one both", () => {
		const onlineUrl = "https://meet.example/1";
		expect(toJsonLd(makeFeedEvent({ attendanceMode: "online", onlineUrl })).location).toEqual({
			"@type": "VirtualLocation",
			url: onlineUrl,
		});
		expect(toJsonLd(makeFeedEvent({ attendanceMode: "mixed", onlineUrl })).location).toMatchObject([
			{ "@type": "Place" },
			{ "@type": "VirtualLocation", url: onlineUrl },
		]);
	});
});

it("serialiseJsonLd cannot close its script element, and reads back the same", () => {
	const hostile = "</script><script>alert(1)</script><!-- \u2028 & ]]>";
	const written = serialiseJsonLd(toJsonLd(makeFeedEvent({ title: hostile })));
	expect(written).not.toMatch(/[<>&\u2028\u2029]/);
	expect(JSON.parse(written).name).toBe(hostile);
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (name) => {
			const text = serialiseJsonLd({ name });
			expect(text).not.toMatch(/[<>&\u2028\u2029]/);
			expect(JSON.parse(text)).toEqual({ name });
		}),
	);
});
