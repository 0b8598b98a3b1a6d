import { useEffect, useRef } from "react";

/** Takes the id of what is to have the focus once a state has changed and the form shows it. */
export function useFocusAfter(state: unknown): (id: string) => void {
	const next = useRef<string | null>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows this state
	useEffect(() => {
		if (next.current !== null) document.getElementById(next.current)?.focus();
		next.current = null;
	}, [state]);
	return (id) => {
		next.current = id;
	};
}
