"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { RadioGroup } from "@/components/ui/choices";
import { TextField } from "@/components/ui/text-fields";
import { formatDay, formatWeekday } from "@/lib/time/format";
import { useEventForm, useTextProps } from "./form-context";
import { FormSection } from "./form-section";
import { FIRST_DAY, isPlausibleDay, LAST_DAY } from "./plausible-day";

const TIMINGS = ["timed", "all_day", "to_be_announced"] as const;

/** Day and time, in the clock of the place. */
export function WhenSection({
	onStartDate,
	onEndDate,
}: {
	onStartDate: (date: string) => void;
	onEndDate: (date: string) => void;
}) {
	const t = useTranslations("eventForm.when");
	const form = useEventForm();
	const text = useTextProps();
	return (
		<FormSection name="when" legend={t("legend")}>
			<div className="grid gap-6 sm:grid-cols-2">
				<DateField name="startDate" hint={t("startDateHint")} required onDate={onStartDate} />
				<DateField name="endDate" hint={t("endDateHint")} onDate={onEndDate} />
			</div>
			<div className="group/timing flex flex-col gap-6">
				<RadioGroup
					name="timing"
					legend={t("timing")}
					error={form.error("timing")}
					defaultValue={form.value("timing") || "timed"}
					options={TIMINGS.map((timing) => ({
						value: timing,
						label: t(timing),
						hint: t(`${timing}Hint`),
					}))}
					columns={3}
				/>
				{form.note("timing")}
				{/* Shown by CSS alone, so that it works without script too. */}
				<div className="hidden flex-col gap-6 group-has-[[value=timed]:checked]/timing:flex">
					<div className="grid max-w-96 grid-cols-2 items-end gap-6">
						<TextField
							{...text("startTime")}
							label={t("startTime")}
							type="time"
							required
							className="figures"
						/>
						<TextField {...text("endTime")} label={t("endTime")} type="time" className="figures" />
					</div>
					<WhichOfTwo name="startDisambiguation" time="startTime" legend={t("startWhich")} />
					<WhichOfTwo name="endDisambiguation" time="endTime" legend={t("endWhich")} />
				</div>
			</div>
		</FormSection>
	);
}

/** A date with the day written out beneath: browsers show dates in the order of their own country. */
function DateField({
	name,
	hint,
	required,
	onDate,
}: {
	name: "startDate" | "endDate";
	hint?: ReactNode;
	required?: boolean;
	onDate?: (date: string) => void;
}) {
	const t = useTranslations("eventForm.when");
	const locale = useLocale();
	const text = useTextProps()(name);
	const [date, setDate] = useState(text.defaultValue);
	return (
		<div className="flex flex-col gap-1.5">
			<TextField
				{...text}
				label={t(name)}
				hint={hint}
				type="date"
				min={FIRST_DAY}
				max={LAST_DAY}
				required={required}
				onChange={(event) => {
					setDate(event.currentTarget.value);
					onDate?.(event.currentTarget.value);
				}}
			/>
			{isPlausibleDay(date) && (
				<p className="figures text-sm text-muted">
					{t("local", { weekday: formatWeekday(date, locale), day: formatDay(date, locale) })}
				</p>
			)}
			{required && isPlausibleDay(date) && hasPassed(date) && (
				<p role="status" className="border-s-2 border-warning ps-3 text-sm">
					{t("hasPassed")}
				</p>
			)}
		</div>
	);
}

/** True for a day that is over everywhere on earth: the last zone ends it twelve hours after UTC. */
function hasPassed(date: string): boolean {
	const twelveHoursAgo = new Date(Date.now() - 12 * 3_600_000);
	return date < twelveHoursAgo.toISOString().slice(0, 10);
}

function WhichOfTwo({
	name,
	time,
	legend,
}: {
	name: "startDisambiguation" | "endDisambiguation";
	time: "startTime" | "endTime";
	legend: string;
}) {
	const t = useTranslations("eventForm.when");
	const { value, errorKey } = useEventForm();
	if (value(name) === "" && errorKey(time) !== "schedule.ambiguousTime") return null;
	return (
		<RadioGroup
			name={name}
			legend={legend}
			defaultValue={value(name)}
			options={[
				{ value: "earlier", label: t("earlier") },
				{ value: "later", label: t("later") },
			]}
			columns={2}
		/>
	);
}
