"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Fieldset } from "@/components/ui/choices";
import { TextField } from "@/components/ui/text-fields";
import { WEEKDAYS, weekdayName } from "@/lib/calendar/opening-hours";
import { useEventForm, useTextProps } from "./form-context";
import { FormSection } from "./form-section";
import { IntentButton } from "./intent-button";
import { useFocusAfter } from "./use-focus-after";
import { type Row, useRows } from "./use-rows";

const NAME = "openingHours";
const MAX_DATES = 20;

/** Opening hours by weekday, and the dates that differ: for events of several days. */
export function HoursSection({ hasSeveralDays }: { hasSeveralDays: boolean }) {
	const t = useTranslations("eventForm.hours");
	const { error, note } = useEventForm();
	const conflict = note(NAME);
	return (
		// Without script nobody knows how many days were typed.
		<div className={hasSeveralDays || conflict ? undefined : "[@media(scripting:enabled)]:hidden"}>
			<FormSection name={NAME} legend={t("legend")} hint={t("hint")} error={error(NAME)}>
				{conflict}
				<div className="flex flex-col gap-4">
					{WEEKDAYS.map((weekday) => (
						<Weekday key={weekday} weekday={weekday} />
					))}
				</div>
				<Dates />
			</FormSection>
		</div>
	);
}

function Weekday({ weekday }: { weekday: number }) {
	const t = useTranslations("eventForm.hours");
	const locale = useLocale();
	const text = useTextProps();
	const { isEnhanced, changed } = useEventForm();
	const name = `openingHours.week.${weekday}`;
	return (
		<Fieldset
			name={name}
			legend={<span className="block first-letter:uppercase">{weekdayName(weekday, locale)}</span>}
		>
			<div className="flex flex-wrap items-end gap-x-6 gap-y-2">
				<Times name={name} props={text} />
				{isEnhanced && weekday === 1 && (
					<Button
						variant="quiet"
						className="text-sm"
						onClick={() => {
							copyMonday();
							changed("openingHours");
						}}
					>
						{t("copy")}
					</Button>
				)}
			</div>
		</Fieldset>
	);
}

function Times({ name, props }: { name: string; props: ReturnType<typeof useTextProps> }) {
	const t = useTranslations("eventForm.hours");
	return (
		<div className="grid w-full max-w-80 grid-cols-2 items-end gap-x-6">
			{(["opens", "closes"] as const).map((part) => (
				<TextField
					key={part}
					{...props(`${name}.${part}`)}
					label={t(part)}
					type="time"
					plain
					className="figures"
				/>
			))}
		</div>
	);
}

/** The inputs are the browser's own, so they are written to as a person would. */
function copyMonday(): void {
	for (const part of ["opens", "closes"]) {
		const inputs = WEEKDAYS.map((weekday) =>
			document.getElementById(`openingHours.week.${weekday}.${part}`),
		);
		const [monday, ...others] = inputs;
		for (const input of others) {
			if (!(input instanceof HTMLInputElement) || !(monday instanceof HTMLInputElement)) continue;
			input.value = monday.value;
		}
	}
}

function Dates() {
	const t = useTranslations("eventForm.hours");
	const { rows, add, remove } = useRows("openingHours.dates");
	const focusNext = useFocusAfter(rows);
	return (
		<Fieldset name="openingHours.dates" legend={t("dates")} hint={t("datesHint")}>
			{rows.map((row, position) => (
				<OneDate
					key={row.key}
					row={row}
					position={position}
					onRemove={() => {
						focusNext("openingHours.dates");
						remove(row);
					}}
				/>
			))}
			{rows.length < MAX_DATES && (
				<IntentButton
					intent="add_date"
					variant="secondary"
					className="self-start"
					onIntent={() => {
						focusNext(`openingHours.dates.${rows.length}.date`);
						add();
					}}
				>
					{t("addDate")}
				</IntentButton>
			)}
		</Fieldset>
	);
}

function OneDate({
	row: { first },
	position,
	onRemove,
}: {
	row: Row;
	position: number;
	onRemove: () => void;
}) {
	const t = useTranslations("eventForm.hours");
	const { value, error } = useEventForm();
	const name = `openingHours.dates.${position}`;
	const props = (named: string) => ({
		name: named,
		defaultValue: first === null ? "" : value(named.replace(/\.\d+\./, `.${first}.`)),
		error: error(named),
		note: null,
	});
	return (
		<div className="flex flex-wrap items-end gap-x-6 gap-y-4 border-s-2 border-line-strong ps-4">
			<TextField {...props(`${name}.date`)} label={t("date")} type="date" plain />
			<Times name={name} props={props} />
			<IntentButton
				intent={`remove_date.${position}`}
				variant="quiet"
				className="text-sm"
				onIntent={onRemove}
			>
				{t("removeDate", { number: position + 1 })}
			</IntentButton>
		</div>
	);
}
