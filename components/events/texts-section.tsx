"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Fieldset } from "@/components/ui/choices";
import { classNames } from "@/components/ui/class-names";
import { TextareaField, TextField } from "@/components/ui/text-fields";
import { newerTexts } from "@/lib/events/text-age";
import { directionOf } from "@/lib/text/languages";
import { AddLanguage } from "./add-language";
import { DescriptionPreview, type Preview } from "./description-preview";
import { useEventForm, useTextProps } from "./form-context";
import { IntentButton } from "./intent-button";
import { TextMarks } from "./text-marks";

/** A language in the reader's words and its own; from the server, since browsers do not know all names. */
export type LanguageChoice = { tag: string; name: string; ownName: string };

/** In which revision each text was changed last, by language, and the one that changes are now stored in. */
export type TextAges = { changedIn: Readonly<Record<string, number>>; editing: number };

type Props = {
	locales: readonly string[];
	onLocales: (locales: string[]) => void;
	languages: readonly LanguageChoice[];
	/** Rendered descriptions as they were saved. */
	previews: Readonly<Record<string, string>>;
	preview: Preview;
	ages: TextAges;
};

/** Title and description, a block for each language: two side by side where there is room. */
export function TextsSection({ locales, onLocales, languages, previews, preview, ages }: Props) {
	const t = useTranslations("eventForm.what");
	const { error } = useEventForm();
	const { newer, touch } = useNewerTexts(locales, ages);
	const languageOf = (locale: string | undefined) => languages.find(({ tag }) => tag === locale);
	return (
		<Fieldset name="texts" legend={t("texts")} hint={t("textsHint")} error={error("texts")}>
			<div className="mt-2 flex flex-col gap-8">
				<div className={classNames("grid gap-x-8 gap-y-8", locales.length > 1 && "xl:grid-cols-2")}>
					{locales.map((locale) => (
						<TextBlock
							key={locale}
							locale={locale}
							language={languageOf(locale)}
							newer={languageOf(newer[locale])?.name ?? newer[locale]}
							onTouch={() => touch(locale)}
							html={previews[locale] ?? ""}
							preview={preview}
							onRemove={
								locales.length > 1
									? () => onLocales(locales.filter((other) => other !== locale))
									: undefined
							}
						/>
					))}
				</div>
				<AddLanguage
					languages={languages.filter(({ tag }) => !locales.includes(tag))}
					onAdd={(tag) => onLocales([...locales, tag])}
				/>
			</div>
		</Fieldset>
	);
}

/** Which texts are older than another, what was typed since the page came included. */
function useNewerTexts(locales: readonly string[], { changedIn, editing }: TextAges) {
	const [touched, setTouched] = useState<readonly string[]>([]);
	const ageOf = (locale: string) =>
		touched.includes(locale) ? editing : (changedIn[locale] ?? editing);
	return {
		newer: newerTexts(locales.map((locale) => ({ locale, changedIn: ageOf(locale) }))),
		touch: (locale: string) =>
			setTouched((before) => (before.includes(locale) ? before : [...before, locale])),
	};
}

function TextBlock({
	locale,
	language,
	newer,
	onTouch,
	html,
	preview,
	onRemove,
}: {
	locale: string;
	language: LanguageChoice | undefined;
	/** Name of the language that was changed after this one. */
	newer: string | undefined;
	onTouch: () => void;
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
			onInput={onTouch}
			className="flex min-w-0 flex-col gap-6 border-s-2 border-line-strong ps-4 sm:ps-6 xl:row-span-4 xl:grid xl:grid-rows-subgrid xl:gap-y-6"
		>
			<div>
				<div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6">
					<h3 className="text-lg font-medium">
						{own}
						{own.toLowerCase() !== name.toLowerCase() && (
							<span className="ms-2 text-base font-normal text-muted">{name}</span>
						)}
					</h3>
					{onRemove && <RemoveLanguage tag={locale} name={name} onRemove={remove} />}
				</div>
				<TextMarks block={block} locale={locale} newer={newer} />
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
		<>
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
		</>
	);
}
