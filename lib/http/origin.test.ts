import { describe, expect, it } from "vitest";
import { assertSameOrigin } from "./origin";

const APP_URL = "https://calendar.example.org";

describe("assertSameOrigin", () => {
	it("accepts our own origin", () => {
		expect(() => assertSameOrigin("https://calendar.example.org", APP_URL)).not.toThrow();
	});

	it.each([
		null,
		"",
		"null",
		"https://evil.example",
		"http://calendar.example.org",
		"https://calendar.example.org:8443",
		"https://calendar.example.org.evil.example",
		"https://evil.example/?https://calendar.example.org",
		"https://calendar.example.org/",
		"https://CALENDAR.example.org",
		"https://calendar.example.org, https://evil.example",
		"calendar.example.org",
	])("refuses %j", (origin) => {
		expect(() => assertSameOrigin(origin, APP_URL)).toThrow("bad_origin");
	});
});
