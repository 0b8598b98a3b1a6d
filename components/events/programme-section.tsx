"use client";

import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { TextareaField, TextField } from "@/components/ui/text-fields";
import { directionOf } from "@/lib/text/languages";
import { useEventForm } from "./form-context";
import { FormSection } from "./form-section";
import { IntentButton } from "./intent-button";
import { useFocusAfter } from "./use-focus-after";
import { type Row, useRows } from "./use-rows";

type Props = {
	locales: readonly string[];
	languageName: (tag: string) => string;
	hasSeveralDays: boolean;
};

const MAX_ITEMS = 30;

/** The parts of an event, each with its time, a title in each language of the texts, and who speaks. */
export function ProgrammeSection(props: Props) {
	const t = useTranslations("eventForm.programme");
	const { error, note } = useEventForm();
	const { rows, add, remove } = useRows("programme");
	const focusNext = useFocusAfter(rows);
	return (
		<FormSection name="programme" legend={t("legend")} hint={t("hint")} error={error("programme")}>
			{note("programme")}
			{rows.length > 0 && (
				<ol className="flex flex-col gap-8">
					{rows.map((row, position) => (
						<Item
							key={row.key}
							row={row}
							position={position}
							onRemove={() => {
								focusNext("programme");
								remove(row);
							}}
							{...props}
						/>
					))}
				</ol>
			)}
			{rows.length < MAX_ITEMS && (
				<IntentButton
					intent="add_item"
					variant="secondary"
					className="self-start"
					onIntent={() => {
						focusNext(`programme.${rows.length}.startTime`);
						add();
					}}
				>
					{t("add")}
				</IntentButton>
			)}
		</FormSection>
	);
}

function Item({
	row,
	position,
	onRemove,
	locales,
	languageName,
	hasSeveralDays,
}: Props & { row: Row; position: number; onRemove: () => void }) {
	const t = useTranslations("eventForm.programme");
	const input = useItemProps(row, position);
	const number = position + 1;
	return (
		<li className="border-s-2 border-line-strong ps-4 sm:ps-6">
			<div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6">
				<h3 className="text-lg font-medium">{t("item", { number })}</h3>
				<IntentButton
					intent={`remove_item.${position}`}
					variant="quiet"
					className="text-sm"
					onIntent={onRemove}
				>
					{t("remove", { number })}
				</IntentButton>
			</div>
			<div className="mt-2 flex flex-col gap-6">
				<div className="grid max-w-96 grid-cols-2 items-end gap-6">
					{/* One day needs no number; without script nobody knows how many there are. */}
					<TextField
						{...input("day")}
						label={t("day")}
						type="number"
						min={1}
						max={120}
						plain
						className={classNames(
							"figures col-span-2 max-w-44",
							!hasSeveralDays && "[@media(scripting:enabled)]:hidden",
						)}
					/>
					<TextField
						{...input("startTime")}
						label={t("begins")}
						type="time"
						required
						className="figures"
					/>
					<TextField {...input("endTime")} label={t("ends")} type="time" className="figures" />
				</div>
				{locales.map((locale) => (
					<TextField
						key={locale}
						{...input(`titles.${locale}`)}
						label={
							locales.length > 1 ? t("titleIn", { language: languageName(locale) }) : t("title")
						}
						lang={locale}
						dir={directionOf(locale)}
						maxLength={160}
						plain
					/>
				))}
				<TextareaField
					{...input("speakers")}
					label={t("speakers")}
					hint={t("speakersHint")}
					dir="auto"
					rows={2}
					maxLength={4_000}
				/>
			</div>
		</li>
	);
}

/** The props of an item's inputs: named by where it stands, filled from where it stood at first. */
function useItemProps({ first }: Row, position: number) {
	const { value, error, note } = useEventForm();
	return (part: string) => {
		const name = `programme.${position}.${part}`;
		const typed = first === null ? "" : value(`programme.${first}.${part}`);
		return {
			name,
			defaultValue: typed || (part === "day" ? "1" : ""),
			error: error(name),
			note: first !== null && note(`programme.${first}.${part}`),
		};
	};
}
