"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Fieldset } from "@/components/ui/choices";
import { TextareaField, TextField } from "@/components/ui/text-fields";
import { directionOf } from "@/lib/text/languages";
import { AddLanguage } from "./add-language";
import { DescriptionPreview, type Preview } from "./description-preview";
import { useEventForm, useTextProps } from "./form-context";
import { IntentButton } from "./intent-button";

/** A language in the reader's words and its own; from the server, since browsers do not know all names. */
export type LanguageChoice = { tag: string; name: string; ownName: string };

type Props = {
	locales: readonly string[];
	onLocales: (locales: string[]) => void;
	languages: readonly LanguageChoice[];
	/** Rendered descriptions as they were saved. */
	previews: Readonly<Record<string, string>>;
	preview: Preview;
};

/** Title and description, a block for each language. */
export function TextsSection({ locales, onLocales, languages, previews, preview }: Props) {
	const t = useTranslations("eventForm.what");
	const { error } = useEventForm();
	return (
		<Fieldset name="texts" legend={t("texts")} hint={t("textsHint")} error={error("texts")}>
			<div className="mt-2 flex flex-col gap-8">
				{locales.map((locale) => (
					<TextBlock
						key={locale}
						locale={locale}
						language={languages.find(({ tag }) => tag === locale)}
						html={previews[locale] ?? ""}
						preview={preview}
						onRemove={
							locales.length > 1
								? () => onLocales(locales.filter((other) => other !== locale))
								: undefined
						}
					/>
				))}
				<AddLanguage
					languages={languages.filter(({ tag }) => !locales.includes(tag))}
					onAdd={(tag) => onLocales([...locales, tag])}
				/>
			</div>
		</Fieldset>
	);
}

function TextBlock({
	locale,
	language,
	html,
	preview,
	onRemove,
}: {
	locale: string;
	language: LanguageChoice | undefined;
	html: string;
	preview: Preview;
	onRemove?: () => void;
}) {
	const t = useTranslations("eventForm.what");
	const block = useRef<HTMLDivElement>(null);
	const { name, ownName: own } = language ?? { name: locale, ownName: locale };

	function remove() {
		const fields = [
			...(block.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
				"input, textarea",
			) ?? []),
		];
		const isWritten = fields.some((field) => field.value.trim() !== "");
		if (!isWritten || window.confirm(t("removeConfirm"))) onRemove?.();
	}

	return (
		<div
			ref={block}
			id={`texts.${locale}`}
			tabIndex={-1}
			className="border-s-2 border-line-strong ps-4 sm:ps-6"
		>
			<div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6">
				<h3 className="text-lg font-medium">
					{own}
					{own.toLowerCase() !== name.toLowerCase() && (
						<span className="ms-2 text-base font-normal text-muted">{name}</span>
					)}
				</h3>
				{onRemove && <RemoveLanguage tag={locale} name={name} onRemove={remove} />}
			</div>
			<TextFields locale={locale} html={html} preview={preview} />
		</div>
	);
}

/** Works without script too, by the form itself. */
function RemoveLanguage({
	tag,
	name,
	onRemove,
}: {
	tag: string;
	name: string;
	onRemove: () => void;
}) {
	const t = useTranslations("eventForm.what");
	return (
		<IntentButton
			intent={`remove_language.${tag}`}
			variant="quiet"
			className="text-sm"
			onIntent={onRemove}
		>
			{t("remove", { language: name })}
		</IntentButton>
	);
}

function TextFields({ locale, html, preview }: { locale: string; html: string; preview: Preview }) {
	const t = useTranslations("eventForm.what");
	const text = useTextProps();
	const written = { lang: locale, dir: directionOf(locale) };
	return (
		<div className="mt-2 flex flex-col gap-6">
			<TextField
				{...text(`texts.${locale}.title`)}
				{...written}
				label={t("title")}
				required
				maxLength={160}
			/>
			<TextareaField
				{...text(`texts.${locale}.description`)}
				{...written}
				label={t("description")}
				hint={t("descriptionHint")}
				rows={8}
				maxLength={20_000}
			/>
			<DescriptionPreview
				field={`texts.${locale}.description`}
				locale={locale}
				html={html}
				preview={preview}
			/>
		</div>
	);
}
