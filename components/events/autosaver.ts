import type { FieldErrors } from "@/lib/errors";
import type { ShutWindow } from "@/lib/events/season-window";
import type { FormState } from "@/lib/http/form-state";

/** Answers that were given elsewhere, as inputs of the form: a name that `values` lacks is not there any more. */
export type FormChange = {
	/** Of the control beside which it is shown. */
	field: string;
	names: readonly string[];
	values: Readonly<Record<string, string>>;
	secondsAgo: number;
	/** By the same person, in another window. */
	isOwn: boolean;
};

/** What a save answers: where the next one starts from, and what others did meanwhile. */
export type Saved = {
	outcome: "saved" | "incomplete" | "shut" | "submitted" | "conflict";
	revisionId: string;
	revisionVersion: number;
	fields: FieldErrors;
	/** Why the season takes no submissions now. */
	window: ShutWindow | null;
	/** Answers that are still needed to submit it, by name. */
	missing: readonly string[];
	/** Changed here and elsewhere: stored is what `values` say. */
	conflicts: readonly FormChange[];
	/** Changed elsewhere only. */
	taken: readonly FormChange[];
};

/** The same without a save: what others did since the version that the form started from. */
export type Watched = Pick<Saved, "revisionId" | "revisionVersion" | "taken">;

export type SaveStatus =
	| { kind: "idle" }
	| { kind: "unsaved" }
	| { kind: "saving" }
	| { kind: "saved"; at: number }
	/** The network or the server failed: the same content is sent again. */
	| { kind: "failed" }
	/** Something typed cannot be kept as it is. */
	| { kind: "refused"; fields: FieldErrors }
	| { kind: "conflict" }
	/** Signed out, or no longer possible; tried again at the next change. */
	| { kind: "stopped"; code: string };

type Options = {
	/** The form as it is now, without ids, versions and key. */
	read: () => FormData;
	send: (form: FormData) => Promise<FormState<Saved>>;
	onStatus: (status: SaveStatus) => void;
	/** @param sent the form as it was when the save began */
	onSaved?: (saved: Saved, sent: FormData) => void;
	start: { revisionId: string; revisionVersion: number };
	/** True when the form holds more than what is stored already. */
	isTypedInto?: boolean;
	newKey: () => string;
	delayMs?: number;
	retryMs?: number;
};

const LATER = new Set(["unexpected", "unavailable", "rate_limited", "read_only"]);

/**
 * Saves a form a moment after the last change, one save at a time, each starting from the version that the last one
 * made. What got no answer is sent again under its key, so that a save whose answer was lost is not taken for
 * somebody else's.
 */
export class Autosaver {
	readonly #options: Options;
	#version: Options["start"];
	#saved: Entries;
	#savedAt: number | null = null;
	#unanswered: FormData | null = null;
	#running: Promise<void> | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isOver = false;

	constructor(options: Options) {
		this.#options = options;
		this.#version = options.start;
		this.#saved = options.isTypedInto ? [] : entriesOf(options.read());
	}

	/** The version that the next save starts from. */
	get version(): Options["start"] {
		return this.#version;
	}

	/** True while a save is under way or waits to be repeated. */
	isBusy(): boolean {
		return this.#running !== null || this.#unanswered !== null;
	}

	/** The inputs of these names as they were when they were saved last. */
	savedEntries(names: readonly string[]): Entries {
		return entriesUnder(this.#saved, names);
	}

	/** From now on these inputs count as saved with this content. */
	rebase(names: readonly string[], entries: Entries): void {
		this.#saved = [...entriesBeside(this.#saved, names), ...entries];
	}

	/** Goes on from a version that was saved elsewhere, whose changes the form has taken in. */
	moveTo({ revisionId, revisionVersion }: Options["start"]): void {
		this.#version = { revisionId, revisionVersion };
	}

	/** True while something typed is not saved. */
	isDirty(): boolean {
		if (this.#isOver) return false;
		return (
			this.#unanswered !== null || !isSameEntries(entriesOf(this.#options.read()), this.#saved)
		);
	}

	/** To be called after every change of the form. */
	changed(): void {
		if (this.#isOver || this.#unanswered !== null) return;
		const isDirty = this.isDirty();
		if (isDirty) this.#schedule(this.#options.delayMs ?? 900);
		else clearTimeout(this.#timer);
		if (this.#running === null)
			this.#options.onStatus(isDirty ? { kind: "unsaved" } : this.#rest());
	}

	/** Saves now what is not saved yet. */
	async flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#running ??= this.#saveAll().finally(() => {
			this.#running = null;
		});
		await this.#running;
	}

	/** Saves and submits in one; null when there was no answer. */
	async submit(): Promise<FormState<Saved>> {
		clearTimeout(this.#timer);
		await this.#running;
		if (this.#unanswered) await this.flush();
		if (this.#isOver || this.#unanswered) return null;
		const form = this.#stamped("submit");
		const answer = await this.#sendOnce(form);
		this.#settle(answer, form);
		if (answer?.ok && answer.data.outcome === "submitted") this.#isOver = true;
		return answer;
	}

	/** How it stands while nothing is to be saved. */
	#rest(): SaveStatus {
		return this.#savedAt === null ? { kind: "idle" } : { kind: "saved", at: this.#savedAt };
	}

	/** Ends it, whatever is unsaved. */
	stop(): void {
		this.#isOver = true;
		clearTimeout(this.#timer);
	}

	#schedule(afterMs: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), afterMs);
	}

	async #saveAll(): Promise<void> {
		while (this.isDirty()) {
			const form = this.#unanswered ?? this.#stamped("save");
			if (!this.#settle(await this.#sendOnce(form), form)) return;
		}
	}

	#stamped(intent: "save" | "submit"): FormData {
		const form = this.#options.read();
		form.set("intent", intent);
		form.set("revisionId", this.#version.revisionId);
		form.set("revisionVersion", String(this.#version.revisionVersion));
		form.set("idempotencyKey", this.#options.newKey());
		return form;
	}

	async #sendOnce(form: FormData): Promise<FormState<Saved>> {
		this.#options.onStatus({ kind: "saving" });
		try {
			return await this.#options.send(form);
		} catch {
			return null;
		}
	}

	/** Takes an answer in; true when saving may go on with what was typed meanwhile. */
	#settle(answer: FormState<Saved>, form: FormData): boolean {
		if (answer === null || (!answer.ok && LATER.has(answer.code))) return this.#tryLater(form);
		this.#unanswered = null;
		if (!answer.ok) return this.#refused(answer.code, answer.fields);
		this.#saved = entriesOf(form);
		this.moveTo(answer.data);
		this.#savedAt = Date.now();
		this.#options.onStatus({ kind: "saved", at: this.#savedAt });
		this.#options.onSaved?.(answer.data, form);
		return true;
	}

	#tryLater(form: FormData): false {
		// A submission is not repeated behind the person's back.
		if (form.get("intent") === "save") {
			this.#unanswered = form;
			this.#schedule(this.#options.retryMs ?? 5_000);
		}
		this.#options.onStatus({ kind: "failed" });
		return false;
	}

	#refused(code: string, fields: FieldErrors): false {
		// Only a conflict is final: who signs in again in another window may go on here.
		this.#isOver = code === "conflict";
		if (Object.keys(fields).length > 0) this.#options.onStatus({ kind: "refused", fields });
		else this.#options.onStatus(this.#isOver ? { kind: "conflict" } : { kind: "stopped", code });
		return false;
	}
}

const STAMPS = new Set(["intent", "revisionId", "revisionVersion", "idempotencyKey", "unresolved"]);

/** The inputs of a form, by name and in the order of names. */
export type Entries = readonly (readonly [name: string, value: string])[];

/** A form's content, without what goes with every way of sending it. */
export function entriesOf(form: FormData): Entries {
	return [...form.entries()].flatMap(([name, value]) =>
		STAMPS.has(name) || name.startsWith("$")
			? []
			: [[name, typeof value === "string" ? value : value.name] as const],
	);
}

/** The inputs of these names, and of the items of lists of these names. */
export function entriesUnder(entries: Entries, names: readonly string[]): Entries {
	return entries.filter(([name]) => isUnder(name, names));
}

function entriesBeside(entries: Entries, names: readonly string[]): Entries {
	return entries.filter(([name]) => !isUnder(name, names));
}

/** Whether an input belongs to one of these names. */
export function isUnder(name: string, names: readonly string[]): boolean {
	return names.some(
		(each) => name === each || name.startsWith(`${each}.`) || name.startsWith(`${each}[`),
	);
}

/** Whether two forms say the same, in whatever order; an input that is empty says as much as one that is missing. */
export function isSameEntries(one: Entries, other: Entries): boolean {
	return sorted(one) === sorted(other);
}

function sorted(entries: Entries): string {
	const stated = entries.filter(([name, value]) => value !== "" || name.startsWith("texts."));
	return JSON.stringify(stated.map(([name, value]) => `${name}=${value}`).sort());
}
