import { describe, expect, it } from "vitest";
import { organisationInput } from "./schema";

const website = (typed: string) =>
	organisationInput.safeParse({ name: "Bridge", kind: "other", country: "DE", website: typed }).data
		?.website;

describe("the website of an organisation", () => {
	it.each([
		["www.example.org", "https://www.example.org"],
		["example.org/über-uns", "https://example.org/über-uns"],
		["http://example.org", "http://example.org"],
		["https://example.org", "https://example.org"],
		["", ""],
	])("is taken as people write it: %j", (typed, kept) => {
		expect(website(typed)).toBe(kept);
	});

	it.each([
		"example",
		"javascript:alert(1)",
		"name@example.org",
		"example.org two",
		"ftp://example.org",
	])("is refused when it is none: %j", (typed) => {
		expect(website(typed)).toBeUndefined();
	});
});
