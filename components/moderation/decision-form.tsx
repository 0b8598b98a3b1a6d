"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { FormAction } from "@/app/define-action";
import { fieldError, problemsOf } from "@/app/form-problems";
import { useKeptForm } from "@/app/use-kept-form";
import { RadioGroup } from "@/components/ui/choices";
import { Disclosure } from "@/components/ui/disclosure";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";
import { type Decided, TooLate } from "./too-late";

type Props<Result> = {
	eventId: string;
	/** What the reviewer saw; another decision in between makes this one come too late. */
	eventVersion: number;
	idempotencyKey: string;
	/** Otherwise nothing waits for the reviewer, and only who comes too late is told something. */
	isOpen: boolean;
	/** What a reviewer is told who comes too late; null where no decision stands. */
	decided: Decided | null;
	/** Of the page that shows the present state, without language; the submission's unless told. */
	path?: string;
	/** Ready-made reasons: what the reviewer chooses by, and the words in the organiser's language (a BCP 47 tag). */
	reasons?: { lang: string; items: readonly { key: string; label: string; text: string }[] };
	action: FormAction<Result>;
};

const KINDS = ["approve", "request_changes", "reject"] as const;

/** Approve, ask for changes or reject, with the reason that the organiser will read. */
export function DecisionForm<Result>({
	eventId,
	eventVersion,
	idempotencyKey,
	isOpen,
	decided,
	path = `/review/${eventId}`,
	reasons,
	action,
}: Props<Result>) {
	const t = useTranslations("review");
	const errors = useTranslations("errors");
	const locale = useLocale();
	const { state, form } = useKeptForm(action);
	const refused = state?.ok === false ? state : null;
	const reason = useRef<HTMLTextAreaElement>(null);
	const [kind, setKind] = useState<string>(refused?.values.kind ?? "");
	const isLate = refused?.code === "conflict" || refused?.code === "illegal_transition";
	/** The page still shows what the reviewer saw before. */
	const isStale = isLate && refused.values.eventVersion === String(eventVersion);
	const router = useRouter();
	useEffect(() => {
		if (isStale) router.refresh();
	}, [isStale, router]);
	const typed = refused?.values.reason ?? "";
	if (isLate && (isStale || !isOpen))
		return isStale ? (
			<TooLate decided={null} path={path} reason={typed} />
		) : (
			<TooLate decided={decided} reason={typed} />
		);
	if (!isOpen) return null;
	const problem = (field: string) => fieldError(state, field, errors);
	return (
		<form
			{...form}
			id="decision"
			onKeyDown={sendByKeyboard}
			className="flex flex-col gap-6 rounded-sm border border-line-strong bg-surface p-6"
		>
			<h2 className="text-xl font-medium">{t("decision.title")}</h2>
			{isLate ? (
				<TooLate decided={decided} />
			) : (
				<ErrorSummary problems={problemsOf(state, errors)} />
			)}
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="eventId" value={eventId} />
			<input type="hidden" name="eventVersion" value={eventVersion} />
			<input type="hidden" name="idempotencyKey" value={idempotencyKey} />
			<RadioGroup
				name="kind"
				legend={t("decision.legend")}
				error={problem("kind")}
				value={kind}
				onValueChange={setKind}
				required
				options={KINDS.map((value) => ({
					value,
					label: t(`decision.${value}`),
					hint: t(`decision.${value}_hint`),
				}))}
			/>
			<TextareaField
				ref={reason}
				name="reason"
				label={t("decision.reason")}
				hint={t("decision.reason_hint")}
				error={problem("reason")}
				plain
				required={kind === "request_changes" || kind === "reject"}
				defaultValue={typed}
				maxLength={2000}
				rows={5}
			/>
			{reasons && (
				<ReadyReasons
					{...reasons}
					onInsert={(text) => {
						if (kind === "" || kind === "approve") setKind("request_changes");
						insertInto(reason.current, text);
					}}
				/>
			)}
			<SubmitButton wide variant={kind === "reject" ? "danger" : "primary"}>
				{t("decision.send")}
			</SubmitButton>
		</form>
	);
}

function ReadyReasons({
	lang,
	items,
	onInsert,
}: NonNullable<Props<unknown>["reasons"]> & { onInsert: (text: string) => void }) {
	const t = useTranslations("review.decision");
	return (
		<Disclosure summary={t("ready")} className="-mt-3 [@media(scripting:none)]:hidden">
			<ul className="flex flex-col">
				{items.map(({ key, label, text }) => (
					<li key={key}>
						<button
							type="button"
							onClick={() => onInsert(text)}
							className="w-full py-2 text-start hover:text-accent"
						>
							<span className="font-medium">{label}</span>
							<span lang={lang} dir="auto" className="block text-sm text-muted">
								{text}
							</span>
						</button>
					</li>
				))}
			</ul>
		</Disclosure>
	);
}

/** After what is written there already. */
function insertInto(field: HTMLTextAreaElement | null, text: string): void {
	if (!field) return;
	field.value = [field.value.trim(), text].filter(Boolean).join("\n");
	field.focus();
}

function sendByKeyboard(event: KeyboardEvent<HTMLFormElement>): void {
	if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
	event.preventDefault();
	event.currentTarget.requestSubmit();
}
