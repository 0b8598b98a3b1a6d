import { expect, it } from "vitest";
import { importVersionInput, mappingInput } from "./schema";

const ids = { importId: "01920000-0000-7000-8000-000000000001", version: "3" };

it.each(["organisationId", "createdById", "state", "userId", "rowCount", "asDrafts"])(
	"takes no %s from a form",
	(name) => {
		expect(importVersionInput.safeParse({ ...ids, [name]: "x" }).success).toBe(false);
		expect(mappingInput.safeParse({ ...ids, columns: [], [name]: "x" }).success).toBe(false);
	},
);

it.each([
	"state",
	"__proto__",
	"importKey",
	"isDemo",
	"pictures",
	"title",
	"title.xx",
	{ not: "" },
])("takes no column for %j", (column) => {
	expect(mappingInput.safeParse({ ...ids, columns: [column] }).success).toBe(false);
});

it("reads the form that names the columns", () => {
	const form = { ...ids, columns: ["title.az", "", "country"], type: "", country: "DE" };
	expect(mappingInput.parse(form)).toEqual({
		importId: ids.importId,
		version: 3,
		columns: ["title.az", null, "country"],
		type: null,
		attendanceMode: null,
		country: "DE",
	});
});
