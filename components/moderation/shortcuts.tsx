"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";

/** What a key does: it presses or focuses what the selector finds, and the focus goes on to `focus`. */
type Shortcut = { code: string; key: string; selector: string; focus?: string };

const KIND = (kind: string) => `input[name=kind][value=${kind}]`;
const SEND = "#decision button[type=submit]";

const SHORTCUTS = {
	queue: [],
	submission: [
		{ code: "KeyA", key: "A", selector: KIND("approve"), focus: SEND },
		{ code: "KeyC", key: "C", selector: KIND("request_changes"), focus: "#reason" },
		{ code: "KeyR", key: "R", selector: KIND("reject"), focus: "#reason" },
		{ code: "KeyN", key: "N", selector: "[data-shortcut=next]" },
		{ code: "KeyT", key: "T", selector: "[data-shortcut=take] button" },
		{ code: "KeyM", key: "M", selector: "#text" },
		{ code: "KeyU", key: "U", selector: "[data-shortcut=queue]" },
	],
} as const satisfies Record<string, readonly Shortcut[]>;

const OFF = "review-shortcuts-off";

/**
 * Work by keyboard alone. Keys are those of the place on the keyboard, so that they work in every layout; they do
 * nothing while something is typed and can be switched off (WCAG 2.1.4).
 */
export function Shortcuts({ page }: { page: keyof typeof SHORTCUTS }) {
	const t = useTranslations("review.shortcuts");
	const ui = useTranslations("ui");
	const dialog = useRef<HTMLDialogElement>(null);
	const isOff = useSyncExternalStore(subscribe, isSwitchedOff, () => true);
	useEffect(() => {
		if (isOff) return;
		const press = (event: KeyboardEvent) => {
			if (endsWriting(event)) return event.preventDefault();
			if (isForOthers(event)) return;
			if (event.key === "?") dialog.current?.showModal();
			else if (!(page === "queue" ? moveInQueue(event.code) : run(event.code))) return;
			event.preventDefault();
		};
		window.addEventListener("keydown", press);
		return () => window.removeEventListener("keydown", press);
	}, [isOff, page]);
	const keys = page === "queue" ? ["J", "K"] : SHORTCUTS.submission.map(({ key }) => key);
	return (
		<div className="[@media(scripting:none)]:hidden max-md:hidden">
			<Button variant="quiet" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
				{t("title")}
			</Button>
			<dialog
				ref={dialog}
				aria-labelledby="shortcuts-title"
				className="w-[min(32rem,calc(100vw-2rem))] rounded-sm border border-line-strong bg-surface p-6 text-ink sm:p-8"
			>
				<h2 id="shortcuts-title" className="text-xl font-medium">
					{t("title")}
				</h2>
				<dl className="my-4 grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-2">
					{[...keys, "?"].map((key) => (
						<div key={key} className="contents">
							<dt>
								<kbd className="figures rounded-sm border border-line-strong px-2 py-0.5">
									{key}
								</kbd>
							</dt>
							<dd>{t(`${page}.${key === "?" ? "help" : key}`)}</dd>
						</div>
					))}
				</dl>
				<Checkbox
					name="shortcuts"
					value="on"
					label={t("on")}
					checked={!isOff}
					onChange={() => switchOff(!isOff)}
				/>
				<Button variant="quiet" className="mt-4" onClick={() => dialog.current?.close()}>
					{ui("close")}
				</Button>
			</dialog>
		</div>
	);
}

/** While a note, a question or a reason is written: Ctrl+Enter sends it, Escape leads back to the other keys. */
function endsWriting(event: KeyboardEvent): boolean {
	const { key, target } = event;
	if (event.defaultPrevented || event.isComposing || !(target instanceof HTMLTextAreaElement))
		return false;
	if (key === "Escape") target.blur();
	else if (key === "Enter" && (event.ctrlKey || event.metaKey)) target.form?.requestSubmit();
	else return false;
	return true;
}

/** Typed into a field, meant for the browser, or pressed while a dialog is open. */
function isForOthers(event: KeyboardEvent): boolean {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
	const at = event.target;
	const isTyping =
		at instanceof HTMLTextAreaElement ||
		at instanceof HTMLSelectElement ||
		(at instanceof HTMLInputElement && !["radio", "checkbox"].includes(at.type));
	return isTyping || document.querySelector("dialog[open]") !== null;
}

function moveInQueue(code: string): boolean {
	const step = { KeyJ: 1, KeyK: -1 }[code];
	if (step === undefined) return false;
	const links = [...document.querySelectorAll<HTMLElement>("[data-queue-item]")];
	const at =
		document.activeElement instanceof HTMLElement ? links.indexOf(document.activeElement) : -1;
	links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
	return true;
}

function run(code: string): boolean {
	const shortcut: Shortcut | undefined = SHORTCUTS.submission.find((each) => each.code === code);
	const target = shortcut && document.querySelector<HTMLElement>(shortcut.selector);
	if (!target) return false;
	if (target instanceof HTMLTextAreaElement) target.focus();
	else target.click();
	if (shortcut.focus) document.querySelector<HTMLElement>(shortcut.focus)?.focus();
	return true;
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

function isSwitchedOff(): boolean {
	try {
		return localStorage.getItem(OFF) === "1";
	} catch {
		return false;
	}
}

function switchOff(isOff: boolean): void {
	try {
		if (isOff) localStorage.setItem(OFF, "1");
		else localStorage.removeItem(OFF);
	} catch {
		// Without storage they stay on.
	}
	for (const listener of listeners) listener();
}
