"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { fieldError, problemsOf } from "@/app/form-problems";
import { RadioGroup } from "@/components/ui/choices";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";
import type { FormState } from "@/lib/http/form-state";

type Props = {
	eventId: string;
	/** What the reviewer saw; another decision in between makes this one come too late. */
	eventVersion: number;
	idempotencyKey: string;
	/** Of the page that shows the present state, without language; the submission's unless told. */
	path?: string;
	action: (
		previous: FormState<DecisionResult>,
		form: FormData,
	) => Promise<FormState<DecisionResult>>;
};
type DecisionResult = { eventVersion: number; path: string | null };

const KINDS = ["approve", "request_changes", "reject"] as const;

/** Approve, ask for changes or reject, with the reason that the organiser will read. */
export function DecisionForm({
	eventId,
	eventVersion,
	idempotencyKey,
	path = `/review/${eventId}`,
	action,
}: Props) {
	const t = useTranslations("review");
	const errors = useTranslations("errors");
	const locale = useLocale();
	const [state, submit] = useActionState(action, null);
	const refused = state?.ok === false ? state : null;
	const [kind, setKind] = useState<string>(refused?.values.kind ?? "");
	if (refused?.code === "conflict" || refused?.code === "illegal_transition")
		return <TooLate path={path} />;
	const problem = (field: string) => fieldError(state, field, errors);
	return (
		<form
			action={submit}
			noValidate
			className="flex flex-col gap-6 rounded-sm border border-line-strong bg-surface p-6"
		>
			<h2 className="text-xl font-medium">{t("decision.title")}</h2>
			<ErrorSummary problems={problemsOf(state, errors)} />
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
				name="reason"
				label={t("decision.reason")}
				hint={t("decision.reason_hint")}
				error={problem("reason")}
				plain
				required={kind === "request_changes" || kind === "reject"}
				defaultValue={refused?.values.reason ?? ""}
				maxLength={2000}
				rows={5}
			/>
			<SubmitButton wide variant={kind === "reject" ? "danger" : "primary"}>
				{t("decision.send")}
			</SubmitButton>
		</form>
	);
}

/** A plain link, so that the page is read anew. */
function TooLate({ path }: { path: string }) {
	const locale = useLocale();
	const t = useTranslations("review");
	return (
		<Notice tone="warning" live title={t("decision.tooLate")}>
			<p>{t("decision.tooLateText")}</p>
			<p className="mt-3">
				<a href={`/${locale}${path}`}>{t("decision.reload")}</a>
			</p>
		</Notice>
	);
}
