import type { FieldErrors } from "@/lib/errors";
import type { FormState } from "@/lib/http/form-state";

/** What a save answers: where the next one starts from. */
export type Saved = {
	outcome: "saved" | "incomplete" | "submitted";
	revisionId: string;
	revisionVersion: number;
	pictureId: string | null;
	fields: FieldErrors;
};

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
	onSaved?: (saved: Saved) => void;
	start: { revisionId: string; revisionVersion: number };
	/** True when the form holds more than what is stored already. */
	isTypedInto?: boolean;
	newKey: () => string;
	delayMs?: number;
	retryMs?: number;
};

const LATER = new Set(["unexpected", "unavailable", "rate_limited"]);

/**
 * Saves a form a moment after the last change, one save at a time, each starting from the version that the last one
 * made. What got no answer is sent again under its key, so that a save whose answer was lost is not taken for
 * somebody else's.
 */
export class Autosaver {
	readonly #options: Options;
	#version: Options["start"];
	#savedContent: string;
	#unanswered: FormData | null = null;
	#running: Promise<void> | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isOver = false;

	constructor(options: Options) {
		this.#options = options;
		this.#version = options.start;
		this.#savedContent = options.isTypedInto ? "" : contentOf(options.read());
	}

	/** True while something typed is not saved. */
	isDirty(): boolean {
		if (this.#isOver) return false;
		return this.#unanswered !== null || contentOf(this.#options.read()) !== this.#savedContent;
	}

	/** To be called after every change of the form. */
	changed(): void {
		if (this.#isOver || this.#unanswered !== null) return;
		const isDirty = this.isDirty();
		if (isDirty) this.#schedule(this.#options.delayMs ?? 900);
		else clearTimeout(this.#timer);
		if (this.#running === null) this.#options.onStatus({ kind: isDirty ? "unsaved" : "idle" });
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
		this.#savedContent = contentOf(form);
		this.#version = answer.data;
		this.#options.onStatus({ kind: "saved", at: Date.now() });
		this.#options.onSaved?.(answer.data);
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

const STAMPS = new Set(["intent", "revisionId", "revisionVersion", "idempotencyKey"]);

/** A form's content as text, to tell whether anything changed. */
function contentOf(form: FormData): string {
	const entries = [...form.entries()].filter(
		([name]) => !STAMPS.has(name) && !name.startsWith("$"),
	);
	return JSON.stringify(
		entries.map(([name, value]) => [name, typeof value === "string" ? value : value.name]),
	);
}
