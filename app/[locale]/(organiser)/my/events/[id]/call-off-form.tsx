"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { fieldError, problemsOf } from "@/app/form-problems";
import { useKeptForm } from "@/app/use-kept-form";
import { Checkbox, Fieldset } from "@/components/ui/choices";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";
import { directionOf } from "@/lib/text/languages";
import { callOff } from "../actions";

type Props = {
	eventId: string;
	/** The version that the person sees; on another one nothing is done. */
	eventVersion: number;
	kind: "cancel" | "postpone";
	locale: string;
	idempotencyKey: string;
	/** Of the event's texts; a reason in one of them is needed. */
	languages: readonly { tag: string; label: string }[];
	hint: string;
	/** Parts of the event that may be off with it. */
	parts: readonly { id: string; version: number; label: string; day: string | null }[];
	partsTexts: { legend: string; hint: string };
	/** What the button says. */
	children: ReactNode;
};

/** The reason, language by language, and the one button. */
export function CallOffForm({
	eventId,
	eventVersion,
	kind,
	locale,
	idempotencyKey,
	languages,
	hint,
	parts,
	partsTexts,
	children,
}: Props) {
	const errors = useTranslations("errors");
	const { state, form } = useKeptForm(callOff);
	const typed = state?.ok === false ? state.values : {};
	return (
		<form {...form} className="flex flex-col gap-6">
			<ErrorSummary problems={problemsOf(state, errors)} />
			<input type="hidden" name="eventId" value={eventId} />
			<input type="hidden" name="eventVersion" value={eventVersion} />
			<input type="hidden" name="kind" value={kind} />
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="idempotencyKey" value={idempotencyKey} />
			{languages.map(({ tag, label }) => (
				<TextareaField
					key={tag}
					name={`reasons.${tag}`}
					label={label}
					hint={languages.length > 1 ? hint : undefined}
					error={fieldError(state, `reasons.${tag}`, errors)}
					defaultValue={typed[`reasons.${tag}`] ?? ""}
					lang={tag}
					dir={directionOf(tag)}
					required={languages.length === 1}
					plain
					rows={3}
					maxLength={500}
				/>
			))}
			{parts.length > 0 && (
				<Fieldset
					name="parts"
					legend={partsTexts.legend}
					hint={partsTexts.hint}
					error={fieldError(state, "parts", errors)}
				>
					{parts.map(({ id, version, label, day }) => (
						<Checkbox
							key={id}
							name={`parts.${id}`}
							value={version}
							label={label}
							hint={day}
							error={fieldError(state, `parts.${id}`, errors)}
							defaultChecked={typed[`parts.${id}`] !== undefined}
						/>
					))}
				</Fieldset>
			)}
			<div>
				<SubmitButton variant={kind === "cancel" ? "danger" : "primary"}>{children}</SubmitButton>
			</div>
		</form>
	);
}
