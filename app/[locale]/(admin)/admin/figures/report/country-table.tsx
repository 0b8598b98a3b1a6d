import { useFormatter, useTranslations } from "next-intl";
import { AttendanceTold } from "@/components/moderation/season-figures";
import { Table } from "@/components/ui/table";
import type { ListedCountry } from "@/lib/calendar/season-listing";
import type { Figures } from "@/lib/moderation/figures";
import { countryName } from "@/lib/places/countries";

type Props = {
	countries: readonly ListedCountry[];
	recaps: Figures["recaps"];
	locale: string;
};

/** What the public events of each country come to. */
export function CountryTable({ countries, recaps, locale }: Props) {
	const t = useTranslations("figures");
	const format = useFormatter();
	return (
		<Table
			caption={t("by.country.title")}
			rows={countries}
			rowKey={({ country }) => country}
			columns={[
				{
					key: "country",
					header: t("by.country.name"),
					isRowHeader: true,
					cell: ({ country }) => countryName(country, locale),
				},
				{
					key: "events",
					header: t("report.events"),
					align: "end",
					cell: ({ events }) => format.number(events.length),
				},
				{
					key: "cities",
					header: t("report.cities"),
					align: "end",
					cell: ({ cities }) => format.number(cities),
				},
				{
					key: "organisers",
					header: t("report.organisers"),
					align: "end",
					cell: ({ organisers }) => format.number(organisers),
				},
				{
					key: "attendance",
					header: t("measures.attendance"),
					align: "end",
					cell: ({ country }) => (
						<AttendanceTold recaps={recaps.find(({ key }) => key === country)?.now} />
					),
				},
			]}
		/>
	);
}
