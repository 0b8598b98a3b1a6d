"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { problemsOf } from "@/app/form-problems";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { repeat } from "../../actions";

/** The one button that begins the event of the coming season; pressed twice it begins one. */
export function RepeatForm({
	eventId,
	locale,
	idempotencyKey,
	children,
}: {
	eventId: string;
	locale: string;
	idempotencyKey: string;
	/** What the button says. */
	children: ReactNode;
}) {
	const errors = useTranslations("errors");
	const [state, action] = useActionState(repeat, null);
	return (
		<form action={action} className="flex flex-col gap-4">
			<ErrorSummary problems={problemsOf(state, errors)} />
			<input type="hidden" name="eventId" value={eventId} />
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="idempotencyKey" value={idempotencyKey} />
			<div>
				<SubmitButton>{children}</SubmitButton>
			</div>
		</form>
	);
}
