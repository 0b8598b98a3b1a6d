import { useState } from "react";
import { isUnder } from "./autosaver";
import { useEventForm, useIncoming } from "./form-context";

/**
 * A row of a list in the form: `first` is its number when the form was filled, null for one added since, which then
 * begins with the values in `added`, by the last part of their inputs' names.
 */
export type Row = { key: number; first: number | null; added?: Readonly<Record<string, string>> };

/** The rows of a list of inputs (`programme.0.day` …), which can be added, removed and moved where script runs. */
export function useRows(list: string) {
	const { countRows, changed } = useEventForm();
	const [rows, setRows] = useState<readonly Row[]>(() =>
		Array.from({ length: countRows(list) }, (_, index) => ({ key: index, first: index })),
	);
	useIncoming(({ names, values }) => {
		if (!isUnder(list, names)) return [];
		// New keys, so that the inputs begin with what has come.
		setRows((before) => {
			const key = Math.max(-1, ...before.map((row) => row.key)) + 1;
			return Array.from({ length: rowsIn(values, list) }, (_, index) => ({
				key: key + index,
				first: index,
			}));
		});
		return Object.keys(values).filter((name) => isUnder(name, [list]));
	});
	const set = (next: readonly Row[]) => {
		setRows(next);
		changed(list);
	};
	return {
		rows,
		add: (added?: Row["added"]) => {
			const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
			set([...rows, { key, first: null, added }]);
		},
		/** Exchanges a row with its neighbour. */
		move: ({ key }: Row, by: 1 | -1) => {
			const from = rows.findIndex((row) => row.key === key);
			const [one, two] = [rows[from], rows[from + by]];
			if (one && two) set(rows.map((row) => (row === one ? two : row === two ? one : row)));
		},
		remove: ({ key }: Row) => set(rows.filter((row) => row.key !== key)),
	};
}

/** How many rows of a list the values of a form's inputs name. */
export function rowsIn(values: Readonly<Record<string, string>>, list: string): number {
	const numbers = Object.keys(values).flatMap((name) => {
		if (!name.startsWith(`${list}.`)) return [];
		return [Number.parseInt(name.slice(list.length + 1), 10) + 1];
	});
	return Math.max(0, ...numbers.filter(Number.isInteger));
}
