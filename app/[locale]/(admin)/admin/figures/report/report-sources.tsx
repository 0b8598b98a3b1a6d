import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { seasonPath } from "@/lib/calendar/paths";
import { env } from "@/lib/env";

/** Where the events of the report come from. */
export function ReportSources({ season, locale }: { season: number; locale: string }) {
	const t = useTranslations("figures.report.sources");
	const address = `${env().APP_URL}/${locale}${seasonPath(season)}`;
	return (
		<DefinitionList
			items={[
				{
					key: "events",
					term: t("term"),
					details: <span className="wrap-anywhere">{t("text", { address })}</span>,
				},
			]}
		/>
	);
}
