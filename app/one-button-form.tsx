"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { problemsOf } from "@/app/form-problems";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/http/form-state";

type Props<Result> = {
	run: (previous: FormState<Result>, form: FormData) => Promise<FormState<Result>>;
	variant?: "primary" | "secondary" | "quiet" | "danger";
	/** What is sent, by name. */
	values: Readonly<Record<string, string | number>>;
	/** What the button says. */
	children: ReactNode;
};

/** One button that sends what the page knows; refusals appear above it. */
export function OneButtonForm<Result>({ run, variant, values, children }: Props<Result>) {
	const errors = useTranslations("errors");
	const [state, action] = useActionState(run, null);
	return (
		<form action={action} className="flex flex-col gap-4">
			<ErrorSummary problems={problemsOf(state, errors)} />
			{Object.entries(values).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			<div>
				<SubmitButton variant={variant}>{children}</SubmitButton>
			</div>
		</form>
	);
}
