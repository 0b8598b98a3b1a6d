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
	newKey: () => string;
	delayMs?: number;
	retryMs?: number;
};

export type Autosaver = ReturnType<typeof createAutosaver>;

const LATER = new Set(["unexpected", "unavailable", "rate_limited"]);

/**
 * Saves a form a moment after the last change, one save at a time, each starting from the version that the last one
 * made. What got no answer is sent again under its key, so that a save whose answer was lost is not taken for somebody else's.
 */
export function createAutosaver({
	read,
	send,
	onStatus,
	onSaved,
	start,
	newKey,
	delayMs = 900,
	retryMs = 5_000,
}: Options) {
	let version = start;
	let savedContent = contentOf(read());
	let unanswered: FormData | null = null;
	let running: Promise<void> | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isOver = false;

	function isDirty(): boolean {
		return unanswered !== null || contentOf(read()) !== savedContent;
	}

	function changed(): void {
		if (isOver) return;
		if (!isDirty()) return undone();
		if (running === null && unanswered === null) onStatus({ kind: "unsaved" });
		if (unanswered === null) schedule(delayMs);
	}

	/** What was typed is again what is saved. */
	function undone(): void {
		clearTimeout(timer);
		if (running === null) onStatus({ kind: "idle" });
	}

	function schedule(afterMs: number): void {
		clearTimeout(timer);
		timer = setTimeout(() => void flush(), afterMs);
	}

	/** Saves now what is not saved yet. */
	async function flush(): Promise<void> {
		clearTimeout(timer);
		running ??= saveAll().finally(() => {
			running = null;
		});
		await running;
	}

	async function saveAll(): Promise<void> {
		while (!isOver && isDirty()) {
			const form = unanswered ?? stamped("save");
			onStatus({ kind: "saving" });
			if (!settled(await sendOnce(form), form)) return;
		}
	}

	/** Saves and submits in one; null when there was no answer. */
	async function submit(): Promise<FormState<Saved>> {
		clearTimeout(timer);
		await running;
		if (unanswered) await flush();
		if (isOver || unanswered) return null;
		const form = stamped("submit");
		onStatus({ kind: "saving" });
		const answer = await sendOnce(form);
		settled(answer, form);
		if (answer?.ok && answer.data.outcome === "submitted") isOver = true;
		return answer;
	}

	function stamped(intent: "save" | "submit"): FormData {
		const form = read();
		form.set("intent", intent);
		form.set("revisionId", version.revisionId);
		form.set("revisionVersion", String(version.revisionVersion));
		form.set("idempotencyKey", newKey());
		return form;
	}

	async function sendOnce(form: FormData): Promise<FormState<Saved>> {
		try {
			return await send(form);
		} catch {
			return null;
		}
	}

	/** Takes an answer in; true when saving may go on with what was typed meanwhile. */
	function settled(answer: FormState<Saved>, form: FormData): boolean {
		if (answer?.ok) {
			unanswered = null;
			savedContent = contentOf(form);
			version = answer.data;
			onStatus({ kind: "saved", at: Date.now() });
			onSaved?.(answer.data);
			return true;
		}
		if (answer === null || LATER.has(answer.code)) {
			// A submission is not repeated behind the person's back.
			if (form.get("intent") === "save") {
				unanswered = form;
				schedule(retryMs);
			}
			onStatus({ kind: "failed" });
			return false;
		}
		unanswered = null;
		if (Object.keys(answer.fields).length > 0) {
			onStatus({ kind: "refused", fields: answer.fields });
			return false;
		}
		// Only a conflict is final: who signs in again in another window may go on here.
		isOver = answer.code === "conflict";
		onStatus(isOver ? { kind: "conflict" } : { kind: "stopped", code: answer.code });
		return false;
	}

	function stop(): void {
		isOver = true;
		clearTimeout(timer);
	}

	return { changed, flush, submit, stop, isDirty: () => !isOver && isDirty() };
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
