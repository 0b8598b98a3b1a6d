"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormAction } from "@/app/define-action";
import { fieldError, problemsOf, typedValue } from "@/app/form-problems";
import { useKeptForm } from "@/app/use-kept-form";
import { ErrorSummary } from "@/components/ui/error-summary";

/** What a control needs of the form: its name, what is wrong with it, and what it begins with. */
export type FieldOf = (
	name: string,
	first?: string,
) => { name: string; id: string; error: string | undefined; defaultValue: string };

type Props<Result> = {
	action: FormAction<Result>;
	/** Values that nobody types. */
	hidden: Readonly<Record<string, string | number>>;
	className?: string;
	/** Begins the ids of the controls, where two forms of one page ask for the same. */
	idPrefix?: string;
	/** The controls; a function where they are to show what is wrong beside each. */
	children: ReactNode | ((fieldOf: FieldOf) => ReactNode);
};

/** A form with its problems above it; what was typed or chosen stays when it is refused. */
export function KeptForm<Result>({
	action,
	hidden,
	className,
	idPrefix = "",
	children,
}: Props<Result>) {
	const errors = useTranslations("errors");
	const { state, form } = useKeptForm(action);
	const fieldOf: FieldOf = (name, first = "") => ({
		name,
		id: `${idPrefix}${name}`,
		error: fieldError(state, name, errors),
		defaultValue: typedValue(state, name) ?? first,
	});
	const problems = problemsOf(state, errors).map(({ field, ...problem }) =>
		field === undefined ? problem : { ...problem, field: `${idPrefix}${field}` },
	);
	return (
		<form {...form} className={className}>
			<ErrorSummary problems={problems} />
			{Object.entries(hidden).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{typeof children === "function" ? children(fieldOf) : children}
		</form>
	);
}
