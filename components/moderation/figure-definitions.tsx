import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";

export const FIGURE_DEFINITIONS = [
	"submission",
	"season",
	"decision",
	"time",
	"byTrust",
	"organisations",
	"attendance",
	"leftOut",
] as const;

/** What each figure counts. */
export function FigureDefinitions({
	only = FIGURE_DEFINITIONS,
}: {
	only?: readonly (typeof FIGURE_DEFINITIONS)[number][];
}) {
	const t = useTranslations("figures");
	return (
		<section aria-labelledby="definitions">
			<h2 id="definitions" className="mb-6 text-2xl">
				{t("definitions.title")}
			</h2>
			<DefinitionList
				items={only.map((key) => ({
					key,
					term: t(`definitions.${key}.term`),
					details: t(`definitions.${key}.text`),
				}))}
			/>
		</section>
	);
}
