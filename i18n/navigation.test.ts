import { expect, it } from "vitest";
import { localePath } from "./navigation";

it.each([
	["/", "/az"],
	["/events", "/az/events"],
	["/events#subscribe", "/az/events#subscribe"],
	[
		{ pathname: "/events", query: { country: "DE", q: "a&b c" } },
		"/az/events?country=DE&q=a%26b+c",
	],
	[{ pathname: "/events", query: {} }, "/az/events"],
	[{ pathname: "/" }, "/az"],
	["#subscribe", "#subscribe"],
	["mailto:calendar@example.org", "mailto:calendar@example.org"],
])("puts the language before %j", (href, expected) => {
	expect(localePath({ href, locale: "az" })).toBe(expected);
});
