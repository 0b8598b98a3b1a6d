import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isZone } from "@/lib/time/zones";
import { isCountry } from "./countries";
import { type City, cityName, findCities, findCityByName, getCity } from "./gazetteer";
import { loadGazetteer } from "./gazetteer-file";

type SeedPlace = { city: string | null; country: string | null; geonameid: number; tz: string };

const KHANKENDI = 146970;
const KHOJALY = 147774;
const MUNICH = 2867714;

function readSeed(name: string): SeedPlace[] {
	return JSON.parse(readFileSync(`prisma/seed/data/${name}.json`, "utf8")) as SeedPlace[];
}

function firstId(query: string): number | undefined {
	return findCities(query)[0]?.id;
}

function getKnownCity(id: number): City {
	const city = getCity(id);
	if (!city) throw new Error(`No city ${id}`);
	return city;
}

describe("spellings", () => {
	it.each(["Xankəndi", "Hankendi", "Khankendi", "XANKƏNDİ", "xankendi", "Ханкенди"])(
		"finds Khankendi as %s",
		(spelling) => expect(firstId(spelling)).toBe(KHANKENDI),
	);

	it.each(["Xocalı", "Hocalı", "HOCALI", "Khojaly", "Khojali", "Ходжалы", "خوجالي"])(
		"finds Khojaly as %s",
		(spelling) => expect(firstId(spelling)).toBe(KHOJALY),
	);

	it.each(["Münih", "Мюнхен", "Munich", "München", "Muenchen", "Münhen", "ميونخ", "Mu\u0308nchen"])(
		"finds Munich as %s",
		(spelling) => expect(firstId(spelling)).toBe(MUNICH),
	);

	it.each([
		["Vyana", "Vienna"],
		["Afina", "Athens"],
		["Praqa", "Prague"],
		["Budapeşt", "Budapest"],
		["Varşava", "Warsaw"],
		["Vaşinqton", "Washington, D.C."],
		["Nyu-York", "New York"],
		["Parij", "Paris"],
		["Paris", "Paris"],
		["Moskva", "Moscow"],
		["Tokio", "Tokyo"],
		["Pekin", "Beijing"],
		["Qahirə", "Cairo"],
		["قاهرة", "Cairo"],
		["Kahire", "Cairo"],
		["İstanbul", "Istanbul"],
		["ISTANBUL", "Istanbul"],
		["istanbul", "Istanbul"],
		["ıstanbul", "Istanbul"],
		["Şuşa", "Shusha"],
		["Shusha", "Shusha"],
		["Kraków", "Kraków"],
		["Cracow", "Kraków"],
		["Nukualofa", "Nukuʻalofa"],
		["Nuku'alofa", "Nukuʻalofa"],
		["St Johns", "St. John's"],
		["Saint John’s", "St. John's"],
	])("finds %s", (spelling, name) => expect(findCities(spelling)[0]?.name).toBe(name));
});

describe("type-ahead", () => {
	it("completes what is typed, the most populous first", () => {
		expect(findCities("Mü").map((city) => city.id)).toContain(MUNICH);
		expect(findCities("lon")[0]?.name).toBe("London");
		expect(findCities("new y")[0]?.name).toBe("New York");
	});

	it("begins at any word", () => {
		expect(findCities("york").map((city) => city.name)).toContain("New York");
		expect(findCities("vegas")[0]?.name).toBe("Las Vegas");
	});

	it("puts whole names before longer ones", () => {
		expect(findCities("York")[0]).toMatchObject({ name: "York", country: "GB" });
		expect(findCities("Kars")[0]).toMatchObject({ name: "Kars", country: "TR" });
	});

	it("tells places of one name apart by region", () => {
		const springfields = findCities("Springfield").map((city) => city.admin1);
		expect(new Set(springfields).size).toBeGreaterThan(3);
		expect(findCities("Springfield, Ill")[0]?.admin1).toBe("Illinois");
		expect(findCities("Paris Texas")[0]).toMatchObject({ name: "Paris", admin1: "Texas" });
		expect(findCities("London, Kanada", { locale: "tr" })[0]?.country).toBe("CA");
	});

	it("forgives one slip when nothing else is found", () => {
		expect(firstId("Munihc")).toBe(MUNICH);
		expect(firstId("Xankndi")).toBe(KHANKENDI);
		expect(findCities("Екатеринбрг")[0]?.name).toBe("Yekaterinburg");
		expect(findCities("Qqxzvjw")).toEqual([]);
	});

	it("narrows to a country and keeps to the limit", () => {
		const found = findCities("s", { country: "AZ", limit: 5 });
		expect(found).toHaveLength(5);
		expect(new Set(found.map((city) => city.country))).toEqual(new Set(["AZ"]));
		expect(findCities("s", { country: "ZZ" })).toEqual([]);
		expect(findCities("a", { limit: 1000 })).toHaveLength(50);
	});

	it.each(["", "   ", "...", "'", "\u0301"])("answers nothing to %j", (query) => {
		expect(findCities(query)).toEqual([]);
	});

	it("survives any input", () => {
		for (const query of ["\n", "\ud800", "a".repeat(100_000), "،".repeat(500), "a,".repeat(500)]) {
			expect(() => findCities(query, { locale: "not a locale" })).not.toThrow();
		}
	});

	it("labels in the language asked for", () => {
		expect(findCities("Munich", { locale: "tr" })[0]?.label).toBe("Münih");
		expect(findCities("Munich", { locale: "ar" })[0]?.label).toBe("ميونخ");
		const city = getKnownCity(KHANKENDI);
		expect(cityName(city, "az")).toBe("Xankəndi");
		expect(cityName(city, "ru")).toBe("Ханкенди");
		expect(cityName(city, "es")).toBe("Khankendi");
		expect(cityName(city, "constructor")).toBe("Khankendi");
	});
});

describe("contents", () => {
	it("has no place without a valid zone, country and point", () => {
		const { ids } = loadGazetteer().columns;
		expect(ids.length).toBeGreaterThan(26_000);
		for (const id of ids) {
			const city = getKnownCity(id);
			const isSound =
				isZone(city.timezone) &&
				isCountry(city.country) &&
				Math.abs(city.lat) <= 90 &&
				Math.abs(city.lon) <= 180 &&
				city.name !== "";
			if (!isSound) expect.fail(`unsound: ${JSON.stringify(city)}`);
		}
	});

	it.each(readSeed("event_places"))("has event place $city, $country", (place) => {
		const found = findCityByName(place.city ?? "", place.country ?? "");
		expect(found?.id).toBe(place.geonameid);
		expect(found?.timezone).toBe(place.tz);
		const typed = findCities(place.city ?? "", { country: place.country ?? "" });
		expect(typed[0]?.id).toBe(place.geonameid);
	});

	it("has the city of every mission and memorial that names one", () => {
		const places = [...readSeed("missions"), ...readSeed("memorials")].filter((row) => row.city);
		const missing = places.filter((row) => !findCityByName(row.city ?? "", row.country ?? ""));
		expect(places.length).toBeGreaterThan(80);
		expect(missing.map((row) => `${row.city}, ${row.country}`)).toEqual([]);
	});

	it.each([
		["Baku", "AZ", "Asia/Baku"],
		["Ankara", "TR", "Europe/Istanbul"],
		["Washington", "US", "America/New_York"],
		["Nuku‘alofa", "TO", "Pacific/Tongatapu"],
		["Kathmandu", "NP", "Asia/Kathmandu"],
		["Saint John's", "AG", "America/Antigua"],
		["St. John's", "CA", "America/St_Johns"],
		["Kiritimati", "KI", "Pacific/Kiritimati"],
		["Auckland", "NZ", "Pacific/Auckland"],
		["Vaduz", "LI", "Europe/Vaduz"],
		["Funafuti", "TV", "Pacific/Funafuti"],
		["Ngerulmud", "PW", "Pacific/Palau"],
		["San Marino", "SM", "Europe/San_Marino"],
		["Kyiv", "UA", "Europe/Kyiv"],
	])("gives %s, %s the zone %s", (name, country, zone) => {
		expect(findCityByName(name, country)?.timezone).toBe(zone);
	});

	it("has a capital in nearly every country", () => {
		const { capitals, country } = loadGazetteer().columns;
		expect(new Set(capitals.map((city) => country[city])).size).toBeGreaterThanOrEqual(238);
	});

	it("says null for what it does not have", () => {
		expect(getCity(1)).toBeNull();
		expect(findCityByName("Lidice", "DE")).toBeNull();
		expect(findCityByName("Munich", "TR")).toBeNull();
		expect(findCityByName("Khanken", "AZ")).toBeNull();
		expect(findCityByName("", "DE")).toBeNull();
	});
});
