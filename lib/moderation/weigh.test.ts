import { expect, it } from "vitest";
import { weigh, weighAll } from "./weigh";

const LONG =
	"The embassy invites to a vigil in memory of the victims. Candles are lit, a choir sings, and the ambassador speaks.";

it.each([
	["startDate", "2027-02-26", "2027-02-25", "important"],
	["venueName", "Town hall", "Opera", "important"],
	["coOrganisers", null, "Embassy of Azerbaijan in France", "important"],
	["status", "cancelled", "scheduled", "important"],
	["texts.en.title", "Vigil", "Exhibition", "important"],
	["texts.en.title", "vigil in berlin", "Vigil in Berlin!", "small"],
	["texts.az.title", "Anim", "Anım", "important"],
	["texts.en.title", null, "Vigil", "important"],
	["texts.en.description", LONG, LONG.replace("invites to", "invites you to"), "small"],
	["texts.en.description", LONG, LONG.replace("choir", "choires"), "small"],
	["texts.en.description", LONG, "Something else altogether is written here now.", "important"],
	["texts.en.description", LONG, `${LONG} See https://example.org`, "important"],
	["texts.en.description", LONG, LONG.replace("Candles", "34 candles"), "important"],
	["texts.en.description", LONG, null, "important"],
	["pictures", "a", "b", "small"],
	["contactPhone", null, "+994 12 123 45 67", "small"],
])("%s from %j to %j is %s", (field, before, after, weight) => {
	expect(weigh({ field, before, after })).toBe(weight);
});

it("a submission weighs what its weightiest change does", () => {
	const small = { field: "pictures", before: "a", after: "b" };
	expect(weighAll([small])).toBe("small");
	expect(weighAll([small, { field: "startDate", before: null, after: "2027-02-26" }])).toBe(
		"important",
	);
	expect(weighAll([])).toBe("small");
});
