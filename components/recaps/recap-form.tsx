"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";
import { fieldError, problemsOf, typedValue } from "@/app/form-problems";
import { Fieldset } from "@/components/ui/choices";
import { Disclosure } from "@/components/ui/disclosure";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-fields";
import type { RecapVersion } from "@/lib/events/recap-queries";
import type { FormState } from "@/lib/http/form-state";
import { directionOf } from "@/lib/text/languages";
import { type FieldOf, type NamedLanguage, textIn } from "./recap-field";
import { RecapPictureFields } from "./recap-picture-fields";

type Result = { done: "saved" | "submitted" | "published" };

type Props = {
	action: (previous: FormState<Result>, form: FormData) => Promise<FormState<Result>>;
	eventId: string;
	/** The version that the form is filled from; on another one nothing is done. */
	version: number;
	idempotencyKey: string;
	latest: Omit<RecapVersion, "submittedAt"> | null;
	/** Languages of the event's texts. */
	languages: readonly NamedLanguage[];
	maxLinks: number;
	maxPictures: number;
};

/** How an event was, for the phone: one column, nothing required, one picture at a time. */
export function RecapForm({ action, eventId, version, idempotencyKey, latest, ...rest }: Props) {
	const { languages, maxLinks, maxPictures } = rest;
	const t = useTranslations("recap.form");
	const errors = useTranslations("errors");
	const locale = useLocale();
	const [state, submit] = useActionState(action, null);
	const field: FieldOf = (name, stored = "") => ({
		name,
		defaultValue: typedValue(state, name) ?? stored,
		error: fieldError(state, name, errors),
	});
	const number = (value: number | undefined) => (value === undefined ? "" : String(value));
	const { min, max } = latest?.attendance ?? {};
	return (
		<form action={submit} noValidate className="flex flex-col gap-10">
			<ErrorSummary problems={problemsOf(state, errors)} />
			<input type="hidden" name="eventId" value={eventId} />
			<input type="hidden" name="recapVersion" value={version} />
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="idempotencyKey" value={idempotencyKey} />
			{/* Enter in a field saves; it must not hand in or take a picture away. */}
			<button
				type="submit"
				name="intent"
				value="save"
				className="sr-only"
				tabIndex={-1}
				aria-hidden
			>
				{t("save")}
			</button>
			<Fieldset name="attendance" size="section" legend={t("howMany")} hint={t("howManyHint")}>
				<div className="grid grid-cols-2 items-end gap-4">
					<TextField
						{...field("attendanceMin", number(min))}
						label={t("number")}
						inputMode="numeric"
						autoComplete="off"
						plain
					/>
					<TextField
						{...field("attendanceMax", number(max === min ? undefined : max))}
						label={t("upTo")}
						inputMode="numeric"
						autoComplete="off"
						plain
					/>
				</div>
			</Fieldset>
			<Fieldset name="texts" size="section" legend={t("texts")} hint={t("textsHint")}>
				{languages.map(({ tag, name }) => (
					<TextareaField
						key={tag}
						{...field(`texts.${tag}`, textIn(latest?.texts, tag))}
						label={t("inLanguage", { language: name })}
						lang={tag}
						dir={directionOf(tag)}
						rows={4}
						maxLength={3000}
						plain
					/>
				))}
			</Fieldset>
			<RecapPictureFields
				pictures={latest?.pictures ?? []}
				languages={languages}
				max={maxPictures}
				field={field}
				hasConsent={typedValue(state, "newPicture.consent") === "on"}
			/>
			<div className="flex flex-col">
				<Disclosure
					summary={t("links")}
					open={(latest?.links.length ?? 0) > 0 || hasErrors(state, "links.")}
				>
					<LinkFields links={latest?.links ?? []} max={maxLinks} field={field} />
				</Disclosure>
				<Disclosure
					summary={t("lists")}
					open={hasLists(latest) || hasErrors(state, "books", "films", "photographs")}
				>
					<div className="flex flex-col gap-6">
						{(["books", "films", "photographs"] as const).map((kind) => (
							<TextareaField
								key={kind}
								{...field(kind, latest?.[kind].join("\n"))}
								label={t(kind)}
								hint={t("oneALine")}
								rows={3}
								plain
							/>
						))}
					</div>
				</Disclosure>
			</div>
			<div className="flex flex-col gap-4">
				<p className="text-sm text-muted">{t("submitHint")}</p>
				<SubmitButton name="intent" value="submit" wide>
					{t("submit")}
				</SubmitButton>
				<SubmitButton name="intent" value="save" variant="secondary" wide>
					{t("save")}
				</SubmitButton>
			</div>
		</form>
	);
}

function LinkFields({
	links,
	max,
	field,
}: {
	links: RecapVersion["links"];
	max: number;
	field: FieldOf;
}) {
	const t = useTranslations("recap.form");
	const rows = Array.from({ length: Math.min(max, links.length + 2) }, (_, row) => row);
	return (
		<div className="flex flex-col gap-6">
			<p className="text-sm text-muted">{t("linksHint")}</p>
			{rows.map((row) => (
				<Fieldset key={row} name={`links.${row}`} legend={t("link", { number: row + 1 })}>
					<TextField
						{...field(`links.${row}.url`, links[row]?.url)}
						label={t("url")}
						inputMode="url"
						dir="ltr"
						maxLength={500}
						plain
					/>
					<TextField
						{...field(`links.${row}.title`, links[row]?.title)}
						label={t("linkTitle")}
						dir="auto"
						maxLength={200}
						plain
					/>
				</Fieldset>
			))}
		</div>
	);
}

function hasLists(latest: Props["latest"]): boolean {
	return (
		latest !== null &&
		[latest.books, latest.films, latest.photographs].some(({ length }) => length > 0)
	);
}

function hasErrors(state: FormState<Result>, ...names: string[]): boolean {
	if (state?.ok !== false) return false;
	return Object.keys(state.fields).some((field) => names.some((name) => field.startsWith(name)));
}
