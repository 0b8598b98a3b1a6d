"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { problemsOf } from "@/app/form-problems";
import { ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { approveChosen } from "./actions";

type Props = {
	locale: string;
	idempotencyKey: string;
	/** `id.version` of each that can be approved. */
	values: readonly string[];
	/** By id, to say what became of each. */
	titles: Readonly<Record<string, string>>;
	/** Where the second factor is proven once more. */
	again: string;
	/** What is chosen, to be read before; what became of it takes its place. */
	children: ReactNode;
};

/** Approves what is chosen, and then says what became of each. */
export function BulkForm({ locale, idempotencyKey, values, titles, again, children }: Props) {
	const t = useTranslations("review.bulk");
	const errors = useTranslations("errors");
	const [state, action] = useActionState(approveChosen, null);
	if (state?.ok) {
		const { results } = state.data;
		const approved = results.filter(({ outcome }) => outcome === "approved").length;
		return (
			<div className="flex flex-col gap-6">
				<Notice
					live
					tone={approved === results.length ? "success" : "warning"}
					title={t("done", { approved, all: results.length })}
				>
					<ul className="mt-2 flex flex-col gap-2">
						{results.map(({ eventId, outcome }) => (
							<li key={eventId}>
								<Link href={`/review/${eventId}`} className="text-link">
									<bdi>{titles[eventId] ?? eventId}</bdi>
								</Link>
								<span className="block text-sm">{t(`outcome.${outcome}`)}</span>
							</li>
						))}
					</ul>
				</Notice>
				<div>
					<ButtonLink href="/review">{t("back")}</ButtonLink>
				</div>
			</div>
		);
	}
	return (
		<form action={action} className="flex flex-col gap-6">
			<ErrorSummary problems={problemsOf(state, errors)} />
			{state?.ok === false && state.code === "proof_needed" && (
				<div>
					<ButtonLink href={again} variant="secondary">
						{t("again")}
					</ButtonLink>
				</div>
			)}
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="idempotencyKey" value={idempotencyKey} />
			{values.map((value) => (
				<input key={value} type="hidden" name="e" value={value} />
			))}
			<div className="flex flex-wrap gap-3">
				{values.length > 0 && <SubmitButton>{t("approve", { count: values.length })}</SubmitButton>}
				<ButtonLink href="/review" variant="quiet">
					{t("back")}
				</ButtonLink>
			</div>
			{children}
		</form>
	);
}
