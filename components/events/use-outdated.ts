import { useCallback, useMemo, useState } from "react";
import type { Outdated } from "@/lib/events/outdated";

/** What is still open of the notes on a repeated event: one is settled once its words stand in their field no more. */
export function useOutdated(all: readonly Outdated[]): {
	open: readonly Outdated[];
	/** To be called with the control in which something was typed. */
	look: (control: EventTarget) => void;
} {
	const [settled, setSettled] = useState<ReadonlySet<Outdated>>(new Set());
	const look = useCallback(
		(control: EventTarget) => {
			if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
			const { name, value } = control;
			const here = all.filter(({ field }) => field === name);
			if (here.length === 0) return;
			setSettled((before) => {
				const after = new Set(before);
				for (const note of here) {
					if (note.found !== "" && value.includes(note.found)) after.delete(note);
					else after.add(note);
				}
				return after;
			});
		},
		[all],
	);
	const open = useMemo(() => all.filter((note) => !settled.has(note)), [all, settled]);
	return { open, look };
}
