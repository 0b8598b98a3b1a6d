"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, startTransition, useActionState } from "react";
import type { FormAction } from "@/app/define-action";
import { problemsOf } from "@/app/form-problems";
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
	const [state, send, isPending] = useActionState(action, null);
	return (
		<form
			action={send}
			className={className}
			noValidate
			onSubmit={(event) => {
				// Without this React would empty the form when the action has answered.
				event.preventDefault();
				const submitter = (event.nativeEvent as SubmitEvent).submitter;
				const form = new FormData(event.currentTarget, submitter);
				if (!isPending) startTransition(() => send(form));
			}}
		>
			<ErrorSummary problems={problemsOf(state, errors)} />
			{Object.entries(hidden).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{children}
		</form>
	);
}
