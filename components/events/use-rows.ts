import { useState } from "react";
import { useEventForm } from "./form-context";

/** A row of a list in the form: `first` is its number when the form was filled, null for one added since. */
export type Row = { key: number; first: number | null };

/** The rows of a list of inputs (`programme.0.day` …), which can be added, removed and moved where script runs. */
export function useRows(list: string) {
	const { countRows, changed } = useEventForm();
	const [rows, setRows] = useState<readonly Row[]>(() =>
		Array.from({ length: countRows(list) }, (_, index) => ({ key: index, first: index })),
	);
	const set = (next: readonly Row[]) => {
		setRows(next);
		changed(list);
	};
	return {
		rows,
		add: () => {
			const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
			set([...rows, { key, first: null }]);
		},
		remove: ({ key }: Row) => set(rows.filter((row) => row.key !== key)),
	};
}
