"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/text-fields";
import { useEventForm } from "./form-context";

/** The events that this one may be part of, and those that are part of it. */
export type Belonging = {
	wholes: readonly { id: string; label: string }[];
	parts: readonly { id: string; label: string }[];
};

const NAME = "superEventId";

/** Of which event this one is a part; where others are part of it, only which. */
export function PartOfField({ wholes, parts }: Belonging) {
	const t = useTranslations("eventForm.partOf");
	const { value, error, note } = useEventForm();
	if (wholes.length > 0 && (parts.length === 0 || value(NAME) !== ""))
		return (
			<SelectField
				name={NAME}
				label={t("label")}
				hint={t("hint")}
				error={error(NAME)}
				note={note(NAME)}
				defaultValue={value(NAME)}
				options={[
					{ value: "", label: t("none") },
					...wholes.map(({ id, label }) => ({ value: id, label })),
				]}
			/>
		);
	return (
		<>
			{/* Keeps what a colleague chooses meanwhile. */}
			<input type="hidden" name={NAME} defaultValue={value(NAME)} />
			{parts.length > 0 && (
				<div>
					<p className="font-medium">{t("parts")}</p>
					<ul className="mt-1 list-disc ps-5">
						{parts.map(({ id, label }) => (
							<li key={id}>
								<bdi>{label}</bdi>
							</li>
						))}
					</ul>
				</div>
			)}
		</>
	);
}
