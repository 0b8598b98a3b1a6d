import { describe, expect, it } from "vitest";
import { negotiateLocale } from "./negotiate-locale";

describe("negotiateLocale", () => {
	it.each([
		["az-AZ,az;q=0.9,en;q=0.8", undefined, "az"],
		["en;q=0.5, tr;q=0.9", undefined, "tr"],
		["nl, de-CH;q=0.4, fr;q=0.6", undefined, "fr"],
		["AR-eg", undefined, "ar"],
		["ja,zh", undefined, "en"],
		["de;q=0, es;q=0.1", undefined, "es"],
		[null, undefined, "en"],
		["", undefined, "en"],
		["ru", "fr", "fr"],
		["ru", "xx", "ru"],
		["ru", "../../admin", "ru"],
		[",;q=,;;q=x,", undefined, "en"],
	])("answers %j with remembered %j by %s", (header, remembered, expected) => {
		expect(negotiateLocale(header, remembered)).toBe(expected);
	});

	it("reads only the beginning of an endless header", () => {
		expect(negotiateLocale(`${"xx,".repeat(100_000)}tr`, undefined)).toBe("en");
	});
});
