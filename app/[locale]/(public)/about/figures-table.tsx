import { useLocale, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { formatPartialDate } from "@/lib/time/format";
import { FIGURES, type Figure } from "./figures";
import { SourceMark } from "./source-mark";

/** How many people died, by source. */
export function FiguresTable() {
	const t = useTranslations("about");
	const locale = useLocale();
	return (
		<Table<Figure>
			caption={t("figuresCaption")}
			hideCaption
			rows={FIGURES}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "source",
					header: t("source"),
					isRowHeader: true,
					cell: ({ id, date }) => {
						const said = formatPartialDate(date, locale);
						return t(`by.${id}`, { year: said, month: said });
					},
				},
				{
					key: "figure",
					header: t("figure"),
					isText: true,
					cell: ({ id, numbers, sources }) => (
						<>
							{t(`says.${id}`, numbers)}
							{sources.map((source) => (
								<SourceMark key={source} id={source} />
							))}
						</>
					),
				},
			]}
		/>
	);
}
