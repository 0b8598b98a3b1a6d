"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/choices";
import { InlineRadios } from "@/components/ui/inline-radios";
import { TextField } from "@/components/ui/text-fields";
import { completeAddress } from "./complete-address";
import { CoordinatesFields, type PinChoices } from "./coordinates-fields";
import { useEventForm, useTextProps } from "./form-context";
import { FormSection } from "./form-section";
import { type PlaceChoices, PlaceFields } from "./place-fields";

type Props = PlaceChoices & {
	attendanceModes: readonly string[];
	date: string;
	pin: PinChoices;
};

/** The place, or the link, or both. */
export function WhereSection({ attendanceModes, date, pin, ...choices }: Props) {
	const t = useTranslations("eventForm.where");
	const modes = useTranslations("attendanceMode");
	const form = useEventForm();
	const text = useTextProps();
	return (
		<FormSection name="where" legend={t("legend")}>
			<div className="group/mode flex flex-col gap-8">
				<RadioGroup
					name="attendanceMode"
					legend={t("attendance")}
					error={form.error("attendanceMode")}
					defaultValue={form.value("attendanceMode") || "in_person"}
					options={attendanceModes.map((mode) => ({
						value: mode,
						label: modes(mode),
						hint: t(`${mode}Hint`),
					}))}
					columns={3}
				/>
				{form.note("attendanceMode")}
				<PlaceFields {...choices} date={date} />
				{/* What does not fit the chosen mode is hidden by CSS alone, so that it works without script too. */}
				<div className="flex flex-col gap-6 group-has-[[value=online]:checked]/mode:hidden">
					<VenueFields pin={pin} />
				</div>
				<div className="hidden group-has-[[value=mixed]:checked]/mode:block group-has-[[value=online]:checked]/mode:block">
					<TextField
						{...text("onlineUrl")}
						label={t("onlineUrl")}
						hint={t("onlineUrlHint")}
						type="url"
						onBlur={completeAddress}
						dir="ltr"
						placeholder="https://"
						maxLength={500}
					/>
				</div>
				<AccessFields />
			</div>
		</FormSection>
	);
}

/** What decides for many whether they can come; nobody has to say it. */
function AccessFields() {
	const t = useTranslations("eventForm.where");
	const { value, error, note } = useEventForm();
	const question = (name: "isFree" | "isWheelchairAccessible") => (
		<div>
			<InlineRadios
				name={name}
				legend={t(name)}
				error={error(name)}
				defaultValue={value(name)}
				options={["yes", "no", ""].map((answer) => ({
					value: answer,
					label: t(answer === "" ? "notStated" : answer),
				}))}
			/>
			{note(name)}
		</div>
	);
	return (
		<div className="flex flex-col gap-6">
			{question("isFree")}
			<div className="group-has-[[value=online]:checked]/mode:hidden">
				{question("isWheelchairAccessible")}
			</div>
		</div>
	);
}

function VenueFields({ pin }: { pin: PinChoices }) {
	const t = useTranslations("eventForm.where");
	const text = useTextProps();
	return (
		<>
			<TextField
				{...text("venueName")}
				label={t("venueName")}
				hint={t("venueHint")}
				maxLength={160}
			/>
			<TextField
				{...text("address")}
				label={t("address")}
				hint={t("addressHint")}
				maxLength={300}
			/>
			<CoordinatesFields pin={pin} />
		</>
	);
}
