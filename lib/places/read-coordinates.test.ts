import { describe, expect, it } from "vitest";
import { readCoordinates } from "./read-coordinates";

const BAKU = { lat: 40.4093, lon: 49.8671 };

describe("readCoordinates", () => {
	it.each([
		"40.4093, 49.8671",
		"40.4093 49.8671",
		" (40.4093,49.8671) ",
		"40,4093; 49,8671",
		"40,4093 49,8671",
		"40.4093°, 49.8671°",
		"geo:40.4093,49.8671?z=17",
		"https://www.google.com/maps/place/Hall/@40.5,49.9,17z/data=!3m1!4b1!4m6!3m5!1s0x1!8m2!3d40.4093!4d49.8671",
		"https://www.google.com/maps/@40.4093,49.8671,15z",
		"https://maps.google.com/?q=40.4093,49.8671",
		"https://www.google.com/maps/search/?api=1&query=40.4093%2C49.8671",
		"https://maps.apple.com/?address=Baku&ll=40.4093,49.8671&q=Hall",
		"https://www.openstreetmap.org/?mlat=40.4093&mlon=49.8671#map=5/1.5/2.5",
		"https://www.openstreetmap.org/#map=17/40.4093/49.8671",
		"https://yandex.com/maps/10253/baku/?ll=49.8671%2C40.4093&z=12",
		"https://2gis.az/baku/geo/70030076160388093/49.8671,40.4093",
	])("reads %s", (text) => {
		expect(readCoordinates(text)).toEqual(BAKU);
	});

	it("reads degrees, minutes and seconds, south and west too", () => {
		expect(readCoordinates(`40°24'33.5"N 49°52'1.6"E`)).toEqual({ lat: 40.40931, lon: 49.86711 });
		expect(readCoordinates("34°36′S, 58°23′W")).toEqual({ lat: -34.6, lon: -58.38333 });
	});

	it.each([
		"",
		"40.4093",
		"40,4093",
		"91.5, 10.5",
		"40.5, 181.5",
		"Baku",
		"https://maps.app.goo.gl/abcdef",
		"26.02.1992",
		"https://example.org/2027/02/26",
	])("reads no point in %s", (text) => {
		expect(readCoordinates(text)).toBeNull();
	});
});
