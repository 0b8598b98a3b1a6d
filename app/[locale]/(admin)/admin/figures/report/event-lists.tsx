import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { Link } from "@/i18n/navigation";
import { eventPath, localCityName } from "@/lib/calendar/event-view";
import type { ListedCountry, ListedLine } from "@/lib/calendar/season-listing";
import { countryName } from "@/lib/places/countries";
import { bestText, directionOf } from "@/lib/text/languages";
import { formatDayRange } from "@/lib/time/format";

type Props = { countries: readonly ListedCountry[]; locale: string };

/** Every public event, country by country. */
export function EventLists({ countries, locale }: Props) {
	const t = useTranslations("figures.report");
	return (
		<div>
			<h2 className="mb-6 text-2xl">{t("list")}</h2>
			<div className="flex flex-col gap-12 print:block print:*:mb-8">
				{countries.map(({ country, events }) => (
					<Table
						key={country}
						caption={countryName(country, locale)}
						rows={events}
						rowKey={({ id }) => id}
						columns={[
							{
								key: "date",
								header: t("date"),
								cell: ({ startDate, endDate }) =>
									startDate === null ? t("noDay") : formatDayRange(startDate, endDate, locale),
							},
							{
								key: "event",
								header: t("event"),
								isRowHeader: true,
								cell: (event) => <EventName event={event} locale={locale} />,
							},
							{
								key: "city",
								header: t("city"),
								cell: (event) => localCityName(event, locale) ?? "–",
							},
							{
								key: "organiser",
								header: t("organiser"),
								isText: true,
								cell: ({ organisers }) =>
									organisers.length === 0
										? t("unnamed")
										: organisers.map(({ slug, name }) => (
												<bdi key={slug} className="block">
													{name}
												</bdi>
											)),
							},
						]}
					/>
				))}
			</div>
		</div>
	);
}

function EventName({ event, locale }: { event: ListedLine; locale: string }) {
	const status = useTranslations("eventStatus");
	const text = bestText(event.texts, locale)?.text;
	const isOff = event.status === "cancelled" || event.status === "postponed";
	return (
		<>
			<Link href={eventPath(event)} prefetch={false} className="text-link print:no-underline">
				<bdi lang={text?.locale} dir={text && directionOf(text.locale)}>
					{text?.title}
				</bdi>
			</Link>
			{isOff && <span className="font-normal text-muted"> ({status(event.status)})</span>}
		</>
	);
}
