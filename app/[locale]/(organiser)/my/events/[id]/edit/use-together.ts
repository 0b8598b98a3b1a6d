import { useLocale } from "next-intl";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import {
	type Autosaver,
	type Entries,
	entriesOf,
	entriesUnder,
	type FormChange,
	isSameEntries,
	type Saved,
} from "@/components/events/autosaver";
import type { OpenConflict } from "@/components/events/conflict-note";
import { takeChange, writeChange } from "@/components/events/take-change";
import { watchForm } from "../../actions";

const FIRST_LOOK_MS = 2_000;
const LOOK_EVERY_MS = 6_000;

type Listener = (change: FormChange) => readonly string[];
type Form = RefObject<HTMLFormElement | null>;
type Saver = RefObject<Autosaver | null>;

/** What others do to the draft while it is open here: their changes, and what is to be decided. */
export function useTogether(
	form: Form,
	saver: Saver,
	{ eventId, first }: { eventId: string; first: readonly FormChange[] },
) {
	const [conflicts, setConflicts] = useState<readonly OpenConflict[]>(() => first.map(opened));
	const [hasTaken, setHasTaken] = useState(false);
	const open = useRef(conflicts);
	/** Decided while a save was under way that does not know of it yet. */
	const decided = useRef(new Map<string, Entries>());
	const incoming = useIncomingChanges();
	const show = useCallback((next: readonly OpenConflict[]) => {
		open.current = next;
		setConflicts(next);
	}, []);

	/** Writes changes into the form; those which cannot be written without a decision are returned. */
	const takeIn = useCallback(
		(changes: readonly FormChange[], beforeOf: (names: readonly string[]) => Entries) => {
			const element = form.current;
			if (!element) return [];
			incoming.announce(element, changes);
			const refused: FormChange[] = [];
			for (const change of changes) {
				const before = beforeOf(change.names);
				const isTaken = takeChange(element, change, { before, deliver: incoming.deliver });
				if (isTaken) rebase(saver, element, change);
				else refused.push(change);
			}
			if (changes.some(({ isOwn }) => !isOwn) && refused.length < changes.length) setHasTaken(true);
			return refused;
		},
		[form, saver, incoming],
	);

	const onSaved = useCallback(
		(saved: Saved, sent: FormData) => {
			const before = entriesOf(sent);
			const undecided = saved.conflicts.filter(({ field, names, values }) => {
				const since = decided.current.get(field);
				if (!since || !isSameEntries(since, Object.entries(values))) return true;
				saver.current?.rebase(names, since);
				return false;
			});
			decided.current.clear();
			const refused = takeIn(saved.taken, (names) => entriesUnder(before, names));
			show([...undecided, ...refused].map(opened));
		},
		[saver, takeIn, show],
	);

	const watched = useWatching(form, saver, {
		eventId,
		onChanges: (changes) => {
			const refused = takeIn(changes, (names) => saver.current?.savedEntries(names) ?? []);
			for (const change of refused) if (form.current) rebase(saver, form.current, change);
			const fields = new Set(changes.map(({ field }) => field));
			show([...open.current.filter(({ field }) => !fields.has(field)), ...refused.map(opened)]);
		},
	});

	function decide(conflict: OpenConflict, isMine: boolean) {
		if (form.current && !isMine) {
			incoming.announce(form.current, [conflict]);
			writeChange(form.current, conflict, incoming.deliver);
		}
		const theirs = Object.entries(conflict.values);
		if (saver.current?.isBusy()) decided.current.set(conflict.field, theirs);
		saver.current?.rebase(conflict.names, theirs);
		show(open.current.filter(({ field }) => field !== conflict.field));
		saver.current?.changed();
	}

	return { ...watched, conflicts, open, hasTaken, decide, onSaved, incoming };
}

function opened(change: FormChange): OpenConflict {
	return { ...change, at: Date.now() - change.secondsAgo * 1000 };
}

function rebase(saver: Saver, form: HTMLFormElement, { names }: FormChange): void {
	saver.current?.rebase(names, entriesUnder(entriesOf(new FormData(form)), names));
}

/** Sections that keep answers in a state of their own, and the values of inputs that are about to appear: lists anew. */
function useIncomingChanges() {
	const listeners = useRef(new Set<Listener>());
	const values = useRef(new Map<string, string>());
	return useMemo(
		() => ({
			valueOf: (name: string) => values.current.get(name),
			listen: (listener: Listener) => {
				listeners.current.add(listener);
				return () => void listeners.current.delete(listener);
			},
			deliver: (change: FormChange) =>
				// The form is read again at once, to see whether it shows the change.
				flushSync(() => [...listeners.current].flatMap((listener) => [...listener(change)])),
			announce: (form: HTMLFormElement, changes: readonly FormChange[]) => {
				for (const [name, value] of changes.flatMap((each) => Object.entries(each.values)))
					if (/\.\d+\./.test(name) || form.elements.namedItem(name) === null)
						values.current.set(name, value);
			},
		}),
		[],
	);
}

/** Asks every few seconds who else is here and what was saved elsewhere, while the page is seen. */
function useWatching(
	form: Form,
	saver: Saver,
	{ eventId, onChanges }: { eventId: string; onChanges: (changes: readonly FormChange[]) => void },
) {
	const locale = useLocale();
	const [isAnotherHere, setIsAnotherHere] = useState(false);
	const [state, setState] = useState<string | null>(null);
	const take = useRef(onChanges);
	useEffect(() => {
		take.current = onChanges;
	});
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout>;
		let isOver = false;
		const look = async () => {
			const made = saver.current;
			if (made && form.current && document.visibilityState === "visible" && !made.isBusy()) {
				const from = made.version;
				const answer = await watchForm(null, question({ eventId, locale, ...from })).catch(
					() => null,
				);
				if (isOver) return;
				if (answer?.ok) {
					setIsAnotherHere(answer.data.isAnotherHere);
					setState(answer.data.state);
					// Whatever was saved from here meanwhile has brought its own news.
					if (!made.isBusy() && made.version === from && answer.data.taken.length > 0) {
						take.current(answer.data.taken);
						made.moveTo(answer.data);
						made.changed();
					}
				}
			}
			timer = setTimeout(look, LOOK_EVERY_MS);
		};
		timer = setTimeout(look, FIRST_LOOK_MS);
		return () => {
			isOver = true;
			clearTimeout(timer);
		};
	}, [form, saver, eventId, locale]);
	return { isAnotherHere, state };
}

function question(fields: Record<string, string | number>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, String(value));
	return data;
}
