"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/app/define-action";
import { KeptForm } from "@/app/kept-form";
import { Disclosure } from "@/components/ui/disclosure";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-fields";

type Props<Result> = {
	action: FormAction<Result>;
	hidden: Readonly<Record<string, string | number>>;
	/** What becomes of it, in words. */
	text: "text" | "textPublic" | "textPublicRecap";
};

/** Takes a decision back, with the reason that its organiser reads. */
export function ReopenForm<Result>({ action, hidden, text }: Props<Result>) {
	const t = useTranslations("review.reopen");
	return (
		<Disclosure summary={t("title")}>
			<p className="mb-4">{t(text)}</p>
			<KeptForm
				action={action}
				hidden={hidden}
				idPrefix="reopen-"
				className="flex flex-col gap-4 pb-4"
			>
				{(fieldOf) => (
					<>
						<TextareaField
							{...fieldOf("reason")}
							label={t("reason")}
							dir="auto"
							rows={3}
							maxLength={2000}
							required
						/>
						<div>
							<SubmitButton variant="secondary">{t("send")}</SubmitButton>
						</div>
					</>
				)}
			</KeptForm>
		</Disclosure>
	);
}
