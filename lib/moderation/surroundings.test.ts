import { describe, expect, it } from "vitest";
import type { Clash } from "@/lib/events/clashes";
import { findCityByName } from "@/lib/places/gazetteer";
import { surroundingsOf } from "./surroundings";

const BERLIN = findCityByName("Berlin", "DE");
const PLACE = {
	attendanceMode: "in_person" as const,
	lat: BERLIN?.lat ?? null,
	lon: BERLIN?.lon ?? null,
	cityGeonameId: BERLIN?.id ?? null,
};

function clashAt(title: string, point: Clash["point"]): Clash {
	return {
		kind: "clash",
		source: "public",
		path: `/events/2027/${title}`,
		title,
		titleLanguage: "en",
		when: "",
		place: [],
		point,
		organiser: null,
		writeTo: null,
		contact: null,
	};
}

describe("surroundingsOf", () => {
	it("says how far the pin is from the centre of the chosen city, in the reader's language", () => {
		const lat = (PLACE.lat ?? 0) + 0.02;
		expect(surroundingsOf({ ...PLACE, lat }, [], "ru")).toMatchObject({
			point: { lat, lon: PLACE.lon },
			hasPin: true,
			city: { name: "Берлин", km: 2.2 },
			isDoubtful: false,
		});
	});

	it("takes the city's centre where no pin was set", () => {
		expect(surroundingsOf({ ...PLACE, lat: null, lon: null }, [], "en")).toMatchObject({
			point: { lat: PLACE.lat, lon: PLACE.lon },
			hasPin: false,
			city: { name: "Berlin", km: 0 },
			nearest: null,
		});
	});

	it.each([
		["in another country", { lat: 52.35, lon: 14.6 }, "PL"],
		["in another part of the same country", { lat: 48.14, lon: 11.57 }, "DE"],
	])("doubts a pin %s", (_, pin, country) => {
		const found = surroundingsOf({ ...PLACE, ...pin }, [], "en");
		expect(found).toMatchObject({ isDoubtful: true, nearest: { country } });
	});

	it("names other events within reach, the nearest first", () => {
		const at = (north: number) => ({ lat: (PLACE.lat ?? 0) + north, lon: PLACE.lon ?? 0 });
		const clashes = [
			clashAt("far", at(1)),
			clashAt("second", at(0.02)),
			clashAt("online", null),
			clashAt("first", at(0.005)),
		];
		const others = surroundingsOf(PLACE, clashes, "en")?.others;
		expect(others?.map(({ title, km }) => [title, km])).toEqual([
			["first", 0.6],
			["second", 2.2],
		]);
	});

	it.each([
		["online", { ...PLACE, attendanceMode: "online" as const }],
		["of which no place is known", { ...PLACE, lat: null, lon: null, cityGeonameId: null }],
	])("knows nothing of an event %s", (_, content) => {
		expect(surroundingsOf(content, [], "en")).toBeNull();
	});
});
