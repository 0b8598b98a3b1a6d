import {
	type Entries,
	entriesOf,
	entriesUnder,
	type FormChange,
	isSameEntries,
	isUnder,
} from "./autosaver";

/** Gives a change to the sections that keep answers in a state of their own; the names of the inputs that they set. */
export type Deliver = (change: FormChange) => readonly string[];

/**
 * Writes a change made elsewhere into the form, where nobody has touched these inputs since `before`.
 * @returns false where somebody has, or where the form cannot show it: it then has to be decided
 */
export function takeChange(
	form: HTMLFormElement,
	change: FormChange,
	{ before, deliver }: { before: Entries; deliver: Deliver },
): boolean {
	const wanted = Object.entries(change.values);
	const shown = () => entriesUnder(entriesOf(new FormData(form)), change.names);
	if (isSameEntries(shown(), wanted)) return true;
	if (!isSameEntries(shown(), before)) return false;
	writeChange(form, change, deliver);
	return isSameEntries(shown(), wanted);
}

/** Writes a change into the form, whatever stands there. */
export function writeChange(form: HTMLFormElement, change: FormChange, deliver: Deliver): void {
	const delivered = deliver(change);
	for (const control of [...form.elements]) {
		const name = control.getAttribute("name") ?? "";
		if (!isUnder(name, change.names) || delivered.includes(name)) continue;
		writeInto(control, change.values[name] ?? "");
	}
}

function writeInto(control: Element, value: string): void {
	if (control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type)) {
		const isChosen = control.value === value;
		// A radio button cannot be taken back by pressing it.
		if (control.type === "radio" && !isChosen) control.checked = false;
		else if (control.checked !== isChosen) control.click();
		return;
	}
	const isText = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
	if (!isText && !(control instanceof HTMLSelectElement)) return;
	// React takes a value set on the element itself for one that it knows already.
	const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value");
	own?.set?.call(control, value);
	control.dispatchEvent(new Event("input", { bubbles: true }));
}
