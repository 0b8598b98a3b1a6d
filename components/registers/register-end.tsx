import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = {
	/** Of the page, for paper. */
	url: string;
	/** Address of the same register as JSON. */
	data: string;
	children?: ReactNode;
};

/** What stands under a register: its limits, its language, and the same as data. */
export function RegisterEnd({ url, data, children }: Props) {
	const t = useTranslations("registers");
	const locale = useLocale();
	return (
		<div className="mt-14 flex max-w-narrow flex-col gap-2 border-t border-line pt-5 text-sm text-muted">
			{children}
			{locale !== "en" && <p>{t("englishTexts")}</p>}
			<p className="print:hidden">
				<a href={data} className="inline-flex min-h-11 items-center text-link">
					{t("asData")}
				</a>
			</p>
			<p className="hidden print:block">{t("printedFrom", { url })}</p>
		</div>
	);
}
