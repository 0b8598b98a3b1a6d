import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvLine, guardFormula, unguardFormula } from "./csv";

it.each(["=1+1", "+994 12", "-HYPERLINK(1)", "@SUM(A1)", "\t=1", "＝1", "'=1"])(
	"puts an apostrophe before %j",
	(cell) => {
		expect(guardFormula(cell)).toBe(`'${cell}`);
		expect(unguardFormula(guardFormula(cell))).toBe(cell);
	},
);

it.each(["", "-12.5", "+3", "40.4093", "'tis", "a=b"])("leaves %j as it is", (cell) => {
	expect(guardFormula(cell)).toBe(cell);
});

it("writes lines of which no cell begins a formula, and which say the same when read back", () => {
	fc.assert(
		fc.property(
			fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 6 }),
			(cells) => {
				const [read = []] = parse(csvLine(cells), { relax_column_count: true });
				for (const cell of read) expect(cell).not.toMatch(/^[=@]|^[+-](?!\d+(\.\d+)?$)/);
				expect(read.map(unguardFormula)).toEqual(cells);
			},
		),
	);
});
