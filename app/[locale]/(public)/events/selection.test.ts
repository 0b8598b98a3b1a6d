import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { answerSelection } from "./answer-selection";
import { readSelection, selectionQuery, writeSelection } from "./selection";

describe("selectionQuery", () => {
	it.each([
		["", ""],
		["country=DE", "country=DE"],
		["type=concert&country=DE", "country=DE&type=concert"],
		["country=DE&utm_source=mail&fbclid=1&_rsc=1ab", "country=DE"],
		["utm_source=mail", ""],
		["country=DE&country=FR", "country=DE"],
		["country=&q=%20%20&season=2020", "season=2020"],
		["q=%20Xocal%C4%B1%20", "q=Xocal%C4%B1"],
		["q=a+b", "q=a+b"],
		["q=a%20b", "q=a+b"],
		["view=list", ""],
		["view=spiral&country=DE", "country=DE"],
		["cursor=abc&q=x", "cursor=abc&q=x"],
		["__proto__=x&constructor=y", ""],
	])("takes %j for %j", (given, canonical) => {
		expect(selectionQuery(new URLSearchParams(given))).toBe(canonical);
		expect(selectionQuery(new URLSearchParams(canonical))).toBe(canonical);
	});

	it("does not let an address grow", () => {
		const query = selectionQuery(new URLSearchParams({ q: "x".repeat(100_000) }));
		expect(query.length).toBeLessThan(300);
	});
});

describe("a selection as a segment", () => {
	it.each(["country=DE", "q=%D0%A5%D0%BE%D0%B4%D0%B6%D0%B0%D0%BB%D1%8B+%26+%2F&season=2020"])(
		"holds %s",
		(query) => {
			const segment = writeSelection(query);
			expect(segment).toMatch(/^[\w-]+$/);
			expect(readSelection(segment)).toEqual(Object.fromEntries(new URLSearchParams(query)));
		},
	);

	it.each([
		["nothing", ""],
		["another alphabet", "%D0%A5"],
		["a loose end", `${writeSelection("country=DE")}=`],
		["another order", writeSelection("type=concert&country=DE")],
		["an unknown name", writeSelection("country=DE&utm_source=mail")],
	])("is refused when it holds %s", (_, segment) => {
		expect(readSelection(segment)).toBeNull();
	});
});

describe("answerSelection", () => {
	const ORIGIN = "http://localhost:3000";
	const answer = (path: string) => {
		const request = new NextRequest(`${ORIGIN}/az${path}`);
		return answerSelection(request, { locale: "az", path: path.split("?")[0] ?? "" });
	};

	it("shows all words for one selection the same page", () => {
		const pages = ["country=DE&type=concert", "utm_source=x&type=concert&country=DE"].map((query) =>
			answer(`/events?${query}`).headers.get("x-middleware-rewrite"),
		);
		const inner = `${ORIGIN}/az/events/selection/${writeSelection("country=DE&type=concert")}`;
		expect(pages).toEqual([inner, inner]);
	});

	it("leaves an address that selects nothing to the bare list", () => {
		const { headers } = answer("/events?view=list&utm_source=x");
		expect(headers.get("x-middleware-next")).toBe("1");
		expect(headers.get("x-middleware-rewrite")).toBeNull();
	});

	it.each([
		["?q=&country=DE&season=2020&type=&from=&to=", "?country=DE&season=2020"],
		["?q=&country=&season=all", "?season=all"],
		["?q=&country=", ""],
	])("cleans the form's %s", (given, clean) => {
		const { status, headers } = answer(`/events${given}`);
		expect(status).toBe(307);
		expect(headers.get("location")).toBe(`${ORIGIN}/az/events${clean}`);
	});

	it.each([
		[`/${writeSelection("country=DE")}`, "?country=DE"],
		["/2027", ""],
		["", ""],
		[`/${writeSelection("country=DE")}/more`, "?country=DE"],
	])("sends the inner path %s to the list's own address", (inner, query) => {
		const { status, headers } = answer(`/events/selection${inner}`);
		expect(status).toBe(308);
		expect(headers.get("location")).toBe(`${ORIGIN}/az/events${query}`);
	});
});
