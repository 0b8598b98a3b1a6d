import { describe, expect, it } from "vitest";
import { safeReturnTo } from "./return-to";

describe("safeReturnTo", () => {
	it.each([
		"/en",
		"/az/my",
		"/en/my/events/0190a0b0-0000-7000-8000-000000000000",
		"/tr/events?country=DE&q=M%C3%BCnchen",
	])("keeps %s", (path) => {
		expect(safeReturnTo(path)).toBe(path);
	});

	it.each([
		"//evil.example",
		"///evil.example",
		"/\\evil.example",
		"\\\\evil.example",
		"/en\\..\\evil",
		"/en//evil.example",
		"/en/%2f%2fevil.example",
		"/en/%5cevil.example",
		"/en%0d%0aSet-Cookie:a=b",
		"/en/\r\nSet-Cookie:a=b",
		"/en/%250d",
		"/en/%00",
		"/en/\t/x",
		" /en",
		"https://evil.example/en",
		"javascript:alert(1)",
		"/en:80@evil.example",
		"/@evil.example",
		"/enx",
		"/api/auth/signout",
		"/",
		"",
		"en/my",
		`/en/${"x".repeat(1_500)}`,
		null,
		undefined,
		["/en"],
		{ toString: () => "/en" },
	])("refuses %j", (value) => {
		expect(safeReturnTo(value)).toBeNull();
	});

	it("does not climb out of the page's language", () => {
		expect(safeReturnTo("/en/../../api/auth/signout")).toBeNull();
	});
});
