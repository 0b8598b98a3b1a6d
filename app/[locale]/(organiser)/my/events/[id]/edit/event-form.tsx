"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
	type ReactNode,
	useActionState,
	useCallback,
	useEffect,
	useMemo,
	useRef,
	useState,
	useSyncExternalStore,
} from "react";
import { type FormChange, isUnder } from "@/components/events/autosaver";
import { ClashNotice } from "@/components/events/clash-notice";
import type { CoOrganisers } from "@/components/events/co-organisers-section";
import { ConflictNotice, TogetherLine } from "@/components/events/conflict-notice";
import { FormAside, PartsAtTop } from "@/components/events/form-aside";
import { EventFormProvider } from "@/components/events/form-context";
import { FormEnd } from "@/components/events/form-end";
import { type FormChoices, FormSections } from "@/components/events/form-sections";
import { OutdatedNotice } from "@/components/events/outdated-notes";
import type { Belonging } from "@/components/events/part-of-field";
import { KeptCopy, SaveConflict } from "@/components/events/save-conflict";
import { SaveStatusLine } from "@/components/events/save-status-line";
import type { TextAges } from "@/components/events/texts-section";
import { useClashes } from "@/components/events/use-clashes";
import { useOutdated } from "@/components/events/use-outdated";
import {
	useFieldLabel,
	useFieldProblems,
	useProblems,
	useShutProblems,
} from "@/components/events/use-problems";
import { LeftQueueLine, WaitingNotice } from "@/components/events/waiting-notice";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Skeleton } from "@/components/ui/text";
import type { FieldErrors } from "@/lib/errors";
import type { Clash } from "@/lib/events/clashes";
import type { Outdated } from "@/lib/events/outdated";
import type { ShutWindow } from "@/lib/events/season-window";
import type { FormState } from "@/lib/http/form-state";
import { postForm, previewDescription } from "../../actions";
import { useCurrentPage } from "./use-current-page";
import { useDraft } from "./use-draft";
import { useFormContext } from "./use-form-context";
import type { useTogether } from "./use-together";

type Props = {
	eventId: string;
	/** Review state of the event, as the page was rendered. */
	state: string;
	organisationId: string;
	locale: string;
	revision: { revisionId: string; revisionVersion: number };
	idempotencyKey: string;
	/** What the inputs begin with, by name. */
	values: Readonly<Record<string, string>>;
	textLocales: readonly string[];
	previews: Readonly<Record<string, string>>;
	textAges: TextAges;
	/** Answers that are still needed to submit what is stored, by name. */
	missing: readonly string[];
	problems: FieldErrors;
	/** What a repeated event probably still says of the earlier season. */
	outdated: readonly Outdated[];
	/** By what is stored. */
	clashes: readonly Clash[];
	coOrganisers: CoOrganisers;
	belonging: Belonging;
	choices: FormChoices;
};

const NONE: FieldErrors = {};
const NO_CHANGES: readonly FormChange[] = [];

type Together = ReturnType<typeof useTogether>;

/** The form of an event, once the page is known to be as new as what this window has saved. */
export function EventForm(props: Props) {
	const isCurrent = useCurrentPage(props);
	return isCurrent ? <Form {...props} /> : <Skeleton lines={8} />;
}

/** The one form of an event: saved as it is typed where script runs, by its buttons where it does not. */
function Form(props: Props) {
	const { eventId, revision, values } = props;
	const isEnhanced = useIsEnhanced();
	const form = useRef<HTMLFormElement>(null);
	const [posted, post] = useActionState(postForm, null);
	const conflicts = posted?.ok ? posted.data.conflicts : NO_CHANGES;
	const draft = useDraft(form, { eventId, revision, conflicts });
	const { together } = draft;
	const { wasWaiting, hasLeft } = useQueue(props.state, together.state, draft.hasSavedDraft);
	const refusal = posted?.ok === false ? posted : null;
	const fields = without(draft.fields ?? refusal?.fields ?? props.problems, draft.corrected);
	const outdated = useOutdated(props.outdated);
	const { clashes, look } = useClashes(form, {
		eventId,
		locale: props.locale,
		first: props.clashes,
	});
	const { changed: save } = draft;
	const changed = useCallback(
		(name?: string) => {
			save(name);
			look();
		},
		[save, look],
	);
	const context = useFormContext({
		typed: refusal?.values ?? withTyped(values, posted, conflicts),
		fields,
		wholes: props.belonging.wholes,
		together,
		outdated: outdated.open,
		isEnhanced,
		changed,
	});
	return (
		<EventFormProvider value={context}>
			<form
				ref={form}
				action={post}
				noValidate
				onInput={(event) => {
					changed(nameOf(event.target));
					outdated.look(event.target);
				}}
				onSubmit={draft.onSubmit}
				className="grid gap-x-16 lg:grid-cols-[minmax(0,42rem)_minmax(12rem,1fr)] [&_:is(input,select,textarea,summary)]:scroll-mb-24"
			>
				<div className="flex min-w-0 flex-col gap-14">
					<HiddenFields {...props} />
					<input
						type="hidden"
						name="unresolved"
						value={together.conflicts.map(({ field }) => field).join(" ")}
					/>
					<Conflicts together={together} choices={props.choices} noteOf={context.note} />
					<Problems {...props} posted={posted} draft={draft} />
					<OutdatedNotice
						outdated={outdated.open}
						languageOf={(tag) =>
							props.choices.languages.find((language) => language.tag === tag)?.name ?? tag
						}
					/>
					{wasWaiting && <WaitingNotice hasLeft={hasLeft} />}
					{refusal?.code === "conflict" && <SaveConflict eventId={eventId} />}
					<KeptCopy eventId={eventId} />
					<PartsAtTop missing={draft.missing ?? props.missing} />
					<FormSections
						organisationId={props.organisationId}
						textLocales={refusal ? localesOf(refusal.values) : props.textLocales}
						previews={props.previews}
						textAges={props.textAges}
						choices={props.choices}
						eventId={eventId}
						coOrganisers={props.coOrganisers}
						belonging={props.belonging}
						preview={preview}
						afterPlace={
							<div role="status" className="-mt-6 empty:hidden">
								<ClashNotice clashes={clashes} />
							</div>
						}
					/>
					<FormEnd eventId={eventId} isPending={draft.isSubmitting} saveRest={draft.saveRest} />
				</div>
				<FormAside missing={draft.missing ?? props.missing}>
					{hasLeft && <LeftQueueLine />}
					<TogetherLine {...together} />
					{draft.status.kind === "conflict" ? (
						<SaveConflict eventId={eventId} form={form} onLeave={draft.abandon} />
					) : (
						isEnhanced && <SaveStatusLine status={draft.status} />
					)}
				</FormAside>
			</form>
		</EventFormProvider>
	);
}

/** What goes with every way of sending the form. */
function HiddenFields({ eventId, locale, revision, idempotencyKey }: Props) {
	return (
		<>
			{/* The first button of a form is the one that the Enter key presses. */}
			<button type="submit" name="intent" value="save" hidden aria-hidden="true" tabIndex={-1} />
			<input type="hidden" name="eventId" value={eventId} />
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="revisionId" value={revision.revisionId} />
			<input type="hidden" name="revisionVersion" value={revision.revisionVersion} />
			<input type="hidden" name="idempotencyKey" value={idempotencyKey} />
		</>
	);
}

function Conflicts({
	together,
	choices,
	noteOf,
}: {
	together: Together;
	choices: FormChoices;
	noteOf: (name: string) => ReactNode;
}) {
	const labelOf = useFieldLabel(choices.languages);
	return <ConflictNotice conflicts={together.conflicts} labelOf={labelOf} noteOf={noteOf} />;
}

/** With what was typed in the fields of conflicts, for a browser without script: the page itself has what is stored. */
function withTyped(
	values: Readonly<Record<string, string>>,
	posted: FormState,
	conflicts: readonly FormChange[],
): Readonly<Record<string, string>> {
	const typed = posted?.ok ? (posted.values ?? {}) : {};
	const names = conflicts.flatMap((conflict) => conflict.names);
	const isOpen = ([name]: [string, string]) => isUnder(name, names);
	return Object.fromEntries([
		...Object.entries(values).filter((entry) => !isOpen(entry)),
		...Object.entries(typed).filter(isOpen),
	]);
}

/** Why the form was refused, or what it lacks to be submitted. */
function Problems({
	choices,
	problems,
	posted,
	draft: { submitFields, shut, isSaved },
}: Props & {
	posted: FormState;
	draft: { submitFields: FieldErrors | null; shut: ShutWindow | null; isSaved: boolean };
}) {
	const t = useTranslations("eventForm");
	const isRefused = posted?.ok === false;
	const ofPost = useProblems(posted, choices.languages);
	const described = useFieldProblems(choices.languages);
	const missing = submitFields ?? (isRefused ? NONE : problems);
	const ofShut = useShutProblems(shut);
	const ofCheck = useMemo(() => described(missing), [described, missing]);
	if (isRefused && submitFields === null) return <ErrorSummary problems={ofPost} />;
	return (
		<ErrorSummary title={isSaved ? t("incompleteTitle") : undefined} problems={ofShut ?? ofCheck} />
	);
}

/** Saving makes a draft of whatever was in review: the page, whose badge names the state, is rendered anew then. */
function useQueue(state: string, watched: string | null, hasSavedDraft: boolean) {
	const router = useRouter();
	const [first] = useState(state);
	useEffect(() => {
		if (hasSavedDraft && first !== "draft") router.refresh();
	}, [hasSavedDraft, first, router]);
	const isWaiting = watched === "submitted" && first !== "submitted";
	return {
		wasWaiting: first === "submitted" || isWaiting,
		hasLeft: first === "submitted" && hasSavedDraft && !isWaiting,
	};
}

function nameOf(target: EventTarget): string {
	return target instanceof HTMLElement ? (target.getAttribute("name") ?? "") : "";
}

/** The errors that still stand: not those of answers changed since. */
function without(fields: FieldErrors, corrected: ReadonlySet<string>): FieldErrors {
	if (corrected.size === 0) return fields;
	// Rows of a list that was changed may stand elsewhere now.
	const stands = (name: string) =>
		[...corrected].every((changed) => name !== changed && !name.startsWith(`${changed}.`));
	return Object.fromEntries(Object.entries(fields).filter(([name]) => stands(name)));
}

async function preview(source: string): Promise<string | null> {
	const form = new FormData();
	form.set("source", source);
	const answer = await previewDescription(null, form).catch(() => null);
	return answer?.ok ? answer.data : null;
}

/** True once the page's script runs. */
function useIsEnhanced(): boolean {
	return useSyncExternalStore(
		() => () => undefined,
		() => true,
		() => false,
	);
}

/** The languages of a refused form, in the order of its inputs. */
function localesOf(values: Readonly<Record<string, string>>): string[] {
	const found = Object.keys(values).flatMap(
		(name) => /^texts\.([^.]+)\.title$/.exec(name)?.[1] ?? [],
	);
	return [...new Set(found)];
}
