"use client";

import { useTranslations } from "next-intl";
import { VisuallyHidden } from "@/components/ui/text";
import { SelectField, TextField } from "@/components/ui/text-fields";
import { LICENCES, licenceKey } from "@/lib/media/licences";
import { directionOf } from "@/lib/text/languages";
import { useEventForm } from "./form-context";
import { IntentButton } from "./intent-button";
import { PictureFocus } from "./picture-focus";
import type { Row } from "./use-rows";

type Props = {
	row: Row;
	position: number;
	/** How many pictures there are. */
	count: number;
	locales: readonly string[];
	languageName: (tag: string) => string;
	onMove: (by: 1 | -1) => void;
	onRemove: () => void;
};

/** One picture of the form: what can be seen, who took it, what others may do with it, and its place among the others. */
export function PictureItem({ row, position, count, onMove, onRemove, ...texts }: Props) {
	const t = useTranslations("eventForm.pictures");
	const input = usePictureInput(row, position);
	const number = position + 1;
	const id = input("id").defaultValue;
	const which = <VisuallyHidden>{t("item", { number })}</VisuallyHidden>;
	return (
		<li
			id={`pictures.${position}`}
			tabIndex={-1}
			className="border-s-2 border-line-strong ps-4 sm:ps-6"
		>
			<h3 className="text-lg font-medium">{t("item", { number })}</h3>
			{position === 0 && count > 1 && <p className="text-sm text-muted">{t("leading")}</p>}
			<input type="hidden" name={`pictures.${position}.id`} value={id} />
			{/* biome-ignore lint/performance/noImgElement: pictures are resized at upload, the optimiser is off */}
			<img
				src={`/media/${id}/480`}
				alt={t("item", { number })}
				className="mt-3 max-h-60 max-w-full rounded-sm border border-line"
			/>
			<div className="flex flex-wrap gap-x-6 text-sm">
				{position > 0 && (
					<IntentButton
						intent={`picture_up.${position}`}
						variant="quiet"
						onIntent={() => onMove(-1)}
					>
						<span>
							{t("up")} {which}
						</span>
					</IntentButton>
				)}
				{number < count && (
					<IntentButton
						intent={`picture_down.${position}`}
						variant="quiet"
						onIntent={() => onMove(1)}
					>
						<span>
							{t("down")} {which}
						</span>
					</IntentButton>
				)}
				<IntentButton intent={`remove_picture.${position}`} variant="quiet" onIntent={onRemove}>
					<span>
						{t("remove")} {which}
					</span>
				</IntentButton>
			</div>
			<PictureWords input={input} {...texts} />
			<div className="mt-6">
				<PictureFocus id={id} number={number} input={input} />
			</div>
		</li>
	);
}

function PictureWords({
	input,
	locales,
	languageName,
}: Pick<Props, "locales" | "languageName"> & { input: ReturnType<typeof usePictureInput> }) {
	const t = useTranslations("eventForm.pictures");
	const licences = useTranslations("licence");
	return (
		<div className="mt-4 flex flex-col gap-6">
			{locales.map((locale, index) => (
				<TextField
					key={locale}
					{...input(`alt.${locale}`)}
					label={locales.length > 1 ? t("altIn", { language: languageName(locale) }) : t("alt")}
					hint={index === 0 && t("altHint")}
					lang={locale}
					dir={directionOf(locale)}
					maxLength={300}
					required
				/>
			))}
			<TextField {...input("credit")} label={t("credit")} dir="auto" maxLength={200} required />
			<SelectField
				{...input("licence")}
				label={t("licence")}
				hint={t("licenceHint")}
				required
				options={[
					{ value: "", label: t("licenceChoose") },
					...LICENCES.map((licence) => ({ value: licence, label: licences(licenceKey(licence)) })),
				]}
			/>
		</div>
	);
}

/** The props of a picture's inputs: named by where it stands, filled from where it stood at first. */
function usePictureInput({ first, added }: Row, position: number) {
	const { value, error, note } = useEventForm();
	return (part: string) => ({
		name: `pictures.${position}.${part}`,
		defaultValue: first === null ? (added?.[part] ?? "") : value(`pictures.${first}.${part}`),
		error: error(`pictures.${position}.${part}`),
		note: first !== null && note(`pictures.${first}.${part}`),
	});
}
