"use client";

import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { TextareaField } from "@/components/ui/text-fields";

/** What was decided last, in words. */
export type Decided = { what: string; by: string; at: string };

type Props = {
	/** Null where no decision stands: its organiser took the submission back. */
	decided: Decided | null;
	/** Of the present state, without language; absent where the page shows it already. */
	path?: string;
	/** What the reviewer typed, to copy; absent where it stands in a form. */
	reason?: string;
};

/** Somebody else was first: who and what, and what the reviewer has written. */
export function TooLate({ decided, path, reason }: Props) {
	const locale = useLocale();
	const t = useTranslations("review.decision");
	return (
		<Notice tone="warning" live title={t("tooLate")}>
			{decided ? (
				<>
					<p>{decided.what}</p>
					<p className="figures text-sm wrap-anywhere">
						<bdi className="block">{decided.by}</bdi>
						<bdi className="block">{decided.at}</bdi>
					</p>
					<p className="mt-2">{t("notSaved")}</p>
				</>
			) : (
				<p>{t("tooLateText")}</p>
			)}
			{reason && (
				<TextareaField
					name="kept"
					label={t("kept")}
					defaultValue={reason}
					dir="auto"
					readOnly
					plain
					rows={5}
					className="mt-4"
				/>
			)}
			{path && (
				// A plain link, so that the page is read anew.
				<p className="mt-3">
					<a href={`/${locale}${path}`}>{t("reload")}</a>
				</p>
			)}
		</Notice>
	);
}
