"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

export type FormProblem = {
	/** Name of the field, which is the id of its control; absent for a problem of the whole form. */
	field?: string;
	/** A translated sentence. */
	message: string;
};

type Props = { title?: string; problems: readonly FormProblem[] };

/** Lists what is wrong with a form, takes the focus and leads to each field; nothing when nothing is. */
export function ErrorSummary({ title, problems }: Props) {
	const t = useTranslations("ui.errorSummary");
	const box = useRef<HTMLDivElement>(null);
	const [names, setNames] = useState<Readonly<Record<string, string>>>({});
	const count = problems.length;
	// The list is a new array each time the form was sent, so the focus returns here each time.
	useEffect(() => {
		if (problems.length === 0) return;
		setNames(namesOfAlike(problems));
		box.current?.focus();
	}, [problems]);
	if (count === 0) return null;
	return (
		<div
			ref={box}
			role="alert"
			tabIndex={-1}
			className="rounded-sm border border-rule border-s-4 bg-accent-soft p-5"
		>
			<h2 className="text-lg font-medium">{title ?? t("title", { count })}</h2>
			<ul className="mt-2 flex flex-col gap-1">
				{problems.map(({ field, message }) => (
					<li key={`${field}:${message}`}>
						{field ? (
							<a href={`#${field}`} className="inline-block py-1 text-link">
								{names[field] ? t("named", { field: names[field], problem: message }) : message}
							</a>
						) : (
							message
						)}
					</li>
				))}
			</ul>
		</div>
	);
}

/** What the page calls the fields of which the same sentence is said, by field; it would not tell one from another. */
function namesOfAlike(problems: readonly FormProblem[]): Record<string, string> {
	const names: Record<string, string> = {};
	for (const { field, message } of problems) {
		const isAlone = problems.filter((other) => other.message === message).length === 1;
		if (field === undefined || isAlone) continue;
		const label = document.querySelector(
			`label[for="${CSS.escape(field)}"], #${CSS.escape(field)} > legend`,
		);
		const name = label?.firstChild?.textContent?.trim();
		if (name) names[field] = name;
	}
	return names;
}
