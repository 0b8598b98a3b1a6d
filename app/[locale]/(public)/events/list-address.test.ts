import { describe, expect, it } from "vitest";
import { feedQueries, listHref, readListRequest } from "./list-address";

const SEASON = 2027;

describe("readListRequest", () => {
	it("shows this season when nothing is chosen", () => {
		expect(readListRequest({}, SEASON)).toMatchObject({
			filters: { season: 2027 },
			season: "2027",
			view: "list",
			chosen: {},
			ignored: [],
		});
	});

	it("takes a view that is none for the usual one, and for no filter", () => {
		expect(readListRequest({ view: "spiral" }, SEASON)).toMatchObject({
			view: "list",
			chosen: {},
			ignored: [],
		});
	});

	it("takes this season for no choice, unless days are named beside it", () => {
		expect(readListRequest({ season: "2027", country: "DE" }, SEASON)).toMatchObject({
			filters: { season: 2027 },
			chosen: { country: "DE" },
		});
		expect(readListRequest({ season: "2027", country: "DE" }, SEASON).chosen).not.toHaveProperty(
			"season",
		);
		expect(readListRequest({ season: "2027", from: "2027-02-26" }, SEASON).chosen.season).toBe(
			"2027",
		);
	});

	it("limits nothing to a season when days or all years are chosen", () => {
		expect(readListRequest({ from: "2020-01-01" }, SEASON).filters).toEqual({ from: "2020-01-01" });
		expect(readListRequest({ season: "all" }, SEASON)).toMatchObject({
			filters: {},
			season: "all",
			chosen: { season: "all" },
		});
	});

	it("reads every filter", () => {
		const chosen = {
			q: "Münih",
			country: "DE",
			type: "concert",
			season: "undated",
			from: "2020-01-01",
			to: "2020-03-01",
		};
		expect(readListRequest(chosen, SEASON)).toMatchObject({ chosen, filters: chosen, ignored: [] });
	});

	it.each([
		[{ country: "Germany" }, "country"],
		[{ country: "XX" }, "country"],
		[{ type: "party" }, "type"],
		[{ season: "0" }, "season"],
		[{ from: "2027-02-30" }, "from"],
		[{ q: "x".repeat(201) }, "q"],
	])("leaves out %j and says so", (params, name) => {
		const request = readListRequest(params, SEASON);
		expect(request.ignored).toEqual([name]);
		expect(request.chosen).toEqual({});
		expect(request.filters).toEqual({ season: 2027 });
	});

	it("takes the first of repeated values, and empty or blank ones for none", () => {
		expect(readListRequest({ country: ["DE", "FR"] }, SEASON).filters.country).toBe("DE");
		expect(readListRequest({ country: "", q: "   " }, SEASON)).toMatchObject({
			chosen: {},
			ignored: [],
		});
	});

	it("hands cursors on unread", () => {
		expect(readListRequest({ cursor: "a", before: "b" }, SEASON)).toMatchObject({
			after: "a",
			before: "b",
		});
	});
});

it("leaves absent filters and the usual view out of addresses", () => {
	expect(listHref({ country: "DE", q: undefined, view: "list" })).toEqual({
		pathname: "/events",
		query: { country: "DE" },
	});
});

describe("feedQueries", () => {
	it.each([
		[{}, "en", "", "season=2027"],
		[{ country: "DE" }, "en", "country=DE", "country=DE&season=2027"],
		[{ season: "all" }, "az", "lang=az", "lang=az"],
		[{ season: "2020", q: "a&b" }, "en", "q=a%26b&season=2020", "q=a%26b&season=2020"],
		[{ from: "2027-02-26" }, "en", "from=2027-02-26", "from=2027-02-26"],
	])("of %j in %s", (params, locale, subscription, shown) => {
		expect(feedQueries(readListRequest(params, SEASON), locale)).toEqual({ subscription, shown });
	});
});

it.each([
	[{ from: "2027-03-01", to: "2027-02-01" }, true],
	[{ from: "2027-02-01", to: "2027-02-01" }, false],
	[{ from: "2027-03-01" }, false],
])("knows days in the wrong order: %j", (params, isReversed) => {
	expect(readListRequest(params, SEASON).isReversed).toBe(isReversed);
});

it.each([
	[{}, true],
	[{ country: "DE", season: "2027" }, true],
	[{ season: "2026" }, false],
	[{ season: "all" }, false],
	[{ from: "2027-02-26" }, false],
])("knows whether this season goes without saying: %j", (params, isThisSeason) => {
	expect(readListRequest(params, SEASON).isThisSeason).toBe(isThisSeason);
});
