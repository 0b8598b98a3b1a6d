import { useLocale, useTranslations } from "next-intl";
import { hostOf } from "@/lib/text/host-of";
import { formatPartialDate } from "@/lib/time/format";
import { SOURCES } from "./sources";

/** The sources under their numbers, each with its publisher, date and address. */
export function SourceList() {
	const t = useTranslations("about");
	const locale = useLocale();
	const comma = locale === "ar" ? "، " : ", ";
	return (
		<>
			<h2 id="sources">{t("sourcesTitle")}</h2>
			<ol className="text-sm">
				{SOURCES.map(({ id, title, publisher, date, url, language }) => (
					<li key={id} id={`source-${id}`} className="ps-1 target:bg-sunken">
						<cite className="not-italic">
							<bdi lang={language}>{title}</bdi>
						</cite>
						{comma}
						<bdi>{publisher}</bdi>
						{comma}
						{formatPartialDate(date, locale)}
						{comma}
						<a href={url} rel="noopener" hrefLang={language} className="text-link wrap-anywhere">
							<bdi>{hostOf(url)}</bdi>
						</a>
					</li>
				))}
			</ol>
		</>
	);
}
