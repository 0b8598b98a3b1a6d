"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { OpenConflict } from "./conflict-note";

/** Fields beside which the form shows their conflicts; any other is shown above the form. */
const PLACED =
	/^(type|attendanceMode|timing|(start|end)(Date|Time)|cityName|venueName|address|lat|onlineUrl|is(Free|WheelchairAccessible)|superEventId|programme|openingHours|contact(Name|Email|Phone|Url)|pictures|texts\.[^.]+\.(title|description))$/;

type Props = {
	conflicts: readonly OpenConflict[];
	labelOf: (field: string) => string;
	noteOf: (field: string) => ReactNode;
};

/** Above the form: which answers two people have changed, each with the way there. */
export function ConflictNotice({ conflicts, labelOf, noteOf }: Props) {
	const t = useTranslations("eventForm.together");
	if (conflicts.length === 0) return null;
	return (
		<Notice tone="warning" title={t("title", { count: conflicts.length })}>
			<p>{t("text")}</p>
			<ul className="mt-2 flex flex-col gap-1">
				{conflicts.map(({ field }) => (
					<li key={field}>
						<a href={`#${field}-conflict`} className="inline-block py-1 text-link">
							{labelOf(field)}
						</a>
						{!PLACED.test(field) && noteOf(field)}
					</li>
				))}
			</ul>
		</Notice>
	);
}

/** Beside whether the form is saved: that there is something to decide, else who else is here. */
export function TogetherLine({
	conflicts,
	isAnotherHere,
	hasTaken,
}: {
	conflicts: readonly OpenConflict[];
	isAnotherHere: boolean;
	hasTaken: boolean;
}) {
	const t = useTranslations("eventForm.together");
	const [first] = conflicts;
	return (
		<div role="status" className="empty:hidden">
			{first ? (
				<p className="border-s-2 border-warning bg-paper py-2 ps-3 text-sm font-medium">
					<a href={`#${first.field}-conflict`} className="text-link">
						{t("title", { count: conflicts.length })}
					</a>
				</p>
			) : (
				(isAnotherHere || hasTaken) && (
					<p className="bg-paper py-2 text-sm text-muted">
						{[isAnotherHere && t("anotherHere"), hasTaken && t("taken")].filter(Boolean).join(" ")}
					</p>
				)
			)}
		</div>
	);
}
