import { useEffect, useState } from "react";

/** What is known of what was typed; what was found before stays until the next answer. */
export type TypeAhead<Item> =
	| { kind: "none" | "searching" | "failed" }
	| { kind: "found"; items: readonly Item[] };

type Options<Item> = {
	/** Must stay the same function while the question means the same. */
	search: (query: string, signal: AbortSignal) => Promise<readonly Item[]>;
	/** After the last key. */
	pauseMs: number;
	isOn?: boolean;
};

/** Searches for what is typed, a moment after the last key; an answer that comes too late is dropped. */
export function useTypeAhead<Item>(
	query: string,
	{ search, pauseMs, isOn = true }: Options<Item>,
): TypeAhead<Item> {
	const [found, setFound] = useState<TypeAhead<Item>>({ kind: "none" });
	useEffect(() => {
		const wanted = query.trim();
		if (!isOn || wanted === "") return setFound({ kind: "none" });
		const late = new AbortController();
		setFound((before) => (before.kind === "found" ? before : { kind: "searching" }));
		const timer = setTimeout(() => {
			search(wanted, late.signal).then(
				(items) => setFound({ kind: "found", items }),
				() => late.signal.aborted || setFound({ kind: "failed" }),
			);
		}, pauseMs);
		return () => {
			clearTimeout(timer);
			late.abort();
		};
	}, [query, isOn, search, pauseMs]);
	return found;
}
