"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormAction } from "@/app/define-action";
import { problemsOf } from "@/app/form-problems";
import { useKeptForm } from "@/app/use-kept-form";
import { ErrorSummary } from "@/components/ui/error-summary";

type Props<Result> = {
	action: FormAction<Result>;
	/** Values that nobody types. */
	hidden: Record<string, string>;
	className?: string;
	children: ReactNode;
};

/** A form of the import with its problems above it; what was chosen stays when it is refused. */
export function ImportForm<Result>({ action, hidden, className, children }: Props<Result>) {
	const errors = useTranslations("errors");
	const { state, form } = useKeptForm(action);
	return (
		<form {...form} className={className}>
			<ErrorSummary problems={problemsOf(state, errors)} />
			{Object.entries(hidden).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{children}
		</form>
	);
}
