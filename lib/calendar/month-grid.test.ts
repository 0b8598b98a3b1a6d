import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/time/wall-time";
import type { CalendarRow } from "./calendar-row";
import { countByMonth, monthGrid } from "./month-grid";

function row(id: string, firstDay: string | null, lastDay = firstDay): CalendarRow {
	return { id, firstDay, lastDay } as CalendarRow;
}

const grid = (rows: CalendarRow[], firstDay = 1) => monthGrid(rows, { month: "2027-02", firstDay });

describe("the grid of a month", () => {
	it("shows an exhibition as one bar a week and a ceremony in its day", () => {
		const weeks = grid([
			row("exhibition", "2027-02-20", "2027-03-02"),
			row("ceremony", "2027-02-26"),
			row("unknown", null),
		]);
		expect(weeks.map(({ bars }) => bars)).toEqual([
			[],
			[],
			[{ id: "exhibition", column: 5, span: 2, lane: 0, isContinued: false, goesOn: true }],
			[{ id: "exhibition", column: 0, span: 7, lane: 0, isContinued: true, goesOn: true }],
		]);
		expect(weeks[3]?.days[4]).toEqual({
			date: "2027-02-26",
			isInMonth: true,
			events: 2,
			shown: ["ceremony"],
			more: 0,
		});
	});

	it("gives bars that overlap lanes of their own and counts what finds none", () => {
		const rows = ["a", "b", "c", "d"].map((id) => row(id, "2027-02-22", "2027-02-24"));
		const [, , , week] = grid([...rows, row("e", "2027-02-25", "2027-02-26")]);
		expect(week?.bars.map(({ id, lane }) => `${id}${lane}`)).toEqual(["a0", "b1", "c2", "e0"]);
		expect(week?.lanes).toBe(3);
		expect(week?.days.map(({ more }) => more)).toEqual([1, 1, 1, 0, 0, 0, 0]);
	});

	it("on every day, what is shown, barred and more are all that is on", () => {
		const rows = fc.array(
			fc.record({
				start: fc.integer({ min: -20, max: 40 }),
				length: fc.integer({ min: 0, max: 30 }),
			}),
			{ maxLength: 40 },
		);
		fc.assert(
			fc.property(rows, fc.integer({ min: 1, max: 7 }), (made, firstDay) => {
				const events = made.map(({ start, length }, number) =>
					row(String(number), addDays("2027-02-01", start), addDays("2027-02-01", start + length)),
				);
				for (const { days, bars } of grid(events, firstDay)) {
					days.forEach(({ date, events: count, shown, more }, column) => {
						const barred = bars.filter(
							(bar) => bar.column <= column && bar.column + bar.span > column,
						);
						expect(new Set(barred.map(({ lane }) => lane)).size).toBe(barred.length);
						expect(shown.length + more + barred.length).toBe(count);
						const isOn = ({ firstDay: from, lastDay: to }: CalendarRow) =>
							from !== null && to !== null && from <= date && to >= date;
						expect(count).toBe(events.filter(isOn).length);
					});
				}
			}),
			{ numRuns: 100 },
		);
	});
});

it("counts the months in which something is on", () => {
	const rows = [row("a", "2027-02-26"), row("b", "2027-02-28", "2027-04-02"), row("c", null)];
	expect(countByMonth(rows)).toEqual([
		{ month: "2027-02", events: 2 },
		{ month: "2027-03", events: 1 },
		{ month: "2027-04", events: 1 },
	]);
});
