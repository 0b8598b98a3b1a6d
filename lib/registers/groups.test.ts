import { describe, expect, it } from "vitest";
import { groupOf, groupRecognitions } from "./groups";

describe("the part of an entry", () => {
	it.each([
		["national legislature", "resolution", "reported", "parliaments"],
		["national legislature", "decision", "text", "parliaments"],
		["national legislature", "committee resolution", "text", "members"],
		["national legislature", "statement of members", "reported", "members"],
		["international organisation", "written declaration of members", "reported", "members"],
		["international organisation", "final communiqué", "reported", "organisations"],
		["US state", "governor’s proclamation", "reported", "regional"],
		["sub-national legislature", "motion supported by signatures", "reported", "regional"],
		["national legislature", "listed", "listed", "listed"],
		["national legislature", "statement", "mentioned", "listed"],
		["international organisation", "resolution", "listed", "listed"],
	] as const)("%s, %s, %s: %s", (scope, kind, evidence, group) => {
		expect(groupOf({ scope, kind, evidence })).toBe(group);
	});

	it("that nothing belongs to is left out", () => {
		expect(groupRecognitions([])).toEqual([]);
	});
});
