import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import {
	Autosaver,
	type FormChange,
	type Saved,
	type SaveStatus,
} from "@/components/events/autosaver";
import { newKey } from "@/components/events/new-key";
import { isTypedInto } from "@/components/events/typed-into";
import { localePath } from "@/i18n/navigation";
import type { FieldErrors } from "@/lib/errors";
import type { ShutWindow } from "@/lib/events/season-window";
import { saveForm } from "../../actions";
import { savedTitle, tellSavedTitle } from "./title-crumb";
import { rememberSaved } from "./use-current-page";
import { useTogether } from "./use-together";

type Start = { eventId: string; revision: { revisionId: string; revisionVersion: number } };

type Form = RefObject<HTMLFormElement | null>;

/** Keeps the draft of the form saved, and submits it; what the form shows of that. */
export function useDraft(
	form: Form,
	{ eventId, revision, conflicts }: Start & { conflicts: readonly FormChange[] },
) {
	const router = useRouter();
	const locale = useLocale();
	const [submitFields, setSubmitFields] = useState<FieldErrors | null>(null);
	const [shut, setShut] = useState<ShutWindow | null>(null);
	const [isSubmitting, setIsSubmitting] = useState(false);
	/** Whether what could not be submitted was at least saved. */
	const [isSaved, setIsSaved] = useState(true);
	/** Fields changed since the form was last judged: what was said of them may no longer hold. */
	const [corrected, setCorrected] = useState<ReadonlySet<string>>(new Set());
	const forget = useCallback(() => setCorrected(new Set()), []);
	const saver = useRef<Autosaver | null>(null);
	const together = useTogether(form, saver, { eventId, first: conflicts });
	const { status, hasSavedDraft, missing } = useAutosaver(form, saver, {
		eventId,
		locale,
		revision,
		together,
		onRefused: forget,
	});

	const changed = useCallback((name?: string) => {
		if (name) setCorrected((before) => (before.has(name) ? before : new Set([...before, name])));
		// Inputs that React sets change only with the next frame.
		requestAnimationFrame(() => saver.current?.changed());
	}, []);

	async function submit(made: Autosaver) {
		setIsSubmitting(true);
		forget();
		const answer = await made.submit();
		setIsSubmitting(false);
		if (answer?.ok && answer.data.outcome === "submitted")
			return router.push(localePath({ href: `/my/events/${eventId}?done=submitted`, locale }));
		if (answer === null) return;
		if (answer.ok && answer.data.outcome === "conflict") {
			setSubmitFields(null);
			return document.getElementById(`${answer.data.conflicts[0]?.field}-conflict`)?.focus();
		}
		setShut(answer.ok ? answer.data.window : null);
		setIsSaved(answer.ok);
		setSubmitFields(answer.ok ? { ...answer.data.fields } : { ...answer.fields });
	}

	function onSubmit(event: FormEvent<HTMLFormElement>) {
		const made = saver.current;
		if (!made) return;
		// React would empty the form after an action; and the autosaver knows the version to start from.
		event.preventDefault();
		const { submitter } = event.nativeEvent as SubmitEvent;
		const isSubmission = submitter instanceof HTMLButtonElement && submitter.value === "submit";
		if (isSubmission && !isSubmitting) void submit(made);
		else void made.flush();
	}

	const fields = status.kind === "refused" ? status.fields : submitFields;
	return {
		status,
		fields,
		corrected,
		submitFields,
		shut,
		isSaved,
		hasSavedDraft,
		missing,
		isSubmitting,
		together,
		changed,
		onSubmit,
		saveRest: () => (saver.current?.isDirty() ? saver.current.flush() : null),
		abandon: () => saver.current?.stop(),
	};
}

/** The autosaver of the form's life, how it stands, whether a draft was saved in this window, and what that one lacks. */
function useAutosaver(
	form: Form,
	saver: RefObject<Autosaver | null>,
	{
		eventId,
		locale,
		revision,
		together: { open, onSaved },
		onRefused,
	}: Start & {
		locale: string;
		together: Pick<ReturnType<typeof useTogether>, "open" | "onSaved">;
		onRefused: () => void;
	},
) {
	const start = useRef(revision);
	const [status, setStatus] = useState<SaveStatus>({ kind: "idle" });
	const [hasSavedDraft, setHasSavedDraft] = useState(false);
	const [missing, setMissing] = useState<readonly string[] | null>(null);
	useEffect(() => {
		const element = form.current;
		if (!element) return;
		const made = new Autosaver({
			read: () => {
				const data = readForm(element);
				data.set("unresolved", open.current.map(({ field }) => field).join(" "));
				return data;
			},
			send: (data) => saveForm(null, data),
			onStatus: (next) => {
				setStatus(next);
				if (next.kind === "refused") onRefused();
			},
			// An effect that runs again must not start from the version before.
			onSaved: (saved: Saved, sent) => {
				start.current = saved;
				rememberSaved(eventId, saved);
				const others = [...saved.taken, ...saved.conflicts];
				tellSavedTitle(eventId, savedTitle(sent, { locale, others }));
				if (saved.outcome === "submitted") return;
				setHasSavedDraft(true);
				setMissing(saved.missing);
				onSaved(saved, sent);
			},
			start: start.current,
			isTypedInto: isTypedInto(element),
			newKey,
		});
		saver.current = made;
		if (made.isDirty()) made.changed();
		return guardLeaving(made, () => open.current.length > 0);
	}, [form, saver, eventId, locale, open, onSaved, onRefused]);
	return { status, hasSavedDraft, missing };
}

/** Saves when the page is left or the network is back, and warns where saving may not be enough. */
function guardLeaving(saver: Autosaver, isUndecided: () => boolean): () => void {
	const warn = (event: BeforeUnloadEvent) => {
		if (saver.isDirty() || isUndecided()) event.preventDefault();
	};
	const save = () => void saver.flush();
	const hide = () => void (document.visibilityState === "hidden" && save());
	window.addEventListener("beforeunload", warn);
	window.addEventListener("online", save);
	document.addEventListener("visibilitychange", hide);
	return () => {
		window.removeEventListener("beforeunload", warn);
		window.removeEventListener("online", save);
		document.removeEventListener("visibilitychange", hide);
		save();
	};
}

/** The form without files: those are sent on their own. */
function readForm(element: HTMLFormElement): FormData {
	const data = new FormData(element);
	data.delete("picture");
	data.delete("newLanguage");
	for (const name of [...data.keys()]) if (name.startsWith("$ACTION")) data.delete(name);
	return data;
}
