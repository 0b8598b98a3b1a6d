"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { problemsOf } from "@/app/form-problems";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/http/form-state";

type Props<Result> = {
	run: (previous: FormState<Result>, form: FormData) => Promise<FormState<Result>>;
	variant?: "primary" | "secondary" | "danger";
	eventId: string;
	/** The version that the person sees; on another one nothing is done. */
	eventVersion: number;
	locale: string;
	/** What the button says. */
	children: ReactNode;
};

/** One button that does something to an event as it is now. */
export function VersionForm<Result>({
	run,
	variant,
	eventId,
	eventVersion,
	locale,
	children,
}: Props<Result>) {
	const errors = useTranslations("errors");
	const [state, action] = useActionState(run, null);
	return (
		<form action={action} className="flex flex-col gap-4">
			<ErrorSummary problems={problemsOf(state, errors)} />
			<input type="hidden" name="eventId" value={eventId} />
			<input type="hidden" name="eventVersion" value={eventVersion} />
			<input type="hidden" name="locale" value={locale} />
			<div>
				<SubmitButton variant={variant}>{children}</SubmitButton>
			</div>
		</form>
	);
}
