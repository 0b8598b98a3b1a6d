"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import type { FormChange } from "./autosaver";

/** What the sections of the form of an event need to know of the whole. */
export type EventFormContext = {
	/** What an input begins with, by its name. */
	value: (name: string) => string;
	/** How many rows a list of inputs (`programme.0.day` …) begins with. */
	countRows: (list: string) => number;
	/** The sentence beside a field, when something is wrong with it. */
	error: (name: string) => string | undefined;
	/** Its key under `errors`, where the section must know which it is. */
	errorKey: (name: string) => string | undefined;
	/** What stands under a field: that it is probably out of date, or that somebody else has changed it too. */
	note: (name: string) => ReactNode;
	/**
	 * For a section that keeps answers in a state of its own: calls back with each change made elsewhere, and is told
	 * which inputs it has set (by name). An input that nobody sets is offered to the person as a conflict.
	 */
	onIncoming: (listener: (change: FormChange) => readonly string[]) => () => void;
	/** The page's script runs: what needs it may be shown, and what stands in for it hidden. */
	isEnhanced: boolean;
	/** To be called after a change that no input event tells of; `name` is the field whose error no longer holds. */
	changed: (name?: string) => void;
};

const Context = createContext<EventFormContext | null>(null);

export function EventFormProvider({
	value,
	children,
}: {
	value: EventFormContext;
	children: ReactNode;
}) {
	return <Context value={value}>{children}</Context>;
}

/** The form around a section. */
export function useEventForm(): EventFormContext {
	const form = useContext(Context);
	if (!form) throw new Error("a section of the event form stands outside of it");
	return form;
}

/** The props of a text input: name, first value and error. */
export function useTextProps(): (name: string) => {
	name: string;
	defaultValue: string;
	error: string | undefined;
	note: ReactNode;
} {
	const { value, error, note } = useEventForm();
	return (name) => ({ name, defaultValue: value(name), error: error(name), note: note(name) });
}

/** Calls back with each change made elsewhere, to set what a section keeps in a state of its own. */
export function useIncoming(take: (change: FormChange) => readonly string[]): void {
	const { onIncoming } = useEventForm();
	const latest = useRef(take);
	useEffect(() => {
		latest.current = take;
	});
	useEffect(() => onIncoming((change) => latest.current(change)), [onIncoming]);
}
