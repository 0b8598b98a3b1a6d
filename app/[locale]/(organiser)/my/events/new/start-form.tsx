"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useProblems } from "@/components/events/use-problems";
import { RadioGroup } from "@/components/ui/choices";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { startEvent } from "../actions";

type Props = {
	locale: string;
	organisations: readonly { id: string; name: string }[];
	chosen?: string;
	idempotencyKey: string;
};

/** Asks which organisation holds the event, where there are several, and starts its draft. */
export function StartForm({ locale, organisations, chosen, idempotencyKey }: Props) {
	const t = useTranslations("eventForm.start");
	const [state, action] = useActionState(startEvent, null);
	const problems = useProblems(state);
	const preferred = organisations.find(({ id }) => id === chosen) ?? organisations[0];
	return (
		<form action={action} className="flex flex-col gap-8">
			<ErrorSummary problems={problems} />
			<input type="hidden" name="locale" value={locale} />
			<input type="hidden" name="idempotencyKey" value={idempotencyKey} />
			{organisations.length === 1 ? (
				<>
					<input type="hidden" name="organisationId" value={preferred?.id} />
					<p className="text-lg">
						{t.rich("for", { name: () => <bdi className="font-medium">{preferred?.name}</bdi> })}
					</p>
				</>
			) : (
				<RadioGroup
					name="organisationId"
					legend={t("organisation")}
					defaultValue={preferred?.id}
					options={organisations.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
					required
				/>
			)}
			<div className="border-s border-line-strong ps-6">
				<h2 className="font-medium">{t("need")}</h2>
				<ul className="mt-2 flex list-disc flex-col gap-1 ps-5 text-ink-soft">
					<li>{t("need1")}</li>
					<li>{t("need2")}</li>
					<li>{t("need3")}</li>
				</ul>
			</div>
			<div className="flex flex-wrap items-center gap-6">
				<SubmitButton>{t("begin")}</SubmitButton>
				<Link href="/my/organisations/new" className="text-link">
					{t("another")}
				</Link>
			</div>
		</form>
	);
}
