"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { problemsOf } from "@/app/form-problems";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { askForSignIn } from "../actions";

type Props = { locale: string; email: string; returnTo: string };

/** Sends another mail to the same address; its code replaces the earlier one in this browser. */
export function ResendForm({ locale, email, returnTo }: Props) {
	const t = useTranslations("account.check");
	const errors = useTranslations("errors");
	const [state, action] = useActionState(askForSignIn, null);
	return (
		<section aria-labelledby="resend" className="border-t border-line pt-8">
			<h2 id="resend" className="text-lg font-medium">
				{t("notArrived.title")}
			</h2>
			<p className="mt-2 text-ink-soft">{t("notArrived.text")}</p>
			<ErrorSummary problems={problemsOf(state, errors)} />
			<form action={action} className="mt-4 flex flex-wrap items-center gap-4">
				<input type="hidden" name="locale" value={locale} />
				<input type="hidden" name="email" value={email} />
				<input type="hidden" name="returnTo" value={returnTo} />
				<SubmitButton variant="secondary">{t("notArrived.resend")}</SubmitButton>
				<Link href="/sign-in" className="inline-flex min-h-12 items-center text-link">
					{t("notArrived.otherAddress")}
				</Link>
			</form>
		</section>
	);
}
